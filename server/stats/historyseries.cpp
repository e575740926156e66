// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stats/historyseries.h"

#include <algorithm>

namespace relay::stats {

namespace {

using admin::kHistoryTiers;

constexpr std::size_t kFirstRows = 16;

} // namespace

void HistoryRing::put(std::int64_t step, const HistoryRow &row)
{
    if (step < m_end)
        takeBack(step);
    if (m_rows.empty() || step - m_end >= std::int64_t(m_capacity)) {
        m_rows.clear();
        m_oldest = 0;
        m_end = step;
    }
    for (; m_end < step; ++m_end)
        push({});
    push(row);
    ++m_end;
}

void HistoryRing::push(const HistoryRow &row)
{
    if (m_rows.size() < m_capacity) {
        // By doubling, as a vector does, but never beyond what there will be.
        if (m_rows.size() == m_rows.capacity())
            m_rows.reserve(std::min(m_capacity, std::max(kFirstRows, 2 * m_rows.size())));
        m_rows.push_back(row);
        return;
    }
    m_rows[m_oldest] = row;
    m_oldest = (m_oldest + 1) % m_capacity;
}

void HistoryRing::takeBack(std::int64_t step)
{
    const std::int64_t first = m_end - std::int64_t(m_rows.size());
    std::vector<HistoryRow> kept;
    kept.reserve(m_rows.capacity());
    for (std::int64_t i = first; i < step; ++i)
        kept.push_back(at(i));
    m_rows = std::move(kept);
    m_oldest = 0;
    m_end = std::max(first, step);
    if (m_rows.empty())
        m_end = step;
}

std::size_t HistoryRing::place(std::int64_t step) const
{
    const std::int64_t first = m_end - std::int64_t(m_rows.size());
    return (m_oldest + std::size_t(step - first)) % m_rows.size();
}

HistoryRow HistoryRing::at(std::int64_t step) const
{
    if (step >= m_end || step < m_end - std::int64_t(m_rows.size()))
        return {};
    return m_rows[place(step)];
}

HistoryRow HistorySeries::Open::mean() const
{
    if (count == 0)
        return {};
    return { float(inRate / count), float(outRate / count), float(dropped / count), connections };
}

HistorySeries::HistorySeries()
    : m_rings { HistoryRing(kHistoryTiers[0].steps), HistoryRing(kHistoryTiers[1].steps),
                HistoryRing(kHistoryTiers[2].steps) }
{
    static_assert(kTiers == 3);
}

void HistorySeries::add(std::int64_t second, const HistoryRow &row)
{
    for (std::size_t tier = 0; tier < kTiers; ++tier) {
        const std::int64_t step = second * 1000 / kHistoryTiers[tier].stepMs;
        Open &open = m_open[tier];
        if (open.step != step) {
            if (open.count > 0)
                m_rings[tier].put(open.step, open.mean());
            open = { .step = step };
        }
        open.inRate += double(row.inRate);
        open.outRate += double(row.outRate);
        open.dropped += double(row.dropped);
        open.connections = row.connections;
        ++open.count;
    }
}

std::size_t HistorySeries::heldBytes() const
{
    std::size_t bytes = 0;
    for (const HistoryRing &ring : m_rings)
        bytes += ring.heldBytes();
    return bytes;
}

std::int64_t HistorySeries::beginOf(std::size_t tier, std::int64_t now)
{
    const auto &[name, stepMs, steps] = kHistoryTiers.at(tier);
    return (now / stepMs - steps) * stepMs;
}

std::vector<HistoryRow> HistorySeries::rows(std::size_t tier, std::int64_t now) const
{
    const auto &[name, stepMs, steps] = kHistoryTiers.at(tier);
    const std::int64_t end = now / stepMs;
    std::vector<HistoryRow> all;
    all.reserve(std::size_t(steps));
    for (std::int64_t step = end - steps; step < end; ++step)
        all.push_back(step == m_open[tier].step ? m_open[tier].mean() : m_rings[tier].at(step));
    return all;
}

} // namespace relay::stats
