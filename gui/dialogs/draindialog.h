// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dialogs/orderdialog.h"

#include <chrono>

class QComboBox;

namespace relay::gui::dialogs {

//! Asks before a relay is emptied and ended: which, how many it has, and how long that may take.
class DrainDialog : public OrderDialog
{
    Q_OBJECT
public:
    //! targets: every connection of the relay, perhaps none.
    DrainDialog(const QVector<client::Connection> &targets, const QString &relayName, const Theme &theme,
                QWidget *parent = nullptr);

    [[nodiscard]] std::chrono::milliseconds deadline() const;

protected:
    [[nodiscard]] OrderWords words() const override;
    [[nodiscard]] QStringList sampleRow(const client::Connection &target) const override;

private:
    QString m_relayName;
    QLabel *m_label = nullptr;
    QComboBox *m_time = nullptr;
};

} // namespace relay::gui::dialogs
