// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stats/history.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace relay::stats {

namespace {

constexpr std::int64_t kMs = 1000;

float growth(std::uint64_t now, std::uint64_t &before)
{
    const std::uint64_t last = std::exchange(before, now);
    return float(now >= last ? now - last : now); // smaller: the topic is a new one
}

} // namespace

History::History(std::size_t maxTopics)
    : m_maxTopics(maxTopics)
{
}

void History::sample(const Ledger &ledger, std::int64_t now)
{
    const std::int64_t second = now / kMs;
    if (second == m_second)
        return;
    // A second whose beginning nobody saw, after the start or a stall, is not known.
    const bool isWhole = second == std::exchange(m_second, second) + 1;
    const Totals totals = ledger.totals();
    const HistoryRow row { float(totals.inRate), float(totals.outRate), growth(totals.dropped, m_dropped),
                           std::int32_t(ledger.connections().size()) };
    if (isWhole)
        m_totals.add(second - 1, row);
    sampleTopics(ledger, second - 1, isWhole);
}

// Both maps are in the same order: one walk over the two, without a look-up for each topic.
void History::sampleTopics(const Ledger &ledger, std::int64_t second, bool isWhole)
{
    std::size_t unplaced = 0;
    auto known = m_topics.begin();
    const auto skipIdle = [&](const QByteArray *until) {
        while (known != m_topics.end() && (!until || known->first < *until))
            known = (second - known->second.seenAt) * kMs > kIdleMs ? m_topics.erase(known) : std::next(known);
    };
    for (const auto &[id, topic] : ledger.topics()) {
        skipIdle(&id);
        if (known == m_topics.end() || known->first != id) {
            if (m_topics.size() >= m_maxTopics) {
                ++unplaced;
                continue;
            }
            known = m_topics.emplace_hint(known, id, TopicHistory());
        }
        TopicHistory &history = known->second;
        history.seenAt = second;
        const HistoryRow row { float(topic.inRate), float(topic.outRate), growth(topic.dropped, history.dropped),
                               std::int32_t(topic.members.size()) };
        if (isWhole)
            history.series.add(second, row);
        ++known;
    }
    skipIdle(nullptr);
    if (unplaced > 0)
        forget(unplaced); // they come in at the next look
}

void History::forget(std::size_t excess)
{
    std::vector<Topics::iterator> idle;
    for (auto it = m_topics.begin(); it != m_topics.end(); ++it) {
        if (it->second.seenAt < m_second - 1)
            idle.push_back(it);
    }
    const auto count = std::ptrdiff_t(std::min(excess, idle.size()));
    std::partial_sort(idle.begin(), idle.begin() + count, idle.end(),
                      [](const auto &a, const auto &b) { return a->second.seenAt < b->second.seenAt; });
    for (auto it = idle.begin(); it != idle.begin() + count; ++it)
        m_topics.erase(*it);
}

std::vector<HistoryRow> History::totals(std::size_t tier, std::int64_t now) const
{
    return m_totals.rows(tier, now);
}

std::vector<HistoryRow> History::topic(const QByteArray &id, std::size_t tier, std::int64_t now) const
{
    const auto found = m_topics.find(id);
    return found == m_topics.end() ? HistorySeries().rows(tier, now) : found->second.series.rows(tier, now);
}

} // namespace relay::stats
