// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/throttle.h"

#include <algorithm>
#include <vector>

namespace relay::access {

namespace {
constexpr std::int64_t kMinuteMs = 60'000;
}

bool Throttle::isHeldUp(const QHostAddress &address, int perMinute, std::int64_t nowMs) const
{
    if (perMinute <= 0)
        return false;
    const auto found = m_failures.constFind(address);
    return found != m_failures.constEnd() && *found - nowMs > kMinuteMs - kMinuteMs / perMinute;
}

void Throttle::failed(const QHostAddress &address, int perMinute, std::int64_t nowMs)
{
    if (perMinute <= 0)
        return;
    std::int64_t &forgivenAt = m_failures[address];
    forgivenAt = std::min(std::max(forgivenAt, nowMs) + kMinuteMs / perMinute, nowMs + kMinuteMs);
    if (m_failures.size() <= kMaxAddresses)
        return;
    std::vector<std::int64_t> times(m_failures.cbegin(), m_failures.cend());
    const auto middle = times.begin() + std::ptrdiff_t(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    const std::int64_t oldest = std::max(*middle, nowMs);
    m_failures.removeIf([oldest](const auto &entry) { return entry.value() <= oldest; });
}

} // namespace relay::access
