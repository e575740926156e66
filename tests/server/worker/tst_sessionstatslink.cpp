// SPDX-License-Identifier: GPL-3.0-or-later
#include "poolworld.h"

#include <QTest>

using namespace relay;
using namespace relay::tests;
using Purpose = worker::Arrival::Purpose;

namespace {
constexpr char kCommand[] = "{\"cmd\":\"update\"}";
constexpr Purpose kStats = Purpose::SessionStats;
} // namespace

//! What a worker does with the clients of the topic stats.
class SessionStatsLinkTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingThatTheySendIsRelayed();
    void reportGoesToWhomItIsFor();
    void manyCommandsAtOnceAskOnce();
    void commandsOfOneThatMayNotWriteAskNothing();
};

void SessionStatsLinkTest::nothingThatTheySendIsRelayed()
{
    PoolWorld world;
    const auto listener = world.connectClient({ .topic = "stats", .purpose = kStats });
    const auto forger = world.connectClient({ .topic = "stats", .purpose = kStats });
    const auto member = world.connectClient({ .topic = "stats" }); // were there such a topic of the hub
    for (const auto &client : { &listener, &forger, &member })
        QVERIFY((*client)->waitFor("\r\n\r\n"));
    forger->sendText("[{\"topic\":\"forged\"}]");
    forger->sendText(kCommand);
    QTRY_COMPARE(world.requests().size(), std::size_t(1)); // so the forged one has been taken, too
    const auto writer = world.connectClient({ .topic = "stats" });
    QVERIFY(writer->waitFor("\r\n\r\n"));
    writer->sendText("marker");
    QVERIFY(member->waitFor("marker"));
    world.pool().send(0, listener->id, { "[\"report\"]" });
    QVERIFY(listener->waitFor("[\"report\"]"));
    for (const auto &client : { &listener, &member })
        QCOMPARE((*client)->received.find("forged"), std::string::npos);
    QCOMPARE(listener->received.find("marker"), std::string::npos);
}

void SessionStatsLinkTest::reportGoesToWhomItIsFor()
{
    PoolWorld world;
    const auto client = world.connectClient({ .topic = "stats", .purpose = kStats, .mayWrite = false });
    QVERIFY(client->waitFor("\r\n\r\n"));
    const QByteArray report(200'000, 'r'); // more than a socket takes at once
    world.pool().send(0, client->id, { report });
    QVERIFY(client->waitFor(report.toStdString()));
}

void SessionStatsLinkTest::manyCommandsAtOnceAskOnce()
{
    PoolWorld world;
    std::unique_ptr<Client> client;
    worker::Arrival arrival = world.makeArrival({ .topic = "stats", .purpose = kStats }, client);
    client->sendText(kCommand, 500);
    world.adopt(std::move(arrival));
    QTRY_VERIFY(!world.requests().empty());
    const auto next = world.connectClient({ .topic = "stats", .purpose = kStats });
    QVERIFY(next->waitFor("\r\n\r\n"));
    next->sendText(kCommand);
    QTRY_COMPARE(world.requests().back(), next->id);
    QVERIFY2(world.requests().size() < 10, qPrintable(QString::number(world.requests().size())));
}

void SessionStatsLinkTest::commandsOfOneThatMayNotWriteAskNothing()
{
    PoolWorld world;
    const auto reader = world.connectClient({ .topic = "stats", .purpose = kStats, .mayWrite = false });
    const auto writer = world.connectClient({ .topic = "stats", .purpose = kStats, .mayRead = false });
    QVERIFY(reader->waitFor("\r\n\r\n"));
    QVERIFY(writer->waitFor("\r\n\r\n"));
    reader->sendText(kCommand);
    reader->sendText("\"the pong of this comes behind it\"");
    reader->send(std::string_view("\x89\x81\0\0\0\0?", 7));
    QVERIFY(reader->waitFor(std::string_view("\x8a\x01?", 3)));
    writer->sendText(kCommand);
    QTRY_COMPARE(world.requests(), std::vector<stats::ConnectionId> { writer->id });
}

QTEST_GUILESS_MAIN(SessionStatsLinkTest)
#include "tst_sessionstatslink.moc"
