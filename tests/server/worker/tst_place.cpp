// SPDX-License-Identifier: GPL-3.0-or-later
#include "poolworld.h"

#include <QTest>

using namespace relay;
using namespace relay::tests;
using worker::Place;
using worker::Places;
using Purpose = worker::Arrival::Purpose;
using Story = std::vector<std::string>;

class PlaceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // of the value
    void isGivenBackOnceHoweverOftenItMoves();
    void onePlaceOverAnotherGivesTheOtherBack();

    // of a pool
    void normalEndGivesItBack();
    void refusedHandshakeGivesItBack();
    void peerThatLeftBeforeTheGreetingOpensThenCloses();
    void peerThatLeftBeforeTheRefusalIsNeverTold();
    void readerOfAnotherWorkerGivesItBackOnce();
    void shutdownWaitsForAllAndGivesThemBack();
    void endOfThePoolGivesBackLiveOnes();
    void endOfThePoolGivesBackThoseOnTheirWay();
    void whoArrivesDuringShutdownIsToldAndGoes();
};

void PlaceTest::isGivenBackOnceHoweverOftenItMoves()
{
    std::vector<stats::ConnectionId> gone;
    Places places { .openDescriptors = 1, .gone = [&](stats::ConnectionId id) { gone.push_back(id); } };
    {
        Place first(places, 7);
        Place second(std::move(first));
        Place third;
        third = std::move(second);
        Place &itself = third;
        third = std::move(itself);
        QVERIFY(gone.empty());
        QCOMPARE(places.openDescriptors.load(), 1);
    }
    QCOMPARE(gone, std::vector<stats::ConnectionId> { 7 });
    QCOMPARE(places.openDescriptors.load(), 0);
}

void PlaceTest::onePlaceOverAnotherGivesTheOtherBack()
{
    std::vector<stats::ConnectionId> gone;
    Places places { .openDescriptors = 2, .gone = [&](stats::ConnectionId id) { gone.push_back(id); } };
    Place place(places, 1);
    place = Place(places, 2);
    QCOMPARE(gone, std::vector<stats::ConnectionId> { 1 });
    place = Place();
    QCOMPARE(gone, (std::vector<stats::ConnectionId> { 1, 2 }));
}

void PlaceTest::normalEndGivesItBack()
{
    PoolWorld world;
    const auto client = world.connectClient();
    const auto stream = world.connectClient({ .purpose = Purpose::Ingest, .mayRead = false });
    QVERIFY(client->waitFor("\r\n\r\n"));
    QCOMPARE(world.openDescriptors(), 2);
    QCOMPARE(world.goneCount(), std::size_t(0));
    client->disconnect();
    stream->disconnect();
    QTRY_COMPARE(world.goneCount(), std::size_t(2));
    QCOMPARE(world.goneCount(client->id), 1);
    QCOMPARE(world.goneCount(stream->id), 1);
    QCOMPARE(world.openDescriptors(), 0);
}

void PlaceTest::refusedHandshakeGivesItBack()
{
    PoolWorld world;
    const auto client = world.connectClient({ .isHeadRight = false });
    QVERIFY(client->waitForEnd());
    QVERIFY(client->received.starts_with("HTTP/1.1 400 "));
    QTRY_COMPARE(world.goneCount(client->id), 1);
    QCOMPARE(world.openDescriptors(), 0);
    QVERIFY(world.storyOf(client->id).empty());
}

void PlaceTest::peerThatLeftBeforeTheGreetingOpensThenCloses()
{
    PoolWorld world;
    for (const Purpose purpose : { Purpose::Topic, Purpose::Ingest }) {
        std::unique_ptr<Client> client;
        worker::Arrival arrival = world.makeArrival({ .purpose = purpose }, client);
        arrival.expectsContinue = purpose == Purpose::Ingest;
        client->disconnect(); // what is sent to it fails at once
        world.adopt(std::move(arrival));
        QTRY_COMPARE(world.goneCount(client->id), 1);
        QTRY_COMPARE(world.storyOf(client->id), (Story { "opened", "closed 1006" }));
    }
    const auto next = world.connectClient();
    QVERIFY(next->waitFor("\r\n\r\n")); // the worker is well
}

