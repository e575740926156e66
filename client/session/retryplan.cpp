// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/retryplan.h"

#include <algorithm>
#include <cmath>

namespace relay::client::session {

using namespace std::chrono_literals;

std::chrono::milliseconds RetryPlan::next(const Setback &setback, double chance)
{
    constexpr std::chrono::milliseconds kRefused = 5s;
    if (setback.lived >= kGoodLife)
        m_backoff.reset();
    std::chrono::milliseconds wait = m_backoff.next(chance);
    if (setback.isRefusal)
        wait = kRefused
            + std::chrono::milliseconds(std::llround(double(kRefused.count()) * std::clamp(chance, 0.0, 1.0)));
    // All whom a server tells the same time would come back as one.
    if (setback.retryAfter > 0s)
        wait += setback.retryAfter - 1s; // the 1 s that every wait has at least
    return wait;
}

} // namespace relay::client::session
