// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stats/metrics.h"

#include <array>

namespace relay::stats {

namespace {

//! Writes one metric after the other.
class Exposition
{
public:
    void begin(QByteArrayView name, QByteArrayView type, QByteArrayView help)
    {
        m_name = name.toByteArray();
        m_text.append("# HELP ").append(name).append(' ').append(help);
        m_text.append("\n# TYPE ").append(name).append(' ').append(type).append('\n');
    }
    void sample(const QByteArray &value, QByteArrayView labels = {}, QByteArrayView suffix = {})
    {
        m_text.append(m_name).append(suffix);
        if (!labels.isEmpty())
            m_text.append('{').append(labels).append('}');
        m_text.append(' ').append(value).append('\n');
    }
    void sample(std::uint64_t value, QByteArrayView labels = {}, QByteArrayView suffix = {})
    {
        sample(QByteArray::number(quint64(value)), labels, suffix);
    }
    void sample(double value) { sample(QByteArray::number(value, 'g', 15)); }
    void single(QByteArrayView name, QByteArrayView type, QByteArrayView help, std::uint64_t value)
    {
        begin(name, type, help);
        sample(value);
    }

    [[nodiscard]] QByteArray take() { return std::move(m_text); }

private:
    QByteArray m_name;
    QByteArray m_text;
};

//! A label with its value, which is ours and needs no escaping.
QByteArray label(QByteArrayView name, QByteArrayView value)
{
    return name.toByteArray() + "=\"" + value + '"';
}

void connections(Exposition &out, const Ledger &ledger, const Tally &tally, const MetricsInput &input)
{
    constexpr std::array<QByteArrayView, 4> kTransports = { "ws", "wss", "http", "https" };
    std::array<std::uint64_t, kTransports.size()> live {};
    for (const auto &[id, entry] : ledger.connections())
        ++live[std::size_t(entry.facts.transport)];
    out.begin("relay_connections", "gauge", "Connections that are open, by transport.");
    for (std::size_t i = 0; i < kTransports.size(); ++i)
        out.sample(live[i], label("kind", kTransports[i]));

    std::uint64_t refused = 0;
    for (const auto &[reason, count] : input.refusals)
        refused += count;
    out.begin("relay_connections_total", "counter", "Connections since the start, by what became of them.");
    out.sample(tally.opened, label("result", "accepted"));
    out.sample(refused, label("result", "refused"));
    out.single("relay_topics", "gauge", "Topics that somebody is on.", ledger.topics().size());
}

void messages(Exposition &out, const Ledger &ledger, const Tally &tally)
{
    const Totals totals = ledger.totals();
    out.single("relay_messages_received_total", "counter", "Messages that clients sent.", totals.inMessages);
    out.single("relay_messages_sent_total", "counter", "Messages that clients got.", totals.outMessages);
    out.begin("relay_messages_dropped_total", "counter", "Messages that a client did not get, by reason.");
    out.sample(totals.dropped, label("reason", "slow_reader"));
    out.single("relay_bytes_received_total", "counter", "Payload that clients sent.", totals.inBytes);
    out.single("relay_bytes_sent_total", "counter", "Payload that clients got.", totals.outBytes);
    out.begin("relay_send_queue_bytes", "histogram", "Bytes that waited for a client, each time that it was looked at.");
    for (std::size_t i = 0; i < Tally::kQueueBounds.size(); ++i)
        out.sample(tally.queues[i], label("le", QByteArray::number(quint64(Tally::kQueueBounds[i]))), "_bucket");
    out.sample(tally.queues.back(), label("le", "+Inf"), "_bucket");
    out.sample(tally.queueBytes, {}, "_sum");
    out.sample(tally.queues.back(), {}, "_count");
    out.single("relay_slow_consumer_disconnects_total", "counter", "Connections ended since they read too slowly.",
               tally.tooSlow);
    out.begin("relay_loop_lag_seconds", "gauge", "How late the worker that is worst off was.");
    out.sample(totals.loopLagMs / 1000);
}

void access(Exposition &out, const MetricsInput &input)
{
    out.begin("relay_auth_failures_total", "counter", "Requests and connections that were refused, by reason.");
    for (const auto &[reason, count] : input.refusals)
        out.sample(count, label("reason", reason));
    out.single("relay_codes_outstanding", "gauge", "Codes that wait to be used.", input.codes);
    out.single("relay_deny_entries", "gauge", "Bookings that are denied.", input.denied);
    out.single("relay_deny_list_durable", "gauge", "1 while the deny list is on disk as it is in force.",
               input.isDenyListDurable ? 1 : 0);
}

void processOf(Exposition &out, const ProcessFigures &figures)
{
    out.begin("process_cpu_seconds_total", "counter", "Processor time that relayd took.");
    out.sample(figures.cpuSeconds);
    out.single("process_resident_memory_bytes", "gauge", "Memory that relayd holds.", figures.residentBytes);
    out.single("process_open_fds", "gauge", "Descriptors that relayd has open.", figures.openDescriptors);
    out.begin("process_start_time_seconds", "gauge", "When relayd started, in seconds since the epoch.");
    out.sample(figures.startedAt);
}

} // namespace

QByteArray metricsText(const Ledger &ledger, const Tally &tally, const MetricsInput &input,
                       const ProcessFigures &process)
{
    Exposition out;
    out.begin("relay_build_info", "gauge", "1, labelled with the version that runs.");
    out.sample(std::uint64_t(1), label("version", input.version));
    connections(out, ledger, tally, input);
    messages(out, ledger, tally);
    access(out, input);
    processOf(out, process);
    return out.take();
}

} // namespace relay::stats
