// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/retry/backoff.h"

#include <algorithm>
#include <cmath>

namespace relay::client {

using namespace std::chrono_literals;

std::chrono::milliseconds Backoff::next(double chance)
{
    constexpr auto kShortest = 1000ms;
    constexpr int kDoublings = 20; // 2000 ms are 24 days then: no wait is longer
    const auto ceiling = std::min<std::chrono::milliseconds>(2000ms * (1 << std::min(m_tries, kDoublings)), m_longest);
    ++m_tries;
    const double spread = double((ceiling - kShortest).count()) * std::clamp(chance, 0.0, 1.0);
    return kShortest + std::chrono::milliseconds(std::llround(spread));
}

} // namespace relay::client
