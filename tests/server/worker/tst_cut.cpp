// SPDX-License-Identifier: GPL-3.0-or-later
#include "poolworld.h"

#include <QTest>

#include <set>
#include <thread>

using namespace relay;
using namespace relay::tests;
using Purpose = worker::Arrival::Purpose;

namespace {

constexpr std::uint16_t kDenied = 4403;
constexpr char kReason[] = "denied";

//! Bookings in small: what is entered is cut by a later denial, and what comes after one stays out. Any thread.
class Bookings
{
public:
    [[nodiscard]] bool enter(int booking, stats::ConnectionId id)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_denied.contains(booking))
            return false;
        m_ofConnection[id] = booking;
        return true;
    }
    [[nodiscard]] std::vector<stats::ConnectionId> deny(int booking)
    {
        const std::scoped_lock lock(m_mutex);
        m_denied.insert(booking);
        std::vector<stats::ConnectionId> ids;
        for (const auto &[id, of] : m_ofConnection) {
            if (of == booking)
                ids.push_back(id);
        }
        return ids;
    }
    [[nodiscard]] bool mayStay(stats::ConnectionId id) const
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_ofConnection.find(id);
        return found == m_ofConnection.end() || !m_denied.contains(found->second);
    }

private:
    mutable std::mutex m_mutex;
    std::set<int> m_denied;
    std::map<stats::ConnectionId, int> m_ofConnection;
};

worker::PoolOptions spreadOver(int workers)
{
    worker::PoolOptions options;
    options.workers = workers;
    options.spreadReaders = 1;
    return options;
}

Plan reader()
{
    return { .topic = "/out/video", .mayWrite = false };
}

} // namespace

class CutTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoWasDeniedOnTheWayIsClosedAndJoinsInNothing();
    void streamThatWasDeniedOnTheWayIsAnsweredWith403();
    void orderFindsThoseThatAnotherWorkerServes();
    void orderThatComesBeforeTheConnectionIsNotLost();
    void orderThatComesWhileItHopsToAnotherWorkerIsNotLost();
    void denialRightAfterTheQuestionFindsTheConnection();
    void idsThatAreGoneAreNoMatter();
    void denialsThatRaceWithArrivalsLeaveNobodyIn();
};

void CutTest::whoWasDeniedOnTheWayIsClosedAndJoinsInNothing()
{
    worker::PoolOptions options;
    options.mayStay = [](stats::ConnectionId id) { return id != 2; };
    PoolWorld world(options);
    const auto other = world.connectClient();
    QVERIFY(other->waitFor("\r\n\r\n"));
    std::unique_ptr<Client> denied;
    worker::Arrival arrival = world.makeArrival({}, denied);
    arrival.rest = QByteArray("\x81\x81\0\0\0\0!", 7); // a message that came with the request
    world.adopt(std::move(arrival));
    QVERIFY(denied->isClosedWith(kDenied, kReason));
    QVERIFY(denied->received.starts_with("HTTP/1.1 101 "));
    QTRY_COMPARE(world.storyOf(denied->id), (std::vector<std::string> { "opened", "closed 4403" }));

    const auto third = world.connectClient();
    QVERIFY(third->waitFor("\r\n\r\n"));
    third->sendText("after");
    QVERIFY(other->waitFor("\x81\x05"
                           "after"));
    QCOMPARE(other->received.find("\x81\x01!"), std::string::npos);
}

void CutTest::streamThatWasDeniedOnTheWayIsAnsweredWith403()
{
    worker::PoolOptions options;
    options.mayStay = [](stats::ConnectionId) { return false; };
    PoolWorld world(options);
    const auto client = world.connectClient({ .purpose = Purpose::Ingest, .mayRead = false });
    QVERIFY(client->waitForEnd());
    QVERIFY(client->received.starts_with("HTTP/1.1 403 "));
    QVERIFY(client->received.find(kReason) != std::string::npos);
}

void CutTest::orderFindsThoseThatAnotherWorkerServes()
{
    PoolWorld world(spreadOver(3));
    std::vector<std::unique_ptr<Client>> clients;
    std::vector<stats::ConnectionId> ids;
    std::set<int> workers;
    for (int i = 0; i < 6; ++i) {
        ids.push_back(clients.emplace_back(world.connectClient(reader()))->id);
        QVERIFY(clients.back()->waitFor("\r\n\r\n"));
        QTRY_VERIFY(world.workerOf(ids.back()) >= 0);
        workers.insert(world.workerOf(ids.back()));
    }
    QCOMPARE(workers.size(), std::size_t(3)); // or the test shows nothing
    world.pool().closeEverywhere(ids, kDenied, kReason);
    for (const auto &client : clients)
        QVERIFY(client->isClosedWith(kDenied, kReason));
}

void CutTest::orderThatComesBeforeTheConnectionIsNotLost()
{
    Bookings bookings;
    worker::PoolOptions options;
    options.mayStay = [&](stats::ConnectionId id) { return bookings.mayStay(id); };
    PoolWorld world(options);
    std::unique_ptr<Client> client;
    worker::Arrival arrival = world.makeArrival({}, client);
    {
        const auto block = world.block(0);
        QVERIFY(bookings.enter(7, client->id));
        world.adopt(std::move(arrival)); // waits in the mailbox
        world.pool().closeEverywhere(bookings.deny(7), kDenied, kReason);
    }
    QVERIFY(client->isClosedWith(kDenied, kReason));
}

