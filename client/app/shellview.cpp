// SPDX-License-Identifier: GPL-3.0-or-later
// Shells as `relay admin shells` shows them.
#include "client/app/adminviews.h"
#include "common/format/escape.h"
#include "common/format/quantity.h"

#include <chrono>

namespace relay::client {

namespace {

//! Of a host that speaks relay-shell.1: whether a lost connection is no end of it, and how often that was so.
QString resumesText(const QJsonObject &shell)
{
    const int resumes = shell.value(QLatin1String("resumes")).toInt();
    if (!shell.value(QLatin1String("isResumable")).toBool() && resumes == 0)
        return QStringLiteral("no");
    return resumes == 0 ? QStringLiteral("yes") : QStringLiteral("yes, %1 times").arg(resumes);
}

} // namespace

Table shellsTable(const QJsonArray &shells, qint64 now)
{
    using Align = Table::Align;
    Table table({ { QStringLiteral("ID"), Align::Right, 0 },
                  { QStringLiteral("HOST"), Align::Left, 12 },
                  { QStringLiteral("TARGET"), Align::Left, 0 },
                  { QStringLiteral("AGE"), Align::Right, 0 },
                  { QStringLiteral("TO HOST"), Align::Right, 0 },
                  { QStringLiteral("TO CLIENT"), Align::Right, 0 },
                  { QStringLiteral("RTT"), Align::Right, 0 },
                  { QStringLiteral("RESUMES"), Align::Left, 0 },
                  { QStringLiteral("CLIENT"), Align::Left, 15 },
                  { QStringLiteral("HOST AT"), Align::Left, 15 },
                  { QStringLiteral("BOOKING"), Align::Left, 8 } });
    for (const QJsonValue &value : shells) {
        const QJsonObject shell = value.toObject();
        const auto text
            = [&](const char *name) { return format::escaped(shell.value(QLatin1String(name)).toString()); };
        const auto bytes
            = [&](const char *name) { return format::bytes(shell.value(QLatin1String(name)).toInteger()); };
        const qint64 rtt = shell.value(QLatin1String("rttMs")).toInteger(-1);
        const bool hasHost = !shell.value(QLatin1String("hostId")).isNull();
        const auto age
            = std::chrono::milliseconds(qMax<qint64>(0, now - shell.value(QLatin1String("openedAt")).toInteger()));
        table.addRow({ QString::number(shell.value(QLatin1String("id")).toInteger()), text("host"), text("target"),
                       format::age(age), bytes("inBytes"), bytes("outBytes"),
                       rtt < 0 ? QString() : QStringLiteral("%1 ms").arg(rtt), resumesText(shell), text("client"),
                       hasHost ? text("hostAddress") : QStringLiteral("not there yet"), text("bookingId") });
    }
    return table;
}

} // namespace relay::client
