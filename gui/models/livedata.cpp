// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/livedata.h"

#include <chrono>

namespace relay::gui {

using namespace std::chrono_literals;

LiveData::LiveData(const client::Mirror &mirror, ConnectionModel::Clock clock, QObject *parent)
    : QObject(parent)
    , m_mirror(mirror)
    , m_connections(clock)
    , m_topics(clock)
{
    connect(&mirror, &client::Mirror::wasReset, this, &LiveData::takeAll);
    connect(&mirror, &client::Mirror::connectionsChanged, this, &LiveData::takeDelta);
    connect(&mirror, &client::Mirror::topicsChanged, this, &LiveData::takeTopics);
    connect(&mirror, &client::Mirror::staleChanged, this, &LiveData::takeStale);
    connect(&m_timer, &QTimer::timeout, this, &LiveData::tick);
    m_timer.setInterval(1s);
    m_timer.start();
    takeAll();
}

void LiveData::setFrozen(bool isFrozen)
{
    if (isFrozen == m_isFrozen)
        return;
    m_isFrozen = isFrozen;
    m_waiting.clear();
    if (!isFrozen)
        takeAll();
    Q_EMIT ticked();
}

void LiveData::takeAll()
{
    if (m_isFrozen)
        return;
    m_connections.syncTo(m_mirror.connections());
    m_topics.syncTo(m_mirror.topics());
    tick();
}

void LiveData::takeDelta(const QVector<quint64> &added, const QVector<quint64> &changed, const QVector<quint64> &removed)
{
    if (!m_isFrozen) {
        m_connections.apply(added, changed, removed, m_mirror.connections());
        return;
    }
    for (const auto *ids : { &added, &changed, &removed })
        m_waiting.unite(QSet<quint64>(ids->begin(), ids->end()));
}

void LiveData::takeTopics()
{
    if (!m_isFrozen)
        m_topics.syncTo(m_mirror.topics());
}

void LiveData::takeStale(bool isStale)
{
    const qint64 asOf = isStale ? m_mirror.asOf() : 0;
    m_connections.setAsOf(asOf);
    m_topics.setAsOf(asOf);
    if (!isStale)
        m_vitals.forgetHistory();
    Q_EMIT ticked();
}

void LiveData::tick()
{
    if (m_mirror.isStale() || m_mirror.asOf() == 0)
        return;
    m_vitals.sample(m_mirror.totals(), m_mirror.connections());
    if (!m_isFrozen) {
        m_connections.tick(m_mirror.topics());
        m_topics.tick(m_connections.topicHealth());
        m_counts = m_connections.counts();
    }
    Q_EMIT ticked();
}

} // namespace relay::gui
