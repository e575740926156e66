// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace relay::client::monitor {

//! Of a clock that never goes back; its origin does not matter.
using Time = std::chrono::nanoseconds;

/*!
 * When there is an alarm: so many misses, one after the other, with no good message in between. After an alarm nothing
 * is counted for a pause, so that what the alarm has set in motion can take effect. Pure; the caller says what time it is.
 */
class AlarmRule
{
public:
    //! missesForAlarm: 1 or more.
    AlarmRule(int missesForAlarm, Time pause);

    void good() { m_misses = 0; }
    //! True: this miss makes an alarm.
    [[nodiscard]] bool miss(Time now);

    //! In a row since the last good message or the end of the pause.
    [[nodiscard]] int misses() const { return m_misses; }
    [[nodiscard]] bool isPaused(Time now) const { return now < m_pausedUntil; }

private:
    int m_missesForAlarm;
    Time m_pause;
    Time m_pausedUntil = Time::min();
    int m_misses = 0;
};

} // namespace relay::client::monitor
