// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/graph/routegraph.h"
#include "gui/theme/theme.h"

#include <QString>

#include <array>

namespace relay::gui::graph {

//! How boxes look: the large graph is denser than the route of one selection.
struct GraphStyle
{
    double nodeHeight = 18;
    Theme::Type label = Theme::Type::Small;
    Theme::Type rate = Theme::Type::Caption;
    bool hasTopicDetails = true; //!< icon and rate in topics
    bool hasPublisherRate = true;
    bool hasShares = true;     //!< "1.21 of 4.02" at a reader that loses messages
    bool hasRouteColor = true; //!< the selected route's edges in the accent colour
};

//! Where the three layers stand, in px from the leading edge.
struct Columns
{
    struct Column
    {
        double start = 0;
        double width = 0;
    };
    std::array<Column, 3> layers; //!< by Layer
    double width = 0;             //!< of everything
    bool isRightToLeft = false;

    [[nodiscard]] const Column &of(Layer layer) const { return layers[size_t(layer)]; }
    //! The left edge of a box of this layer.
    [[nodiscard]] double left(Layer layer) const
    {
        const Column &column = of(layer);
        return isRightToLeft ? width - column.start - column.width : column.start;
    }
};

//! The figure of a box, in Mbit/s: two decimals for one connection, about two digits for a sum.
[[nodiscard]] QString rateLabel(const Node &node, const GraphStyle &style);

//! The width at which a box of this layer holds all it says.
[[nodiscard]] double naturalWidth(const Node &node, const GraphStyle &style, const Theme &theme);

} // namespace relay::gui::graph
