// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dialogs/orderdialog.h"

#include <QStringList>

namespace relay::gui::dialogs {

/*!
 * Asks before bookings are denied: which, and how many connections of theirs are cut. The reason is for operators; the
 * clients do not see it.
 */
class DenyDialog : public OrderDialog
{
    Q_OBJECT
public:
    //! targets: all connections of these bookings, perhaps none. There is at least one booking.
    DenyDialog(const QStringList &bookings, const QVector<client::Connection> &targets, const QString &relayName,
               const Theme &theme, QWidget *parent = nullptr);

protected:
    [[nodiscard]] OrderWords words() const override;

private:
    [[nodiscard]] QString explanation() const;

    QStringList m_bookings;
    QString m_relayName;
};

} // namespace relay::gui::dialogs
