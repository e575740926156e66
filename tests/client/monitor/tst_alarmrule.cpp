// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/monitor/alarmrule.h"

#include <QTest>

using namespace relay::client::monitor;
using namespace std::chrono_literals;

class TestAlarmRule : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theLastOfSoManyMissesMakesTheAlarm()
    {
        AlarmRule rule(3, 60s);
        QVERIFY(!rule.miss(1s));
        QVERIFY(!rule.miss(2s));
        QCOMPARE(rule.misses(), 2);
        QVERIFY(rule.miss(3s));
        QCOMPARE(rule.misses(), 0);
    }

    void aGoodMessageBeginsTheCountAnew()
    {
        AlarmRule rule(3, 60s);
        QVERIFY(!rule.miss(1s));
        QVERIFY(!rule.miss(2s));
        rule.good();
        QVERIFY(!rule.miss(3s));
        QVERIFY(!rule.miss(4s));
        QVERIFY(rule.miss(5s));
    }

    void nothingCountsInThePause()
    {
        AlarmRule rule(2, 60s);
        QVERIFY(!rule.miss(1s));
        QVERIFY(rule.miss(2s));
        for (Time now = 3s; now < 62s; now += 1s) {
            QVERIFY(rule.isPaused(now));
            QVERIFY(!rule.miss(now));
        }
        QVERIFY(!rule.isPaused(62s));
        QVERIFY(!rule.miss(62s)); // the first that counts
        QVERIFY(rule.miss(63s));
    }

    void aGoodMessageDoesNotEndThePause()
    {
        AlarmRule rule(1, 60s);
        QVERIFY(rule.miss(0s));
        rule.good();
        QVERIFY(!rule.miss(59s));
        QVERIFY(rule.miss(60s));
    }

    void withoutPauseEachRoundMakesAnAlarm()
    {
        AlarmRule rule(2, 0s);
        QVERIFY(!rule.miss(0s));
        QVERIFY(rule.miss(0s));
        QVERIFY(!rule.miss(0s));
        QVERIFY(rule.miss(0s));
    }

    void clocksMayBeginAnywhere()
    {
        AlarmRule rule(1, 60s);
        QVERIFY(rule.miss(-1h));
        QVERIFY(!rule.miss(-1h + 1s));
        QVERIFY(rule.miss(0s));
    }
};

QTEST_GUILESS_MAIN(TestAlarmRule)
#include "tst_alarmrule.moc"
