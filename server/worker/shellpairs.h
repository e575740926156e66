// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/stats/feed.h"
#include "server/ws/shelllink.h"

#include <QByteArray>
#include <QHash>

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace relay::worker {

/*!
 * The legs of shells on one worker, by pairs: a shell's legs are always on the same one, as their topic is the same.
 * When a leg ends, the other follows: at once for what is final, else after it has got all that was sent to it. Never
 * closes anything inside a pass of messages. Belongs to its worker's thread.
 */
class ShellPairs
{
public:
    //! For a host that was told of its client to dial; as long as its code is good, and a moment.
    static constexpr std::int64_t kDialWithinMs = 32'000;

    //! A connection of the relay of shells that is open here. nowMs: monotonic.
    void add(ws::ShellLink &link, const QByteArray &session, std::int64_t nowMs);
    //! The host's leg of a shell whose client has gone already; may be asked after add().
    [[nodiscard]] bool isWidowed(const ws::ShellLink &link) const;
    //! Inside a pass: the link takes no further part. Also of links of others.
    void noteRetired(stats::ConnectionId id, std::uint16_t code, const QByteArray &reason);
    //! After the pass: closes those whose other leg has ended.
    void settle();
    //! About once a second: ends clients whose host did not dial.
    void sweep(std::int64_t nowMs);

    [[nodiscard]] ws::ShellLink *find(stats::ConnectionId id) const;
    [[nodiscard]] bool hasRetired() const { return !m_retired.empty(); }

private:
    struct Pair
    {
        ws::ShellLink *client = nullptr;
        ws::ShellLink *host = nullptr;
        std::int64_t sinceMs = 0;
    };
    struct Entry
    {
        ws::ShellLink *link = nullptr;
        QByteArray session; //!< empty: management
    };
    struct Retired
    {
        QByteArray session;
        ws::ShellLink *other = nullptr;
        std::uint16_t code = 0;
        QByteArray reason;
    };

    std::unordered_map<stats::ConnectionId, Entry> m_links;
    QHash<QByteArray, Pair> m_pairs; // by session
    std::vector<Retired> m_retired;
};

} // namespace relay::worker
