// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/pulse.h"

#include <algorithm>

namespace relay::client::session {

Pulse::Pulse(Time pingEvery, Time deadAfter)
    : m_pingEvery(pingEvery)
    , m_deadAfter(deadAfter)
{
}

void Pulse::start(Time now)
{
    m_pingAt = now;
    m_heardAt = now;
    m_hasHeard = false;
}

void Pulse::heard(Time now)
{
    m_heardAt = now;
    m_hasHeard = true;
}

void Pulse::resume(Time now)
{
    m_isPaused = false;
    m_heardAt = now;
}

Pulse::Beat Pulse::beat(Time now)
{
    if (!m_isPaused && now - m_heardAt >= m_deadAfter)
        return Beat::Dead;
    if (now < m_pingAt)
        return Beat::Nothing;
    m_pingAt = now + m_pingEvery;
    return Beat::Ping;
}

Pulse::Time Pulse::untilNext(Time now) const
{
    const Time next = m_isPaused ? m_pingAt : std::min(m_pingAt, m_heardAt + m_deadAfter);
    return std::max(next - now, Time(1));
}

} // namespace relay::client::session
