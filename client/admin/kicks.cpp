// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/kicks.h"

#include "client/admin/requestkey.h"
#include "client/admin/rowreader.h"
#include "common/admin/protocol.h"

#include <QJsonArray>

#include <utility>

namespace relay::client {

namespace {

QVector<quint64> readIds(const QJsonValue &value)
{
    QVector<quint64> ids;
    const QJsonArray items = value.toArray();
    for (const QJsonValue &item : items)
        ids << quint64(item.toInteger());
    return ids;
}

QJsonObject paramsOf(const KickOrder &order)
{
    QJsonObject params { { QStringLiteral("reason"), order.reason } };
    if (!order.bookingId.isEmpty())
        params.insert(QStringLiteral("bookingId"), order.bookingId);
    else if (!order.ids.isEmpty())
        params.insert(QStringLiteral("ids"), [&order] {
            QJsonArray ids;
            for (const quint64 id : order.ids)
                ids.append(qint64(id));
            return ids;
        }());
    else
        params.insert(QStringLiteral("filter"), order.filter); // an empty one is refused, never taken for everybody
    if (order.expectCount >= 0)
        params.insert(QStringLiteral("expectCount"), order.expectCount);
    if (order.perSecond > 0)
        params.insert(QStringLiteral("perSecond"), order.perSecond);
    if (order.holdSeconds > 0)
        params.insert(QStringLiteral("holdSeconds"), order.holdSeconds);
    return params;
}

QVector<Connection> readSample(const QJsonObject &sample)
{
    const RowReader<Connection> reader(readColumns(sample.value(QLatin1String("columns"))));
    QVector<Connection> all;
    const QJsonArray rows = sample.value(QLatin1String("rows")).toArray();
    for (const QJsonValue &row : rows) {
        Connection connection;
        reader.read(row.toArray(), connection);
        all << connection;
    }
    return all;
}

} // namespace

void previewKick(AdminClient &client, const KickOrder &order, std::function<void(const KickPreview &)> done)
{
    QJsonObject params = paramsOf(order);
    params.insert(QStringLiteral("dryRun"), true);
    client.call(admin::method::kConnectionsKick, params, [done = std::move(done)](const Reply &reply) {
        const QJsonObject told = reply.result.toObject();
        KickPreview preview;
        preview.count = told.value(QLatin1String("count")).toInt();
        preview.topics = told.value(QLatin1String("topics")).toInt();
        preview.bookings = told.value(QLatin1String("bookings")).toInt();
        preview.addresses = told.value(QLatin1String("addresses")).toInt();
        preview.sample = readSample(told.value(QLatin1String("sample")).toObject());
        preview.errorClass = reply.errorClass;
        preview.errorText = reply.errorText;
        done(preview);
    });
}

void startKick(AdminClient &client, const KickOrder &order, std::function<void(const KickOutcome &)> done)
{
    QJsonObject params = paramsOf(order);
    params.insert(QStringLiteral("requestKey"), newRequestKey());
    client.call(admin::method::kConnectionsKick, params, [done = std::move(done)](const Reply &reply) {
        const QJsonObject told = reply.result.toObject();
        KickOutcome outcome;
        outcome.job = quint64(told.value(QLatin1String("job")).toInteger());
        outcome.kicked = readIds(told.value(QLatin1String("kicked")));
        outcome.gone = readIds(told.value(QLatin1String("gone")));
        outcome.unanswered = readIds(told.value(QLatin1String("unanswered")));
        outcome.total = told.value(QLatin1String("total")).toInt(int(outcome.kicked.size() + outcome.gone.size()));
        outcome.held = told.value(QLatin1String("held")).toInt();
        outcome.actualCount = reply.errorData.value(QLatin1String("count")).toInt(-1);
        outcome.errorClass = reply.errorClass;
        outcome.errorText = reply.errorText;
        done(outcome);
    });
}

} // namespace relay::client
