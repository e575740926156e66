// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/monitor/figures.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace relay::client::monitor {

void Figures::took(Time latency)
{
    m_last = latency;
    m_sum += latency;
    m_least = m_received == 0 ? latency : std::min(m_least, latency);
    m_most = std::max(m_most, latency);
    ++m_received;
    const auto bound = std::find_if(kBoundsMs.begin(), kBoundsMs.end(),
                                    [&](int ms) { return latency <= std::chrono::milliseconds(ms); });
    if (bound != kBoundsMs.end())
        ++m_counts[std::size_t(bound - kBoundsMs.begin())];
    if (m_recent.size() < kRecent) {
        m_recent.push_back(latency);
        return;
    }
    m_recent[m_oldest] = latency;
    m_oldest = (m_oldest + 1) % kRecent;
}

Time Figures::quantile(double part) const
{
    if (m_recent.empty())
        return Time(0);
    std::vector<Time> sorted = m_recent;
    const double rank = std::ceil(std::clamp(part, 0.0, 1.0) * double(sorted.size())); // nearest rank, from 1
    const auto at = sorted.begin() + std::ptrdiff_t(std::max(rank, 1.0)) - 1;
    std::nth_element(sorted.begin(), at, sorted.end());
    return *at;
}

std::array<std::uint64_t, Figures::kBoundsMs.size()> Figures::within() const
{
    std::array<std::uint64_t, kBoundsMs.size()> sums {};
    std::partial_sum(m_counts.begin(), m_counts.end(), sums.begin());
    return sums;
}

} // namespace relay::client::monitor
