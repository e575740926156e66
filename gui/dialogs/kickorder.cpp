// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/kickorder.h"

#include "gui/models/format.h"

namespace relay::gui::dialogs {

QVector<quint64> idsOf(const QVector<client::Connection> &connections)
{
    QVector<quint64> ids;
    ids.reserve(connections.size());
    for (const client::Connection &each : connections)
        ids.append(each.id);
    return ids;
}

QStringList bookingsOf(const QVector<client::Connection> &connections)
{
    QStringList bookings;
    for (const client::Connection &each : connections)
        if (!each.bookingId.isEmpty())
            bookings.append(each.bookingId);
    bookings.removeDuplicates();
    return bookings;
}

QStringList addressesOf(const QVector<client::Connection> &connections)
{
    QStringList addresses;
    for (const client::Connection &each : connections)
        addresses.append(format::host(each.address));
    addresses.removeDuplicates();
    addresses.removeAll(QString());
    return addresses;
}

} // namespace relay::gui::dialogs
