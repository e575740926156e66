// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/monitor/alarmrule.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace relay::client::monitor {

/*!
 * What was counted since the start, and how long messages took. Quantiles are exact, of the last kRecent latencies; the
 * histogram, the least, the most and the sum are of all of them. Values only.
 */
class Figures
{
public:
    static constexpr std::size_t kRecent = 10'000;
    //! Upper bounds of the histogram, in ms: those that monitors have always had.
    static constexpr std::array<int, 11> kBoundsMs { 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10'000 };

    void took(Time latency);

    std::uint64_t sent = 0;   //!< or was to be: `unsent` are among them
    std::uint64_t unsent = 0; //!< there was no connection; they are lost
    std::uint64_t late = 0;   //!< over the threshold, whether they came or not
    std::uint64_t lost = 0;
    std::uint64_t foreign = 0;
    std::uint64_t alarms = 0;

    [[nodiscard]] std::uint64_t received() const { return m_received; }
    [[nodiscard]] std::optional<Time> last() const { return m_last; }
    [[nodiscard]] Time least() const { return m_least; } //!< of none: 0, as with the others
    [[nodiscard]] Time most() const { return m_most; }
    [[nodiscard]] Time sum() const { return m_sum; }
    //! part: from 0 to 1. The latency that this part of the recent ones does not exceed.
    [[nodiscard]] Time quantile(double part) const;
    //! For each of kBoundsMs how many took no longer.
    [[nodiscard]] std::array<std::uint64_t, kBoundsMs.size()> within() const;

private:
    std::uint64_t m_received = 0;
    std::optional<Time> m_last;
    Time m_least { 0 };
    Time m_most { 0 };
    Time m_sum { 0 };
    std::array<std::uint64_t, kBoundsMs.size()> m_counts {}; // those above the bound before
    std::vector<Time> m_recent;                              // a ring once it is full
    std::size_t m_oldest = 0;
};

} // namespace relay::client::monitor
