// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/admin/fakes.h"

#include <QThread>
#include <QtTest>

using namespace relay::admin;
using namespace relay::tests;
using namespace std::chrono_literals;

class KickerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ordersGoToTheRightWorkerWithCodeAndReason();
    void answersComeHomeFromOtherThreads();
    void idsThatAreGoneNeedNoWorker();
    void silenceEndsWithTheDeadline();
    void lateAnswerAfterTheEndIsHarmless();
    void reasonIsCutAtACharacter_data();
    void reasonIsCutAtACharacter();
};

void KickerTest::ordersGoToTheRightWorkerWithCodeAndReason()
{
    Bench bench;
    bench.ledger.apply(opened(factsOf(5, "/a"), 3));
    KickOutcome got;
    bench.kicker.kick({ 5, 5 }, { 4000, "why" }, [&](const KickOutcome &outcome) { got = outcome; });
    QCOMPARE(bench.control.orders.size(), 1u); // named twice, ordered once
    const auto &order = bench.control.orders.front();
    QCOMPARE(order.worker, 3);
    QCOMPARE(order.code, 4000);
    QCOMPARE(order.reason, QByteArray("why"));
    QVERIFY(got.kicked.empty());
    order.done(true);
    QTRY_COMPARE(got.kicked, std::vector<relay::stats::ConnectionId> { 5 });
}

void KickerTest::answersComeHomeFromOtherThreads()
{
    Bench bench;
    for (int id = 1; id <= 3; ++id)
        bench.ledger.apply(opened(factsOf(id, "/a")));
    KickOutcome got;
    QThread *home = nullptr;
    bench.kicker.kick({ 1, 2, 3, 9 }, {}, [&](const KickOutcome &outcome) {
        got = outcome;
        home = QThread::currentThread();
    });
    std::unique_ptr<QThread> worker(QThread::create([&] {
        for (const auto &order : bench.control.orders)
            order.done(order.id != 2);
    }));
    worker->start();
    worker->wait();
    QVERIFY(!home);
    QTRY_COMPARE(home, QThread::currentThread());
    QCOMPARE(got.kicked, (std::vector<relay::stats::ConnectionId> { 1, 3 }));
    QCOMPARE(got.gone, (std::vector<relay::stats::ConnectionId> { 9, 2 }));
}

void KickerTest::idsThatAreGoneNeedNoWorker()
{
    Bench bench;
    bool isDone = false;
    bench.kicker.kick({ 9 }, {}, [&](const KickOutcome &outcome) { isDone = outcome.gone.size() == 1; });
    QVERIFY(isDone);
    QVERIFY(bench.control.orders.empty());
}

void KickerTest::silenceEndsWithTheDeadline()
{
    Bench bench;
    bench.kicker.setDeadline(20ms);
    bench.ledger.apply(opened(factsOf(1, "/a")));
    KickOutcome got;
    int calls = 0;
    bench.kicker.kick({ 1 }, {}, [&](const KickOutcome &outcome) {
        got = outcome;
        ++calls;
    });
    QTRY_COMPARE(calls, 1);
    QCOMPARE(got.unanswered, std::vector<relay::stats::ConnectionId> { 1 });
    bench.control.orders.front().done(true);
    QTest::qWait(20);
    QCOMPARE(calls, 1);
}

void KickerTest::lateAnswerAfterTheEndIsHarmless()
{
    std::function<void(bool)> late;
    int calls = 0;
    {
        Bench bench;
        bench.ledger.apply(opened(factsOf(1, "/a")));
        bench.kicker.kick({ 1 }, {}, [&](const KickOutcome &) { ++calls; });
        late = bench.control.orders.front().done;
    }
    late(true);
    QTest::qWait(10);
    QCOMPARE(calls, 0);
}

void KickerTest::reasonIsCutAtACharacter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("bytes");
    QTest::newRow("short") << QStringLiteral("bye") << 3;
    QTest::newRow("exact") << QString(123, QLatin1Char('x')) << 123;
    QTest::newRow("one more") << QString(124, QLatin1Char('x')) << 123;
    QTest::newRow("two-byte characters") << QString(100, QChar(0xe4)) << 122;
    QTest::newRow("three-byte characters") << QString(100, QChar(0x20ac)) << 123;
    QTest::newRow("four-byte characters") << QStringLiteral("😀").repeated(40) << 120;
}

void KickerTest::reasonIsCutAtACharacter()
{
    QFETCH(QString, text);
    const QByteArray reason = closeReason(text);
    QTEST(int(reason.size()), "bytes");
    QVERIFY(text.startsWith(QString::fromUtf8(reason)));
}

QTEST_GUILESS_MAIN(KickerTest)
#include "kickertest.moc"
