// SPDX-License-Identifier: GPL-3.0-or-later
// routes.test: who would get what is sent to a topic, whether it exists or not.
#include "common/admin/jsonwriter.h"
#include "common/topic/kind.h"
#include "server/admin/bookings.h"
#include "server/admin/facilities.h"
#include "server/admin/methods.h"
#include "server/stats/names.h"

namespace relay::admin::calls {

namespace {

using topic::Kind;

constexpr std::size_t kMostIds = 5000; // so that all three lists fit into a line

//! What a reader that cannot keep up loses.
QString policyOf(Kind kind, bool endsSlowReaders)
{
    switch (kind) {
    case Kind::Video: return QStringLiteral("a slow reader loses the oldest messages that wait");
    case Kind::Stream: return QStringLiteral("nothing is lost: who sends is made to wait");
    case Kind::Data: break;
    }
    return endsSlowReaders ? QStringLiteral("a slow reader is disconnected")
                           : QStringLiteral("a slow reader loses the newest messages");
}

QString neededFor(const CallContext &context, const QByteArray &id)
{
    if (context.info.isOpen)
        return QStringLiteral("nothing: the relay is open");
    const bool isSession = !id.startsWith("/in/") && !id.startsWith("/out/") && !id.startsWith("/bi/");
    if (context.facilities && context.facilities->hasOpenTopics && !isSession)
        return QStringLiteral("nothing: this topic is one of the open ones");
    if (context.facilities && context.facilities->opensSessions && !context.facilities->opensSessions())
        return QStringLiteral("no token will do: this relay has a secret for shells alone");
    return QStringLiteral("a token for this topic, with the scope read to get messages and write to send them");
}

//! The pattern of the rule that decides, if one does.
QByteArray ruleFor(const QByteArray &id, const Facilities *facilities)
{
    if (!facilities)
        return {};
    for (const topic::KindRule &rule : facilities->kinds) {
        if (topic::matches(id, rule.match))
            return rule.match;
    }
    return {};
}

} // namespace

Outcome routesTest(const CallContext &context, Arguments &arguments)
{
    const QByteArray id = arguments.name(QLatin1String("topic"), 2048).toUtf8();
    if (arguments.error())
        return *arguments.error();
    const stats::TopicEntry *known = context.ledger.findTopic(id);
    const Kind kind = known  ? known->kind
        : context.facilities ? topic::kindOfTopic(id, false, context.facilities->kinds)
                             : topic::kindOfTopic(id, false, {});
    std::vector<stats::ConnectionId> senders, readers, slow;
    for (const stats::ConnectionId member : known ? known->members : std::vector<stats::ConnectionId> {}) {
        const stats::ConnectionEntry *entry = context.ledger.find(member);
        if (stats::publishes(entry->facts.role))
            senders.push_back(member);
        if (stats::subscribes(entry->facts.role))
            readers.push_back(member);
        if (entry->isSlow)
            slow.push_back(member);
    }
    JsonWriter out;
    out.beginObject();
    out.key("topic");
    out.utf8(id);
    out.key("exists");
    out.boolean(known != nullptr);
    out.key("kind");
    out.utf8(stats::nameOf(kind));
    out.key("rule");
    if (const QByteArray rule = ruleFor(id, context.facilities); rule.isEmpty())
        out.raw("null");
    else
        out.utf8(rule);
    out.key("policy");
    out.text(policyOf(kind, context.facilities && context.facilities->endsSlowReaders));
    out.key("mode");
    out.text(QString(context.info.mode()));
    out.key("needed");
    out.text(neededFor(context, id));
    out.key("publishers");
    out.number(std::uint64_t { senders.size() });
    out.key("subscribers");
    out.number(std::uint64_t { readers.size() });
    writeIds(out, "publisherIds", senders, kMostIds);
    writeIds(out, "subscriberIds", readers, kMostIds);
    writeIds(out, "slowIds", slow, kMostIds);
    out.endObject();
    return out.take();
}

} // namespace relay::admin::calls
