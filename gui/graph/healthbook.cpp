// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/healthbook.h"

#include <QDateTime>

#include <numeric>
#include <utility>

using namespace std::chrono_literals;

namespace relay::gui::graph {

namespace {

constexpr int kLooksPerTopicSample = 5;
constexpr int kSamplesForAMean = 6;

} // namespace

HealthBook::HealthBook(const client::Mirror &mirror, QObject *parent)
    : QObject(parent)
    , m_mirror(mirror)
    , m_clock([] { return QDateTime::currentMSecsSinceEpoch(); })
{
    connect(&mirror, &client::Mirror::wasReset, this, &HealthBook::reset);
    connect(&mirror, &client::Mirror::connectionsChanged, this,
            [this](const QVector<quint64> &added, const QVector<quint64> &changed, const QVector<quint64> &removed) {
                forget(removed);
                judge(added);
                judge(changed);
            });
    connect(&m_second, &QTimer::timeout, this, &HealthBook::look);
    m_second.start(1s);
    reset();
}

void HealthBook::setClock(Clock clock)
{
    m_clock = std::move(clock);
    m_second.stop();
}

void HealthBook::reset()
{
    m_health.removeIf([this](const auto &entry) { return !m_mirror.connections().contains(entry.key()); });
    for (const client::Connection &connection : m_mirror.connections())
        judgeOne(connection, m_clock());
}

void HealthBook::judgeOne(const client::Connection &connection, qint64 now)
{
    Health &health = m_health[connection.id];
    health.status = gui::judge(connection, now, health.memory);
}

void HealthBook::judge(const QVector<quint64> &ids)
{
    const qint64 now = m_clock();
    for (quint64 id : ids) {
        const auto connection = m_mirror.connections().constFind(id);
        if (connection != m_mirror.connections().constEnd())
            judgeOne(*connection, now);
    }
}

void HealthBook::forget(const QVector<quint64> &ids)
{
    for (quint64 id : ids)
        m_health.remove(id);
}

void HealthBook::look()
{
    if (m_mirror.isStale())
        return;
    const qint64 now = m_clock();
    for (const client::Connection &connection : m_mirror.connections()) {
        Health &health = m_health[connection.id];
        health.status = gui::judge(connection, now, health.memory);
        health.drops.push(connection.dropped);
        const int seconds = health.drops.size() - 1;
        health.dropRate = seconds < 1 ? 0 : double(health.drops.last() - health.drops.first()) / seconds;
    }
    if (m_looks++ % kLooksPerTopicSample == 0)
        sampleTopics();
}

void HealthBook::sampleTopics()
{
    const auto &topics = m_mirror.topics();
    m_topics.removeIf([&topics](const auto &entry) { return !topics.contains(entry.key()); });
    for (const client::Topic &topic : topics)
        m_topics[topic.id].push(topic.inRate);
}

std::optional<double> HealthBook::meanInRate(const QString &topic) const
{
    const auto found = m_topics.constFind(topic);
    if (found == m_topics.constEnd() || found->size() < kSamplesForAMean)
        return std::nullopt;
    const QVector<double> samples = found->toVector();
    return std::accumulate(samples.begin(), samples.end(), 0.0) / double(samples.size());
}

} // namespace relay::gui::graph
