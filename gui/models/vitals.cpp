// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/vitals.h"

#include <QVector>

#include <algorithm>

namespace relay::gui {

namespace {

qint64 percentile95(const QHash<quint64, client::Connection> &connections)
{
    QVector<qint64> times;
    times.reserve(connections.size());
    for (const client::Connection &connection : connections)
        if (connection.rttMs >= 0)
            times.append(connection.rttMs);
    if (times.isEmpty())
        return -1;
    const auto at = times.begin() + (times.size() - 1) * 95 / 100;
    std::nth_element(times.begin(), at, times.end());
    return *at;
}

} // namespace

void Vitals::sample(const client::Totals &totals, const QHash<quint64, client::Connection> &connections)
{
    m_dropped.push(totals.dropped);
    const bool hasDrops = m_dropped.size() > 1 && m_dropped.last() > m_dropped.first();
    m_drops.push(hasDrops ? static_cast<float>(m_dropped.last() - m_dropped.first())
                         / static_cast<float>(m_dropped.size() - 1)
                          : 0);
    m_connections.push(totals.connections);
    m_in.push(static_cast<float>(totals.inRate));
    m_out.push(static_cast<float>(totals.outRate));
    m_totals = totals;
    m_roundTripP95 = percentile95(connections);
}

void Vitals::forgetHistory()
{
    *this = Vitals();
}

int Vitals::connectionsGained() const
{
    return m_connections.isEmpty() ? 0 : m_connections.last() - m_connections.first();
}

} // namespace relay::gui
