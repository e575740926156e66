// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/sparkline.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace relay::gui {

void drawSparkline(QPainter &painter, const QRectF &rect, const QVector<float> &values, const SparklineLook &look)
{
    if (values.size() < 2)
        return;
    constexpr float kHeadroom = 1.2F;
    const float highest = *std::max_element(values.begin(), values.end());
    const float top = std::max(look.top > 0 ? look.top : highest * kHeadroom, 1.0F);
    const double step = rect.width() / (look.capacity - 1);
    const double start = rect.right() - step * static_cast<double>(values.size() - 1);
    QPolygonF line;
    line.reserve(values.size() + 2);
    for (qsizetype i = 0; i < values.size(); ++i)
        line.append({ start + step * static_cast<double>(i),
                      rect.bottom() - rect.height() * std::min(1.0F, values.at(i) / top) });
    QPolygonF area = line;
    area.append({ rect.right(), rect.bottom() });
    area.append({ start, rect.bottom() });
    QColor fill = look.line;
    fill.setAlphaF(static_cast<float>(look.fillOpacity));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPolygon(area);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(look.line, 1.2));
    painter.drawPolyline(line);
    painter.restore();
}

} // namespace relay::gui
