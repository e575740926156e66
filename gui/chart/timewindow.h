// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace relay::gui::chart {

/*!
 * Which stretch of time a chart shows: the last minutes as they go on, a part of them, or a moment that stands still.
 * Pure; times are ms since the epoch.
 */
class TimeWindow
{
public:
    explicit TimeWindow(qint64 rangeMs)
        : m_range(rangeMs)
        , m_span(rangeMs)
    {
    }

    //! How far back there is anything to see; shows all of it.
    void setRange(qint64 rangeMs);
    [[nodiscard]] qint64 range() const { return m_range; }
    void setNow(qint64 now) { m_now = now; }
    [[nodiscard]] qint64 now() const { return m_now; }

    [[nodiscard]] qint64 from() const { return to() - m_span; }
    [[nodiscard]] qint64 to() const { return m_end.value_or(m_now); }
    [[nodiscard]] qint64 span() const { return m_span; }
    [[nodiscard]] bool isFollowing() const { return !m_end; } //!< its end is now
    [[nodiscard]] bool isWhole() const { return isFollowing() && m_span == m_range; }

    //! Above 1 shows less time, larger. `about` stays where it is, as far as the range lets it.
    void zoom(double factor, qint64 about);
    void pan(qint64 byMs); //!< above 0: later
    //! Stands still, and goes on where now is then.
    void setPaused(bool isPaused);
    void reset();

private:
    void place(qint64 to);

    qint64 m_range;
    qint64 m_span;
    qint64 m_now = 0;
    std::optional<qint64> m_end; //!< where it stands still
};

} // namespace relay::gui::chart
