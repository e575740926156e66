// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/inspect/ratehistory.h"

#include <algorithm>
#include <limits>

namespace relay::gui::inspect {

namespace {

constexpr float kGap = std::numeric_limits<float>::quiet_NaN();

} // namespace

void RateHistory::Series::push(const RateSample &sample)
{
    if (ring.size() < kSamples) {
        ring.append(sample);
        return;
    }
    ring[next] = sample;
    next = (next + 1) % kSamples;
}

RateHistory::RateHistory(const client::Mirror &mirror, QObject *parent)
    : QObject(parent)
    , m_mirror(mirror)
{
    m_timer.setInterval(kStep);
    connect(&m_timer, &QTimer::timeout, this, &RateHistory::sample);
    m_timer.start();
}

void RateHistory::sample()
{
    if (m_mirror.isStale()) {
        for (Series &series : m_series)
            series.push({ kGap, kGap });
        return;
    }
    const QHash<quint64, client::Connection> &all = m_mirror.connections();
    m_series.removeIf([&all](const auto &entry) { return !all.contains(entry.key()); });
    for (const client::Connection &connection : all) {
        if (!m_series.contains(connection.id) && m_series.size() >= kMaxConnections)
            continue;
        const auto delivered = float(std::max(connection.inRate, connection.outRate));
        const bool reads = connection.outRate >= connection.inRate;
        const auto topic = m_mirror.topics().constFind(connection.topic);
        const float offered = reads && topic != m_mirror.topics().cend() ? float(topic->inRate) : delivered;
        m_series[connection.id].push({ delivered, offered });
    }
}

QVector<RateSample> RateHistory::of(quint64 id) const
{
    const Series series = m_series.value(id);
    return series.ring.mid(series.next) + series.ring.first(series.next);
}

} // namespace relay::gui::inspect
