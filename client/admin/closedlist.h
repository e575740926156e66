// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/adminclient.h"

#include <QVector>

#include <functional>

namespace relay::client {

//! A connection that has ended, with its last numbers.
struct ClosedConnection
{
    Connection connection;
    qint64 closedAt = 0; //!< ms since the epoch
    int code = 0;        //!< of the websocket's close frame; 1006: there was none
    QString reason;
};

//! One page of them, the newest first.
struct ClosedPage
{
    QVector<ClosedConnection> rows;
    QString cursor;    //!< where the next page begins; empty: this was the last
    QString errorText; //!< empty: it worked
};

/*!
 * Those that closed last; the server keeps 1,000. `filter`: as for lists of connections. `done` is called once, later, and
 * not at all when the client is destroyed before.
 */
void fetchClosed(AdminClient &client, const QString &filter, const QString &cursor, int limit,
                 std::function<void(const ClosedPage &)> done);

} // namespace relay::client
