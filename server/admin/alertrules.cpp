// SPDX-License-Identifier: GPL-3.0-or-later
// Rules as JSON, and those that a relayd has before anybody sets others.
#include "server/admin/alertboard.h"

#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace relay::admin {

namespace {

constexpr qsizetype kLongestId = 64;
constexpr std::int64_t kLongestForMs = 24LL * 3600 * 1000;

std::size_t indexOf(QLatin1String metric)
{
    const auto found = std::find_if(kAlertMetrics.begin(), kAlertMetrics.end(),
                                    [&](const AlertMetric &known) { return known.name == metric; });
    return std::size_t(found - kAlertMetrics.begin());
}

QString metricNames()
{
    QStringList names;
    for (const AlertMetric &metric : kAlertMetrics)
        names << QString(metric.name);
    return names.join(QStringLiteral(", "));
}

Error wrong(qsizetype index, const QString &what)
{
    return { ErrorClass::InvalidParams, QStringLiteral("Rule %1: %2").arg(index + 1).arg(what) };
}

QLatin1String wordFor(const AlertMetric &metric)
{
    return metric.isBelow ? QLatin1String("below") : QLatin1String("above");
}

std::optional<QString> unknownMember(const QJsonObject &rule)
{
    static const QStringList kKnown { QStringLiteral("id"),    QStringLiteral("metric"), QStringLiteral("above"),
                                      QStringLiteral("below"), QStringLiteral("forMs"),  QStringLiteral("enabled") };
    const QStringList names = rule.keys();
    for (const QString &name : names) {
        if (!kKnown.contains(name))
            return name;
    }
    return std::nullopt;
}

//! The rule, or what is wrong with it.
std::variant<AlertRule, QString> readRule(const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    if (!value.isObject())
        return QStringLiteral("it must be an object {id, metric, above, forMs, enabled}.");
    if (const auto name = unknownMember(object))
        return QStringLiteral("it has an unknown member \"%1\".").arg(*name);
    AlertRule rule;
    rule.id = object.value(QLatin1String("id")).toString();
    if (rule.id.isEmpty() || rule.id.size() > kLongestId)
        return QStringLiteral("\"id\" must be a text of 1 to %1 characters.").arg(kLongestId);
    rule.metric = indexOf(QLatin1String(object.value(QLatin1String("metric")).toString().toLatin1()));
    if (rule.metric == kAlertMetrics.size())
        return QStringLiteral("\"metric\" must be one of %1.").arg(metricNames());
    const AlertMetric &metric = kAlertMetrics.at(rule.metric);
    const QJsonValue threshold = object.value(wordFor(metric));
    rule.threshold = threshold.toDouble(-1);
    const bool hasOther = object.contains(metric.isBelow ? QLatin1String("above") : QLatin1String("below"));
    if (!threshold.isDouble() || hasOther || rule.threshold < 0 || !std::isfinite(rule.threshold))
        return QStringLiteral("%1 needs \"%2\", a number from 0 on, and no other threshold.")
            .arg(QString(metric.name), QString(wordFor(metric)));
    const QJsonValue forMs = object.value(QLatin1String("forMs"));
    rule.forMs = forMs.toInteger(forMs.isUndefined() ? 0 : -1);
    if (rule.forMs < 0 || rule.forMs > kLongestForMs)
        return QStringLiteral("\"forMs\" must be a whole number from 0 to %1.").arg(kLongestForMs);
    const QJsonValue enabled = object.value(QLatin1String("enabled"));
    if (!enabled.isUndefined() && !enabled.isBool())
        return QStringLiteral("\"enabled\" must be true or false.");
    rule.isEnabled = enabled.toBool(true);
    return rule;
}

} // namespace

std::variant<std::vector<AlertRule>, Error> readAlertRules(const QJsonArray &list)
{
    if (list.size() > kMaxAlertRules)
        return Error { ErrorClass::LimitReached, QStringLiteral("There may be %1 rules.").arg(kMaxAlertRules) };
    std::vector<AlertRule> rules;
    QSet<QString> ids;
    for (qsizetype i = 0; i < list.size(); ++i) {
        auto read = readRule(list.at(i));
        if (const auto *text = std::get_if<QString>(&read))
            return wrong(i, *text);
        const auto &rule = std::get<AlertRule>(read);
        if (ids.contains(rule.id))
            return wrong(i, QStringLiteral("another one has the id \"%1\".").arg(rule.id));
        ids.insert(rule.id);
        rules.push_back(rule);
    }
    return rules;
}

std::vector<AlertRule> usualAlertRules()
{
    const auto rule = [](const char *id, const char *metric, double threshold, std::int64_t forMs) {
        return AlertRule { QString::fromLatin1(id), indexOf(QLatin1String(metric)), threshold, forMs, true };
    };
    return { rule("slow-readers", "slowReaders", 0, 30'000), rule("drops", "dropsPerSecond", 100, 10'000),
             rule("loop-lag", "loopLagMs", 250, 10'000),     rule("connections", "connectionsShare", 90, 10'000),
             rule("certificate", "certificateDays", 14, 0),  rule("memory", "memoryShare", 90, 30'000) };
}

void writeAlertRules(JsonWriter &out, const std::vector<AlertRule> &rules)
{
    out.beginArray();
    for (const AlertRule &rule : rules) {
        const AlertMetric &metric = kAlertMetrics.at(rule.metric);
        out.beginObject();
        out.key("id");
        out.text(rule.id);
        out.key("metric");
        out.text(QString(metric.name));
        out.key(metric.isBelow ? "below" : "above");
        out.decimal(rule.threshold);
        out.key("forMs");
        out.number(rule.forMs);
        out.key("enabled");
        out.boolean(rule.isEnabled);
        out.endObject();
    }
    out.endArray();
}

} // namespace relay::admin
