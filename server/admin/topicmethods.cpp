// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/admin/jsonwriter.h"
#include "server/admin/methods.h"
#include "server/admin/page.h"
#include "server/admin/rows.h"
#include "server/stats/names.h"

namespace relay::admin::calls {

namespace {

constexpr int kIdsPerSide = 1000; // of one topic in one answer; the counts say how many there are

Error noTopic(const QString &id)
{
    return { ErrorClass::NotFound, QStringLiteral("Nobody is on the topic \"%1\".").arg(id) };
}

using Belongs = bool (*)(stats::Role);

void writeMembers(JsonWriter &out, const CallContext &context, const stats::TopicEntry &topic, Belongs belongs)
{
    out.beginArray();
    int count = 0;
    for (const stats::ConnectionId id : topic.members) {
        const stats::ConnectionEntry *entry = context.ledger.find(id);
        if (!entry || !belongs(entry->facts.role))
            continue;
        if (++count > kIdsPerSide)
            break;
        out.number(std::uint64_t { id });
    }
    out.endArray();
}

void writeRoute(JsonWriter &out, const CallContext &context, const stats::TopicEntry &topic)
{
    out.beginArray();
    out.utf8(topic.id);
    out.number(topic.publishers);
    out.number(topic.subscribers);
    writeMembers(out, context, topic, stats::publishes);
    writeMembers(out, context, topic, stats::subscribes);
    out.endArray();
}

} // namespace

Outcome topicsList(const CallContext &context, Arguments &arguments)
{
    auto read = readPageRequest(arguments);
    if (auto *error = std::get_if<Error>(&read))
        return std::move(*error);
    const auto &request = std::get<PageRequest>(read);
    if (!request.filter.isForTopics())
        return Error { ErrorClass::InvalidFilter,
                       QStringLiteral("Topics can be filtered by bare words and topic: only.") };
    auto columns = TopicColumns::choose(request.fields, defaultColumns(QString(stream::kTopics)));
    if (auto *error = std::get_if<Error>(&columns))
        return std::move(*error);
    const QString sortColumn = request.sortColumn.isEmpty() ? QStringLiteral("id") : request.sortColumn;
    auto sortBy = TopicColumns::choose({ sortColumn }, {});
    if (auto *error = std::get_if<Error>(&sortBy))
        return std::move(*error);
    std::vector<const stats::TopicEntry *> wanted;
    for (const auto &[id, topic] : context.ledger.topics()) {
        if (request.filter.matchesTopic(id))
            wanted.push_back(&topic);
    }
    return writePage(wanted, std::get<TopicColumns>(columns), std::get<TopicColumns>(sortBy), request);
}

Outcome topicsGet(const CallContext &context, Arguments &arguments)
{
    const QString id = arguments.text(QLatin1String("id"), 4096);
    if (arguments.error())
        return *arguments.error();
    const stats::TopicEntry *topic = context.ledger.findTopic(id.toUtf8());
    if (!topic)
        return noTopic(id);
    static const auto columns
        = std::get<TopicColumns>(TopicColumns::choose({}, defaultColumns(QString(stream::kTopics))));
    JsonWriter out;
    out.beginObject();
    columns.writeObject(out, *topic);
    out.key("publisherIds");
    writeMembers(out, context, *topic, stats::publishes);
    out.key("subscriberIds");
    writeMembers(out, context, *topic, stats::subscribes);
    out.endObject();
    return out.take();
}

Outcome routesGet(const CallContext &context, Arguments &arguments)
{
    const QString only = arguments.text(QLatin1String("topic"), 4096, QString());
    const QByteArray cursor = arguments.text(QLatin1String("cursor"), 4096, QString()).toUtf8();
    if (arguments.error())
        return *arguments.error();
    const auto &topics = context.ledger.topics();
    if (!only.isEmpty() && !context.ledger.findTopic(only.toUtf8()))
        return noTopic(only);
    JsonWriter out;
    out.beginObject();
    out.key("columns");
    out.raw("[\"id\",\"publishers\",\"subscribers\",\"publisherIds\",\"subscriberIds\"]");
    out.key("rows");
    out.beginArray();
    // A topic's name is its own cursor: the page goes on behind it.
    auto it = !only.isEmpty() ? topics.find(only.toUtf8())
        : cursor.isEmpty()    ? topics.begin()
                              : topics.upper_bound(cursor);
    const auto end = only.isEmpty() ? topics.end() : std::next(it);
    QByteArray last;
    for (int count = 0; it != end && count < kRowsPerMessage && out.size() < kPageBytes; ++it, ++count) {
        writeRoute(out, context, it->second);
        last = it->first;
    }
    out.endArray();
    if (it != end) {
        out.key("cursor");
        out.utf8(last);
    }
    out.endObject();
    return out.take();
}

} // namespace relay::admin::calls
