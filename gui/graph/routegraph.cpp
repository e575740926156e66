// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/routegraph.h"

#include <algorithm>
#include <cmath>

namespace relay::gui::graph {

namespace {

constexpr double kThinnestRate = 0.1e6 / 8; //!< bytes/s at which a line begins to widen
constexpr double kWidest = 9;

} // namespace

int Graph::indexOf(const QString &key) const
{
    const auto found = std::find_if(nodes.begin(), nodes.end(), [&key](const Node &node) { return node.key == key; });
    return found == nodes.end() ? -1 : int(found - nodes.begin());
}

int Graph::nodeOf(quint64 connection) const
{
    if (connection == 0)
        return -1;
    const auto holds = [connection](const Node &node) { return node.connections.contains(connection); };
    const auto found = std::find_if(nodes.begin(), nodes.end(), holds);
    return found == nodes.end() ? -1 : int(found - nodes.begin());
}

bool Graph::isOnRoute(const Edge &edge, int selected) const
{
    if (selected < 0)
        return false;
    if (edge.from == selected || edge.to == selected)
        return true;
    const bool selectsReader = nodes[selected].layer == Layer::Reader;
    return selectsReader && nodes[edge.to].layer == Layer::Topic && nodes[edge.to].topic == nodes[selected].topic;
}

double edgeWidth(double rate)
{
    if (rate <= kThinnestRate)
        return 1;
    return std::min(kWidest, 1 + 2 * std::log10(rate / kThinnestRate));
}

Status worse(Status a, Status b)
{
    return sortRank(a) <= sortRank(b) ? a : b;
}

} // namespace relay::gui::graph
