// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/closedlist.h"

#include "client/admin/rowreader.h"
#include "common/admin/protocol.h"

#include <QJsonArray>

#include <utility>

namespace relay::client {

namespace {

ClosedPage readPage(const QJsonObject &result)
{
    ClosedPage page;
    page.cursor = result.value(QLatin1String("cursor")).toString();
    const QStringList columns = readColumns(result.value(QLatin1String("columns")));
    const RowReader<Connection> reader(columns);
    const auto closedAt = columns.indexOf(QLatin1String("closedAt"));
    const auto code = columns.indexOf(QLatin1String("code"));
    const auto reason = columns.indexOf(QLatin1String("reason"));
    const QJsonArray rows = result.value(QLatin1String("rows")).toArray();
    for (const QJsonValue &value : rows) {
        const QJsonArray row = value.toArray();
        ClosedConnection closed;
        reader.read(row, closed.connection);
        closed.closedAt = row.at(closedAt).toInteger();
        closed.code = row.at(code).toInt();
        closed.reason = row.at(reason).toString();
        page.rows << closed;
    }
    return page;
}

} // namespace

void fetchClosed(AdminClient &client, const QString &filter, const QString &cursor, int limit,
                 std::function<void(const ClosedPage &)> done)
{
    QJsonObject params { { QStringLiteral("limit"), limit } };
    if (!filter.isEmpty())
        params.insert(QStringLiteral("filter"), filter);
    if (!cursor.isEmpty())
        params.insert(QStringLiteral("cursor"), cursor);
    client.call(admin::method::kConnectionsClosed, params, [done = std::move(done)](const Reply &reply) {
        if (reply.isOk())
            return done(readPage(reply.result.toObject()));
        ClosedPage failed;
        failed.errorText = reply.errorText;
        done(failed);
    });
}

} // namespace relay::client