void CutTest::orderThatComesWhileItHopsToAnotherWorkerIsNotLost()
{
    Bookings bookings;
    worker::PoolOptions options = spreadOver(2);
    options.mayStay = [&](stats::ConnectionId id) { return bookings.mayStay(id); };
    PoolWorld world(options);
    std::unique_ptr<Client> first, second;
    worker::Arrival arrival = world.makeArrival(reader(), first);
    QVERIFY(bookings.enter(1, first->id));
    world.adopt(std::move(arrival));
    QTRY_VERIFY(world.workerOf(first->id) >= 0);
    const int home = world.workerOf(first->id);

    arrival = world.makeArrival(reader(), second);
    QVERIFY(bookings.enter(2, second->id));
    {
        const auto block = world.block(1 - home);
        world.adopt(std::move(arrival));
        const auto after = world.connectClient({ .topic = "/out/video" }); // a writer stays where the topic is
        QVERIFY(after->waitFor("\r\n\r\n"));                               // so who came before has hopped by now
        world.pool().closeEverywhere(bookings.deny(2), kDenied, kReason);
    }
    QVERIFY(second->isClosedWith(kDenied, kReason));
    QTRY_COMPARE(world.workerOf(second->id), 1 - home);
    QCOMPARE(world.storyOf(first->id), (std::vector<std::string> { "opened" }));
}

void CutTest::denialRightAfterTheQuestionFindsTheConnection()
{
    PoolWorld *whole = nullptr;
    worker::PoolOptions options;
    options.mayStay = [&](stats::ConnectionId id) {
        whole->pool().closeEverywhere({ id }, kDenied, kReason); // as another thread might, at this very moment
        return true;
    };
    PoolWorld world(options);
    whole = &world;
    const auto client = world.connectClient();
    QVERIFY(client->isClosedWith(kDenied, kReason));
}

void CutTest::idsThatAreGoneAreNoMatter()
{
    PoolWorld world(spreadOver(2));
    const auto client = world.connectClient();
    QVERIFY(client->waitFor("\r\n\r\n"));
    world.pool().closeEverywhere({ 4711, client->id, client->id, 4712 }, kDenied, kReason);
    QVERIFY(client->isClosedWith(kDenied, kReason));
    QTRY_COMPARE(world.storyOf(client->id), (std::vector<std::string> { "opened", "closed 4403" }));
}

// Bookings with an even number are denied while connections of all of them pour in: none of theirs survives, no other is
// touched, and each place comes back once.
void CutTest::denialsThatRaceWithArrivalsLeaveNobodyIn()
{
    constexpr int kThreads = 3, kOfThread = 100, kBookings = 20;
    Bookings bookings;
    worker::PoolOptions options = spreadOver(3);
    options.mayStay = [&](stats::ConnectionId id) { return bookings.mayStay(id); };
    PoolWorld world(options);
    std::array<std::vector<std::pair<int, std::unique_ptr<Client>>>, kThreads> clients;
    std::atomic<int> under = 0;
    const auto pourIn = [&](int thread) {
        for (int i = 0; i < kOfThread; ++i) {
            const int booking = (i + thread) % kBookings;
            const bool isIngest = i % 7 == 0;
            Plan plan
                = isIngest ? Plan { .topic = "/out/video", .purpose = Purpose::Ingest, .mayRead = false } : reader();
            if (i % 3 == 0)
                plan.topic = "/t" + QByteArray::number(booking);
            std::unique_ptr<Client> client;
            worker::Arrival arrival = world.makeArrival(plan, client);
            if (!bookings.enter(booking, client->id))
                continue;
            world.adopt(std::move(arrival));
            clients[std::size_t(thread)].emplace_back(booking, std::move(client));
            ++under;
        }
    };
    std::vector<std::thread> threads;
    for (int thread = 0; thread < kThreads; ++thread)
        threads.emplace_back(pourIn, thread);
    for (int booking = 0; booking < kBookings; booking += 2) {
        while (under < (booking + 1) * 5)
            std::this_thread::yield();
        world.pool().closeEverywhere(bookings.deny(booking), kDenied, kReason);
    }
    for (std::thread &thread : threads)
        thread.join();

    std::size_t denied = 0, all = 0;
    for (auto &ofThread : clients) {
        for (auto &[booking, client] : ofThread) {
            ++all;
            if (booking % 2 != 0)
                continue;
            ++denied;
            QVERIFY(client->waitFor(kReason));
            client->disconnect();
        }
    }
    QVERIFY(denied > 20);
    world.pool().shutDown();
    for (auto &ofThread : clients) {
        for (auto &[booking, client] : ofThread) {
            if (booking % 2 != 0)
                QVERIFY2(client->waitFor("the relay is shutting down"), client->received.c_str());
            client->disconnect();
        }
    }
    QTRY_COMPARE(world.goneCount(), all);
    for (auto &ofThread : clients) {
        for (auto &[booking, client] : ofThread)
            QCOMPARE(world.goneCount(client->id), 1);
    }
    QCOMPARE(world.openDescriptors(), 0);
}

QTEST_GUILESS_MAIN(CutTest)
#include "tst_cut.moc"
