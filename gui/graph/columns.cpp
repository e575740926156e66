// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/columns.h"

#include <QGuiApplication>

#include <algorithm>
#include <cmath>

namespace relay::gui::graph {

namespace {

constexpr std::array kGivesWay { Layer::Publisher, Layer::Reader, Layer::Topic };

//! Takes what is too much from one column after the other, down to the least.
void shrink(std::array<double, 3> &widths, double excess, const ColumnRules &rules)
{
    for (Layer layer : kGivesWay) {
        if (excess <= 0)
            return;
        double &width = widths[size_t(layer)];
        const double given = std::clamp(width - rules.layers[size_t(layer)].least, 0.0, excess);
        width -= given;
        excess -= given;
    }
}

} // namespace

Columns fitColumns(const Graph &graph, const GraphStyle &style, const Theme &theme, const ColumnRules &rules)
{
    std::array<double, 3> widths {};
    for (const Node &node : graph.nodes) {
        double &width = widths[size_t(node.layer)];
        width = std::max(width, std::ceil(naturalWidth(node, style, theme)));
    }
    double sum = 0;
    for (size_t i = 0; i < widths.size(); ++i) {
        widths[i] = std::clamp(widths[i], rules.layers[i].least, rules.layers[i].most);
        sum += widths[i];
    }
    const double room = rules.width - rules.marginStart - rules.marginEnd;
    shrink(widths, sum + 2 * rules.leastGap - room, rules);
    const double gaps = std::max(2 * rules.leastGap, room - widths[0] - widths[1] - widths[2]);
    Columns columns;
    columns.width = rules.width;
    columns.isRightToLeft = QGuiApplication::layoutDirection() == Qt::RightToLeft;
    const double topics = std::round(rules.marginStart + widths[0] + gaps * rules.firstGapShare);
    columns.layers[size_t(Layer::Publisher)] = { rules.marginStart, widths[0] };
    columns.layers[size_t(Layer::Topic)] = { topics, widths[1] };
    columns.layers[size_t(Layer::Reader)] = { rules.width - rules.marginEnd - widths[2], widths[2] };
    return columns;
}

} // namespace relay::gui::graph
