// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/connectionmodel.h"

namespace relay::tests {

inline constexpr qint64 kNow = 1'800'000'000'000; //!< the moment in which these tests play, ms since the epoch

//! A healthy video reader, connected for an hour.
inline client::Connection reader(quint64 id, const QString &topic = QStringLiteral("/out/spin35-st-video"))
{
    client::Connection connection;
    connection.id = id;
    connection.topic = topic;
    connection.path = topic;
    connection.role = QStringLiteral("subscriber");
    connection.kind = QStringLiteral("video");
    connection.transport = QStringLiteral("ws");
    connection.address = QStringLiteral("203.0.113.%1:40000").arg(id % 250);
    connection.userAgent = QStringLiteral("Firefox 133");
    connection.openedAt = kNow - 3'600'000;
    connection.lastOutAt = kNow;
    connection.outRate = 500'000;
    connection.rttMs = 20;
    return connection;
}

inline gui::ConnectionModel::Connections asHash(const QVector<client::Connection> &connections)
{
    gui::ConnectionModel::Connections hash;
    for (const client::Connection &connection : connections)
        hash.insert(connection.id, connection);
    return hash;
}

inline gui::ConnectionModel::Connections readers(int count)
{
    gui::ConnectionModel::Connections hash;
    for (int id = 1; id <= count; ++id)
        hash.insert(quint64(id), reader(quint64(id)));
    return hash;
}

} // namespace relay::tests
