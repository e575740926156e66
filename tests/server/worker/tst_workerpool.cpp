// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/worker/workerpool.h"

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
};

QTEST_GUILESS_MAIN(WorkerPoolTest)
#include "tst_workerpool.moc"
