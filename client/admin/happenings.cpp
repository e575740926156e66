// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/happenings.h"

#include <QJsonArray>

namespace relay::client {

namespace {

QString textOf(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString();
}

qint64 integerOf(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toInteger();
}

} // namespace

Event readEvent(const QJsonObject &object)
{
    return { quint64(integerOf(object, "n")), integerOf(object, "at"), textOf(object, "level"),
             textOf(object, "code"),          textOf(object, "text"),  object.value(QLatin1String("data")).toObject() };
}

AuditRecord readAuditRecord(const QJsonObject &object)
{
    return { quint64(integerOf(object, "n")),
             integerOf(object, "at"),
             integerOf(object, "uid"),
             textOf(object, "user"),
             integerOf(object, "pid"),
             textOf(object, "client"),
             textOf(object, "action"),
             textOf(object, "target"),
             textOf(object, "reason"),
             textOf(object, "result"),
             object.value(QLatin1String("isRefused")).toBool(),
             textOf(object, "targetKind"),
             textOf(object, "targetName") };
}

AlertRule readAlertRule(const QJsonObject &object)
{
    const bool isBelow = object.contains(QLatin1String("below"));
    return { textOf(object, "id"),
             textOf(object, "metric"),
             object.value(isBelow ? QLatin1String("below") : QLatin1String("above")).toDouble(),
             isBelow,
             integerOf(object, "forMs"),
             object.value(QLatin1String("enabled")).toBool(true) };
}

QVector<AlertRule> readAlertRules(const QJsonValue &list)
{
    QVector<AlertRule> rules;
    const QJsonArray items = list.toArray();
    for (const QJsonValue &item : items)
        rules << readAlertRule(item.toObject());
    return rules;
}

ActiveAlert readActiveAlert(const QJsonObject &object)
{
    const QLatin1String time = object.contains(QLatin1String("since")) ? QLatin1String("since") : QLatin1String("at");
    return { textOf(object, "id"), object.value(QLatin1String("value")).toDouble(),
             object.value(QLatin1String("threshold")).toDouble(), object.value(time).toInteger(),
             textOf(object, "text") };
}

QJsonObject toJson(const AlertRule &rule)
{
    return { { QStringLiteral("id"), rule.id },
             { QStringLiteral("metric"), rule.metric },
             { rule.isBelow ? QStringLiteral("below") : QStringLiteral("above"), rule.threshold },
             { QStringLiteral("forMs"), rule.forMs },
             { QStringLiteral("enabled"), rule.isEnabled } };
}

} // namespace relay::client
