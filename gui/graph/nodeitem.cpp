// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/nodeitem.h"

#include "gui/views/statuscolor.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPaintDevice>
#include <QPainter>

#include <algorithm>

namespace relay::gui::graph {

namespace {

constexpr double kBehind = 3;       //!< how far the second edge of a folded box looks out
constexpr double kDenseHeight = 20; //!< below it the icon stands closer to its label
constexpr double kDenseGap = 6;
constexpr double kFocusMargin = 3; //!< the ring around the box the keyboard stands on

QRectF mirrored(const QRectF &rect, const QRectF &within)
{
    return QRectF(within.left() + within.right() - rect.right(), rect.top(), rect.width(), rect.height());
}

} // namespace

NodeItem::NodeItem(const Theme &theme, const GraphStyle &style)
    : m_theme(theme)
    , m_style(style)
{
    setZValue(1);
}

void NodeItem::setNode(const Node &node, double width)
{
    if (m_width != width)
        prepareGeometryChange();
    m_width = width;
    if (m_node == node)
        return;
    m_node = node;
    update();
}

void NodeItem::setState(const State &state)
{
    if (m_state == state)
        return;
    m_state = state;
    update();
}

QRectF NodeItem::outline() const
{
    return QRectF(0, -m_style.nodeHeight / 2, m_width, m_style.nodeHeight);
}

QRectF NodeItem::box() const
{
    return outline().translated(pos());
}

QRectF NodeItem::boundingRect() const
{
    const double margin = kBehind + kFocusMargin;
    return outline().adjusted(-margin, -margin, margin, margin);
}

QColor NodeItem::statusColor() const
{
    return m_state.isStale ? m_theme.tokens().text3 : gui::statusColor(m_theme.tokens(), m_node.status);
}

QPainterPath NodeItem::shapePath() const
{
    const QRectF rect = outline().adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath path;
    if (m_node.layer != Layer::Topic) {
        path.addRoundedRect(rect, metric::kRadiusControl, metric::kRadiusControl);
        return path;
    }
    const double end = m_style.nodeHeight / 3;
    const double middle = rect.center().y();
    path.addPolygon(QPolygonF({ { rect.left(), middle },
                                { rect.left() + end, rect.top() },
                                { rect.right() - end, rect.top() },
                                { rect.right(), middle },
                                { rect.right() - end, rect.bottom() },
                                { rect.left() + end, rect.bottom() } }));
    path.closeSubpath();
    return path;
}

QPen NodeItem::edgePen() const
{
    const Tokens &tokens = m_theme.tokens();
    if (m_state.isSelected)
        return QPen(m_state.isStale ? tokens.text3 : tokens.accent, 2);
    const bool isTrouble = m_node.status == Status::Dropping || m_node.status == Status::Slow;
    if (m_node.layer == Layer::Reader && isTrouble && !m_node.isFolded() && !m_state.isStale)
        return QPen(statusColor(), 1);
    return QPen(m_state.isHovered ? tokens.text2 : tokens.lineStrong, 1);
}

void NodeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setRenderHint(QPainter::Antialiasing);
    paintFrame(painter);
    paintContent(painter, QGuiApplication::layoutDirection());
}

void NodeItem::paintFrame(QPainter *painter) const
{
    const Tokens &tokens = m_theme.tokens();
    const QPainterPath path = shapePath();
    if (m_node.isFolded() && m_node.layer != Layer::Topic) {
        painter->setPen(QPen(tokens.line, 1));
        painter->setBrush(tokens.base);
        painter->drawPath(path.translated(kBehind, -kBehind));
    }
    painter->setPen(edgePen());
    painter->setBrush(tokens.base);
    painter->drawPath(path);
    if (m_state.isCurrent) {
        const QRectF ring = outline().adjusted(-kFocusMargin, -kFocusMargin, kFocusMargin, kFocusMargin);
        painter->setPen(QPen(tokens.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(ring, metric::kRadiusDialog, metric::kRadiusDialog);
    }
}

void NodeItem::paintContent(QPainter *painter, Qt::LayoutDirection direction) const
{
    const bool isTopic = m_node.layer == Layer::Topic;
    const double inset = isTopic ? m_style.nodeHeight / 3 + metric::kSpace1 : metric::kSpace2;
    const QRectF inner = outline().adjusted(inset, 0, -inset, 0);
    if (isTopic && !m_style.hasTopicDetails) {
        paintLabel(painter, inner, Qt::AlignHCenter);
        return;
    }
    const bool isMirrored = direction == Qt::RightToLeft;
    const auto place = [&](const QRectF &rect) { return isMirrored ? mirrored(rect, outline()) : rect; };
    const double icon = std::min(double(metric::kIcon), m_style.nodeHeight - 4);
    paintIcon(painter, place({ inner.left(), -icon / 2, icon, icon }));
    const bool hasRate = m_node.layer != Layer::Publisher || m_style.hasPublisherRate;
    const QString rate = hasRate ? rateLabel(m_node, m_style) : QString();
    const double width = hasRate ? QFontMetricsF(m_theme.font(m_style.rate)).horizontalAdvance(rate) + 1 : 0;
    paintRate(painter, place({ inner.right() - width, inner.top(), width, inner.height() }), rate);
    const double before = icon + (m_style.nodeHeight > kDenseHeight ? metric::kSpace2 : kDenseGap);
    const QRectF label = inner.adjusted(before, 0, hasRate ? -width - metric::kSpace1 : 0, 0);
    paintLabel(painter, place(label), isMirrored ? Qt::AlignRight : Qt::AlignLeft);
}

void NodeItem::paintRate(QPainter *painter, const QRectF &place, const QString &rate) const
{
    const Tokens &tokens = m_theme.tokens();
    const bool isTrouble = m_node.status == Status::Dropping || m_node.status == Status::Slow;
    const bool isLoud = m_style.hasShares && m_node.layer == Layer::Reader && !m_node.isFolded() && isTrouble;
    painter->setFont(m_theme.font(m_style.rate));
    painter->setPen(m_state.isStale ? tokens.text3 : isLoud ? statusColor() : tokens.text2);
    painter->drawText(place, Qt::AlignCenter, rate);
}

void NodeItem::paintLabel(QPainter *painter, const QRectF &place, Qt::Alignment alignment) const
{
    const Tokens &tokens = m_theme.tokens();
    const bool isLosing = m_node.layer == Layer::Reader && m_node.status == Status::Dropping;
    const bool isBold = m_state.isSelected || isLosing;
    const QFont font = isBold ? m_theme.boldFont(m_style.label) : m_theme.font(m_style.label);
    painter->setFont(font);
    painter->setPen(m_state.isStale && !m_state.isSelected ? tokens.text3 : tokens.text);
    const QString label = QFontMetricsF(font).elidedText(m_node.label, Qt::ElideMiddle, place.width());
    painter->drawText(place, int(alignment | Qt::AlignVCenter), label);
}

void NodeItem::paintIcon(QPainter *painter, const QRectF &place) const
{
    const bool isReader = m_node.layer == Layer::Reader;
    const QString name = isReader ? statusIcon(m_node.status) : m_node.icon;
    const QColor quiet = m_state.isStale ? m_theme.tokens().text3 : m_theme.tokens().text2;
    const qreal scale = painter->device()->devicePixelRatioF() * painter->worldTransform().m11();
    const QPixmap pixmap = m_theme.pixmap(name, qRound(place.width()), isReader ? statusColor() : quiet, scale);
    painter->drawPixmap(place, pixmap, QRectF(QPointF(), pixmap.size()));
}

} // namespace relay::gui::graph
