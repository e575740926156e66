// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>

namespace relay::gui {

//! The shape of the relay's mark, standing on a corner.
[[nodiscard]] QPolygonF hexagon(const QPointF &centre, double radius);

} // namespace relay::gui
