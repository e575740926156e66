// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/worker/workerpool.h"

#include "tests/server/worker/poolworld.h"

#include <QSemaphore>
#include <QTest>

using namespace relay;
using namespace relay::worker;

namespace {

PoolOptions optionsFor(int workers)
{
    PoolOptions options;
    options.workers = workers;
    options.report = [](const stats::Report &) {};
    return options;
}

} // namespace

class WorkerPoolTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allAreAskedAndAnswerOnce()
    {
        WorkerPool pool(optionsFor(3));
        QSemaphore answered;
        pool.askAll([&] { answered.release(); });
        QVERIFY(answered.tryAcquire(1, 30'000));
        QVERIFY(!answered.tryAcquire(1, 20));
    }

    void oneThatHangsKeepsTheAnswerBack()
    {
        QSemaphore mayGoOn;
        QSemaphore answered;
        WorkerPool pool(optionsFor(2));
        pool.close(1, 42, 1000, {}, [&](bool) { mayGoOn.acquire(); });
        pool.askAll([&] { answered.release(); });
        QVERIFY(!answered.tryAcquire(1, 200));
        mayGoOn.release();
        QVERIFY(answered.tryAcquire(1, 30'000));
    }

    void thoseThatComeTogetherEachReachTheirWorker()
    {
        constexpr int kMany = 40;
        PoolOptions options;
        options.workers = 3;
        tests::PoolWorld world(options);
        std::vector<std::unique_ptr<tests::Client>> clients(kMany);
        std::vector<Arrival> arrivals;
        for (int i = 0; i < kMany; ++i) {
            const QByteArray topic = "/topic" + QByteArray::number(i / 2); // two of each
            arrivals.push_back(world.makeArrival({ .topic = topic }, clients[std::size_t(i)]));
        }
        world.pool().openDescriptors() += kMany;
        world.pool().adopt(arrivals);
        QVERIFY(arrivals.empty());
        for (const auto &client : clients)
            QVERIFY(client->waitFor("\r\n\r\n"));
        for (std::size_t i = 0; i < kMany; i += 2) {
            clients[i]->sendText("hello");
            QVERIFY(clients[i + 1]->waitFor("\x81\x05hello"));
        }
        clients.clear();
        QTRY_COMPARE(world.openDescriptors(), 0);
    }

    void anOrderRightBehindAConnectionFindsIt()
    {
        tests::PoolWorld world;
        std::unique_ptr<tests::Client> client;
        Arrival arrival = world.makeArrival({}, client);
        QSemaphore answered;
        bool isFound = false;
        world.adopt(std::move(arrival));
        world.pool().close(0, client->id, 4000, "out", [&](bool found) {
            isFound = found;
            answered.release();
        });
        QVERIFY(answered.tryAcquire(1, 30'000));
        QVERIFY(isFound);
        QVERIFY(client->isClosedWith(4000, "out"));
    }
};

QTEST_GUILESS_MAIN(WorkerPoolTest)
#include "tst_workerpool.moc"
