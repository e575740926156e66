// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/adminviews.h"

#include "client/admin/rowreader.h"
#include "common/format/escape.h"
#include "common/format/quantity.h"

#include <algorithm>
#include <chrono>

namespace relay::client {

namespace {

using Align = Table::Align;

QString ageSince(qint64 at, qint64 now)
{
    return format::age(std::chrono::milliseconds(qMax<qint64>(0, now - at)));
}

//! What is lost or waits; an empty cell stands out less than a zero.
QString countOrNothing(quint64 number)
{
    return number == 0 ? QString() : format::count(number);
}

QString queueText(const Connection &connection)
{
    if (connection.queuedBytes == 0)
        return {};
    return QStringLiteral("%1, %2 ms").arg(format::bytes(qint64(connection.queuedBytes))).arg(connection.queuedMs);
}

QString expiryText(const Connection &connection, qint64 now)
{
    return connection.expiresAt == 0 ? QString()
                                     : format::countdown(std::chrono::milliseconds(connection.expiresAt - now));
}

template<typename Record>
QVector<Record> toRecords(const QJsonArray &objects)
{
    QVector<Record> records;
    for (const QJsonValue &value : objects) {
        const QJsonObject object = value.toObject();
        QJsonArray row;
        const QStringList names = object.keys();
        for (const QString &name : names)
            row.append(object.value(name));
        Record record;
        RowReader<Record>(names).read(row, record);
        records << record;
    }
    return records;
}

} // namespace

Table connectionsTable(const QVector<Connection> &connections, qint64 now)
{
    // In open mode nobody has a booking, and two empty columns would only take room.
    const bool hasBookings = std::any_of(connections.begin(), connections.end(),
                                         [](const Connection &c) { return !c.bookingId.isEmpty(); });
    QVector<Table::Column> columns {
        { QStringLiteral("ID"), Align::Right, 0 },         { QStringLiteral("TOPIC"), Align::Left, 12 },
        { QStringLiteral("ROLE"), Align::Left, 0 },        { QStringLiteral("VIA"), Align::Left, 0 },
        { QStringLiteral("AGE"), Align::Right, 0 },        { QStringLiteral("IN Mbit/s"), Align::Right, 0 },
        { QStringLiteral("OUT Mbit/s"), Align::Right, 0 }, { QStringLiteral("IN MSGS"), Align::Right, 0 },
        { QStringLiteral("OUT MSGS"), Align::Right, 0 },   { QStringLiteral("DROPPED"), Align::Right, 0 },
        { QStringLiteral("QUEUED"), Align::Right, 0 },     { QStringLiteral("ADDRESS"), Align::Left, 15 },
        { QStringLiteral("USER AGENT"), Align::Left, 8 }
    };
    if (hasBookings)
        columns = columns.mid(0, 4)
            + QVector<Table::Column> { { QStringLiteral("BOOKING"), Align::Left, 8 },
                                       { QStringLiteral("EXPIRES"), Align::Right, 0 } }
            + columns.mid(4);
    Table table(columns);
    for (const Connection &c : connections) {
        QStringList cells { QString::number(c.id),
                            format::escaped(c.topic),
                            c.role,
                            c.transport,
                            ageSince(c.openedAt, now),
                            format::megabits(c.inRate),
                            format::megabits(c.outRate),
                            format::count(c.inMessages),
                            format::count(c.outMessages),
                            countOrNothing(c.dropped),
                            queueText(c),
                            format::escaped(c.address),
                            format::escaped(c.userAgent) };
        if (hasBookings)
            cells = cells.mid(0, 4) + QStringList { format::escaped(c.bookingId), expiryText(c, now) } + cells.mid(4);
        table.addRow(cells);
    }
    return table;
}

Table topicsTable(const QVector<Topic> &topics)
{
    Table table({ { QStringLiteral("TOPIC"), Align::Left, 16 },
                  { QStringLiteral("KIND"), Align::Left, 0 },
                  { QStringLiteral("PUBLISHERS"), Align::Right, 0 },
                  { QStringLiteral("SUBSCRIBERS"), Align::Right, 0 },
                  { QStringLiteral("IN Mbit/s"), Align::Right, 0 },
                  { QStringLiteral("OUT Mbit/s"), Align::Right, 0 },
                  { QStringLiteral("IN MSGS"), Align::Right, 0 },
                  { QStringLiteral("OUT MSGS"), Align::Right, 0 },
                  { QStringLiteral("DROPPED"), Align::Right, 0 },
                  { QStringLiteral("SLOW"), Align::Right, 0 } });
    for (const Topic &t : topics) {
        table.addRow({ format::escaped(t.id), t.kind, QString::number(t.publishers), QString::number(t.subscribers),
                       format::megabits(t.inRate), format::megabits(t.outRate), format::count(t.inMessages),
                       format::count(t.outMessages), countOrNothing(t.dropped),
                       countOrNothing(quint64(t.slowReaders)) });
    }
    return table;
}

QString totalsText(const Totals &totals)
{
    const auto line = [](const char *name, const QString &value) -> QString {
        return QString::fromLatin1(name).leftJustified(13) + value + QLatin1Char('\n');
    };
    return line("connections", format::count(quint64(totals.connections)))
        + line("topics", format::count(quint64(totals.topics)))
        + line("in",
               QStringLiteral("%1, %2 in %3 messages")
                   .arg(format::rate(totals.inRate), format::bytes(qint64(totals.inBytes)),
                        format::count(totals.inMessages)))
        + line("out",
               QStringLiteral("%1, %2 in %3 messages")
                   .arg(format::rate(totals.outRate), format::bytes(qint64(totals.outBytes)),
                        format::count(totals.outMessages)))
        + line("dropped", format::count(totals.dropped))
        + line("up", format::age(std::chrono::milliseconds(totals.uptimeMs)))
        + line("loop lag", QStringLiteral("%1 ms").arg(totals.loopLagMs, 0, 'f', 1));
}

QString totalsLine(const Totals &totals)
{
    return QStringLiteral("%1 connections, %2 topics, in %3, out %4, %5 dropped")
        .arg(format::count(quint64(totals.connections)), format::count(quint64(totals.topics)),
             format::rate(totals.inRate), format::rate(totals.outRate), format::count(totals.dropped));
}

QString infoText(const QJsonObject &info)
{
    const auto text
        = [&](const char *name) { return format::escaped(info.value(QLatin1String(name)).toVariant().toString()); };
    QStringList listening;
    const QJsonArray urls = info.value(QLatin1String("listening")).toArray();
    for (const QJsonValue &url : urls)
        listening << format::escaped(url.toString());
    const bool isSecured = info.value(QLatin1String("mode")).toString() == QLatin1String("secured");
    QString mode = isSecured
        ? QStringLiteral("secured, tokens for %1, %2 bookings denied").arg(text("audience"), text("denied"))
        : QStringLiteral("open: anybody may connect");
    if (isSecured && !info.value(QLatin1String("isDenyListDurable")).toBool(true))
        mode += QStringLiteral(", but the deny list cannot be written to disk");
    const auto up = std::chrono::milliseconds(info.value(QLatin1String("uptimeMs")).toInteger());
    return QStringLiteral(
               "%1 %2, pid %3, up %4\nlistens on   %5\nmode         %6\nworkers      %7\nconnections  %8\ntopics       %9\n")
               .arg(text("name"), text("version"), text("pid"), format::age(up), listening.join(QStringLiteral(", ")),
                    mode, text("workers"), text("connections"), text("topics"))
        + QStringLiteral("you are      %1, %2\n").arg(text("user"), text("role"));
}

QJsonObject totalsObject(const Totals &totals)
{
    return { { QStringLiteral("connections"), totals.connections },
             { QStringLiteral("topics"), totals.topics },
             { QStringLiteral("inMessages"), qint64(totals.inMessages) },
             { QStringLiteral("inBytes"), qint64(totals.inBytes) },
             { QStringLiteral("outMessages"), qint64(totals.outMessages) },
             { QStringLiteral("outBytes"), qint64(totals.outBytes) },
             { QStringLiteral("inRate"), totals.inRate },
             { QStringLiteral("outRate"), totals.outRate },
             { QStringLiteral("dropped"), qint64(totals.dropped) },
             { QStringLiteral("uptimeMs"), totals.uptimeMs },
             { QStringLiteral("loopLagMs"), totals.loopLagMs } };
}

QVector<Connection> toConnections(const QJsonArray &objects)
{
    return toRecords<Connection>(objects);
}

QVector<Topic> toTopics(const QJsonArray &objects)
{
    return toRecords<Topic>(objects);
}

} // namespace relay::client
