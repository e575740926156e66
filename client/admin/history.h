// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/adminclient.h"

#include <QStringList>
#include <QVector>

#include <functional>
#include <optional>

//! What a relayd remembers of its traffic.
namespace relay::client {

enum class HistoryRange {
    FiveMinutes, //!< a value each second
    Hour,        //!< each 10 s
    Day,         //!< each 2 min
};
[[nodiscard]] QString nameOf(HistoryRange range); //!< "5m", "1h", "24h"

struct HistoryPoint
{
    double inRate = 0;  //!< bytes/s, mean over the step
    double outRate = 0; //!< bytes/s, likewise
    double dropped = 0; //!< messages/s, likewise
    int connections = 0;
};

//! One series. Point i is about the time from from + i * stepMs on, for one step; none: nothing is known of that time.
struct HistoryReply
{
    QString series; //!< "totals", "topic:/out/demo"
    QString range;
    qint64 stepMs = 0;
    qint64 from = 0; //!< ms since the epoch, by the server's clock
    QVector<std::optional<HistoryPoint>> points;

    [[nodiscard]] qint64 timeOf(qsizetype i) const { return from + stepMs * i; }
};

[[nodiscard]] QString totalsSeries();
[[nodiscard]] QString topicSeries(const QString &topic);
[[nodiscard]] bool hasHistory(const AdminClient &client); //!< the server keeps one

[[nodiscard]] HistoryReply readHistory(const QJsonObject &result);

using HistoryDone = std::function<void(const QVector<HistoryReply> &replies, const QString &errorText)>;
/*!
 * Any number of series, in the order asked for; a topic that the server knows nothing of has no known point. `done` is called
 * once, later, on the client's thread; with a text and no replies when it did not work, and not at all when the client is
 * destroyed before.
 */
void fetchHistory(AdminClient &client, const QStringList &series, HistoryRange range, HistoryDone done);

} // namespace relay::client
