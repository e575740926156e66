// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/status.h"
#include "tests/gui/models/builders.h"

#include <QTest>

using namespace relay;
using namespace relay::gui;
using namespace relay::tests;

class TestStatus : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isHealthyWhenMessagesFlow();
    void dropsFromBeforeWeLookedDoNotCount();
    void droppingLastsTenSecondsAfterTheLastDrop();
    void slowNeedsThreeSecondsOverALimit_data();
    void slowNeedsThreeSecondsOverALimit();
    void slowClearsOnlyWhenBothAreUnderHalf();
    void expiresWithinFiveMinutes_data();
    void expiresWithinFiveMinutes();
    void idleAfterAMinuteWithoutMessages();
    void aNewConnectionIsNotIdle();
    void theWorstWins();
    void sortsTroubleFirstAndIdleLast();
};

void TestStatus::isHealthyWhenMessagesFlow()
{
    StatusMemory memory;
    QCOMPARE(judge(reader(1), kNow, memory), Status::Healthy);
}

void TestStatus::dropsFromBeforeWeLookedDoNotCount()
{
    client::Connection c = reader(1);
    c.dropped = 9204;
    StatusMemory memory;
    QCOMPARE(judge(c, kNow, memory), Status::Healthy);
}

void TestStatus::droppingLastsTenSecondsAfterTheLastDrop()
{
    client::Connection c = reader(1);
    StatusMemory memory;
    Q_UNUSED(judge(c, kNow, memory));
    c.dropped = 1;
    QCOMPARE(judge(c, kNow + 1000, memory), Status::Dropping);
    QCOMPARE(judge(c, kNow + 10'999, memory), Status::Dropping);
    QCOMPARE(judge(c, kNow + 11'000, memory), Status::Healthy);
}

void TestStatus::slowNeedsThreeSecondsOverALimit_data()
{
    QTest::addColumn<quint64>("bytes");
    QTest::addColumn<qint64>("queuedMs");
    QTest::addColumn<bool>("isSlow");
    QTest::newRow("bytes over") << quint64(512 * 1024 + 1) << qint64(0) << true;
    QTest::newRow("bytes at the limit") << quint64(512 * 1024) << qint64(0) << false;
    QTest::newRow("age over") << quint64(10) << qint64(501) << true;
    QTest::newRow("age at the limit") << quint64(10) << qint64(500) << false;
}

void TestStatus::slowNeedsThreeSecondsOverALimit()
{
    QFETCH(quint64, bytes);
    QFETCH(qint64, queuedMs);
    QFETCH(bool, isSlow);
    client::Connection c = reader(1);
    c.queuedBytes = bytes;
    c.queuedMs = queuedMs;
    StatusMemory memory;
    QCOMPARE(judge(c, kNow, memory), Status::Healthy);
    QCOMPARE(judge(c, kNow + 2999, memory), Status::Healthy);
    QCOMPARE(judge(c, kNow + 3000, memory), isSlow ? Status::Slow : Status::Healthy);
}

void TestStatus::slowClearsOnlyWhenBothAreUnderHalf()
{
    client::Connection c = reader(1);
    c.queuedBytes = 600 * 1024;
    StatusMemory memory;
    Q_UNUSED(judge(c, kNow, memory));
    QCOMPARE(judge(c, kNow + 3000, memory), Status::Slow);
    c.queuedBytes = 300 * 1024; // below the limit, above its half
    QCOMPARE(judge(c, kNow + 4000, memory), Status::Slow);
    c.queuedBytes = 200 * 1024;
    c.queuedMs = 300;
    QCOMPARE(judge(c, kNow + 5000, memory), Status::Slow);
    c.queuedMs = 100;
    QCOMPARE(judge(c, kNow + 6000, memory), Status::Healthy);
}

void TestStatus::expiresWithinFiveMinutes_data()
{
    QTest::addColumn<qint64>("expiresAt");
    QTest::addColumn<Status>("expected");
    QTest::newRow("never") << qint64(0) << Status::Healthy;
    QTest::newRow("in 5 min") << kNow + 300'000 << Status::Expiring;
    QTest::newRow("a little later") << kNow + 300'001 << Status::Healthy;
    QTest::newRow("over") << kNow - 1 << Status::Expiring;
}

void TestStatus::expiresWithinFiveMinutes()
{
    QFETCH(qint64, expiresAt);
    QFETCH(Status, expected);
    client::Connection c = reader(1);
    c.expiresAt = expiresAt;
    StatusMemory memory;
    QCOMPARE(judge(c, kNow, memory), expected);
}

void TestStatus::idleAfterAMinuteWithoutMessages()
{
    client::Connection c = reader(1);
    StatusMemory memory;
    c.lastOutAt = kNow - 59'999;
    QCOMPARE(judge(c, kNow, memory), Status::Healthy);
    c.lastOutAt = kNow - 60'000;
    QCOMPARE(judge(c, kNow, memory), Status::Idle);
    c.lastInAt = kNow - 10;
    QCOMPARE(judge(c, kNow, memory), Status::Healthy);
}

void TestStatus::aNewConnectionIsNotIdle()
{
    client::Connection c = reader(1);
    c.lastOutAt = 0;
    c.openedAt = kNow - 10'000;
    StatusMemory memory;
    QCOMPARE(judge(c, kNow, memory), Status::Healthy);
}

void TestStatus::theWorstWins()
{
    client::Connection c = reader(1);
    c.expiresAt = kNow + 1000;
    c.queuedMs = 2000;
    StatusMemory memory;
    QCOMPARE(judge(c, kNow, memory), Status::Expiring);
    QCOMPARE(judge(c, kNow + 3000, memory), Status::Slow);
    c.dropped = 3;
    QCOMPARE(judge(c, kNow + 3500, memory), Status::Dropping);
}

void TestStatus::sortsTroubleFirstAndIdleLast()
{
    QVERIFY(sortRank(Status::Dropping) < sortRank(Status::Slow));
    QVERIFY(sortRank(Status::Slow) < sortRank(Status::Expiring));
    QVERIFY(sortRank(Status::Expiring) < sortRank(Status::Healthy));
    QVERIFY(sortRank(Status::Healthy) < sortRank(Status::Idle));
}

QTEST_GUILESS_MAIN(TestStatus)
#include "tst_status.moc"
