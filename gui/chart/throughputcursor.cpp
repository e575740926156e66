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
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace relay::gui::chart {

namespace {

constexpr qint64 kKeyStepMs = 1000;
constexpr qint64 kPageSteps = 15;

} // namespace

std::optional<CursorReading> ThroughputPlot::read(qint64 moment) const
{
    CursorReading reading;
    std::optional<qint64> at;
    for (int i = 0; i < m_lines.size(); ++i) {
        const PlotLine &line = m_lines.at(i);
        const std::optional<Sample> sample = line.history->nearest(at.value_or(moment));
        if (!sample || sample->at < m_window.from() || std::isnan(line.rateOf(*sample)))
            continue;
        at = at.value_or(sample->at);
        const LaneParts &lane = m_lanes[laneOf(i)];
        const double bits = line.rateOf(*sample) * 8;
        const double y = lane.rect->axis(QCPAxis::atLeft)->coordToPixel(bits);
        const double x = lane.rect->axis(QCPAxis::atBottom)->coordToPixel(double(sample->at) / 1000);
        reading.rows.append(
            { line.name, rateText(bits, lane.unit, QLocale()), m_graphs.at(i)->pen().color(), { x, y } });
    }
    if (!at)
        return std::nullopt;
    if (!m_isTwoLanes) // as the lines stand one above the other
        std::stable_sort(reading.rows.begin(), reading.rows.end(),
                         [](const auto &a, const auto &b) { return a.point.y() < b.point.y(); });
    reading.x = m_lanes[Out].rect->axis(QCPAxis::atBottom)->coordToPixel(double(*at) / 1000);
    reading.title = QDateTime::fromMSecsSinceEpoch(*at).toString(QStringLiteral("HH:mm:ss"));
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
    if (m_marks->isBetween(far, x))
        return m_marks->isBetween(x, x + metric::kSpace2 + width);
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

qint64 ThroughputPlot::momentAt(double x) const
{
    return qRound64(m_lanes[Out].rect->axis(QCPAxis::atBottom)->pixelToCoord(x) * 1000);
}

void ThroughputPlot::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const ChartEvent *hit = m_marks->at(event->position()))
        Q_EMIT eventChosen(hit->id);
    else
        m_dragX = event->position().x();
}

void ThroughputPlot::mouseMoveEvent(QMouseEvent *event)
{
    const QRect lane = m_lanes[Out].rect->rect();
    const double x = event->position().x();
    if (m_dragX && event->buttons().testFlag(Qt::LeftButton)) {
        const qint64 by = momentAt(*m_dragX) - momentAt(x);
        if (std::abs(x - *m_dragX) < 1)
            return;
        m_dragX = x;
        m_window.pan(by);
        afterWindowChange();
        return;
    }
    const bool isInside = x >= lane.left() && x <= lane.right();
    setCursor(m_marks->at(event->position()) != nullptr ? Qt::PointingHandCursor : Qt::ArrowCursor);
    moveCursor(isInside ? std::optional(momentAt(x)) : std::nullopt);
}

void ThroughputPlot::mouseReleaseEvent(QMouseEvent *)
{
    m_dragX.reset();
}

void ThroughputPlot::mouseDoubleClickEvent(QMouseEvent *)
{
    m_dragX.reset();
    m_window.reset();
    afterWindowChange();
}

void ThroughputPlot::wheelEvent(QWheelEvent *event)
{
    constexpr double kStep = 1.25;
    if (event->angleDelta().y() == 0) {
        event->ignore();
        return;
    }
    m_window.zoom(std::pow(kStep, event->angleDelta().y() / 120.0), momentAt(event->position().x()));
    event->accept();
    afterWindowChange();
}

void ThroughputPlot::afterWindowChange()
{
    redraw();
    Q_EMIT windowChanged();
}

bool ThroughputPlot::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QCustomPlot::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const ChartEvent *hit = m_marks->at(help->pos());
    if (hit == nullptr)
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(),
                           QDateTime::fromMSecsSinceEpoch(hit->at).toString(QStringLiteral("HH:mm:ss"))
                               + QLatin1Char(' ') + hit->text,
                           this);
    return true;
}

void ThroughputPlot::leaveEvent(QEvent *event)
{
    moveCursor(std::nullopt);
    QCustomPlot::leaveEvent(event);
}

bool ThroughputPlot::moveCursorByKey(int key)
{
    const qint64 step = std::max<qint64>(kKeyStepMs, m_window.range() / 300);
    const qint64 from = std::clamp(m_cursorAt.value_or(m_window.to()), m_window.from(), m_window.to());
    switch (key) {
    case Qt::Key_Left: moveCursor(from - step); return true;
    case Qt::Key_Right: moveCursor(from + step); return true;
    case Qt::Key_PageUp: moveCursor(from - kPageSteps * step); return true;
    case Qt::Key_PageDown: moveCursor(from + kPageSteps * step); return true;
    case Qt::Key_Home: moveCursor(m_window.from()); return true;
    case Qt::Key_End: moveCursor(m_window.to()); return true;
    default: return false;
    }
}

bool ThroughputPlot::moveWindowByKey(int key)
{
    constexpr double kStep = 1.5;
    switch (key) {
    case Qt::Key_P: m_window.setPaused(m_window.isFollowing()); break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: m_window.zoom(kStep, m_cursorAt.value_or(m_window.to())); break;
    case Qt::Key_Minus: m_window.zoom(1 / kStep, m_cursorAt.value_or(m_window.to())); break;
    case Qt::Key_0: m_window.reset(); break;
    default: return false;
    }
    afterWindowChange();
    return true;
}

void ThroughputPlot::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_cursorAt)
        moveCursor(std::nullopt);
    else if (!moveCursorByKey(event->key()) && !moveWindowByKey(event->key())) {
        QCustomPlot::keyPressEvent(event);
        return;
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
