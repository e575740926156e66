// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/figureviews.h"

#include "common/format/escape.h"
#include "common/format/quantity.h"

#include <QDateTime>

namespace relay::client {

namespace {

using Align = Table::Align;

QString text(const QJsonObject &object, const char *name)
{
    return format::escaped(object.value(QLatin1String(name)).toVariant().toString());
}

QString time(const QJsonValue &at)
{
    return QDateTime::fromMSecsSinceEpoch(at.toInteger()).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString time(const QJsonObject &object, const char *name)
{
    return time(object.value(QLatin1String(name)));
}

QString joined(const QJsonValue &list)
{
    QStringList words;
    const QJsonArray items = list.toArray();
    for (const QJsonValue &item : items)
        words << format::escaped(item.toVariant().toString());
    return words.isEmpty() ? QStringLiteral("-") : words.join(QStringLiteral(", "));
}

QString thresholdOf(const QJsonObject &rule)
{
    return rule.contains(QLatin1String("below")) ? QStringLiteral("below ") + text(rule, "below")
                                                 : QStringLiteral("above ") + text(rule, "above");
}

} // namespace

QString eventLine(const QJsonObject &event)
{
    return time(event, "at") + QLatin1Char(' ') + text(event, "level").leftJustified(8)
        + text(event, "code").leftJustified(17) + text(event, "text") + QLatin1Char('\n');
}

QString orderLine(const QJsonObject &order)
{
    const QString reason = text(order, "reason");
    return time(order, "at") + QLatin1Char(' ') + text(order, "user") + QLatin1Char(' ') + text(order, "action")
        + QLatin1Char(' ') + text(order, "target")
        + (reason.isEmpty() ? QString() : QStringLiteral(" (") + reason + QLatin1Char(')')) + QStringLiteral(": ")
        + text(order, "result") + QLatin1Char('\n');
}

QString alertLine(const QJsonObject &alert)
{
    return time(alert, alert.contains(QLatin1String("since")) ? "since" : "at") + QLatin1Char(' ')
        + text(alert, "state").leftJustified(8) + text(alert, "id").leftJustified(17) + text(alert, "text")
        + QLatin1Char('\n');
}

Table closedTable(const QJsonArray &closed)
{
    Table table({ { QStringLiteral("CLOSED"), Align::Left, 0 },
                  { QStringLiteral("ID"), Align::Right, 0 },
                  { QStringLiteral("TOPIC"), Align::Left, 12 },
                  { QStringLiteral("ROLE"), Align::Left, 0 },
                  { QStringLiteral("LASTED"), Align::Right, 0 },
                  { QStringLiteral("IN"), Align::Right, 0 },
                  { QStringLiteral("OUT"), Align::Right, 0 },
                  { QStringLiteral("DROPPED"), Align::Right, 0 },
                  { QStringLiteral("CODE"), Align::Right, 0 },
                  { QStringLiteral("REASON"), Align::Left, 8 },
                  { QStringLiteral("ADDRESS"), Align::Left, 15 } });
    for (const QJsonValue &value : closed) {
        const QJsonObject row = value.toObject();
        const auto number = [&](const char *name) { return row.value(QLatin1String(name)).toInteger(); };
        table.addRow({ time(row, "closedAt"), text(row, "id"), text(row, "topic"), text(row, "role"),
                       format::age(std::chrono::milliseconds(qMax<qint64>(0, number("closedAt") - number("openedAt")))),
                       format::bytes(number("inBytes")), format::bytes(number("outBytes")), text(row, "dropped"),
                       text(row, "code"), text(row, "reason"), text(row, "address") });
    }
    return table;
}

Table historyTable(const QJsonObject &history)
{
    Table table({ { QStringLiteral("FROM"), Align::Left, 0 },
                  { QStringLiteral("IN Mbit/s"), Align::Right, 0 },
                  { QStringLiteral("OUT Mbit/s"), Align::Right, 0 },
                  { QStringLiteral("DROPPED/s"), Align::Right, 0 },
                  { QStringLiteral("CONNECTIONS"), Align::Right, 0 } });
    const qint64 from = history.value(QLatin1String("from")).toInteger();
    const qint64 step = history.value(QLatin1String("stepMs")).toInteger();
    const QJsonArray rows = history.value(QLatin1String("rows")).toArray();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QJsonArray row = rows.at(i).toArray();
        if (row.isEmpty())
            continue;
        table.addRow({ time(QJsonValue(from + step * i)), format::megabits(row.at(0).toDouble()),
                       format::megabits(row.at(1).toDouble()), QString::number(row.at(2).toDouble(), 'f', 1),
                       QString::number(row.at(3).toInteger()) });
    }
    return table;
}

QString alertsText(const QJsonObject &list)
{
    QString all;
    const QJsonArray active = list.value(QLatin1String("active")).toArray();
    for (const QJsonValue &alert : active)
        all += alertLine(alert.toObject());
    if (active.isEmpty())
        all += QStringLiteral("no alert is raised\n");
    Table table({ { QStringLiteral("RULE"), Align::Left, 8 },
                  { QStringLiteral("METRIC"), Align::Left, 0 },
                  { QStringLiteral("RAISED"), Align::Left, 0 },
                  { QStringLiteral("FOR"), Align::Right, 0 },
                  { QStringLiteral("ENABLED"), Align::Left, 0 } });
    const QJsonArray rules = list.value(QLatin1String("rules")).toArray();
    for (const QJsonValue &value : rules) {
        const QJsonObject rule = value.toObject();
        table.addRow({ text(rule, "id"), text(rule, "metric"), thresholdOf(rule),
                       QStringLiteral("%1 s").arg(rule.value(QLatin1String("forMs")).toDouble() / 1000),
                       rule.value(QLatin1String("enabled")).toBool() ? QStringLiteral("yes") : QStringLiteral("no") });
    }
    return all + QLatin1Char('\n') + table.text(0);
}

Table configTable(const QJsonArray &options)
{
    Table table({ { QStringLiteral("OPTION"), Align::Left, 0 },
                  { QStringLiteral("VALUE"), Align::Left, 20 },
                  { QStringLiteral("FROM"), Align::Left, 0 } });
    for (const QJsonValue &value : options) {
        const QJsonObject option = value.toObject();
        const QJsonValue set = option.value(QLatin1String("value"));
        table.addRow({ text(option, "name"), set.isArray() ? joined(set) : format::escaped(set.toString()),
                       text(option, "from") });
    }
    return table;
}

QString routeText(const QJsonObject &route)
{
    const auto line = [](const char *name, const QString &value) -> QString {
        return QString::fromLatin1(name).leftJustified(13) + value + QLatin1Char('\n');
    };
    const QString rule = text(route, "rule");
    return line("topic", text(route, "topic"))
        + line("kind", text(route, "kind") + (rule.isEmpty() ? QString() : QStringLiteral(", by the rule ") + rule))
        + line("policy", text(route, "policy")) + line("mode", text(route, "mode"))
        + line("needed", text(route, "needed")) + line("senders", joined(route.value(QLatin1String("publisherIds"))))
        + line("readers", joined(route.value(QLatin1String("subscriberIds"))))
        + line("slow", joined(route.value(QLatin1String("slowIds"))));
}

} // namespace relay::client
