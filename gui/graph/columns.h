// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/graph/graphstyle.h"

#include <array>

namespace relay::gui::graph {

//! How the three layers share the width.
struct ColumnRules
{
    struct Limits
    {
        double least = 0;
        double most = 0;
    };
    std::array<Limits, 3> layers; //!< by Layer
    double width = 0;             //!< of everything
    double marginStart = 0;
    double marginEnd = 0;
    double leastGap = 0;        //!< room for edges
    double firstGapShare = 0.5; //!< of all room for edges, what lies before the topics
};

/*!
 * As wide as names need within the limits. Where that is too much, publishers and readers give way first, because a
 * topic's name is never cut while there is another way. Depends on names, never on rates.
 */
[[nodiscard]] Columns fitColumns(const Graph &graph, const GraphStyle &style, const Theme &theme,
                                 const ColumnRules &rules);

} // namespace relay::gui::graph
