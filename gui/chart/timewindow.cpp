// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/timewindow.h"

#include <algorithm>

namespace relay::gui::chart {

namespace {

constexpr qint64 kLeastParts = 30; //!< a part of the range so small still holds a few samples

} // namespace

void TimeWindow::setRange(qint64 rangeMs)
{
    m_range = rangeMs;
    reset();
}

void TimeWindow::reset()
{
    m_span = m_range;
    m_end.reset();
}

void TimeWindow::zoom(double factor, qint64 about)
{
    if (factor <= 0)
        return;
    const double share = double(about - from()) / double(m_span);
    const qint64 span = std::clamp(qRound64(double(m_span) / factor), m_range / kLeastParts, m_range);
    if (span == m_span)
        return;
    m_span = span;
    place(about + qRound64((1 - share) * double(span)));
}

void TimeWindow::pan(qint64 byMs)
{
    place(to() + byMs);
}

//! What reaches up to now follows it; what was paused before the range's start stays where it was.
void TimeWindow::place(qint64 to)
{
    const qint64 earliest = std::min(m_now - m_range + m_span, m_end.value_or(m_now));
    const qint64 end = std::clamp(to, earliest, m_now);
    if (end >= m_now)
        m_end.reset();
    else
        m_end = end;
}

void TimeWindow::setPaused(bool isPaused)
{
    if (isPaused)
        m_end = to();
    else
        m_end.reset();
}

} // namespace relay::gui::chart