void PlaceTest::peerThatLeftBeforeTheRefusalIsNeverTold()
{
    PoolWorld world;
    std::unique_ptr<Client> client;
    worker::Arrival arrival = world.makeArrival({ .isHeadRight = false }, client);
    client->disconnect();
    world.adopt(std::move(arrival));
    QTRY_COMPARE(world.goneCount(client->id), 1);
    const auto next = world.connectClient();
    QVERIFY(next->waitFor("\r\n\r\n"));
    QTRY_COMPARE(world.storyOf(next->id), Story { "opened" }); // a report later
    QVERIFY(world.storyOf(client->id).empty());
}

void PlaceTest::readerOfAnotherWorkerGivesItBackOnce()
{
    worker::PoolOptions options;
    options.workers = 2;
    options.spreadReaders = 1;
    PoolWorld world(options);
    const Plan reader { .mayWrite = false };
    const auto first = world.connectClient(reader);
    QVERIFY(first->waitFor("\r\n\r\n"));
    const auto second = world.connectClient(reader);
    const auto refused = world.connectClient({ .mayWrite = false, .isHeadRight = false });
    QTRY_VERIFY(world.workerOf(second->id) >= 0);
    QVERIFY(world.workerOf(second->id) != world.workerOf(first->id));
    QVERIFY(refused->waitForEnd());
    second->disconnect();
    for (const auto id : { second->id, refused->id })
        QTRY_COMPARE(world.goneCount(id), 1);
    QCOMPARE(world.openDescriptors(), 1);
    QCOMPARE(world.goneCount(first->id), 0);
}

void PlaceTest::shutdownWaitsForAllAndGivesThemBack()
{
    worker::PoolOptions options;
    options.workers = 2;
    PoolWorld world(options);
    bool hasStopped = false;
    connect(&world.pool(), &worker::WorkerPool::stopped, this, [&] { hasStopped = true; });
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 8; ++i)
        clients.push_back(world.connectClient({ .topic = "/t" + QByteArray::number(i) }));
    QVERIFY(clients.front()->waitFor("\r\n\r\n"));
    world.pool().shutDown();
    for (const auto &client : clients)
        QVERIFY(client->isClosedWith(1001, "the relay is shutting down"));
    QVERIFY(!hasStopped || world.goneCount() == clients.size());
    for (const auto &client : clients)
        client->disconnect();
    QTRY_VERIFY(hasStopped);
    for (const auto &client : clients)
        QCOMPARE(world.goneCount(client->id), 1);
    QCOMPARE(world.openDescriptors(), 0);
}

void PlaceTest::endOfThePoolGivesBackLiveOnes()
{
    PoolWorld world;
    const auto client = world.connectClient();
    QVERIFY(client->waitFor("\r\n\r\n"));
    world.endPool();
    QCOMPARE(world.goneCount(client->id), 1);
    QVERIFY(client->waitForEnd());
}

void PlaceTest::endOfThePoolGivesBackThoseOnTheirWay()
{
    worker::PoolOptions options;
    options.workers = 2;
    options.spreadReaders = 1;
    PoolWorld world(options);
    std::vector<std::unique_ptr<Client>> clients;
    {
        const auto blocked = world.block(0);
        const auto alsoBlocked = world.block(1);
        for (int i = 0; i < 50; ++i)
            clients.push_back(world.connectClient({ .topic = "/t" + QByteArray::number(i % 5), .mayWrite = false }));
        QCOMPARE(world.goneCount(), std::size_t(0));
    }
    world.endPool();
    for (const auto &client : clients)
        QCOMPARE(world.goneCount(client->id), 1);
}

void PlaceTest::whoArrivesDuringShutdownIsToldAndGoes()
{
    PoolWorld world;
    const auto first = world.connectClient();
    QVERIFY(first->waitFor("\r\n\r\n"));
    world.pool().shutDown();
    const auto late = world.connectClient();
    QVERIFY(late->isClosedWith(1001, "the relay is shutting down"));
    QTRY_COMPARE(world.goneCount(late->id), 1);
}

QTEST_GUILESS_MAIN(PlaceTest)
#include "tst_place.moc"
