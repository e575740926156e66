// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/folding.h"

#include "gui/graph/names.h"
#include "gui/graph/words.h"

#include <algorithm>

namespace relay::gui::graph {

namespace {

bool isTroubled(const Member &member)
{
    return member.status == Status::Dropping || member.status == Status::Slow;
}

bool isTwoWay(const client::Connection &connection)
{
    return connection.role == QLatin1String("both") || connection.role == QLatin1String("client");
}

//! Worst first, then by name: never by a rate, or boxes would change places all the time.
bool standsAbove(const Member &a, const Member &b)
{
    if (isTroubled(a) != isTroubled(b))
        return isTroubled(a);
    if (isTroubled(a) && a.status != b.status)
        return sortRank(a.status) < sortRank(b.status);
    const int order = naturalCompare(a.connection->address, b.connection->address);
    return order != 0 ? order < 0 : a.connection->id < b.connection->id;
}

Node aloneNode(const client::Topic &topic, const Member &member, double offered)
{
    const client::Connection &connection = *member.connection;
    Node node;
    node.key = QStringLiteral("c%1").arg(connection.id);
    node.layer = Layer::Reader;
    node.label = peerLabel(connection.address);
    node.topic = topic.id;
    node.status = member.status;
    node.rate = connection.outRate;
    node.offered = offeredTo(connection, offered);
    node.dropRate = member.dropRate;
    node.isTwoWay = isTwoWay(connection);
    node.connections = { connection.id };
    return node;
}

int countOf(const QVector<Member> &members, Status status)
{
    return int(std::count_if(members.begin(), members.end(),
                             [status](const Member &member) { return member.status == status; }));
}

QString foldLabel(const client::Topic &topic, const QVector<Member> &members, const FoldOptions &options)
{
    words::FoldCounts counts;
    counts.all = int(members.size());
    counts.dropping = countOf(members, Status::Dropping);
    counts.slow = countOf(members, Status::Slow);
    counts.expiring = options.isOneFold ? 0 : countOf(members, Status::Expiring); // the icon says it
    const bool isTalk = std::all_of(members.begin(), members.end(),
                                    [](const Member &member) { return isTwoWay(*member.connection); });
    counts.kind = topic.kind == QLatin1String("stream") ? words::FoldKind::Clients
        : isTalk                                        ? words::FoldKind::Members
        : topic.kind == QLatin1String("video")          ? words::FoldKind::Viewers
                                                        : words::FoldKind::Readers;
    return words::fold(counts);
}

Node foldedNode(const client::Topic &topic, const QString &suffix, const QVector<Member> &members, double offered,
                const FoldOptions &options)
{
    if (members.size() == 1)
        return aloneNode(topic, members.first(), offered);
    Node node;
    node.key = QLatin1String("f") + topic.id + suffix;
    node.layer = Layer::Reader;
    node.label = foldLabel(topic, members, options);
    node.topic = topic.id;
    node.status = Status::Idle; // the best: only what is worse replaces it
    for (const Member &member : members) {
        node.status = worse(node.status, member.status);
        node.rate += member.connection->outRate;
        node.offered += offeredTo(*member.connection, offered);
        node.dropRate += member.dropRate;
        node.isTwoWay |= isTwoWay(*member.connection);
        node.connections.append(member.connection->id);
    }
    std::sort(node.connections.begin(), node.connections.end()); // the same every time
    return node;
}

//! Cuts off and returns what no longer may stand alone.
QVector<Member> takeFrom(QVector<Member> &members, qsizetype index)
{
    QVector<Member> taken = members.mid(index);
    members.resize(std::min(members.size(), index));
    return taken;
}

//! The first `count` of them in their order, the others behind in none: thousands that are folded need none.
void sortFirst(QVector<Member> &members, qsizetype count)
{
    std::partial_sort(members.begin(), members.begin() + std::clamp<qsizetype>(count, 0, members.size()), members.end(),
                      standsAbove);
}

struct Groups
{
    QVector<Member> alone;
    QVector<Member> troubled; //!< beyond those that stand alone
    QVector<Member> readers;  //!< healthy
    QVector<Member> talkers;  //!< healthy, read and write
};

Groups group(const QVector<Member> &members, const FoldOptions &options)
{
    Groups groups;
    for (const Member &member : members) {
        if (member.connection->id == options.alone)
            groups.alone.append(member);
        else if (isTroubled(member))
            groups.troubled.append(member);
        else
            (isTwoWay(*member.connection) && !options.isOneFold ? groups.talkers : groups.readers).append(member);
    }
    sortFirst(groups.troubled, options.troubledShown);
    const QVector<Member> rest = takeFrom(groups.troubled, options.troubledShown);
    groups.alone += groups.troubled;
    std::sort(groups.alone.begin(), groups.alone.end(), standsAbove);
    groups.troubled = options.isOneFold ? QVector<Member>() : rest;
    if (options.isOneFold)
        groups.readers += rest;
    return groups;
}

void appendHealthy(QVector<Node> &nodes, const client::Topic &topic, QVector<Member> members, const QString &suffix,
                   double offered, const FoldOptions &options)
{
    // One more than may be shown is no reason for a box that says "+1".
    const qsizetype shown = members.size() <= options.healthyShown ? members.size() : options.healthyShown - 1;
    sortFirst(members, shown);
    const QVector<Member> folded = takeFrom(members, std::max<qsizetype>(0, shown));
    for (const Member &member : members)
        nodes.append(aloneNode(topic, member, offered));
    if (!folded.isEmpty())
        nodes.append(foldedNode(topic, suffix, folded, offered, options));
}

} // namespace

double offeredTo(const client::Connection &reader, double topicInRate)
{
    return std::max(0.0, topicInRate - reader.inRate);
}

QVector<Node> foldReaders(const client::Topic &topic, const QVector<Member> &readers, double offered,
                          const FoldOptions &options)
{
    const Groups groups = group(readers, options);
    QVector<Node> nodes;
    for (const Member &member : groups.alone)
        nodes.append(aloneNode(topic, member, offered));
    if (!groups.troubled.isEmpty())
        nodes.append(foldedNode(topic, QStringLiteral("/troubled"), groups.troubled, offered, options));
    appendHealthy(nodes, topic, groups.talkers, QStringLiteral("/talkers"), offered, options);
    appendHealthy(nodes, topic, groups.readers, QStringLiteral("/readers"), offered, options);
    return nodes;
}

} // namespace relay::gui::graph
