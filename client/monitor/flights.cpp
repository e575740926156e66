// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/monitor/flights.h"

#include <algorithm>

namespace relay::client::monitor {

using Kind = Event::Kind;

Flights::Flights(Time threshold, Time lostAfter)
    : m_threshold(threshold)
    , m_lostAfter(std::max(threshold, lostAfter))
{
}

void Flights::sent(Stamp stamp, Time now)
{
    forget(now);
    m_flights.push_back({ stamp, now });
}

Event Flights::arrived(Stamp stamp, Time now)
{
    const auto flight = std::lower_bound(m_flights.begin(), m_flights.end(), stamp,
                                         [](const Flight &one, Stamp wanted) { return one.stamp < wanted; });
    if (flight == m_flights.end() || flight->stamp != stamp)
        return { Kind::Foreign, stamp, {} };
    const Time latency = now - flight->sentAt;
    if (flight->hasCome)
        return { Kind::Double, stamp, latency };
    flight->hasCome = true;
    if (flight->isLost)
        return { Kind::After, stamp, latency };
    skipDecided();
    const bool isLate = latency > m_threshold;
    return { isLate ? Kind::Late : Kind::Good, stamp, latency, isLate && !flight->isOverdue };
}

std::vector<Event> Flights::sweep(Time now)
{
    std::vector<Event> events;
    for (; m_firstInTime < m_flights.size() && now - m_flights[m_firstInTime].sentAt > m_threshold; ++m_firstInTime) {
        Flight &flight = m_flights[m_firstInTime];
        if (flight.hasCome)
            continue;
        flight.isOverdue = true;
        events.push_back({ Kind::Overdue, flight.stamp, {}, true });
    }
    for (; m_firstOpen < m_flights.size() && now - m_flights[m_firstOpen].sentAt > m_lostAfter; skipDecided()) {
        Flight &flight = m_flights[m_firstOpen];
        flight.isLost = true;
        events.push_back({ Kind::Lost, flight.stamp, {} });
    }
    return events;
}

std::optional<Time> Flights::nextDeadline() const
{
    std::optional<Time> next;
    const auto inTime = std::find_if(m_flights.begin() + std::ptrdiff_t(m_firstInTime), m_flights.end(),
                                     [](const Flight &flight) { return !flight.hasCome; });
    if (inTime != m_flights.end())
        next = inTime->sentAt + m_threshold;
    if (m_firstOpen < m_flights.size()) {
        const Time lost = m_flights[m_firstOpen].sentAt + m_lostAfter;
        next = next ? std::min(*next, lost) : lost;
    }
    return next;
}

void Flights::skipDecided()
{
    while (m_firstOpen < m_flights.size() && (m_flights[m_firstOpen].hasCome || m_flights[m_firstOpen].isLost))
        ++m_firstOpen;
}

void Flights::forget(Time now)
{
    constexpr Time kKept = std::chrono::minutes(1); // in which a message may come twice, or after it was given up
    const std::size_t decided = std::min(m_firstOpen, m_firstInTime);
    std::size_t count = 0;
    while (count < decided && now - m_flights[count].sentAt > m_lostAfter + kKept)
        ++count;
    m_flights.erase(m_flights.begin(), m_flights.begin() + std::ptrdiff_t(count));
    m_firstOpen -= count;
    m_firstInTime -= count;
}

} // namespace relay::client::monitor
