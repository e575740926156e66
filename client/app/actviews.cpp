// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs, taps and previews of kicks as people read them; see adminviews.h.
#include "client/app/adminviews.h"

#include "client/admin/rowreader.h"
#include "common/format/escape.h"
#include "common/format/quantity.h"

#include <QDateTime>

#include <chrono>

namespace relay::client {

namespace {

using Align = Table::Align;

QString textOf(const QJsonObject &row, const char *name)
{
    return format::escaped(row.value(QLatin1String(name)).toString());
}

QString numberOf(const QJsonObject &row, const char *name)
{
    return format::count(quint64(row.value(QLatin1String(name)).toInteger()));
}

QString timeOf(const QJsonObject &row, const char *name)
{
    const qint64 at = row.value(QLatin1String(name)).toInteger();
    return at == 0 ? QString() : QDateTime::fromMSecsSinceEpoch(at).toString(QStringLiteral("HH:mm:ss"));
}

QString plural(int count, const char *one, const char *many)
{
    return QStringLiteral("%1 %2").arg(format::count(quint64(count)), QLatin1String(count == 1 ? one : many));
}

} // namespace

Table jobsTable(const QJsonArray &jobs)
{
    Table table({ { QStringLiteral("JOB"), Align::Right, 0 },
                  { QStringLiteral("KIND"), Align::Left, 0 },
                  { QStringLiteral("STATE"), Align::Left, 0 },
                  { QStringLiteral("DONE"), Align::Right, 0 },
                  { QStringLiteral("GONE"), Align::Right, 0 },
                  { QStringLiteral("OF"), Align::Right, 0 },
                  { QStringLiteral("LEFT"), Align::Right, 0 },
                  { QStringLiteral("BEGAN"), Align::Left, 0 },
                  { QStringLiteral("BY"), Align::Left, 0 },
                  { QStringLiteral("WHAT"), Align::Left, 8 } });
    for (const QJsonValue &value : jobs) {
        const QJsonObject row = value.toObject();
        const qint64 left = row.value(QLatin1String("endsInMs")).toInteger();
        table.addRow({ numberOf(row, "id"), textOf(row, "kind"), textOf(row, "state"), numberOf(row, "done"),
                       numberOf(row, "gone"), numberOf(row, "total"),
                       left == 0 ? QString() : format::age(std::chrono::milliseconds(left)), timeOf(row, "startedAt"),
                       textOf(row, "by"), textOf(row, "text") });
    }
    return table;
}

Table tapsTable(const QJsonArray &taps)
{
    Table table({ { QStringLiteral("TAP"), Align::Right, 0 },
                  { QStringLiteral("BY"), Align::Left, 0 },
                  { QStringLiteral("TARGET"), Align::Left, 12 },
                  { QStringLiteral("DIRECTION"), Align::Left, 0 },
                  { QStringLiteral("OPENED"), Align::Left, 0 },
                  { QStringLiteral("UNTIL"), Align::Left, 0 },
                  { QStringLiteral("MESSAGES"), Align::Right, 0 } });
    for (const QJsonValue &value : taps) {
        const QJsonObject row = value.toObject();
        table.addRow({ numberOf(row, "id"), textOf(row, "user"), textOf(row, "target"), textOf(row, "direction"),
                       timeOf(row, "openedAt"), timeOf(row, "endsAt"), numberOf(row, "messages") });
    }
    return table;
}

QString previewText(const QJsonObject &preview, qint64 now)
{
    const auto count = [&](const char *name) { return preview.value(QLatin1String(name)).toInt(); };
    const QJsonObject sample = preview.value(QLatin1String("sample")).toObject();
    QJsonArray objects;
    const QVector<QJsonObject> rows = rowsAsObjects(sample);
    for (const QJsonObject &row : rows)
        objects.append(row);
    QString text
        = QStringLiteral("would kick %1 on %2, of %3, from %4\n")
              .arg(plural(count("count"), "connection", "connections"), plural(count("topics"), "topic", "topics"),
                   plural(count("bookings"), "booking", "bookings"), plural(count("addresses"), "address", "addresses"));
    if (!objects.isEmpty())
        text += connectionsTable(toConnections(objects), now).text(0);
    if (count("count") > objects.size())
        text += QStringLiteral("and %1 more\n").arg(count("count") - objects.size());
    return text;
}

} // namespace relay::client
