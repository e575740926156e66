// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dialogs/orderdialog.h"

namespace relay::gui::dialogs {

//! Asks before connections are kicked. The reason goes to the clients.
class KickDialog : public OrderDialog
{
    Q_OBJECT
public:
    KickDialog(const QVector<client::Connection> &targets, const QString &relayName, const Theme &theme,
               QWidget *parent = nullptr);

protected:
    [[nodiscard]] OrderWords words() const override;

private:
    QString m_relayName;
};

} // namespace relay::gui::dialogs
