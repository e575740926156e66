// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/support/fakeworld.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <utility>

namespace relay::tests {

using client::Connection;
using client::Topic;
using client::Totals;

namespace {

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

bool publishes(const Connection &connection)
{
    return connection.role != QLatin1String("subscriber");
}

bool subscribes(const Connection &connection)
{
    return connection.role != QLatin1String("publisher");
}

QString userAgentOf(int number)
{
    static const std::array<QString, 5> agents {
        QStringLiteral("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"),
        QStringLiteral("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/126.0"), QStringLiteral("Lavf/59.27.100"),
        QStringLiteral("Go-http-client/1.1"), QStringLiteral("Python/3.11 websockets/10.4")
    };
    return agents[std::size_t(number) % agents.size()];
}

Connection makeConnection(quint64 id, int topicNumber, bool isPublisher, QRandomGenerator &random)
{
    const bool isVideo = topicNumber % 3 != 0;
    const QString name = QStringLiteral("%1%2")
                             .arg(isVideo ? QStringLiteral("camera") : QStringLiteral("lab"))
                             .arg(topicNumber, 3, 10, QLatin1Char('0'));
    Connection connection;
    connection.id = id;
    connection.topic = isVideo ? QStringLiteral("/out/") + name : QStringLiteral("/bi/") + name;
    connection.path = isVideo && isPublisher ? QStringLiteral("/in/") + name : connection.topic;
    connection.role = !isVideo ? QStringLiteral("both")
        : isPublisher          ? QStringLiteral("publisher")
                               : QStringLiteral("subscriber");
    connection.kind = isVideo ? QStringLiteral("video") : QStringLiteral("data");
    connection.transport = isVideo && isPublisher ? QStringLiteral("http") : QStringLiteral("ws");
    connection.address = QStringLiteral("192.0.2.%1:%2").arg(random.bounded(1, 255)).arg(random.bounded(20000, 60000));
    connection.userAgent = userAgentOf(connection.transport == QLatin1String("http") ? 2 : random.bounded(100));
    connection.openedAt = nowMs() - random.bounded(7'200'000);
    connection.rttMs = random.bounded(1, 180);
    return connection;
}

} // namespace

void FakeWorld::set(const Connection &connection)
{
    const auto known = m_connections.constFind(connection.id);
    if (known != m_connections.cend())
        countIn(*known, -1);
    m_connections.insert(connection.id, connection);
    m_lastId = std::max(m_lastId, connection.id);
    countIn(connection, +1);
    m_changes.opened.insert(connection.id);
    m_changes.counted.insert(connection.id);
    m_changes.closed.remove(connection.id);
}

bool FakeWorld::remove(quint64 id)
{
    const auto found = m_connections.find(id);
    if (found == m_connections.end())
        return false;
    countIn(*found, -1);
    m_connections.erase(found);
    m_changes.opened.remove(id);
    m_changes.counted.remove(id);
    m_changes.closed.insert(id);
    return true;
}

void FakeWorld::clear()
{
    const auto ids = m_connections.keys();
    for (const quint64 id : ids)
        remove(id);
}

void FakeWorld::populate(int count, quint32 seed)
{
    m_random.seed(seed);
    const int topics = std::max(1, count / 10);
    for (int i = 0; i < count; ++i) {
        Connection connection = makeConnection(m_lastId + 1, i % topics, i < topics, m_random);
        touch(connection, nowMs());
        set(connection);
    }
}

void FakeWorld::tick(double share)
{
    const qint64 now = nowMs();
    for (Connection &connection : m_connections) {
        if (m_random.generateDouble() >= share)
            continue;
        countIn(connection, -1);
        touch(connection, now);
        countIn(connection, +1);
        m_changes.counted.insert(connection.id);
    }
}

void FakeWorld::touch(Connection &connection, qint64 now)
{
    const bool isVideo = connection.kind == QLatin1String("video");
    const int messages = isVideo ? 25 + int(m_random.bounded(10)) : int(m_random.bounded(20));
    const quint64 bytes = quint64(messages) * quint64(m_random.bounded(200, isVideo ? 12'000 : 800));
    if (publishes(connection)) {
        connection.inMessages += quint64(messages);
        connection.inBytes += bytes;
        connection.inRate = double(bytes);
        connection.lastInAt = now;
    }
    if (subscribes(connection)) {
        connection.outMessages += quint64(messages);
        connection.outBytes += bytes;
        connection.outRate = double(bytes);
        connection.lastOutAt = now;
        const bool isSlow = connection.id % 41 == 0;
        connection.queuedBytes = isSlow ? quint64(m_random.bounded(900'000)) : 0;
        connection.queuedMs = isSlow ? m_random.bounded(1900) : 0;
        connection.dropped += isSlow ? quint64(m_random.bounded(4)) : 0;
    }
}

Totals FakeWorld::totals() const
{
    Totals totals;
    totals.connections = int(m_connections.size());
    totals.topics = int(m_topics.size());
    for (const Connection &connection : m_connections) {
        totals.inMessages += connection.inMessages;
        totals.inBytes += connection.inBytes;
        totals.outMessages += connection.outMessages;
        totals.outBytes += connection.outBytes;
        totals.inRate += connection.inRate;
        totals.outRate += connection.outRate;
        totals.dropped += connection.dropped;
    }
    totals.loopLagMs = 0.4;
    return totals;
}

FakeWorld::Changes FakeWorld::takeChanges()
{
    return std::exchange(m_changes, {});
}

void FakeWorld::countIn(const Connection &connection, int sign)
{
    Topic &topic = m_topics[connection.topic];
    topic.id = connection.topic;
    topic.kind = connection.kind;
    topic.publishers += publishes(connection) ? sign : 0;
    topic.subscribers += subscribes(connection) ? sign : 0;
    topic.inRate += sign * connection.inRate;
    topic.outRate += sign * connection.outRate;
    topic.inMessages += quint64(sign) * connection.inMessages; // wraps back exactly when the sign is negative
    topic.outMessages += quint64(sign) * connection.outMessages;
    topic.dropped += quint64(sign) * connection.dropped;
    topic.slowReaders += connection.queuedMs > 0 ? sign : 0;
    m_changes.topics.insert(connection.topic);
    if (topic.publishers == 0 && topic.subscribers == 0)
        m_topics.remove(connection.topic);
}

} // namespace relay::tests
