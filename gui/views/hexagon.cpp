// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/hexagon.h"

#include <cmath>
#include <numbers>

namespace relay::gui {

QPolygonF hexagon(const QPointF &centre, double radius)
{
    QPolygonF corners;
    for (int corner = 0; corner < 6; ++corner) {
        const double angle = (60.0 * corner - 90) * std::numbers::pi / 180;
        corners.append(centre + radius * QPointF(std::cos(angle), std::sin(angle)));
    }
    return corners;
}

} // namespace relay::gui
