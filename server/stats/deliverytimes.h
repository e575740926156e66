// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace relay::stats {

/*!
 * How long messages took from a worker's look at its sockets until the kernel had them for a reader, counted once for
 * each reader. A pass is timed as a whole, and all that it delivered counts as having taken as long: an upper bound for
 * each, at the cost of one look at the clock. What had to wait in a queue is not in it. Plain integers of one thread.
 */
struct DeliveryTimes
{
    //! Upper bounds, included.
    static constexpr std::array<std::int64_t, 12> kBoundsNs { 50'000,     100'000,     250'000,     500'000,
                                                              1'000'000,  2'500'000,   5'000'000,   10'000'000,
                                                              25'000'000, 100'000'000, 500'000'000, 1'000'000'000 };

    void add(std::uint64_t messages, std::int64_t ns)
    {
        std::size_t i = 0;
        while (i < kBoundsNs.size() && ns > kBoundsNs[i])
            ++i;
        counts[i] += messages;
        sumNs += messages * std::uint64_t(ns);
    }
    DeliveryTimes &operator+=(const DeliveryTimes &other)
    {
        for (std::size_t i = 0; i < counts.size(); ++i)
            counts[i] += other.counts[i];
        sumNs += other.sumNs;
        return *this;
    }

    std::array<std::uint64_t, kBoundsNs.size() + 1> counts {}; //!< of each bound alone; the last: above all of them
    std::uint64_t sumNs = 0;
};

} // namespace relay::stats
