// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/topicgroup.h"

#include "gui/graph/names.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace relay::gui::graph {

namespace {

bool isPublisher(const client::Connection &connection)
{
    return connection.role == QLatin1String("publisher") || connection.role == QLatin1String("host");
}

bool isBefore(const Member &a, const Member &b)
{
    const int order = naturalCompare(a.connection->address, b.connection->address);
    return order != 0 ? order < 0 : a.connection->id < b.connection->id;
}

TopicGroup makeGroup(const client::Topic &topic)
{
    TopicGroup group;
    group.topic = topic;
    group.label = topicLabel(topic.id);
    group.experiment = experimentOf(group.label);
    return group;
}

//! A connection that came before its topic's figures.
client::Topic impliedTopic(const client::Connection &connection)
{
    client::Topic topic;
    topic.id = connection.topic;
    topic.kind = connection.kind;
    return topic;
}

} // namespace

bool TopicGroup::isTroubled() const
{
    const auto needsALook = [](const Member &member) { return needsAttention(member.status); };
    return std::any_of(readers.begin(), readers.end(), needsALook)
        || std::any_of(publishers.begin(), publishers.end(), needsALook);
}

QVector<TopicGroup> groupByTopic(const client::Mirror &mirror, const HealthBook &health, const GroupFilter &filter)
{
    const QString &onlyTopic = filter.onlyTopic;
    QHash<QString, TopicGroup> groups;
    QSet<QString> wanted; //!< topics with somebody whom the filter lets through
    for (const client::Topic &topic : mirror.topics()) {
        if (onlyTopic.isEmpty() || topic.id == onlyTopic)
            groups.insert(topic.id, makeGroup(topic));
    }
    for (const client::Connection &connection : mirror.connections()) {
        if (!onlyTopic.isEmpty() && connection.topic != onlyTopic)
            continue;
        const Health memberHealth = health.of(connection.id);
        const bool isWanted = !filter.members || filter.members(connection, memberHealth);
        if (isWanted)
            wanted.insert(connection.topic);
        else if (!isPublisher(connection))
            continue;
        auto group = groups.find(connection.topic);
        if (group == groups.end())
            group = groups.insert(connection.topic, makeGroup(impliedTopic(connection)));
        auto &side = isPublisher(connection) ? group->publishers : group->readers;
        side.append({ &connection, memberHealth.status, memberHealth.dropRate });
    }
    QVector<TopicGroup> sorted;
    for (TopicGroup &group : groups) {
        if (filter.members && !wanted.contains(group.topic.id))
            continue;
        std::sort(group.publishers.begin(), group.publishers.end(), isBefore);
        sorted.append(std::move(group));
    }
    std::sort(sorted.begin(), sorted.end(), [](const TopicGroup &a, const TopicGroup &b) {
        const int order = naturalCompare(a.label, b.label);
        return order != 0 ? order < 0 : a.topic.id < b.topic.id;
    });
    return sorted;
}

void merge(TopicGroup &into, const TopicGroup &from)
{
    into.topic.inRate += from.topic.inRate;
    into.topic.outRate += from.topic.outRate;
    into.topic.dropped += from.topic.dropped;
    into.topic.publishers += from.topic.publishers;
    into.topic.subscribers += from.topic.subscribers;
    into.publishers += from.publishers;
    into.readers += from.readers;
}

} // namespace relay::gui::graph
