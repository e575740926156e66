// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/admin/fakes.h"

#include <QStringList>

//! A bench whose clock goes on, and what it tells meanwhile.
namespace relay::tests {

//! Lets the clock go on as relayd's does, and the ledger and the chronicle with it.
inline void live(Bench &bench, std::int64_t milliseconds)
{
    constexpr std::int64_t kTick = 125;
    for (std::int64_t passed = 0; passed < milliseconds; passed += kTick) {
        bench.now.steady += kTick;
        bench.now.wall += kTick;
        bench.ledger.tick();
        bench.chronicle.tick();
    }
}

inline QStringList codes(const QJsonObject &list)
{
    QStringList all;
    const QJsonArray rows = list.value(QLatin1String("rows")).toArray();
    for (const QJsonValue &row : rows)
        all << row.toArray().at(3).toString();
    return all;
}

//! Of the event in this row.
inline QJsonObject dataOf(const QJsonObject &list, int row)
{
    return list.value(QLatin1String("rows")).toArray().at(row).toArray().at(5).toObject();
}

//! Notifications of one kind among what was sent; takes all lines.
inline QList<QJsonObject> told(Bench &bench, const char *method)
{
    QList<QJsonObject> all;
    for (const QByteArray &lines : std::exchange(bench.wire.lines, {})) {
        for (const QByteArray &line : lines.split('\n')) {
            const QJsonObject message = QJsonDocument::fromJson(line).object();
            if (message.value(QLatin1String("method")).toString() == QLatin1String(method))
                all << message.value(QLatin1String("params")).toObject();
        }
    }
    return all;
}

} // namespace relay::tests
