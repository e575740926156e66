// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stats/metrics.h"

#include "common/metrics/exposition.h"
#include "server/stats/names.h"

#include <algorithm>
#include <array>
#include <set>

namespace relay::stats {

namespace {

using metrics::Exposition;
using metrics::label;

void writeConnections(Exposition &out, const Ledger &ledger, const MetricsInput &input)
{
    constexpr std::array kTransports { Transport::Ws, Transport::Wss, Transport::Http, Transport::Https };
    std::array<std::uint64_t, kTransports.size()> open {};
    for (const auto &[id, entry] : ledger.connections())
        ++open[std::size_t(entry.facts.transport)];
    out.begin("relay_connections", "gauge", "Connections that are open, by transport.");
    for (const Transport transport : kTransports)
        out.sample(open[std::size_t(transport)], label("kind", nameOf(transport)));

    std::uint64_t refused = 0;
    for (const auto &[reason, count] : input.refusals)
        refused += count;
    out.begin("relay_connections_total", "counter", "Connections since the start, by what became of them.");
    out.sample(ledger.totals().opened, label("result", "accepted"));
    out.sample(refused, label("result", "refused"));
    out.begin("relay_connections_closed_total", "counter", "Connections that ended, by close code.");
    for (std::size_t i = 0; i < kCountedCodes.size(); ++i) {
        const QByteArray code = kCountedCodes[i] > 0 ? QByteArray::number(kCountedCodes[i]) : "other";
        out.sample(ledger.totals().closed[i], label("code", code));
    }
    out.single("relay_topics", "gauge", "Topics that somebody is on.", ledger.topics().size());
}

void writeMessages(Exposition &out, const Totals &totals)
{
    out.single("relay_messages_received_total", "counter", "Messages that clients sent.", totals.inMessages);
    out.single("relay_messages_sent_total", "counter", "Messages that clients got.", totals.outMessages);
    out.begin("relay_messages_dropped_total", "counter", "Messages that a client did not get, by reason.");
    out.sample(totals.dropped, label("reason", "slow_reader"));
    out.single("relay_bytes_received_total", "counter", "Payload that clients sent.", totals.inBytes);
    out.single("relay_bytes_sent_total", "counter", "Payload that clients got.", totals.outBytes);
    out.single("relay_slow_consumer_disconnects_total", "counter", "Connections ended since they read too slowly.",
               totals.tooSlow);
    out.begin("relay_loop_lag_seconds", "gauge", "How late the worker that is worst off was.");
    out.sample(totals.loopLagMs / 1000);
}

void writeDeliveries(Exposition &out, const DeliveryTimes &times)
{
    constexpr double kNs = 1e9;
    out.begin("relay_delivery_seconds", "histogram",
              "How long the pass took in which a reader got a message, from its arrival in the worker on.");
    std::uint64_t all = 0;
    for (std::size_t i = 0; i < times.kBoundsNs.size(); ++i) {
        all += times.counts[i];
        out.sample(all, label("le", QByteArray::number(double(times.kBoundsNs[i]) / kNs)), "_bucket");
    }
    all += times.counts.back();
    out.sample(all, label("le", "+Inf"), "_bucket");
    out.sample(double(times.sumNs) / kNs, {}, "_sum");
    out.sample(all, {}, "_count");
}

// Not of what was, as histograms mostly are: a queue is a state, and its distribution over the readers tells who lags.
void writeQueues(Exposition &out, const Ledger &ledger)
{
    constexpr std::array<std::uint64_t, 7> kBounds { 0, 4096, 16384, 65536, 262'144, 1'048'576, 4'194'304 };
    std::array<std::uint64_t, kBounds.size()> within {};
    std::uint64_t sum = 0;
    for (const auto &[id, entry] : ledger.connections()) {
        const std::uint64_t queued = entry.counters.queuedBytes;
        sum += queued;
        for (std::size_t i = 0; i < kBounds.size(); ++i)
            within[i] += queued <= kBounds[i] ? 1 : 0;
    }
    out.begin("relay_send_queue_bytes", "histogram", "What waits now for each of the connections that are open.");
    std::array<QByteArray, kBounds.size()> bounds;
    std::transform(kBounds.begin(), kBounds.end(), bounds.begin(),
                   [](std::uint64_t bound) { return QByteArray::number(quint64(bound)); });
    out.buckets(bounds, within, ledger.connections().size(), QByteArray::number(quint64(sum)));
}

void writeShells(Exposition &out, const Ledger &ledger)
{
    std::set<QByteArray> hosts;
    for (const auto &[id, entry] : ledger.connections()) {
        if (entry.facts.shell && entry.facts.shell->part == ShellPart::Management)
            hosts.insert(entry.facts.shell->host);
    }
    const auto &shells = ledger.shells();
    const auto open = std::count_if(shells.begin(), shells.end(), [](const auto &shell) { return shell.second.host; });
    out.single("relay_shell_hosts", "gauge", "Hosts that wait for clients of theirs (ssh).", hosts.size());
    out.begin("relay_shells", "gauge", "Shells (ssh), by whether their host has dialled yet.");
    out.sample(std::uint64_t(open), label("state", "open"));
    out.sample(std::uint64_t(shells.size()) - std::uint64_t(open), label("state", "waiting"));
}

void writeAccess(Exposition &out, const MetricsInput &input)
{
    out.begin("relay_auth_failures_total", "counter", "Requests and connections that were refused, by reason.");
    for (const auto &[reason, count] : input.refusals)
        out.sample(count, label("reason", reason));
    out.single("relay_codes_outstanding", "gauge", "Codes that wait to be used.", input.codes);
    out.single("relay_deny_entries", "gauge", "Bookings that are denied.", input.denied);
    out.single("relay_deny_list_durable", "gauge", "1 while the deny list is on disk as it is in force.",
               input.isDenyListDurable ? 1 : 0);
}

void writeProcess(Exposition &out, const ProcessFigures &figures)
{
    out.begin("process_cpu_seconds_total", "counter", "Processor time that relayd took.");
    out.sample(figures.cpuSeconds);
    out.single("process_virtual_memory_bytes", "gauge", "Address space that relayd has.", figures.virtualBytes);
    out.single("process_resident_memory_bytes", "gauge", "Memory that relayd holds.", figures.residentBytes);
    out.single("process_open_fds", "gauge", "Descriptors that relayd has open.", figures.openDescriptors);
    out.single("process_max_fds", "gauge", "Descriptors that relayd may have open.", figures.mostDescriptors);
    out.begin("process_start_time_seconds", "gauge", "When relayd started, in seconds since the epoch.");
    out.sample(double(figures.startedAt) / 1000);
}

} // namespace

QByteArray metricsText(const Ledger &ledger, const MetricsInput &input)
{
    Exposition out;
    out.begin("relay_build_info", "gauge", "1, labelled with the version that runs.");
    out.sample(std::uint64_t(1), label("version", input.version));
    writeConnections(out, ledger, input);
    writeMessages(out, ledger.totals());
    writeDeliveries(out, ledger.totals().deliveries);
    writeQueues(out, ledger);
    writeShells(out, ledger);
    writeAccess(out, input);
    writeProcess(out, input.process);
    return out.take();
}

} // namespace relay::stats
