// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/status.h"

#include <QHash>
#include <QString>
#include <QVector>

//! The routing graph as values: who publishes to which topic and who reads it. Pure.
namespace relay::gui::graph {

enum class Layer : quint8 { Publisher, Topic, Reader };

//! A box of the graph. Keys are made of names and ids, so that a box is found again after every update.
struct Node
{
    QString key;
    Layer layer = Layer::Topic;
    QString label;
    QString icon;  //!< file name without ending; of readers the status stands instead
    QString topic; //!< id; of a publisher the first one
    Status status = Status::Healthy;
    double rate = 0;              //!< bytes/s: given by a publisher, through a topic, delivered to readers
    double offered = 0;           //!< bytes/s that the topic gives to each reader of this box
    double dropRate = 0;          //!< messages/s
    bool isTwoWay = false;        //!< reads and writes
    QVector<quint64> connections; //!< one, or several folded into one; none for topics

    [[nodiscard]] bool isFolded() const { return connections.size() > 1; }
    friend bool operator==(const Node &, const Node &) = default;
};

struct Edge
{
    int from = 0; //!< index of a node
    int to = 0;
    double rate = 0;  //!< bytes/s; of a reader what it is offered
    double share = 1; //!< 0 to 1, delivered of offered
    Status status = Status::Healthy;
    bool isTwoWay = false;

    friend bool operator==(const Edge &, const Edge &) = default;
};

struct Graph
{
    QVector<Node> nodes;
    QVector<Edge> edges;
    QHash<QString, double> centres; //!< y of each node's middle by key, from placeRows()
    double height = 0;
    int publishers = 0; //!< connections, folded or not
    int topics = 0;
    int subscribers = 0; //!< connections

    [[nodiscard]] int indexOf(const QString &key) const;
    //! The box that this connection is in; -1: none.
    [[nodiscard]] int nodeOf(quint64 connection) const;
    //! Whether a selected connection runs along this edge: its own, and those from publishers to its topic.
    [[nodiscard]] bool isOnRoute(const Edge &edge, int selected) const;
};

//! How wide a line of this rate (bytes/s) is drawn, px: 1 to 9, by the logarithm.
[[nodiscard]] double edgeWidth(double rate);

//! Worst of both: Dropping, Slow, Expiring, then the rest.
[[nodiscard]] Status worse(Status a, Status b);

} // namespace relay::gui::graph
