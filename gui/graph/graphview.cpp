// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/graphview.h"

#include "gui/graph/edgelayer.h"

#include <QGraphicsScene>
#include <QSet>
#include <QStyle>

#include <algorithm>

namespace relay::gui::graph {

namespace {

constexpr int kMoveMs = 150;

} // namespace

GraphView::GraphView(const Theme &theme, const GraphStyle &style, QWidget *parent)
    : QGraphicsView(parent)
    , m_theme(theme)
    , m_style(style)
{
    auto *graphScene = new QGraphicsScene(this);
    graphScene->setItemIndexMethod(QGraphicsScene::NoIndex);
    setScene(graphScene);
    m_edges = new EdgeLayer(theme, m_style);
    graphScene->addItem(m_edges);
    setViewportUpdateMode(FullViewportUpdate);
    setFrameShape(NoFrame);
    setBackgroundRole(QPalette::Base);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    m_card = new HoverCard(theme, viewport());
    m_animation.setDuration(kMoveMs);
    m_animation.setStartValue(0.0);
    m_animation.setEndValue(1.0);
    connect(&m_animation, &QVariantAnimation::valueChanged, this,
            [this](const QVariant &value) { moveItems(value.toDouble()); });
    connect(&theme, &Theme::changed, this, [this] { viewport()->update(); });
}

GraphView::~GraphView()
{
    m_animation.stop();
}

void GraphView::showGraph(const Graph &graph, const Columns &columns, double top, double height)
{
    m_graph = graph;
    m_columns = columns;
    setSceneRect(0, 0, columns.width, std::max(height, top + graph.height + metric::kSpace2));
    updateItems(columns, top);
    updateStates();
    updateEdges();
    updateCard();
}

void GraphView::updateItems(const Columns &columns, double top)
{
    m_animation.stop();
    m_moves.clear();
    QHash<QString, NodeItem *> kept;
    for (const Node &node : std::as_const(m_graph.nodes)) {
        const QPointF place(columns.left(node.layer), top + m_graph.centres.value(node.key));
        NodeItem *item = m_items.take(node.key);
        if (!item) {
            item = new NodeItem(m_theme, m_style);
            item->setPos(place);
            scene()->addItem(item);
        }
        item->setNode(node, columns.of(node.layer).width);
        if (item->pos() != place)
            m_moves.append({ item, item->pos(), place });
        kept.insert(node.key, item);
    }
    qDeleteAll(m_items);
    m_items = kept;
    const bool isReduced = !style()->styleHint(QStyle::SH_Widget_Animate, nullptr, this);
    if (m_moves.isEmpty())
        return;
    if (m_isAnimated && isVisible() && !isReduced)
        m_animation.start();
    else
        moveItems(1);
}

void GraphView::moveItems(double progress)
{
    for (const Move &move : std::as_const(m_moves))
        move.item->setPos(move.from + (move.to - move.from) * progress);
    updateEdges();
}

void GraphView::updateEdges()
{
    const int selected = m_graph.nodeOf(m_selected);
    QVector<EdgeLayer::Line> lines;
    lines.reserve(m_graph.edges.size());
    for (const Edge &edge : std::as_const(m_graph.edges)) {
        const NodeItem *from = m_items.value(m_graph.nodes[edge.from].key);
        const NodeItem *to = m_items.value(m_graph.nodes[edge.to].key);
        const bool isMirrored = m_columns.isRightToLeft;
        const QRectF a = from->box();
        const QRectF b = to->box();
        lines.append({ { isMirrored ? a.left() : a.right(), from->y() },
                       { isMirrored ? b.right() : b.left(), to->y() },
                       edge,
                       m_graph.isOnRoute(edge, selected) });
    }
    m_edges->setLines(lines, sceneRect(), m_isStale);
}

void GraphView::updateStates()
{
    const int selected = m_graph.nodeOf(m_selected);
    for (int i = 0; i < m_graph.nodes.size(); ++i) {
        const Node &node = m_graph.nodes[i];
        NodeItem *item = m_items.value(node.key);
        NodeItem::State state;
        const bool isItsTopic = m_style.hasRouteColor && selected >= 0 && node.layer == Layer::Topic
            && node.topic == m_graph.nodes[selected].topic;
        state.isSelected = i == selected || isItsTopic;
        state.isStale = m_isStale;
        state.isCurrent = hasFocus() && node.key == m_current;
        state.isHovered = node.key == m_hovered;
        item->setState(state);
        item->setZValue(state.isSelected || state.isCurrent ? 2 : 1);
    }
}

void GraphView::setSelected(quint64 connection)
{
    if (m_selected == connection)
        return;
    m_selected = connection;
    updateStates();
    updateEdges();
}

void GraphView::setStale(bool isStale)
{
    m_isStale = isStale;
    updateStates();
    updateEdges();
}

void GraphView::setScale(double scale)
{
    setTransform(QTransform::fromScale(scale, scale));
}

void GraphView::revealSelected()
{
    const int selected = m_graph.nodeOf(m_selected);
    if (selected >= 0)
        ensureVisible(m_items.value(m_graph.nodes[selected].key)->box(), 0, metric::kSpace5);
}

NodeItem *GraphView::itemAtPoint(const QPoint &point) const
{
    const QPointF place = mapToScene(point);
    for (NodeItem *item : m_items) {
        if (item->box().contains(place))
            return item;
    }
    return nullptr;
}

QVector<QPoint> GraphView::routePoints(const Node &node) const
{
    constexpr int kParts = 24;
    const int index = m_graph.indexOf(node.key);
    QVector<QPoint> points;
    for (const EdgeLayer::Line &line : m_edges->lines()) {
        if (!m_graph.isOnRoute(line.edge, index))
            continue;
        const QPainterPath path = EdgeLayer::pathOf(line);
        for (int i = 0; i <= kParts; ++i)
            points.append(mapFromScene(path.pointAtPercent(double(i) / kParts)));
    }
    return points;
}

void GraphView::updateCard()
{
    const QString key = !m_hovered.isEmpty() ? m_hovered : hasFocus() ? m_current : QString();
    const NodeItem *item = m_items.value(key);
    if (!item || !m_makeCard) {
        m_card->hide();
        return;
    }
    m_card->showContent(m_makeCard(item->node()));
    const QRect box = mapFromScene(item->box()).boundingRect();
    m_card->placeBeside(box, routePoints(item->node()));
}

} // namespace relay::gui::graph
