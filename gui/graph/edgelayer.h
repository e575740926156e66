// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/graph/graphstyle.h"
#include "gui/graph/routegraph.h"
#include "gui/theme/theme.h"

#include <QGraphicsItem>
#include <QPainterPath>
#include <QVector>

namespace relay::gui::graph {

/*!
 * All edges of a graph as one item: thousands of items would cost more than the drawing. Healthy lines below, slow
 * ones above them, those that lose messages on top; width says how much, dashes say which share arrives.
 */
class EdgeLayer : public QGraphicsItem
{
public:
    struct Line
    {
        QPointF from;
        QPointF to;
        Edge edge;
        bool isSelected = false;
    };

    EdgeLayer(const Theme &theme, const GraphStyle &style);

    void setLines(const QVector<Line> &lines, const QRectF &bounds, bool isStale);
    [[nodiscard]] const QVector<Line> &lines() const { return m_lines; }
    [[nodiscard]] static QPainterPath pathOf(const Line &line);

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintHealthy(QPainter *painter, const Line &line) const;
    void paintSlow(QPainter *painter, const Line &line) const;
    void paintDropping(QPainter *painter, const Line &line) const;
    void paintArrows(QPainter *painter, const Line &line, const QColor &color) const;

    const Theme &m_theme;
    const GraphStyle &m_style;
    QVector<Line> m_lines;
    QRectF m_bounds;
    bool m_isStale = false;
};

//! Lays a line of the legend down as the graph has it.
void paintDroppingLine(QPainter *painter, const QPainterPath &path, double width, double share, const Tokens &tokens);
void paintSlowLine(QPainter *painter, const QPainterPath &path, double width, const Tokens &tokens);

} // namespace relay::gui::graph
