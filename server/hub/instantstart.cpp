// SPDX-License-Identifier: GPL-3.0-or-later
// The hub's half of the picture that a viewer begins with.
#include "server/hub/hub.h"

#include <algorithm>

namespace relay::hub {

namespace {
constexpr std::int64_t kStaleMs = 5000;         // of a group: whoever sent it has stopped
constexpr std::int64_t kStartingAgeMs = 15'000; // that a first picture may take on a slow line
} // namespace

void Hub::remember(Topic &topic, std::span<const char> payload)
{
    if (!topic.gop)
        topic.gop = std::make_unique<GopCache>(m_gopLimit);
    topic.gop->take(payload);
    topic.gopAtMs = m_nowMs;
}

void Hub::startWithPicture(Member &member)
{
    Topic &topic = *member.topic;
    if (m_nowMs - topic.gopAtMs > kStaleMs)
        return;
    const auto &parts = topic.gop->share();
    if (parts.empty())
        return;
    for (const SharedBatchPtr &part : parts)
        member.queue.push(part, m_nowMs);
    member.isStarting = true;
    member.queueGrew();
}

QueueBudget Hub::budgetOf(const Member &reader) const
{
    QueueBudget budget = m_budget;
    if (reader.sealer)
        budget.bytes -= std::min(budget.bytes, reader.sealer->unsent().size());
    if (reader.isStarting) {
        budget.bytes += m_gopLimit;
        budget.ageMs = std::max(budget.ageMs, kStartingAgeMs);
    }
    return budget;
}

} // namespace relay::hub
