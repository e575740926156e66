// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/stats/ledger.h"

#include <array>

namespace relay::stats {

/*!
 * Sums that only ever grow, for those who look now and then: what the ledger, which knows how things stand, has
 * forgotten when they ask. Lives beside its ledger, on its thread.
 */
class Tally final : public ChangeListener
{
public:
    //! Upper bounds, bytes.
    static constexpr std::array<std::uint64_t, 7> kQueueBounds = { 0, 4096, 16384, 65536, 262144, 1048576, 4194304 };

    explicit Tally(Ledger &ledger);
    ~Tally() override;
    Tally(const Tally &) = delete;
    Tally &operator=(const Tally &) = delete;

    std::uint64_t opened = 0;
    std::uint64_t tooSlow = 0; //!< ended since they read too slowly
    //! Queues as they were whenever their connection was reported; the last is all of them.
    std::array<std::uint64_t, kQueueBounds.size() + 1> queues {};
    std::uint64_t queueBytes = 0;

private:
    void connectionOpened(ConnectionId id) override;
    void countersChanged(ConnectionId id) override;
    void connectionClosed(ConnectionId id) override;

    Ledger &m_ledger;
};

} // namespace relay::stats
