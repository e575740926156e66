// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/app/labscene.h"

#include <QDateTime>

#include <array>

namespace relay::tests {

using client::Connection;

namespace {

constexpr double kVideoRate = 4.0e6 / 8; // bytes/s
constexpr double kDataRate = 0.21e6 / 8;

const std::array<QString, 7> kRigs { QStringLiteral("spin"), QStringLiteral("pend"), QStringLiteral("trus"),
                                     QStringLiteral("gvnr"), QStringLiteral("turn"), QStringLiteral("pvna"),
                                     QStringLiteral("quad") };

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

LabScene::LabScene(FakeWorld &world)
    : m_world(world)
{
}

void LabScene::build(int connections, bool isHealthy)
{
    m_isHealthy = isHealthy;
    const int rigs = std::max(1, std::min(48, connections / 12));
    const int readers = std::max(2, connections / rigs - 2);
    for (int rig = 0; rig < rigs && int(m_nextId) <= connections; ++rig)
        addRig(rig, std::min(readers, connections - int(m_nextId) - 1));
    for (int host = 0; host < 3 && connections >= 40; ++host)
        addShell(host, host + 1);
}

void LabScene::addRig(int number, int readers)
{
    const QString name = kRigs.at(size_t(number) % kRigs.size()) + QString::number(10 + number);
    for (const bool isVideo : { true, false }) {
        const QString topic
            = (isVideo ? QStringLiteral("/out/%1-st-video") : QStringLiteral("/bi/%1-st-data")).arg(name);
        Connection rig;
        rig.topic = topic;
        rig.path = isVideo ? QString(topic).replace(QStringLiteral("/out/"), QStringLiteral("/in/")) : topic;
        rig.role = isVideo ? QStringLiteral("publisher") : QStringLiteral("both");
        rig.kind = isVideo ? QStringLiteral("video") : QStringLiteral("data");
        rig.transport = isVideo ? QStringLiteral("http") : QStringLiteral("ws");
        rig.address = QStringLiteral("10.20.%1.%2:%3").arg(number / 10 + 4).arg(number % 10 + 35).arg(40000 + number);
        rig.userAgent = isVideo ? QStringLiteral("Lavf/59.27.100") : QStringLiteral("Go-http-client/1.1");
        rig.openedAt = nowMs() - 6 * 86'400'000LL - m_random.bounded(3600'000);
        rig.rttMs = 3;
        open(rig);
        for (int i = 0; i < (isVideo ? readers * 2 / 3 : readers - readers * 2 / 3); ++i)
            addReader(topic, isVideo);
    }
}

//! A computer that offers a shell, and some who use it.
void LabScene::addShell(int number, int clients)
{
    Connection host;
    host.topic = QStringLiteral("/shell/pi-%1").arg(number + 1);
    host.path = host.topic;
    host.role = QStringLiteral("host");
    host.kind = QStringLiteral("stream");
    host.transport = QStringLiteral("wss");
    host.address = QStringLiteral("10.20.9.%1:%2").arg(11 + number).arg(41000 + number);
    host.userAgent = QStringLiteral("relay 0.1.0");
    host.openedAt = nowMs() - 86'400'000LL;
    host.rttMs = 4;
    open(host);
    for (int i = 0; i < clients; ++i) {
        Connection user = host;
        user.role = QStringLiteral("client");
        user.address = QStringLiteral("192.0.2.%1:%2").arg(120 + i).arg(52000 + i);
        user.bookingId = QStringLiteral("cq3vshell%1").arg(i);
        user.openedAt = nowMs() - 600'000LL * (i + 1);
        user.expiresAt = nowMs() + 3600'000LL;
        user.rttMs = 28;
        open(user);
    }
}

void LabScene::addReader(const QString &topic, bool isVideo)
{
    static const std::array<QString, 4> agents { QStringLiteral("Firefox 133"), QStringLiteral("Chrome 131"),
                                                 QStringLiteral("Safari 18"), QStringLiteral("Python websockets 10.4") };
    static const std::array<QString, 3> nets { QStringLiteral("203.0.113.%1:%2"), QStringLiteral("198.51.100.%1:%2"),
                                               QStringLiteral("192.0.2.%1:%2") };
    Connection reader;
    reader.topic = topic;
    reader.path = topic;
    reader.role = isVideo ? QStringLiteral("subscriber") : QStringLiteral("both");
    reader.kind = isVideo ? QStringLiteral("video") : QStringLiteral("data");
    reader.transport = QStringLiteral("ws");
    reader.address = nets.at(m_random.bounded(3)).arg(m_random.bounded(1, 255)).arg(m_random.bounded(20000, 60000));
    reader.userAgent = agents.at(m_random.bounded(4));
    reader.bookingId = QStringLiteral("cq3v") + QString::number(m_random.generate(), 36).left(8);
    reader.scopes = isVideo ? QStringList { QStringLiteral("read") }
                            : QStringList { QStringLiteral("read"), QStringLiteral("write") };
    reader.openedAt = nowMs() - m_random.bounded(60, 4000) * 1000LL;
    reader.expiresAt = nowMs() + m_random.bounded(420, 4000) * 1000LL;
    reader.rttMs = m_random.bounded(9, 60);
    if (!m_isHealthy && m_nextId % 23 == 7)
        reader.expiresAt = nowMs() + m_random.bounded(60, 290) * 1000LL;
    open(reader);
}

void LabScene::open(Connection connection)
{
    connection.id = m_nextId++;
    connection.inMessages = quint64(m_random.bounded(100'000));
    advance(connection);
    m_world.set(connection);
}

void LabScene::advance(Connection &connection)
{
    const double wobble = 0.97 + m_random.bounded(60) / 1000.0;
    const double rate = (connection.kind == QLatin1String("video") ? kVideoRate : kDataRate) * wobble;
    const bool isRig = connection.address.startsWith(QLatin1String("10."));
    const bool isLosing = !m_isHealthy && connection.id % 97 == 4;
    const bool isSlow = !m_isHealthy && connection.id % 61 == 9;
    connection.inRate = isRig ? rate : connection.role == QLatin1String("both") ? rate * 0.1 : 0;
    connection.outRate = isRig ? (connection.role == QLatin1String("both") ? rate * 0.1 : 0) : rate;
    if (isLosing) {
        connection.outRate *= m_second < 15 ? 1 : 0.3 + m_random.bounded(20) / 100.0;
        connection.dropped += m_second < 15 ? 0 : 11 + m_random.bounded(9);
        connection.queuedBytes = m_second < 15 ? 0 : 1024 * 1024;
        connection.queuedMs = m_second < 15 ? 0 : 1900;
        connection.rttMs = 240 + m_random.bounded(200);
    } else if (isSlow) {
        connection.outRate *= 0.85 + m_random.bounded(10) / 100.0;
        connection.queuedBytes = 600'000 + m_random.bounded(200'000);
        connection.queuedMs = 700;
        connection.rttMs = 140 + m_random.bounded(60);
    }
    connection.outMessages += connection.outRate > 0 ? 25 : 0;
    connection.inMessages += connection.inRate > 0 ? 25 : 0;
    connection.outBytes += quint64(connection.outRate);
    connection.inBytes += quint64(connection.inRate);
    if (connection.id % 7 == 3 && !isRig && !isLosing && !isSlow) { // somebody who looks at a black picture
        connection.inRate = connection.outRate = 0;
        return;
    }
    connection.lastInAt = connection.inRate > 0 ? nowMs() : 0;
    connection.lastOutAt = connection.outRate > 0 ? nowMs() : 0;
}

void LabScene::tick()
{
    ++m_second;
    const auto all = m_world.connections();
    for (Connection connection : all) {
        advance(connection);
        m_world.set(connection);
    }
}

} // namespace relay::tests
