// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/worker/reporter.h"

#include "server/hub/sealer.h"
#include "server/loop/clock.h"
#include "server/ws/link.h"

#include <algorithm>
#include <utility>

namespace relay::worker {

namespace {

stats::Counters countersOf(const ws::Link &link, std::int64_t nowMs)
{
    stats::Counters counters;
    counters.id = link.id;
    counters.inMessages = link.traffic.inMessages;
    counters.inBytes = link.traffic.inBytes;
    counters.outMessages = link.traffic.outMessages;
    counters.outBytes = link.traffic.outBytes;
    counters.dropped = link.traffic.dropped;
    counters.queuedBytes = link.queue.heldBytes() + (link.sealer ? link.sealer->unsent().size() : 0);
    counters.queuedMs = link.queue.oldestAgeMs(nowMs);
    counters.lastInAt = link.traffic.lastInMs;
    counters.lastOutAt = link.traffic.lastOutMs;
    link.fill(counters);
    return counters;
}

} // namespace

Reporter::Reporter(int worker, ReportSink sink)
    : m_worker(worker)
    , m_sink(std::move(sink))
{
}

void Reporter::opened(stats::Facts facts)
{
    m_report.events.emplace_back(stats::Opened { std::move(facts) });
}

void Reporter::closed(const ws::Link &link, std::uint16_t code, const QByteArray &reason)
{
    m_report.events.emplace_back(stats::Closed { link.id, code, QString::fromUtf8(reason), loop::wallMs(),
                                                 countersOf(link, loop::monotonicMs()) });
}

void Reporter::look(const ws::Link &link, Told &told, std::int64_t nowMs)
{
    const stats::Counters counters = countersOf(link, nowMs);
    const Told now { counters.inMessages + counters.outMessages + counters.dropped, counters.queuedBytes,
                     counters.rttMs };
    // A queue that stands still ages, which is news as well.
    if (now == told && counters.queuedBytes == 0)
        return;
    told = now;
    m_report.counters.push_back(counters);
}

void Reporter::ticked(double lateMs)
{
    m_lagMs = std::exchange(m_isLagTold, false) ? lateMs : std::max(m_lagMs, lateMs);
}

void Reporter::deliver()
{
    const std::size_t size = m_report.counters.size();
    m_report.worker = m_worker;
    m_report.loopLagMs = m_lagMs;
    m_isLagTold = true;
    m_report.deliveries = m_deliveries;
    m_sink(std::exchange(m_report, {}));
    m_report.counters.reserve(size); // as many will most likely come again
}

} // namespace relay::worker
