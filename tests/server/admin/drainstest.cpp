// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/admin/beats.h"

#include <QtTest>

#include <algorithm>

using namespace relay::tests;
using relay::stats::ConnectionId;

//! How a relay is emptied, by a clock that the test moves.
class DrainsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDrainGoesBitByBitAndEndsTheRelay();
    void aDrainIsCalledOffByItsJobToo();
    void anEmptyRelayEndsAtOnce();
    void whoWasOnTheWayInIsToldToGoInTime();
    void whoComesWhenAllHaveBeenToldIsToldToo();
};

void DrainsTest::aDrainGoesBitByBitAndEndsTheRelay()
{
    Bench bench;
    fill(bench, 18);
    bench.open();
    QCOMPARE(bench.errorOf("server.drain", R"({"deadlineMs":10})"), QStringLiteral("InvalidParams"));
    QCOMPARE(bench.errorOf("server.drain", R"({"cancel":true})"), QStringLiteral("Conflict"));
    (void)bench.ask("server.drain", R"({"deadlineMs":10000})");
    QCOMPARE(bench.drainOrders, std::vector<bool> { true });
    QCOMPARE(bench.control.orders.front().code, 1001);
    obey(bench);
    std::vector<ConnectionId> ordered;
    run(bench, 4500, &ordered);
    QVERIFY2(ordered.size() >= 8 && ordered.size() <= 10, QByteArray::number(int(ordered.size())));
    run(bench, 5000);
    QCOMPARE(bench.jobs.find(1)->done, 18);
    QCOMPARE(bench.ends, 0); // one of them has not gone
    run(bench, 1000);
    QCOMPARE(bench.ends, 1);
    run(bench, 1000);
    QCOMPARE(bench.ends, 1);
    QCOMPARE(bench.errorOf("server.drain", R"({"cancel":true})"), QStringLiteral("Gone"));
}

void DrainsTest::aDrainIsCalledOffByItsJobToo()
{
    Bench bench;
    fill(bench, 10);
    bench.open();
    (void)bench.ask("server.drain", R"({"deadlineMs":10000})");
    QCOMPARE(bench.errorOf("server.drain", R"({"deadlineMs":10000})"), QStringLiteral("Conflict"));
    (void)bench.ask("job.cancel", R"({"job":1})");
    QCOMPARE(bench.drainOrders, (std::vector<bool> { true, false }));
    (void)bench.ask("server.drain", R"({"deadlineMs":10000})");
    (void)bench.ask("server.drain", R"({"cancel":true})");
    QCOMPARE(bench.drainOrders, (std::vector<bool> { true, false, true, false }));
    run(bench, 12'000);
    QCOMPARE(bench.ends, 0);
    QCOMPARE(bench.drain.endsAt(), 0);
}

void DrainsTest::anEmptyRelayEndsAtOnce()
{
    Bench bench;
    bench.open();
    (void)bench.ask("server.drain", R"({"deadlineMs":3600000})");
    QCOMPARE(bench.ends, 0);
    run(bench, 250);
    QCOMPARE(bench.ends, 1);
}

void DrainsTest::whoWasOnTheWayInIsToldToGoInTime()
{
    Bench bench;
    fill(bench, 4);
    bench.open();
    (void)bench.ask("server.drain", R"({"deadlineMs":10000})");
    obey(bench);
    for (ConnectionId id = 5; id <= 104; ++id)
        bench.ledger.apply(opened(factsOf(id, "/a")));
    std::vector<ConnectionId> ordered;
    run(bench, 4500, &ordered);
    QVERIFY2(ordered.size() > 40 && ordered.size() < 60, QByteArray::number(int(ordered.size())));
    run(bench, 5000, &ordered);
    QCOMPARE(ordered.size(), 103u);
    QCOMPARE(bench.jobs.all().size(), 1u);
    QCOMPARE(bench.jobs.find(1)->total, 104);
    QCOMPARE(bench.jobs.find(1)->done, 104);
}

void DrainsTest::whoComesWhenAllHaveBeenToldIsToldToo()
{
    Bench bench;
    fill(bench, 1);
    bench.open();
    (void)bench.ask("server.drain", R"({"deadlineMs":3600000})");
    obey(bench);
    bench.ledger.apply(opened(factsOf(2, "/a")));
    bench.ledger.apply(closed(1));
    std::vector<ConnectionId> ordered;
    run(bench, 250, &ordered);
    QCOMPARE(ordered, std::vector<ConnectionId> { 2 });
    QCOMPARE(bench.ends, 0);
    bench.ledger.apply(closed(2));
    run(bench, 250);
    QCOMPARE(bench.ends, 1);
}

QTEST_GUILESS_MAIN(DrainsTest)
#include "drainstest.moc"
