// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stats/tally.h"

namespace relay::stats {

namespace {
constexpr std::uint16_t kTooSlow = 4408;
}

Tally::Tally(Ledger &ledger)
    : m_ledger(ledger)
{
    m_ledger.addListener(this);
}

Tally::~Tally()
{
    m_ledger.removeListener(this);
}

void Tally::connectionOpened(ConnectionId)
{
    ++opened;
}

void Tally::countersChanged(ConnectionId id)
{
    const ConnectionEntry *entry = m_ledger.find(id);
    if (!entry)
        return;
    const std::uint64_t queued = entry->counters.queuedBytes;
    queueBytes += queued;
    for (std::size_t i = 0; i < kQueueBounds.size(); ++i)
        queues[i] += queued <= kQueueBounds[i] ? 1 : 0;
    ++queues.back();
}

void Tally::connectionClosed(ConnectionId)
{
    if (!m_ledger.recentlyClosed().empty() && m_ledger.recentlyClosed().front().code == kTooSlow)
        ++tooSlow;
}

} // namespace relay::stats
