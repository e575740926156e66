// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/gapbands.h"

#include <QFontMetrics>

#include <algorithm>
#include <utility>

namespace relay::gui::chart {

namespace {

constexpr int kLabelHeight = 20;

} // namespace

GapBands::GapBands(QCustomPlot *plot, const Theme &theme, const QString &layer)
    : QCPLayerable(plot, layer)
    , m_theme(theme)
{
}

void GapBands::setBands(const QVector<Band> &bands, const QVector<QRect> &lanes)
{
    m_bands = bands;
    m_lanes = lanes;
}

void GapBands::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    painter->setAntialiasing(false);
}

void GapBands::draw(QCPPainter *painter)
{
    for (const Band &band : std::as_const(m_bands))
        for (const QRect &lane : std::as_const(m_lanes))
            drawHatch(painter, band, lane);
    if (m_lanes.isEmpty())
        return;
    // Where gaps are close the longer one is told.
    QVector<Band> byLength = m_bands;
    std::stable_sort(byLength.begin(), byLength.end(),
                     [](const Band &a, const Band &b) { return a.right - a.left > b.right - b.left; });
    QVector<QRect> taken;
    for (const Band &band : std::as_const(byLength)) {
        const QRect box = labelBox(band, m_lanes.first());
        const bool isTaken
            = std::any_of(taken.begin(), taken.end(), [&box](const QRect &other) { return other.intersects(box); });
        if (band.label.isEmpty() || isTaken)
            continue;
        taken.append(box.adjusted(-metric::kSpace1, 0, metric::kSpace1, 0));
        drawLabel(painter, band, box);
    }
}

QRect GapBands::labelBox(const Band &band, const QRect &lane) const
{
    const int width
        = QFontMetrics(m_theme.font(Theme::Type::Small)).horizontalAdvance(band.label) + 2 * metric::kSpace3;
    const int middle = qRound((std::max(band.left, double(lane.left())) + band.right) / 2);
    const int left = std::clamp(middle - width / 2, lane.left(), std::max(lane.left(), lane.right() - width));
    return { left, lane.center().y() - kLabelHeight / 2 + metric::kSpace2, width, kLabelHeight };
}

void GapBands::drawHatch(QCPPainter *painter, const Band &band, const QRect &lane) const
{
    const Tokens &tokens = m_theme.tokens();
    const int left = qRound(std::max(band.left, double(lane.left())));
    const int right = qRound(std::min(band.right, double(lane.right())));
    if (right <= left)
        return;
    const QRect hatch(left, lane.top(), right - left + 1, lane.height() - 1); // the axis goes on below
    painter->fillRect(hatch, tokens.base);
    painter->fillRect(hatch, QBrush(tokens.line, Qt::BDiagPattern));
    painter->setPen(QPen(tokens.lineStrong, 1));
    if (band.left >= lane.left())
        painter->drawLine(QPoint(left, lane.top()), QPoint(left, lane.bottom()));
    if (!band.isOpen)
        painter->drawLine(QPoint(right, lane.top()), QPoint(right, lane.bottom()));
}

void GapBands::drawLabel(QCPPainter *painter, const Band &band, const QRect &box) const
{
    const Tokens &tokens = m_theme.tokens();
    painter->save();
    painter->setAntialiasing(true);
    painter->setPen(QPen(tokens.lineStrong, 1));
    painter->setBrush(tokens.panel);
    painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), metric::kRadiusChip, metric::kRadiusChip);
    painter->setFont(m_theme.font(Theme::Type::Small));
    painter->setPen(tokens.text2);
    painter->drawText(box, Qt::AlignCenter, band.label);
    painter->restore();
}

} // namespace relay::gui::chart
