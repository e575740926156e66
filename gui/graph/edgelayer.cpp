// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/edgelayer.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace relay::gui::graph {

namespace {

constexpr double kDashPeriod = 16;
constexpr double kShortestDash = 1; //!< so that a reader that gets nothing still looks like a broken line
constexpr double kSlowWidth = 2;
constexpr double kArrow = 5;

int rankOf(const EdgeLayer::Line &line)
{
    switch (line.edge.status) {
    case Status::Dropping: return 3;
    case Status::Slow: return 2;
    default: return line.isSelected ? 1 : 0;
    }
}

void stroke(QPainter *painter, const QPainterPath &path, const QColor &color, double width)
{
    painter->setPen(QPen(color, width, Qt::SolidLine, Qt::FlatCap));
    painter->setBrush(Qt::NoBrush);
    painter->drawPath(path);
}

} // namespace

EdgeLayer::EdgeLayer(const Theme &theme, const GraphStyle &style)
    : m_theme(theme)
    , m_style(style)
{
    setZValue(0);
}

void EdgeLayer::setLines(const QVector<Line> &lines, const QRectF &bounds, bool isStale)
{
    if (m_bounds != bounds)
        prepareGeometryChange();
    m_bounds = bounds;
    m_isStale = isStale;
    m_lines = lines;
    std::stable_sort(m_lines.begin(), m_lines.end(), [](const Line &a, const Line &b) { return rankOf(a) < rankOf(b); });
    update();
}

QPainterPath EdgeLayer::pathOf(const Line &line)
{
    const double middle = (line.from.x() + line.to.x()) / 2;
    QPainterPath path(line.from);
    path.cubicTo({ middle, line.from.y() }, { middle, line.to.y() }, line.to);
    return path;
}

void EdgeLayer::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::Antialiasing);
    for (const Line &line : m_lines) {
        if (m_isStale)
            paintHealthy(painter, line);
        else if (line.edge.status == Status::Dropping)
            paintDropping(painter, line);
        else if (line.edge.status == Status::Slow)
            paintSlow(painter, line);
        else
            paintHealthy(painter, line);
    }
}

void EdgeLayer::paintHealthy(QPainter *painter, const Line &line) const
{
    const Tokens &tokens = m_theme.tokens();
    const bool isMarked = line.isSelected && m_style.hasRouteColor && !m_isStale;
    const QColor color = isMarked ? tokens.accent : tokens.edge;
    stroke(painter, pathOf(line), color, edgeWidth(line.edge.rate));
    if (line.edge.isTwoWay)
        paintArrows(painter, line, color);
}

void EdgeLayer::paintSlow(QPainter *painter, const Line &line) const
{
    paintSlowLine(painter, pathOf(line), edgeWidth(line.edge.rate), m_theme.tokens());
    if (line.edge.isTwoWay)
        paintArrows(painter, line, m_theme.tokens().slow);
}

void EdgeLayer::paintDropping(QPainter *painter, const Line &line) const
{
    paintDroppingLine(painter, pathOf(line), edgeWidth(line.edge.rate), line.edge.share, m_theme.tokens());
    if (line.edge.isTwoWay)
        paintArrows(painter, line, m_theme.tokens().dropping);
}

void EdgeLayer::paintArrows(QPainter *painter, const Line &line, const QColor &color) const
{
    const double size = kArrow + edgeWidth(line.edge.rate) / 2;
    const double way = line.to.x() > line.from.x() ? 1 : -1;
    const auto head = [&](const QPointF &tip, double direction) {
        const double back = tip.x() - direction * size;
        painter->drawPolygon(QPolygonF({ tip, { back, tip.y() - size * 0.7 }, { back, tip.y() + size * 0.7 } }));
    };
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    head(line.to, way);
    head(line.from, -way);
}

void paintSlowLine(QPainter *painter, const QPainterPath &path, double width, const Tokens &tokens)
{
    stroke(painter, path, tokens.slowFill, width + 2);
    stroke(painter, path, tokens.slow, kSlowWidth);
}

void paintDroppingLine(QPainter *painter, const QPainterPath &path, double width, double share, const Tokens &tokens)
{
    stroke(painter, path, tokens.droppingFill, width + 2);
    const double dash = std::clamp(share * kDashPeriod, kShortestDash, kDashPeriod);
    QPen pen(tokens.dropping, width, Qt::SolidLine, Qt::FlatCap);
    if (dash < kDashPeriod)
        pen.setDashPattern({ dash / width, (kDashPeriod - dash) / width }); // in widths of the pen
    painter->setPen(pen);
    painter->drawPath(path);
}

} // namespace relay::gui::graph
