// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace relay::client {

/*!
 * How long to wait before the next try: at least 1 s, at most 2, 4, 8 ... seconds up to the longest, and between the two
 * left to chance, so that many clients of a restarted server do not come back as one. Pure.
 */
class Backoff
{
public:
    explicit Backoff(std::chrono::milliseconds longest = std::chrono::seconds(10))
        : m_longest(longest)
    {
    }

    //! `chance` in [0, 1) comes from the caller.
    [[nodiscard]] std::chrono::milliseconds next(double chance);
    void reset() { m_tries = 0; }
    [[nodiscard]] int tries() const { return m_tries; }

private:
    std::chrono::milliseconds m_longest;
    int m_tries = 0;
};

} // namespace relay::client
