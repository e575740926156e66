// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/graph/graphstyle.h"
#include "gui/graph/routegraph.h"
#include "gui/theme/theme.h"

#include <QGraphicsItem>
#include <QPainterPath>

namespace relay::gui::graph {

/*!
 * One box: a rectangle is a connection or a host, hexagon ends make a topic, a second edge behind says that several
 * are folded into it. Its position is its left edge and its middle.
 */
class NodeItem : public QGraphicsItem
{
public:
    struct State
    {
        bool isSelected = false;
        bool isStale = false;
        bool isCurrent = false; //!< where the keyboard stands
        bool isHovered = false;

        friend bool operator==(const State &, const State &) = default;
    };

    NodeItem(const Theme &theme, const GraphStyle &style);

    void setNode(const Node &node, double width);
    void setState(const State &state);
    [[nodiscard]] const Node &node() const { return m_node; }
    [[nodiscard]] const State &state() const { return m_state; }
    [[nodiscard]] double width() const { return m_width; }
    //! The box itself, in the coordinates of the scene.
    [[nodiscard]] QRectF box() const;

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    [[nodiscard]] QRectF outline() const;
    [[nodiscard]] QPainterPath shapePath() const;
    [[nodiscard]] QPen edgePen() const;
    [[nodiscard]] QColor statusColor() const;
    void paintFrame(QPainter *painter) const;
    void paintContent(QPainter *painter, Qt::LayoutDirection direction) const;
    void paintRate(QPainter *painter, const QRectF &place, const QString &rate) const;
    void paintLabel(QPainter *painter, const QRectF &place, Qt::Alignment alignment) const;
    void paintIcon(QPainter *painter, const QRectF &place) const;

    const Theme &m_theme;
    const GraphStyle &m_style;
    Node m_node;
    State m_state;
    double m_width = 0;
};

} // namespace relay::gui::graph
