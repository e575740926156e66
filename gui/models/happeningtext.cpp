// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/happeningtext.h"

#include "gui/models/addresses.h"
#include "gui/models/alertwords.h"
#include "gui/models/happeningwords.h"
#include "gui/models/ordertext.h"

#include <QCoreApplication>
#include <QHash>

namespace relay::gui {

namespace {

using happening::Facts;

class HappeningText
{
    Q_DECLARE_TR_FUNCTIONS(HappeningText)
};

constexpr QLatin1String kCount("count"); // of similar ones that became this one

QString started(Facts &facts)
{
    return HappeningText::tr("%1 %2 was started, process %3", "Event: program, version, number")
        .arg(facts.name(QLatin1String("name")), facts.name(QLatin1String("version")), facts.id(QLatin1String("pid")));
}

QString topicOpened(Facts &facts)
{
    if (const int many = facts.count(kCount); many > 1)
        return HappeningText::tr("%n topic(s) opened", "Event", many);
    return HappeningText::tr("Topic %1 opened", "Event").arg(facts.topic());
}

QString topicClosed(Facts &facts)
{
    if (const int many = facts.count(kCount); many > 1)
        return HappeningText::tr("%n topic(s) closed", "Event", many);
    return HappeningText::tr("Topic %1 closed: nobody is on it any more", "Event").arg(facts.topic());
}

QString slowReader(Facts &facts)
{
    if (const int many = facts.count(kCount); many > 1)
        return HappeningText::tr("%n connection(s) read too slowly", "Event", many);
    return HappeningText::tr("Connection %1 on %2 reads too slowly", "Event")
        .arg(facts.id(QLatin1String("connection")), facts.topic());
}

QString dropping(Facts &facts)
{
    if (const int many = facts.count(kCount); many > 1)
        return HappeningText::tr("%n connection(s) read too slowly and lose messages", "Event", many);
    return HappeningText::tr("Connection %1 on %2 reads too slowly and loses messages", "Event")
        .arg(facts.id(QLatin1String("connection")), facts.topic());
}

QString recovered(Facts &facts)
{
    if (const int many = facts.count(kCount); many > 1)
        return HappeningText::tr("%n connection(s) keep up again", "Event", many);
    const QString age = format::together(format::age(facts.whole(QLatin1String("forMs"))));
    const QString connection = facts.id(QLatin1String("connection"));
    const int dropped = facts.count(QLatin1String("dropped"));
    if (dropped == 0)
        return HappeningText::tr("Connection %1 on %2 keeps up again after %3", "Event")
            .arg(connection, facts.topic(), age);
    return HappeningText::tr("Connection %1 on %2 keeps up again after %3 and %n lost message(s)", "Event", dropped)
        .arg(connection, facts.topic(), age);
}

QString refused(Facts &facts)
{
    return HappeningText::tr("%n attempt(s) refused: %1", "Event", facts.count(kCount))
        .arg(happening::refusalReason(facts.text(QLatin1String("reason"))));
}

QString loopLag(Facts &facts)
{
    if (!facts.flag(QLatin1String("isLate")))
        return HappeningText::tr("The workers of the relay are in time again", "Event");
    return HappeningText::tr("A worker of the relay came %1 late", "Event: how much")
        .arg(format::together(
            alertwords::valueText(QStringLiteral("loopLagMs"), facts.number(QLatin1String("loopLagMs")))));
}

QString connectionLimit(Facts &facts)
{
    const QString form = facts.flag(QLatin1String("isNear"))
        ? HappeningText::tr("Near the limit of connections: %1 of %2", "Event")
        : HappeningText::tr("No longer near the limit of connections: %1 of %2", "Event");
    return form.arg(facts.figure(QLatin1String("connections")), facts.figure(QLatin1String("maxConnections")));
}

QString memoryLimit(Facts &facts)
{
    const auto bytes = [&facts](QLatin1String name) {
        return format::together(format::bytes(static_cast<quint64>(std::max<qint64>(0, facts.whole(name)))));
    };
    const QString form = facts.flag(QLatin1String("isNear"))
        ? HappeningText::tr("Near the limit of memory: %1 of %2", "Event")
        : HappeningText::tr("No longer near the limit of memory: %1 of %2", "Event");
    return form.arg(bytes(QLatin1String("residentBytes")), bytes(QLatin1String("memoryLimit")));
}

QString certificate(Facts &facts)
{
    if (facts.flag(QLatin1String("isOver")))
        return HappeningText::tr("The TLS certificate has ended: renew it and reload", "Event");
    const int days = facts.count(QLatin1String("days"));
    return days == 0 ? HappeningText::tr("The TLS certificate ends within 24 hours", "Event")
                     : HappeningText::tr("The TLS certificate ends in %n day(s)", "Event", days);
}

client::AlertRule ruleOf(Facts &facts)
{
    client::AlertRule rule;
    rule.metric = facts.text(QLatin1String("metric"));
    rule.threshold = facts.number(QLatin1String("threshold"));
    rule.isBelow = facts.flag(QLatin1String("isBelow"));
    if (!alertwords::isKnown(rule.metric))
        facts.giveUp();
    return rule;
}

QString alertRaised(Facts &facts)
{
    return alertwords::raised(ruleOf(facts), facts.number(QLatin1String("value")));
}

QString alertCleared(Facts &facts)
{
    const client::AlertRule rule = ruleOf(facts);
    if (facts.flag(QLatin1String("isRuleChange")))
        return HappeningText::tr("%1: the rule of the alert was changed", "Event: metric")
            .arg(alertwords::metricText(rule.metric));
    return alertwords::cleared(rule, facts.number(QLatin1String("value")));
}

//! Those of orders are told twice: when they were given, and when what they began has ended.
QString ordered(Facts &facts)
{
    if (facts.has(QLatin1String("job")))
        return happening::jobText(facts);
    return facts.has(QLatin1String("action")) ? happening::orderText(facts) : happening::tapText(facts);
}

using Sentence = QString (*)(Facts &);

Sentence sentenceOf(const QString &code)
{
    static const QHash<QString, Sentence> all {
        { QStringLiteral("started"), started },
        { QStringLiteral("topic-opened"), topicOpened },
        { QStringLiteral("topic-closed"), topicClosed },
        { QStringLiteral("slow-reader"), slowReader },
        { QStringLiteral("dropping"), dropping },
        { QStringLiteral("recovered"), recovered },
        { QStringLiteral("refused"), refused },
        { QStringLiteral("loop-lag"), loopLag },
        { QStringLiteral("descriptor-limit"), connectionLimit },
        { QStringLiteral("memory-limit"), memoryLimit },
        { QStringLiteral("certificate"), certificate },
        { QStringLiteral("alert-raised"), alertRaised },
        { QStringLiteral("alert-cleared"), alertCleared },
        { QStringLiteral("kick"), ordered },
        { QStringLiteral("deny"), ordered },
        { QStringLiteral("tap"), ordered },
        { QStringLiteral("drain"), ordered },
        { QStringLiteral("reload"), ordered },
        { QStringLiteral("log"), ordered },
        { QStringLiteral("alerts"), ordered },
    };
    return all.value(code, nullptr);
}

} // namespace

QString happeningText(const QString &code, const QJsonObject &data, const QString &fallback)
{
    if (const Sentence sentence = sentenceOf(code)) {
        Facts facts(data);
        const QString text = sentence(facts);
        if (facts.areComplete())
            return text;
    }
    return addresses::shown(fallback);
}

} // namespace relay::gui
