// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/mirror.h"
#include "gui/graph/healthbook.h"
#include "gui/graph/hovercard.h"
#include "gui/graph/routegraph.h"

namespace relay::gui::graph {

//! What the card of a box says, from the mirror's latest figures.
[[nodiscard]] CardContent cardFor(const Node &node, const client::Mirror &mirror, const HealthBook &health,
                                  const Theme &theme);

} // namespace relay::gui::graph
