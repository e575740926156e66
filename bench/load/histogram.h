// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace relay::load {

//! Counts durations in ns; quantiles are exact to 1/32. Of a fixed size however many there are.
class Histogram
{
public:
    void add(std::int64_t ns)
    {
        ++m_counts[bucketOf(std::uint64_t(std::max<std::int64_t>(ns, 0)))];
        ++m_total;
    }

    //! The duration that a share of all, such as 0.99, does not exceed; 0 without any.
    [[nodiscard]] double quantileNs(double share) const
    {
        const auto wanted = std::uint64_t(share * double(m_total));
        std::uint64_t seen = 0;
        for (std::size_t bucket = 0; m_total > 0 && bucket < m_counts.size(); ++bucket) {
            seen += m_counts[bucket];
            if (seen > wanted || seen == m_total)
                return middleOf(bucket);
        }
        return 0;
    }

private:
    static constexpr unsigned kBits = 5; // a power of two is cut into so many parts
    static constexpr std::uint64_t kParts = 1U << kBits;

    static std::size_t bucketOf(std::uint64_t value)
    {
        if (value < kParts)
            return value;
        const unsigned shift = unsigned(std::bit_width(value)) - kBits - 1;
        return (shift + 1) * kParts + (value >> shift) - kParts;
    }

    static double middleOf(std::size_t bucket)
    {
        if (bucket < kParts)
            return double(bucket);
        const std::uint64_t shift = bucket / kParts - 1;
        return (double(bucket % kParts + kParts) + 0.5) * double(std::uint64_t(1) << shift);
    }

    std::array<std::uint64_t, (64 - kBits) * kParts + kParts> m_counts {};
    std::uint64_t m_total = 0;
};

} // namespace relay::load
