// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/monitor/metricstext.h"

#include "common/metrics/exposition.h"

namespace relay::client::monitor {

namespace {

double secondsOf(Time time)
{
    return std::chrono::duration<double>(time).count();
}

void writeLatency(metrics::Exposition &out, const Figures &figures, const QByteArray &labels)
{
    std::array<QByteArray, Figures::kBoundsMs.size()> bounds;
    for (std::size_t i = 0; i < bounds.size(); ++i)
        bounds[i] = metrics::number(Figures::kBoundsMs[i] / 1000.0);
    out.begin("relay_monitor_latency_seconds", "histogram", "How long messages took through the relay.");
    out.buckets(bounds, figures.within(), figures.received(), metrics::number(secondsOf(figures.sum())), labels);
    out.begin("relay_monitor_latency_last_seconds", "gauge", "How long the last message took; NaN before the first.");
    if (const auto last = figures.last())
        out.sample(secondsOf(*last), labels);
    else
        out.sample(QByteArray("NaN"), labels);
}

} // namespace

QByteArray metricsText(const Figures &figures, const Identity &identity, int misses, bool isConnected)
{
    const QByteArray labels = metrics::label("node", identity.node.toUtf8()) + ','
        + metrics::label("audience", identity.audience.toUtf8()) + ','
        + metrics::label("topic", identity.topic.toUtf8());
    metrics::Exposition out;
    const auto write = [&](QByteArrayView name, QByteArrayView type, QByteArrayView help, std::uint64_t value) {
        out.begin(name, type, help);
        out.sample(value, labels);
    };
    writeLatency(out, figures, labels);
    write("relay_monitor_latency_threshold_breaches_total", "counter", "Messages that took longer than the threshold.",
          figures.late);
    write("relay_monitor_receive_timeouts_total", "counter", "Messages that were lost, or could not be sent.",
          figures.lost);
    write("relay_monitor_messages_sent_total", "counter", "Messages that were sent.", figures.sent - figures.unsent);
    write("relay_monitor_foreign_messages_total", "counter", "Messages of other monitors on the topic.",
          figures.foreign);
    write("relay_monitor_alarms_total", "counter", "Alarms since the start.", figures.alarms);
    write("relay_monitor_misses", "gauge", "Messages in a row that were late, lost or not sent.", std::uint64_t(misses));
    write("relay_monitor_connected", "gauge", "1 while there is a way out and back.", isConnected ? 1 : 0);
    return out.take();
}

} // namespace relay::client::monitor
