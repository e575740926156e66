// SPDX-License-Identifier: GPL-3.0-or-later
// The cursor of ThroughputPlot: where it stands, what it reads, and the keys that move it.
#include "gui/chart/cursoroverlay.h"
#include "gui/chart/gapbands.h"
#include "gui/chart/throughputplot.h"

#include <QAccessible>
#include <QDateTime>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace relay::gui::chart {

namespace {

constexpr qint64 kKeyStepMs = 1000;
constexpr qint64 kKeyPageMs = 15'000;

} // namespace

std::optional<CursorReading> ThroughputPlot::read(qint64 moment) const
{
    const std::optional<Sample> sample = m_history.nearest(moment);
    if (!sample || sample->at < m_now - kSpanMs)
        return std::nullopt;
    CursorReading reading;
    const double at = double(sample->at) / 1000;
    reading.x = m_lanes[Out].rect->axis(QCPAxis::atBottom)->coordToPixel(at);
    reading.title = QDateTime::fromMSecsSinceEpoch(sample->at).toString(QStringLiteral("HH:mm:ss"));
    for (int i = 0; i < kLanes; ++i) {
        const LaneParts &lane = m_lanes[i];
        const double bits = (i == Out ? sample->out : sample->in) * 8;
        const double y = lane.rect->axis(QCPAxis::atLeft)->coordToPixel(bits);
        reading.rows.append({ lane.name, rateText(bits, lane.unit, QLocale()), color(Lane(i)), { reading.x, y } });
    }
    reading.isBoxOnLeft = hasRoomOnLeft(reading.x, m_cursor->boxWidth(reading));
    return reading;
}

bool ThroughputPlot::hasRoomOnLeft(double x, int width) const
{
    const QRect lane = m_lanes[Out].rect->rect();
    const double far = x - metric::kSpace2 - width;
    if (far < lane.left())
        return false;
    if (x + metric::kSpace2 + width > lane.right())
        return true;
    const auto &bands = m_gaps->bands(); // a box must not hide that something is missing
    return std::none_of(bands.begin(), bands.end(),
                        [&](const GapBands::Band &band) { return band.right > far && band.left < x; });
}

void ThroughputPlot::moveCursor(std::optional<qint64> moment)
{
    m_cursorAt = moment;
    updateCursor();
    layer(QStringLiteral("cursor"))->replot();
}

void ThroughputPlot::updateCursor()
{
    m_cursor->setReading(m_cursorAt ? read(*m_cursorAt) : std::nullopt, laneRects());
}

QString ThroughputPlot::cursorText() const
{
    const auto &reading = m_cursor->reading();
    if (!reading)
        return {};
    QString text = reading->title;
    for (const CursorReading::Row &row : reading->rows)
        text += QLatin1String(", ") + row.name + QLatin1Char(' ') + row.value;
    return text;
}

void ThroughputPlot::mouseMoveEvent(QMouseEvent *event)
{
    const QCPAxis *time = m_lanes[Out].rect->axis(QCPAxis::atBottom);
    const QRect lane = m_lanes[Out].rect->rect();
    const double x = event->position().x();
    const bool isInside = x >= lane.left() && x <= lane.right();
    moveCursor(isInside ? std::optional(qRound64(time->pixelToCoord(x) * 1000)) : std::nullopt);
}

void ThroughputPlot::leaveEvent(QEvent *event)
{
    moveCursor(std::nullopt);
    QCustomPlot::leaveEvent(event);
}

void ThroughputPlot::keyPressEvent(QKeyEvent *event)
{
    const qint64 from = std::clamp(m_cursorAt.value_or(m_now), m_now - kSpanMs, m_now);
    switch (event->key()) {
    case Qt::Key_Left: moveCursor(from - kKeyStepMs); break;
    case Qt::Key_Right: moveCursor(from + kKeyStepMs); break;
    case Qt::Key_PageUp: moveCursor(from - kKeyPageMs); break;
    case Qt::Key_PageDown: moveCursor(from + kKeyPageMs); break;
    case Qt::Key_Home: moveCursor(m_now - kSpanMs); break;
    case Qt::Key_End: moveCursor(m_now); break;
    case Qt::Key_Escape:
        if (m_cursorAt) {
            moveCursor(std::nullopt);
            break;
        }
        [[fallthrough]];
    default: QCustomPlot::keyPressEvent(event); return;
    }
    setAccessibleDescription(cursorText());
}

void ThroughputPlot::focusOutEvent(QFocusEvent *event)
{
    if (!underMouse())
        moveCursor(std::nullopt);
    QCustomPlot::focusOutEvent(event);
}

void ThroughputPlot::paintEvent(QPaintEvent *event)
{
    QCustomPlot::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setPen(QPen(m_theme.tokens().accent, 2));
    painter.drawRect(rect().adjusted(metric::kSpace2, 1, -metric::kSpace2, -1));
}

} // namespace relay::gui::chart
