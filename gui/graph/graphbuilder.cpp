// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/graphbuilder.h"

#include "gui/graph/familyfold.h"
#include "gui/graph/names.h"
#include "gui/graph/topicgroup.h"
#include "gui/graph/words.h"
#include "gui/models/addresses.h"
#include "gui/models/format.h"

#include <algorithm>

namespace relay::gui::graph {

namespace {

//! The publishers of one topic that share a box.
struct PublisherBox
{
    QString key;
    QString label;
    QVector<Member> members;
};

//! One box for each address, the last one for all that are too many.
QVector<PublisherBox> publisherBoxes(const TopicGroup &group, int shown)
{
    QVector<PublisherBox> boxes;
    for (const Member &member : group.publishers) {
        const QString address = hostOf(member.connection->address);
        if (boxes.isEmpty() || boxes.last().label != address) {
            const QString key = QLatin1String("p") + group.experiment + QLatin1Char('/') + address;
            boxes.append({ key, address, {} });
        }
        boxes.last().members.append(member);
    }
    if (boxes.size() <= shown)
        return boxes;
    PublisherBox folded { QLatin1String("p") + group.topic.id + QLatin1String("/folded"), {}, {} };
    for (qsizetype i = shown - 1; i < boxes.size(); ++i)
        folded.members += boxes[i].members;
    folded.label = words::publishers(int(folded.members.size()));
    boxes.resize(shown - 1);
    boxes.append(folded);
    return boxes;
}

class Builder
{
public:
    explicit Builder(const GraphOptions &options)
        : m_options(options)
    {
    }

    void add(const TopicGroup &group)
    {
        RowTopic row { rowName(group), group.experiment, {}, 0 };
        const int topic = addTopic(group);
        const int shown = isFamily(group.topic.id) ? 1 : m_options.publishersShown;
        for (const PublisherBox &box : publisherBoxes(group, shown)) {
            addPublisher(box, group.topic, topic);
            row.publishers.append(box.key);
        }
        QVector<Node> readers = foldReaders(group.topic, group.readers, group.topic.inRate, foldOf(group));
        if (isFamily(group.topic.id) && !readers.isEmpty())
            withoutShares(readers);
        row.readerRows = int(readers.size());
        m_readerKeys.append(QStringList());
        for (const Node &reader : readers)
            addReader(reader, topic);
        m_rows.append(row);
        m_graph.publishers += int(group.publishers.size());
        m_graph.subscribers += int(group.readers.size());
    }

    Graph finish()
    {
        const RowPlaces places = placeRows(m_rows, m_options.rows);
        for (qsizetype i = 0; i < m_rows.size(); ++i) {
            m_graph.centres.insert(m_topicKeys[i], places.topics[i]);
            for (qsizetype row = 0; row < m_readerKeys[i].size(); ++row)
                m_graph.centres.insert(m_readerKeys[i][row], places.readers[i][row]);
        }
        for (auto it = places.publishers.begin(); it != places.publishers.end(); ++it)
            m_graph.centres.insert(it.key(), it.value());
        m_graph.height = places.height;
        return m_graph;
    }

    void setTopicCount(int count) { m_graph.topics = count; }

private:
    //! Places must not depend on the language, so folded topics go by their family's name, the rest last.
    static QString rowName(const TopicGroup &group)
    {
        if (!isFamily(group.topic.id))
            return group.label;
        return group.experiment.isEmpty() ? QString(QChar(0xFFFD)) : group.experiment;
    }

    //! Readers of many topics have no common offer: nothing can be said about the share they get.
    static void withoutShares(QVector<Node> &readers)
    {
        for (Node &reader : readers)
            reader.offered = reader.rate;
    }

    [[nodiscard]] FoldOptions foldOf(const TopicGroup &group) const
    {
        FoldOptions fold = m_options.fold;
        if (m_options.unfolded.contains(group.topic.id))
            fold.healthyShown = m_options.unfoldedLimit;
        return fold;
    }

    int addTopic(const TopicGroup &group)
    {
        Node node;
        node.key = QLatin1String("t") + group.topic.id;
        node.layer = Layer::Topic;
        node.label = group.label;
        node.icon = isFamily(group.topic.id) ? QStringLiteral("topic") : format::kindIcon(group.topic.kind);
        node.topic = group.topic.id;
        node.rate = group.topic.inRate;
        m_topicKeys.append(node.key);
        m_graph.nodes.append(node);
        return int(m_graph.nodes.size()) - 1;
    }

    void addPublisher(const PublisherBox &box, const client::Topic &of, int topic)
    {
        const bool isShell = of.kind == QLatin1String("stream"); // a host offers itself rather than publish
        int index = m_publisherIndex.value(box.key, -1);
        if (index < 0) {
            index = int(m_graph.nodes.size());
            m_publisherIndex.insert(box.key, index);
            Node node;
            node.key = box.key;
            node.layer = Layer::Publisher;
            node.label = addresses::shown(box.label);
            node.icon = isShell ? QStringLiteral("server") : QStringLiteral("publisher");
            node.topic = of.id;
            m_graph.nodes.append(node);
        }
        Node &node = m_graph.nodes[index];
        Edge edge { index, topic };
        for (const Member &member : box.members) {
            edge.rate += member.connection->inRate;
            node.status = worse(node.status, member.status);
            node.connections.append(member.connection->id);
        }
        node.rate += edge.rate;
        m_graph.edges.append(edge);
    }

    void addReader(const Node &reader, int topic)
    {
        m_readerKeys.last().append(reader.key);
        m_graph.nodes.append(reader);
        Edge edge { topic, int(m_graph.nodes.size()) - 1 };
        edge.rate = std::max(reader.offered, reader.rate);
        edge.share = reader.offered > 0 ? std::clamp(reader.rate / reader.offered, 0.0, 1.0) : 1;
        edge.status = reader.status;
        edge.isTwoWay = reader.isTwoWay;
        m_graph.edges.append(edge);
    }

    const GraphOptions &m_options;
    Graph m_graph;
    QVector<RowTopic> m_rows;
    QStringList m_topicKeys;
    QVector<QStringList> m_readerKeys; //!< by topic
    QHash<QString, int> m_publisherIndex;
};

} // namespace

Graph buildGraph(const client::Mirror &mirror, const HealthBook &health, const GraphOptions &options)
{
    QVector<TopicGroup> groups = groupByTopic(mirror, health, { options.onlyTopic, options.members });
    Builder builder(options);
    builder.setTopicCount(int(groups.size()));
    foldFamilies(groups, options.nodeLimit, options.fold);
    for (const TopicGroup &group : groups)
        builder.add(group);
    return builder.finish();
}

} // namespace relay::gui::graph
