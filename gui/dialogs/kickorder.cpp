// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/kickorder.h"

#include "gui/models/format.h"

#include <QSet>

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

QString denialKey(KickWhat what, const client::Connection &connection)
{
    switch (what) {
    case KickWhat::DenyBookings: return connection.bookingId;
    case KickWhat::DenyAddresses: return format::host(connection.address);
    default: return {};
    }
}

QVector<client::Connection> furtherOf(const KickQuestion &question, KickWhat what,
                                      const QVector<client::Connection> &named)
{
    QSet<quint64> there;
    QSet<QString> keys;
    for (const client::Connection &each : named) {
        there.insert(each.id);
        keys.insert(denialKey(what, each));
    }
    keys.remove(QString());
    QVector<client::Connection> further;
    if (keys.isEmpty())
        return further;
    // Also targets that were left out by name: a denial does not know names.
    const auto &others = what == KickWhat::DenyBookings ? question.ofTheirBookings : question.ofTheirAddresses;
    for (const auto *candidates : { &question.targets, &others })
        for (const client::Connection &each : *candidates)
            if (!there.contains(each.id) && keys.contains(denialKey(what, each)))
                further.append(each);
    return further;
}

} // namespace relay::gui::dialogs
