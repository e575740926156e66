// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/mirror.h"
#include "gui/graph/folding.h"
#include "gui/graph/healthbook.h"
#include "gui/graph/routegraph.h"
#include "gui/graph/rowlayout.h"

#include <QSet>

#include <functional>

namespace relay::gui::graph {

//! What to show of a mirror, and how much of it.
struct GraphOptions
{
    FoldOptions fold;
    RowMetrics rows;
    int publishersShown = 6; //!< of one topic; the others are folded
    int nodeLimit = 200;     //!< above it whole healthy families are folded
    QSet<QString> unfolded;  //!< topics whose readers all stand alone
    int unfoldedLimit = 40;  //!< but no more than these of one topic
    QString onlyTopic;       //!< not empty: this topic alone
    std::function<bool(const client::Connection &, const Health &)> members; //!< who is shown; empty: all
};

/*!
 * Makes the graph of what the mirror knows. A topic is there as soon as a connection names it, even before its own
 * figures have come.
 */
[[nodiscard]] Graph buildGraph(const client::Mirror &mirror, const HealthBook &health, const GraphOptions &options);

} // namespace relay::gui::graph
