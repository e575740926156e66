// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/livehead.h"

#include "gui/models/column.h"

#include <QPainter>

namespace relay::gui {

using namespace metric;

namespace {

constexpr int kUnitGap = 4;
constexpr int kChevron = 12;

} // namespace

LiveHead::LiveHead(const Theme &theme, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
{
    setSectionsClickable(true);
    setSortIndicatorShown(true);
    setSectionsMovable(true);
    setHighlightSections(false);
    setMinimumSectionSize(kSpace5);
    setFixedHeight(kTableHead);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

QSize LiveHead::sizeHint() const
{
    return { QHeaderView::sizeHint().width(), kTableHead };
}

QString LiveHead::title(int section) const
{
    return model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
}

QString LiveHead::unit(int section) const
{
    return model()->headerData(section, Qt::Horizontal, UnitRole).toString();
}

bool LiveHead::isNumber(int section) const
{
    const auto kind = static_cast<CellKind>(model()->headerData(section, Qt::Horizontal, CellKindRole).toInt());
    return kind == CellKind::Number || kind == CellKind::Queue;
}

bool LiveHead::isStatus(int section) const
{
    return static_cast<CellKind>(model()->headerData(section, Qt::Horizontal, CellKindRole).toInt()) == CellKind::Status;
}

int LiveHead::wantedWidth(int section) const
{
    const QFontMetrics small(m_theme.boldFont(Theme::Type::Small));
    const QFontMetrics caption(m_theme.font(Theme::Type::Caption));
    const QString unitText = unit(section);
    return 2 * kSpace2 + small.horizontalAdvance(title(section))
        + (unitText.isEmpty() ? 0 : kUnitGap + caption.horizontalAdvance(unitText));
}

void LiveHead::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        painter.fillRect(viewport()->rect(), m_theme.tokens().panel);
        painter.fillRect(QRect(0, viewport()->height() - 1, viewport()->width(), 1), m_theme.tokens().line);
    }
    QHeaderView::paintEvent(event);
}

void LiveHead::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const Tokens &t = m_theme.tokens();
    const bool isSorted = sortIndicatorSection() == section;
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    painter->save();
    painter->fillRect(rect, t.panel);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.line);
    painter->fillRect(QRect(isRightToLeft ? rect.left() : rect.right(), rect.top(), 1, rect.height()), t.line);

    const QFont small = isSorted ? m_theme.boldFont(Theme::Type::Small) : m_theme.font(Theme::Type::Small);
    const QFont caption = m_theme.font(Theme::Type::Caption);
    const QString unitText = unit(section);
    const int unitWidth = unitText.isEmpty() ? 0 : QFontMetrics(caption).horizontalAdvance(unitText) + kUnitGap;
    const int inset = isStatus(section) || section == 0 ? kSpace4 : kSpace2;
    const int chevron = isSorted && !isNumber(section) ? kChevron + kSpace1 : 0;
    const QString name = QFontMetrics(small).elidedText(title(section), Qt::ElideRight,
                                                        rect.width() - inset - kSpace1 - unitWidth - chevron);
    const int nameWidth = QFontMetrics(small).horizontalAdvance(name);

    // Figures end where the figures below end; everything else starts where the text below starts.
    const bool isAtRight = isNumber(section) || isRightToLeft;
    const int edge = isNumber(section) ? kSpace2 : inset;
    const int total = nameWidth + unitWidth;
    int x = isAtRight ? rect.right() + 1 - edge - total : rect.left() + edge;
    painter->setFont(small);
    painter->setPen(isSorted ? t.text : t.text2);
    const bool isUnitFirst = isRightToLeft && !unitText.isEmpty();
    painter->drawText(QRect(isUnitFirst ? x + unitWidth : x, rect.top(), nameWidth + 1, rect.height() - 1),
                      Qt::AlignVCenter | Qt::AlignLeft | Qt::AlignAbsolute, name);
    painter->setFont(caption);
    painter->setPen(t.text3);
    painter->setLayoutDirection(unitText.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    if (!unitText.isEmpty())
        painter->drawText(QRect(isUnitFirst ? x : x + nameWidth + kUnitGap, rect.top(), unitWidth, rect.height() - 1),
                          Qt::AlignVCenter | Qt::AlignLeft | Qt::AlignAbsolute, unitText);
    if (isSorted) {
        // Down: the worst or the largest stand on top.
        const bool isDown = (sortIndicatorOrder() == Qt::DescendingOrder) != isStatus(section);
        QPixmap mark = m_theme.pixmap(QStringLiteral("chevron-down"), kChevron, t.text, devicePixelRatioF());
        if (!isDown)
            mark = mark.transformed(QTransform::fromScale(1, -1));
        const int at = isAtRight ? x - kChevron - 2 : x + total + kSpace1;
        if (at >= rect.left())
            painter->drawPixmap(at, rect.center().y() - kChevron / 2 + 1, mark);
    }
    painter->restore();
}

} // namespace relay::gui
