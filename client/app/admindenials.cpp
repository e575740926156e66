// SPDX-License-Identifier: GPL-3.0-or-later
// Denied bookings as people read them; see adminviews.h.
#include "client/app/adminviews.h"

#include "common/format/escape.h"
#include "common/format/quantity.h"

#include <QDateTime>

#include <chrono>

namespace relay::client {

namespace {

using Align = Table::Align;

QString localTime(qint64 at)
{
    return QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString left(qint64 until, qint64 now)
{
    return format::countdown(std::chrono::milliseconds(until - now));
}

} // namespace

Table deniedTable(const QJsonArray &bookings, qint64 now)
{
    Table table({ { QStringLiteral("DENIED"), Align::Left, 12 },
                  { QStringLiteral("UNTIL"), Align::Left, 0 },
                  { QStringLiteral("LEFT"), Align::Right, 0 },
                  { QStringLiteral("SINCE"), Align::Left, 0 },
                  { QStringLiteral("BY"), Align::Left, 0 },
                  { QStringLiteral("REASON"), Align::Left, 8 } });
    for (const QJsonValue &value : bookings) {
        const QJsonObject row = value.toObject();
        const auto text = [&](const char *name) { return format::escaped(row.value(QLatin1String(name)).toString()); };
        const qint64 until = row.value(QLatin1String("until")).toInteger();
        const qint64 deniedAt = row.value(QLatin1String("deniedAt")).toInteger();
        table.addRow({ text("id"), localTime(until), left(until, now), deniedAt == 0 ? QString() : localTime(deniedAt),
                       text("by"), text("reason") });
    }
    return table;
}

QString deniedText(const QString &what, const QJsonObject &result, bool keepsConnections)
{
    const auto count = result.value(QLatin1String("connections")).toArray().size();
    const QString cut = keepsConnections ? QStringLiteral("connections that it has stay")
        : count == 0                     ? QStringLiteral("it has no connections")
        : count == 1                     ? QStringLiteral("1 connection cut")
                                         : QStringLiteral("%1 connections cut").arg(count);
    QString text = QStringLiteral("denied: %1 until %2, %3\n")
                       .arg(format::escaped(what), localTime(result.value(QLatin1String("until")).toInteger()), cut);
    if (const QString undo = result.value(QLatin1String("undo")).toString(); !undo.isEmpty())
        text += QStringLiteral("within a minute it can be undone: relay admin undo %1\n").arg(format::escaped(undo));
    return text;
}

} // namespace relay::client
