// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/ordertext.h"

#include "gui/models/addresses.h"
#include "gui/models/happeningwords.h"

#include <QCoreApplication>

namespace relay::gui::happening {

namespace {

class OrderText
{
    Q_DECLARE_TR_FUNCTIONS(OrderText)
};

QString targetOf(Facts &facts)
{
    const QString kind = facts.text(QLatin1String("targetKind"));
    const QString name = facts.text(QLatin1String("targetName"));
    return targetText(kind, name, facts.text(QLatin1String("target")));
}

QString orderWithTarget(const QString &action, const QString &user, Facts &facts)
{
    const QString target = targetOf(facts);
    if (action == QLatin1String("connections.kick"))
        return OrderText::tr("Kicked by %1: %2", "Event: who, whom").arg(user, target);
    if (action == QLatin1String("deny.add"))
        return OrderText::tr("Denied by %1: %2", "Event: who, whom").arg(user, target);
    if (action == QLatin1String("deny.remove"))
        return OrderText::tr("Taken off the deny list by %1: %2", "Event: who, whom").arg(user, target);
    if (action == QLatin1String("tap.open"))
        return OrderText::tr("Tap opened by %1: %2", "Event: who, on what").arg(user, target);
    facts.giveUp();
    return {};
}

QString logText(const QString &user, Facts &facts)
{
    const QString category = facts.name(QLatin1String("targetName"));
    return OrderText::tr("Log level set by %1: %2 to %3", "Event: who, category, level")
        .arg(user, category, facts.name(QLatin1String("level")));
}

QString bareOrder(const QString &action, const QString &user, Facts &facts)
{
    if (action == QLatin1String("server.drain"))
        return (facts.flag(QLatin1String("cancel")) ? OrderText::tr("Drain called off by %1", "Event")
                                                    : OrderText::tr("Drain ordered by %1", "Event"))
            .arg(user);
    if (action == QLatin1String("server.reload"))
        return OrderText::tr("Configuration read again, as %1 ordered", "Event").arg(user);
    if (action == QLatin1String("alerts.set"))
        return OrderText::tr("Thresholds of the alerts set by %1", "Event").arg(user);
    if (action == QLatin1String("action.undo"))
        return OrderText::tr("Order taken back by %1", "Event").arg(user);
    return action == QLatin1String("log.level") ? logText(user, facts) : orderWithTarget(action, user, facts);
}

QString jobForm(const QString &state)
{
    if (state == QLatin1String("done"))
        return OrderText::tr("%1 is done: %2 of %3 closed, %4 had left before", "Event: a job");
    if (state == QLatin1String("cancelled"))
        return OrderText::tr("%1 was cancelled: %2 of %3 closed, %4 had left before", "Event: a job");
    if (state == QLatin1String("failed"))
        return OrderText::tr("%1 has failed: %2 of %3 closed, %4 had left before", "Event: a job");
    return {};
}

} // namespace

QString orderText(Facts &facts)
{
    const QString action = facts.text(QLatin1String("action"));
    const QString sentence = bareOrder(action, facts.name(QLatin1String("user")), facts);
    const QString reason = facts.text(QLatin1String("reason"));
    if (reason.isEmpty())
        return sentence;
    return OrderText::tr("%1 (%2)", "Event: an order, and why").arg(sentence, format::together(addresses::shown(reason)));
}

QString jobText(Facts &facts)
{
    const QString state = facts.text(QLatin1String("state"));
    const bool isDrain = facts.text(QLatin1String("kind")) == QLatin1String("drain");
    const QString what = isDrain
        ? OrderText::tr("Drain by %1", "Event: a job, and whose").arg(facts.name(QLatin1String("user")))
        : OrderText::tr("Kick by %1 (%2)", "Event: a job, whose, and of what")
              .arg(facts.name(QLatin1String("user")), targetOf(facts));
    const QString form = jobForm(state);
    if (form.isEmpty())
        facts.giveUp();
    if (!facts.areComplete())
        return {};
    return form.arg(what, facts.figure(QLatin1String("done")), facts.figure(QLatin1String("total")),
                    facts.figure(QLatin1String("gone")));
}

QString tapText(Facts &facts)
{
    const QString target = facts.has(QLatin1String("connection"))
        ? targetText(QStringLiteral("connection"), facts.id(QLatin1String("connection")), {})
        : targetText(QStringLiteral("topic"), format::topic(facts.text(QLatin1String("topic"))), {});
    const QString user = facts.name(QLatin1String("user"));
    return OrderText::tr("Tap of %1 ended after %n message(s), %2: %3", "Event: whose, on what, why it ended",
                         facts.count(QLatin1String("messages")))
        .arg(user, target, tapEnd(facts.text(QLatin1String("reason"))));
}

} // namespace relay::gui::happening
