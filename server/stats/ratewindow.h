// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace relay::stats {

/*!
 * Bytes per second of one connection, over about the last second, from sums that come at irregular times and not at
 * all while nothing moves. Times are steady milliseconds. Pure.
 */
class RateWindow
{
public:
    explicit RateWindow(std::int64_t openedAt = 0);

    /*!
     * New sums. `knownUnchangedAt`: until then they are known to have been the old ones, which dates a burst after a
     * pause; 0 when nothing is known.
     */
    void add(std::int64_t at, std::uint64_t inBytes, std::uint64_t outBytes, std::int64_t knownUnchangedAt);
    //! Nothing came for a while: back to 0. True when that changed the rates.
    bool decay(std::int64_t now);

    [[nodiscard]] std::int64_t inRate() const { return m_inRate; }   //!< bytes/s
    [[nodiscard]] std::int64_t outRate() const { return m_outRate; } //!< bytes/s

private:
    std::int64_t m_startAt; //!< of the window under way
    std::int64_t m_lastAt;  //!< of the last sums
    std::uint64_t m_startIn = 0;
    std::uint64_t m_startOut = 0;
    std::uint64_t m_lastIn = 0;
    std::uint64_t m_lastOut = 0;
    std::int64_t m_inRate = 0;
    std::int64_t m_outRate = 0;
};

} // namespace relay::stats
