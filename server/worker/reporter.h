// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/stats/feed.h"

#include <functional>

namespace relay::ws {
class Link;
}

namespace relay::worker {

//! What the observers know of a connection's numbers, to see whether there is news.
struct Told
{
    std::uint64_t messages = 0; //!< in, out and dropped: only ever grows
    std::uint64_t queuedBytes = 0;
    std::int64_t rttMs = -1;
    friend bool operator==(const Told &, const Told &) = default;
};

using ReportSink = std::function<void(stats::Report)>; //!< called on the worker's thread; must not block

/*!
 * Writes one worker's ordered stream for the observers: who opened and closed, in order, and the counters of those
 * that changed. Counters are looked at once a tick, never per message.
 */
class Reporter
{
public:
    Reporter(int worker, ReportSink sink);

    void opened(stats::Facts facts);
    void closed(const ws::Link &link, std::uint16_t code, const QByteArray &reason);
    //! Adds the link's counters when they changed since they were last told.
    void look(const ws::Link &link, Told &told, std::int64_t nowMs);
    //! In a pass that took so long.
    void delivered(std::uint64_t messages, std::int64_t ns) { m_deliveries.add(messages, ns); }
    [[nodiscard]] bool hasEvents() const { return !m_report.events.empty(); }
    //! The worker has come round, so much later than it meant to.
    void ticked(double lateMs);
    //! Hands over what has gathered; an empty report says that nothing has changed.
    void deliver();

private:
    int m_worker;
    ReportSink m_sink;
    stats::Report m_report;
    stats::DeliveryTimes m_deliveries;
    double m_lagMs = 0; //!< the most since the last report; when there was none since, that of the last
    bool m_isLagTold = true;
};

} // namespace relay::worker
