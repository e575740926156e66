// SPDX-License-Identifier: GPL-3.0-or-later
// What pointer and keys do to a GraphView.
#include "gui/graph/graphview.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace relay::gui::graph {

void GraphView::mouseMoveEvent(QMouseEvent *event)
{
    const NodeItem *item = itemAtPoint(event->pos());
    const QString key = item ? item->node().key : QString();
    viewport()->setCursor(item ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (m_hovered == key)
        return;
    m_hovered = key;
    updateStates();
    updateCard();
}

void GraphView::mousePressEvent(QMouseEvent *event)
{
    const NodeItem *item = itemAtPoint(event->pos());
    if (event->button() != Qt::LeftButton || !item)
        return;
    const Node node = item->node(); // activating may rebuild the graph
    setCurrent(node.key);
    Q_EMIT nodeActivated(node);
}

void GraphView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const NodeItem *item = itemAtPoint(event->pos());
    if (event->button() == Qt::LeftButton && item)
        Q_EMIT nodeOpened(Node(item->node()));
}

void GraphView::leaveEvent(QEvent *event)
{
    m_hovered.clear();
    updateStates();
    updateCard();
    QGraphicsView::leaveEvent(event);
}

void GraphView::focusInEvent(QFocusEvent *event)
{
    const bool isByKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (isByKey && m_graph.indexOf(m_current) < 0 && !m_graph.nodes.isEmpty()) {
        const int selected = m_graph.nodeOf(m_selected);
        m_current = m_graph.nodes[std::max(0, selected)].key;
    }
    QGraphicsView::focusInEvent(event);
    updateStates();
}

void GraphView::focusOutEvent(QFocusEvent *event)
{
    QGraphicsView::focusOutEvent(event);
    updateStates();
    updateCard();
}

void GraphView::setCurrent(const QString &key)
{
    if (key.isEmpty())
        return;
    m_current = key;
    const NodeItem *current = m_items.value(key);
    updateStates();
    if (!current)
        return;
    setAccessibleDescription(current->node().label + QLatin1Char(' ') + rateLabel(current->node(), m_style)
                             + QLatin1String(" Mbit/s"));
}

//! The box at the other end of an edge, towards this layer; the nearest by height where there are several.
QString GraphView::neighbour(int node, Layer layer) const
{
    QString best;
    double distance = 0;
    const double height = m_graph.centres.value(m_graph.nodes[node].key);
    for (const Edge &edge : m_graph.edges) {
        const int other = edge.from == node ? edge.to : edge.to == node ? edge.from : -1;
        if (other < 0 || m_graph.nodes[other].layer != layer)
            continue;
        const QString key = m_graph.nodes[other].key;
        const double away = std::abs(m_graph.centres.value(key) - height);
        if (best.isEmpty() || away < distance) {
            best = key;
            distance = away;
        }
    }
    return best;
}

//! The next box of the same layer, downwards for 1 and upwards for -1.
QString GraphView::sibling(int node, int direction) const
{
    QString best;
    const Node &from = m_graph.nodes[node];
    const double height = m_graph.centres.value(from.key) * direction;
    double next = 0;
    for (const Node &other : m_graph.nodes) {
        const double place = m_graph.centres.value(other.key) * direction;
        if (other.layer == from.layer && place > height && (best.isEmpty() || place < next)) {
            best = other.key;
            next = place;
        }
    }
    return best;
}

void GraphView::walk(int key)
{
    const int node = m_graph.indexOf(m_current);
    if (node < 0) {
        setCurrent(m_graph.nodes.isEmpty() ? QString() : m_graph.nodes.first().key);
        return;
    }
    if (key == Qt::Key_Up || key == Qt::Key_Down) {
        setCurrent(sibling(node, key == Qt::Key_Down ? 1 : -1));
    } else {
        const bool isForward = (key == Qt::Key_Right) != m_columns.isRightToLeft;
        const int layer = int(m_graph.nodes[node].layer) + (isForward ? 1 : -1);
        if (layer >= int(Layer::Publisher) && layer <= int(Layer::Reader))
            setCurrent(neighbour(node, Layer(layer)));
    }
    if (const NodeItem *current = m_items.value(m_current))
        ensureVisible(current->box(), 0, metric::kSpace5);
    updateCard();
}

void GraphView::keyPressEvent(QKeyEvent *event)
{
    const NodeItem *current = m_items.value(m_current);
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right: walk(event->key()); return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current)
            Q_EMIT nodeActivated(Node(current->node()));
        return;
    case Qt::Key_Plus: Q_EMIT zoomAsked(1); return;
    case Qt::Key_Minus: Q_EMIT zoomAsked(-1); return;
    case Qt::Key_0: Q_EMIT zoomAsked(0); return;
    default: QGraphicsView::keyPressEvent(event);
    }
}

void GraphView::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QGraphicsView::wheelEvent(event);
        return;
    }
    Q_EMIT zoomAsked(event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
}

void GraphView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    Q_EMIT resized();
}

} // namespace relay::gui::graph
