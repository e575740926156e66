// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/retry/backoff.h"

#include <algorithm>
#include <cmath>

namespace relay::client {

using namespace std::chrono_literals;

std::chrono::milliseconds Backoff::next(double chance)
{
    constexpr auto kShortest = 1000ms;
    constexpr auto kLongest = 10000ms;
    constexpr int kDoublings = 3;
    const auto ceiling = std::min<std::chrono::milliseconds>(2000ms * (1 << std::min(m_tries, kDoublings)), kLongest);
    ++m_tries;
    const double spread = double((ceiling - kShortest).count()) * std::clamp(chance, 0.0, 1.0);
    return kShortest + std::chrono::milliseconds(std::llround(spread));
}

} // namespace relay::client
