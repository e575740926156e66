// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/monitor/alarmrule.h"

namespace relay::client::monitor {

AlarmRule::AlarmRule(int missesForAlarm, Time pause)
    : m_missesForAlarm(missesForAlarm)
    , m_pause(pause)
{
}

bool AlarmRule::miss(Time now)
{
    if (isPaused(now))
        return false;
    if (++m_misses < m_missesForAlarm)
        return false;
    m_misses = 0;
    m_pausedUntil = now + m_pause;
    return true;
}

} // namespace relay::client::monitor
