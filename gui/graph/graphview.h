// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/graph/graphstyle.h"
#include "gui/graph/hovercard.h"
#include "gui/graph/nodeitem.h"
#include "gui/graph/routegraph.h"

#include <QGraphicsView>
#include <QHash>
#include <QVariantAnimation>

#include <functional>

namespace relay::gui::graph {

class EdgeLayer;

/*!
 * Draws a Graph: boxes that keep their place from update to update, all edges in one layer. Boxes move in 150 ms when
 * rows come or go. Pointer: hover shows a card, a click activates. Keys: arrows walk along edges, Return activates.
 */
class GraphView : public QGraphicsView
{
    Q_OBJECT
public:
    GraphView(const Theme &theme, const GraphStyle &style, QWidget *parent = nullptr);
    ~GraphView() override;

    using CardMaker = std::function<CardContent(const Node &)>;
    void setCardMaker(CardMaker maker) { m_makeCard = std::move(maker); }

    //! `top`: where the graph's own 0 stands. `height`: of the scene, at least.
    void showGraph(const Graph &graph, const Columns &columns, double top, double height);
    void setSelected(quint64 connection);
    void setStale(bool isStale);
    [[nodiscard]] const Graph &graph() const { return m_graph; }
    [[nodiscard]] const GraphStyle &graphStyle() const { return m_style; }
    void setPublisherRate(bool isShown) { m_style.hasPublisherRate = isShown; }
    [[nodiscard]] const NodeItem *item(const QString &key) const { return m_items.value(key); }
    void setAnimated(bool isAnimated) { m_isAnimated = isAnimated; }
    void setScale(double scale);
    //! Scrolls so that the selected box is in view.
    void revealSelected();

Q_SIGNALS:
    void nodeActivated(const relay::gui::graph::Node &node);
    void nodeOpened(const relay::gui::graph::Node &node); //!< double click
    void zoomAsked(int steps);
    void resized();

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Move
    {
        NodeItem *item;
        QPointF from;
        QPointF to;
    };

    void updateItems(const Columns &columns, double top);
    void moveItems(double progress);
    void updateEdges();
    void updateStates();
    void updateCard();
    [[nodiscard]] NodeItem *itemAtPoint(const QPoint &point) const;
    [[nodiscard]] QVector<QPoint> routePoints(const Node &node) const;
    void setCurrent(const QString &key);
    void walk(int key);
    [[nodiscard]] QString neighbour(int node, Layer layer) const;
    [[nodiscard]] QString sibling(int node, int direction) const;

    const Theme &m_theme;
    GraphStyle m_style;
    Graph m_graph;
    Columns m_columns;
    QHash<QString, NodeItem *> m_items;
    EdgeLayer *m_edges = nullptr;
    HoverCard *m_card = nullptr;
    CardMaker m_makeCard;
    QVector<Move> m_moves;
    QVariantAnimation m_animation;
    QString m_hovered;
    QString m_current;
    quint64 m_selected = 0;
    bool m_isStale = false;
    bool m_isAnimated = true;
};

} // namespace relay::gui::graph
