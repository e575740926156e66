// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/celldelegate.h"

#include "gui/models/format.h"
#include "gui/views/sparkline.h"
#include "gui/views/statuscolor.h"

#include <QPainter>
#include <QStyleOptionViewItem>

#include <algorithm>

namespace relay::gui {

using namespace metric;

namespace {

constexpr int kAccentBar = 3;
constexpr int kStatusGap = 6; // icon to word
constexpr QSize kQueueBar { 36, 6 };
constexpr QSize kSpark { 72, 20 };

} // namespace

CellDelegate::CellDelegate(const Theme &theme, const TableLook &look, CellKind kind, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_look(look)
    , m_kind(kind)
{
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return { kSpace4, kRow };
}

CellDelegate::Cell CellDelegate::cellOf(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Cell cell;
    cell.rect = option.rect;
    cell.status = static_cast<Status>(index.data(StatusRole).toInt());
    if (!m_look.isStale)
        cell.cause = static_cast<Cause>(index.data(CauseRole).toInt());
    cell.direction = option.direction;
    cell.isSelected = option.state.testFlag(QStyle::State_Selected);
    cell.dpr = option.widget == nullptr ? 1 : option.widget->devicePixelRatioF();
    return cell;
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Cell cell = cellOf(option, index);
    painter->save();
    painter->setLayoutDirection(option.direction);
    paintGround(*painter, option, index, cell);
    switch (m_kind) {
    case CellKind::Status: paintStatus(*painter, index, cell); break;
    case CellKind::Topic: paintTopic(*painter, index, cell); break;
    case CellKind::Spark: paintSparkline(*painter, index, cell); break;
    case CellKind::Queue: paintQueueBar(*painter, index, cell); [[fallthrough]];
    case CellKind::Number: paintNumber(*painter, index, cell); break;
    case CellKind::Text:
    case CellKind::Address: paintText(*painter, index, cell); break;
    }
    painter->restore();
}

void CellDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                               const Cell &cell) const
{
    const Tokens &t = m_theme.tokens();
    QColor ground = cell.isSelected ? t.accentFill : m_look.hoveredRow == index.row() ? t.hover : t.base;
    if (cell.cause == Cause::Tint)
        ground = statusFill(t, cell.status);
    else if (cell.cause == Cause::Solid)
        ground = statusColor(t, cell.status);
    painter.fillRect(cell.rect, ground);
    const bool isBoundary = m_look.boundaryRow == index.row();
    const int line = isBoundary ? 2 : 1;
    painter.fillRect(QRect(cell.rect.left(), cell.rect.bottom() + 1 - line, cell.rect.width(), line),
                     isBoundary ? t.lineStrong : t.grid);
    const bool isFirst = option.viewItemPosition == QStyleOptionViewItem::Beginning
        || option.viewItemPosition == QStyleOptionViewItem::OnlyOne || index.column() == 0;
    if (cell.isSelected && isFirst)
        painter.fillRect(QStyle::visualRect(cell.direction, cell.rect,
                                            QRect(cell.rect.topLeft(), QSize(kAccentBar, cell.rect.height()))),
                         t.accent);
}

QColor CellDelegate::ink(const Cell &cell, const QModelIndex &index) const
{
    const Tokens &t = m_theme.tokens();
    if (cell.cause == Cause::Solid)
        return t.accentText;
    if (cell.cause == Cause::Tint)
        return statusColor(t, cell.status);
    if (m_look.isStale || cell.status == Status::Kicked || index.data(DimRole).toBool())
        return t.text3;
    return index.data(SecondaryRole).toBool() ? t.text2 : t.text;
}

void CellDelegate::paintStatus(QPainter &painter, const QModelIndex &index, const Cell &cell) const
{
    const Tokens &t = m_theme.tokens();
    const QString own = index.data(StatusIconRole).toString();
    const QColor color = m_look.isStale   ? t.text3
        : own == QLatin1String("refused") ? t.refused
                                          : statusColor(t, cell.status);
    const QRect icon = QStyle::visualRect(
        cell.direction, cell.rect, { cell.rect.left() + kSpace4, cell.rect.top() + (kRow - kIcon) / 2, kIcon, kIcon });
    painter.drawPixmap(icon.topLeft(),
                       m_theme.pixmap(own.isEmpty() ? statusIcon(cell.status) : own, kIcon, color, cell.dpr));
    const bool isBold = needsAttention(cell.status) && !m_look.isStale;
    painter.setFont(isBold ? m_theme.boldFont(Theme::Type::Body) : m_theme.font(Theme::Type::Body));
    painter.setPen(color);
    const QRect words
        = QStyle::visualRect(cell.direction, cell.rect, cell.rect.adjusted(kSpace4 + kIcon + kStatusGap, 0, 0, -1));
    painter.drawText(words, Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, words.width()));
}

