// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/cursoroverlay.h"

#include <QFontMetrics>

#include <algorithm>

namespace relay::gui::chart {

namespace {

constexpr int kRow = 16;
constexpr int kBetweenNameAndValue = 24;
constexpr double kRing = 3.5;

} // namespace

CursorOverlay::CursorOverlay(QCustomPlot *plot, const Theme &theme, const QString &layer)
    : QCPLayerable(plot, layer)
    , m_theme(theme)
{
}

void CursorOverlay::setReading(const std::optional<CursorReading> &reading, const QVector<QRect> &lanes)
{
    m_reading = reading;
    m_lanes = lanes;
}

int CursorOverlay::boxWidth(const CursorReading &reading) const
{
    const QFontMetrics metrics(m_theme.font(Theme::Type::Small));
    int width = QFontMetrics(m_theme.boldFont(Theme::Type::Small)).horizontalAdvance(reading.title);
    for (const CursorReading::Row &row : reading.rows) {
        const int row1 = metrics.horizontalAdvance(row.name) + kBetweenNameAndValue;
        width = std::max(width, row1 + metrics.horizontalAdvance(row.value));
    }
    return width + 2 * metric::kSpace2;
}

void CursorOverlay::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    painter->setAntialiasing(true);
}

void CursorOverlay::draw(QCPPainter *painter)
{
    if (!m_reading || m_lanes.isEmpty())
        return;
    drawLine(painter);
    drawBox(painter);
}

void CursorOverlay::drawLine(QCPPainter *painter) const
{
    const Tokens &tokens = m_theme.tokens();
    painter->setAntialiasing(false);
    painter->setPen(QPen(tokens.text, 1));
    const int x = qRound(m_reading->x);
    for (const QRect &lane : m_lanes)
        painter->drawLine(QPoint(x, lane.top()), QPoint(x, lane.bottom()));
    painter->setAntialiasing(true);
    painter->setBrush(tokens.base);
    for (const CursorReading::Row &row : m_reading->rows) {
        painter->setPen(QPen(row.color, 1.5));
        painter->drawEllipse(row.point, kRing, kRing);
    }
}

void CursorOverlay::drawBox(QCPPainter *painter) const
{
    const Tokens &tokens = m_theme.tokens();
    const int width = boxWidth(*m_reading);
    const int height = kRow * int(m_reading->rows.size() + 1) + 2 * metric::kSpace2;
    const int left = m_reading->isBoxOnLeft ? qRound(m_reading->x) - metric::kSpace2 - width
                                            : qRound(m_reading->x) + metric::kSpace2;
    const QRect box(left, m_lanes.first().top() + metric::kSpace1, width, height);
    painter->setPen(QPen(tokens.lineStrong, 1));
    painter->setBrush(tokens.base);
    painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), metric::kRadiusChip, metric::kRadiusChip);
    QRect line(box.left() + metric::kSpace2, box.top() + metric::kSpace2, width - 2 * metric::kSpace2, kRow);
    painter->setPen(tokens.text);
    painter->setFont(m_theme.boldFont(Theme::Type::Small));
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_reading->title);
    painter->setFont(m_theme.font(Theme::Type::Small));
    for (const CursorReading::Row &row : m_reading->rows) {
        line.translate(0, kRow);
        painter->setPen(row.color);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, row.name);
        painter->setPen(tokens.text);
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, row.value);
    }
}

} // namespace relay::gui::chart
