// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/connect/place.h"
#include "gui/dialogs/sheet.h"

#include <QVector>

#include <memory>

namespace Ui {
class ConnectDialog;
}

namespace relay::gui {
class KeyButton;
}

namespace relay::gui::dialogs {

/*!
 * Asks where the relay is: a socket that was found on this computer, or a host that ssh reaches. Hosts of before are
 * offered with all that belongs to them. Nothing is tried here; what comes of it is seen in the relay's tab.
 */
class ConnectDialog : public Sheet
{
    Q_OBJECT
public:
    ConnectDialog(const QStringList &localSockets, const QVector<Place> &known, const Theme &theme,
                  QWidget *parent = nullptr);
    ~ConnectDialog() override;

    [[nodiscard]] Place place() const; //!< without a problem() once accepted

    void accept() override; //!< stays open, and says why, as long as there is a problem

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void applyTheme();
    void retranslate();
    void takeKnown(int index);
    void arrange();
    void browse();
    [[nodiscard]] QString problem() const;

    std::unique_ptr<Ui::ConnectDialog> m_ui;
    QStringList m_sockets;
    QVector<Place> m_known;
    KeyButton *m_cancel = nullptr;
    KeyButton *m_connect = nullptr;
    bool m_hasTried = false;
};

} // namespace relay::gui::dialogs
