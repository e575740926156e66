// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/eventmarks.h"

#include <algorithm>

namespace relay::gui::chart {

namespace {

constexpr int kMark = 12;
constexpr int kReach = 4; //!< around the icon, for the pointer

QString iconOf(ChartEvent::Level level)
{
    switch (level) {
    case ChartEvent::Level::Error: return QStringLiteral("dropping");
    case ChartEvent::Level::Warning: return QStringLiteral("slow");
    case ChartEvent::Level::Info: break;
    }
    return QStringLiteral("events");
}

QColor colorOf(const Tokens &tokens, ChartEvent::Level level)
{
    switch (level) {
    case ChartEvent::Level::Error: return tokens.dropping;
    case ChartEvent::Level::Warning: return tokens.slow;
    case ChartEvent::Level::Info: break;
    }
    return tokens.text2;
}

} // namespace

EventMarks::EventMarks(QCustomPlot *plot, const Theme &theme, const QString &layer)
    : QCPLayerable(plot, layer)
    , m_theme(theme)
{
}

void EventMarks::setMarks(const QVector<Mark> &marks, const QVector<QRect> &lanes, bool isStale)
{
    m_marks = marks;
    m_lanes = lanes;
    m_isStale = isStale;
}

QRectF EventMarks::iconRect(const Mark &mark) const
{
    const double top = m_lanes.isEmpty() ? 0 : m_lanes.first().top();
    return { mark.x - kMark / 2.0, top - kMark, kMark, kMark };
}

const ChartEvent *EventMarks::at(const QPointF &point) const
{
    const auto hit = std::find_if(m_marks.crbegin(), m_marks.crend(), [&](const Mark &mark) {
        return iconRect(mark).adjusted(-kReach, -kReach, kReach, kReach).contains(point);
    });
    return hit == m_marks.crend() ? nullptr : &hit->event;
}

bool EventMarks::isBetween(double left, double right) const
{
    return std::any_of(m_marks.begin(), m_marks.end(),
                       [&](const Mark &mark) { return mark.x >= left && mark.x <= right; });
}

void EventMarks::applyDefaultAntialiasingHint(QCPPainter *painter) const
{
    painter->setAntialiasing(false);
}

void EventMarks::draw(QCPPainter *painter)
{
    const Tokens &tokens = m_theme.tokens();
    for (const Mark &mark : std::as_const(m_marks)) {
        const QColor color = m_isStale ? tokens.text3 : colorOf(tokens, mark.event.level);
        painter->setPen(QPen(color, 1, Qt::DotLine));
        const int x = qRound(mark.x);
        for (const QRect &lane : std::as_const(m_lanes))
            painter->drawLine(QPoint(x, lane.top()), QPoint(x, lane.bottom()));
        painter->drawPixmap(
            iconRect(mark).topLeft(),
            m_theme.pixmap(iconOf(mark.event.level), kMark, color, painter->device()->devicePixelRatioF()));
    }
}

} // namespace relay::gui::chart
