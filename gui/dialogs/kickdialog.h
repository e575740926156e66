// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/records.h"
#include "gui/theme/theme.h"

#include <QDialog>
#include <QPointer>
#include <QVector>

#include <memory>

class QPushButton;

namespace Ui {
class KickDialog;
}

namespace relay::gui {
class KeyButton;
}

namespace relay::gui::dialogs {

class DangerButton;
class Scrim;

/*!
 * Asks before connections are kicked: from which relay, how many, which, and why. Nothing is pressed by accident: there
 * is no default button, Return moves on, Ctrl+Return confirms, Esc leaves.
 */
class KickDialog : public QDialog
{
    Q_OBJECT
public:
    KickDialog(const QVector<client::Connection> &targets, const QString &relayName, const Theme &theme,
               QWidget *parent = nullptr);
    ~KickDialog() override;

    //! What goes to the clients; at most 123 bytes of UTF-8.
    [[nodiscard]] QString reason() const;

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void applyTheme();
    void retranslate();
    void fillSample();
    void fillWarning();
    void limitReason();
    [[nodiscard]] QString moreText() const;

    std::unique_ptr<Ui::KickDialog> m_ui;
    QVector<client::Connection> m_targets;
    QString m_relayName;
    const Theme &m_theme;
    KeyButton *m_cancel = nullptr;
    DangerButton *m_kick = nullptr;
    QPointer<Scrim> m_scrim;
};

} // namespace relay::gui::dialogs