void CellDelegate::paintTopic(QPainter &painter, const QModelIndex &index, const Cell &cell) const
{
    const Tokens &t = m_theme.tokens();
    const bool isGrey = m_look.isStale || cell.status == Status::Kicked;
    const QRect icon = QStyle::visualRect(
        cell.direction, cell.rect, { cell.rect.left() + kSpace2, cell.rect.top() + (kRow - kIcon) / 2, kIcon, kIcon });
    if (const QString kind = index.data(KindIconRole).toString(); !kind.isEmpty())
        painter.drawPixmap(icon.topLeft(), m_theme.pixmap(kind, kIcon, isGrey ? t.text3 : t.text2, cell.dpr));
    painter.setFont(m_theme.font(Theme::Type::Body));
    painter.setPen(isGrey ? t.text3 : t.text);
    const QRect words
        = QStyle::visualRect(cell.direction, cell.rect, cell.rect.adjusted(kSpace2 + kIcon + kSpace2, 0, -kSpace1, -1));
    const QString name = painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, words.width());
    painter.drawText(words, Qt::AlignVCenter | Qt::TextSingleLine, format::isolated(name));
}

void CellDelegate::paintText(QPainter &painter, const QModelIndex &index, const Cell &cell) const
{
    painter.setFont(m_theme.font(Theme::Type::Body));
    painter.setPen(ink(cell, index));
    const QRect words = QStyle::visualRect(
        cell.direction, cell.rect, cell.rect.adjusted(index.column() == 0 ? kSpace4 : kSpace2, 0, -kSpace1, -1));
    const bool isAddress = m_kind == CellKind::Address;
    const QString text = painter.fontMetrics().elidedText(index.data().toString(),
                                                          isAddress ? Qt::ElideMiddle : Qt::ElideRight, words.width());
    painter.drawText(words, Qt::AlignVCenter | Qt::TextSingleLine,
                     isAddress || !text.isRightToLeft() ? format::isolated(text) : text);
}

void CellDelegate::paintNumber(QPainter &painter, const QModelIndex &index, const Cell &cell) const
{
    painter.setFont(cell.cause == Cause::None ? m_theme.font(Theme::Type::Body) : m_theme.boldFont(Theme::Type::Body));
    painter.setPen(ink(cell, index));
    const QRect words = cell.rect.adjusted(kSpace1, 0, -kSpace2, -1);
    const QString text = index.data().toString();
    // "<0.01" and "4.0 MiB" are read from left to right in every language; what holds words of one is not.
    painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter.drawText(words, Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
}

void CellDelegate::paintQueueBar(QPainter &painter, const QModelIndex &index, const Cell &cell) const
{
    const double share = index.data(ShareRole).toDouble();
    if (share <= 0)
        return;
    const Tokens &t = m_theme.tokens();
    const QRect bar(cell.rect.left() + kSpace2, cell.rect.top() + (kRow - kQueueBar.height()) / 2, kQueueBar.width(),
                    kQueueBar.height());
    painter.fillRect(bar, t.grid);
    const QColor full = cell.cause == Cause::Tint ? statusColor(t, cell.status)
        : m_look.isStale                          ? t.text3
                                                  : t.lineStrong;
    const int filled = std::max(1, qRound(bar.width() * share));
    painter.fillRect(QRect(bar.topLeft(), QSize(filled, bar.height())), full);
}

void CellDelegate::paintSparkline(QPainter &painter, const QModelIndex &index, const Cell &cell) const
{
    const Tokens &t = m_theme.tokens();
    SparklineLook look;
    look.line = t.series[0];
    const auto drawn = m_look.series.constFind(index.data(IdRole).toString());
    if (m_look.isStale || cell.status == Status::Kicked)
        look.line = t.text3;
    else if (drawn != m_look.series.cend()) // as in the chart, so that its line is found there
        look.line = t.series[static_cast<size_t>(*drawn)];
    else if (cell.status == Status::Dropping || cell.status == Status::Slow)
        look.line = statusColor(t, cell.status);
    look.top = index.data(SparkScaleRole).toFloat();
    const QRectF area(cell.rect.left() + kSpace2, cell.rect.top() + (kRow - kSpark.height()) / 2.0 - 1, kSpark.width(),
                      kSpark.height());
    drawSparkline(painter, area, index.data(SparkRole).value<QVector<float>>(), look);
}

} // namespace relay::gui
