// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/monitor/alarmrule.h"
#include "client/monitor/stamp.h"

#include <deque>
#include <optional>
#include <vector>

namespace relay::client::monitor {

//! What became of a message.
struct Event
{
    enum class Kind {
        Good,    //!< it came in time
        Late,    //!< it came, but took longer than the threshold
        Overdue, //!< the threshold is over and it has not come: from now on it is a miss, whatever follows
        Lost,    //!< it has not come and is waited for no longer
        After,   //!< it came when it had been given up
        Foreign, //!< somebody else's
        Double,  //!< it came once more, as when connections are renewed
    };
    Kind kind = Kind::Good;
    Stamp stamp = 0;
    Time latency { 0 };  //!< of those that came, but for Foreign
    bool isMiss = false; //!< the message is judged to be one now, which happens once
};

/*!
 * The messages that are under way, from being sent to being forgotten. Each is judged once: as a miss as soon as the
 * threshold is over, or when it came. Latencies are taken from a clock that never goes back, not from the stamps. Pure.
 */
class Flights
{
public:
    //! lostAfter: at least the threshold.
    Flights(Time threshold, Time lostAfter);

    //! Stamps must grow.
    void sent(Stamp stamp, Time now);
    [[nodiscard]] Event arrived(Stamp stamp, Time now);
    //! Those whose time is over now. Overdue comes before Lost.
    [[nodiscard]] std::vector<Event> sweep(Time now);

    //! When sweep() will find something; nothing: there is nothing to wait for.
    [[nodiscard]] std::optional<Time> nextDeadline() const;
    [[nodiscard]] bool areAllDecided() const { return m_firstOpen == m_flights.size(); }

private:
    struct Flight
    {
        Stamp stamp = 0;
        Time sentAt { 0 };
        bool isOverdue = false;
        bool hasCome = false;
        bool isLost = false;
    };

    void forget(Time now);
    void skipDecided();

    Time m_threshold;
    Time m_lostAfter;
    std::deque<Flight> m_flights; // in the order of their stamps
    // Of m_flights: the first that is neither there nor lost, and the first behind those whose threshold is over.
    std::size_t m_firstOpen = 0;
    std::size_t m_firstInTime = 0;
};

} // namespace relay::client::monitor
