// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/history.h"

#include "common/admin/figures.h"

#include <QJsonArray>

#include <memory>
#include <utility>

namespace relay::client {

namespace {

std::optional<HistoryPoint> readPoint(const QJsonValue &value)
{
    if (!value.isArray())
        return std::nullopt;
    const QJsonArray row = value.toArray(); // the columns are fixed by the protocol
    return HistoryPoint { row.at(0).toDouble(), row.at(1).toDouble(), row.at(2).toDouble(), row.at(3).toInt() };
}

//! What is still to be asked for, some at a time.
struct Errand
{
    QStringList series;
    QString range;
    HistoryDone done;
    QVector<HistoryReply> replies;
};

void go(AdminClient &client, const std::shared_ptr<Errand> &errand)
{
    QJsonArray part;
    for (int i = 0; i < admin::kMaxSeries && !errand->series.isEmpty(); ++i)
        part.append(errand->series.takeFirst());
    const QJsonObject params { { QStringLiteral("series"), part }, { QStringLiteral("range"), errand->range } };
    client.call(admin::method::kStatsHistory, params, [&client, errand](const Reply &reply) {
        if (!reply.isOk())
            return errand->done({}, reply.errorText);
        const QJsonArray histories = reply.result.toObject().value(QLatin1String("histories")).toArray();
        for (const QJsonValue &history : histories)
            errand->replies << readHistory(history.toObject());
        if (errand->series.isEmpty())
            errand->done(errand->replies, {});
        else
            go(client, errand);
    });
}

} // namespace

QString nameOf(HistoryRange range)
{
    return QString(admin::kHistoryTiers.at(std::size_t(range)).name);
}

QString totalsSeries()
{
    return QString(admin::kTotalsSeries);
}

QString topicSeries(const QString &topic)
{
    return admin::kTopicSeries + topic;
}

bool hasHistory(const AdminClient &client)
{
    return client.hello().features.contains(QString(admin::feature::kHistory));
}

HistoryReply readHistory(const QJsonObject &result)
{
    HistoryReply reply;
    reply.series = result.value(QLatin1String("series")).toString();
    reply.range = result.value(QLatin1String("range")).toString();
    reply.stepMs = result.value(QLatin1String("stepMs")).toInteger();
    reply.from = result.value(QLatin1String("from")).toInteger();
    const QJsonArray rows = result.value(QLatin1String("rows")).toArray();
    reply.points.reserve(rows.size());
    for (const QJsonValue &row : rows)
        reply.points << readPoint(row);
    return reply;
}

void fetchHistory(AdminClient &client, const QStringList &series, HistoryRange range, HistoryDone done)
{
    if (series.isEmpty()) {
        QMetaObject::invokeMethod(
            &client, [done = std::move(done)] { done({}, {}); }, Qt::QueuedConnection);
        return;
    }
    go(client, std::make_shared<Errand>(Errand { series, nameOf(range), std::move(done), {} }));
}

} // namespace relay::client
