// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace relay::client::session {

/*!
 * When a connection has to ping and when it counts as dead. The first ping goes out at once: a server that accepted a
 * connection and then says nothing at all, as those of before do with a code that is used up, is found out by it.
 * Times come from the caller, of a clock that only goes forward. Pure.
 */
class Pulse
{
public:
    using Time = std::chrono::milliseconds;
    enum class Beat {
        Nothing,
        Ping, //!< and it counts as sent
        Dead,
    };

    Pulse(Time pingEvery, Time deadAfter);

    void start(Time now);
    void heard(Time now); //!< a frame, of whatever kind
    //! Nothing is read, on purpose: silence means nothing as long as that lasts.
    void pause() { m_isPaused = true; }
    void resume(Time now);

    [[nodiscard]] Beat beat(Time now);
    [[nodiscard]] Time untilNext(Time now) const; //!< at least 1 ms
    [[nodiscard]] bool hasHeard() const { return m_hasHeard; }

private:
    Time m_pingEvery;
    Time m_deadAfter;
    Time m_pingAt { 0 };
    Time m_heardAt { 0 };
    bool m_hasHeard = false;
    bool m_isPaused = false;
};

} // namespace relay::client::session
