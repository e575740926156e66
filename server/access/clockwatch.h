// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <limits>

namespace relay::access {

/*!
 * When to warn that the clocks here and where tokens are made differ: a token that was made more than a minute from now
 * is no matter of leeway. At most once a minute, as all tokens of such a machine are so. Any thread.
 */
class ClockWatch
{
public:
    static constexpr std::int64_t kMostAheadSeconds = 60;
    static constexpr std::int64_t kEveryMs = 60'000;

    //! ahead: how many seconds from now the token was made. nowMs: monotonic.
    [[nodiscard]] bool isDue(std::int64_t aheadSeconds, std::int64_t nowMs)
    {
        if (aheadSeconds <= kMostAheadSeconds)
            return false;
        std::int64_t warned = m_warnedAtMs;
        return nowMs >= warned + kEveryMs && m_warnedAtMs.compare_exchange_strong(warned, nowMs);
    }

private:
    std::atomic<std::int64_t> m_warnedAtMs = std::numeric_limits<std::int64_t>::min() / 2; // long ago
};

} // namespace relay::access
