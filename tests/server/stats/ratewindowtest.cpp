// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stats/ratewindow.h"

#include <QtTest>

using relay::stats::RateWindow;

class RateWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void steadyTrafficAtTheFastTick();
    void steadyTrafficAtTheSlowTick();
    void firstEstimateComesAtOnce();
    void burstAfterAPauseIsNotSpreadOverThePause();
    void burstAfterAPauseIsDatedByTheWorker();
    void bytesBeforeThePauseAreNotCountedAgain();
    void fadesToZero();
};

void RateWindowTest::steadyTrafficAtTheFastTick()
{
    RateWindow window(10'000);
    for (int i = 1; i <= 20; ++i)
        window.add(10'000 + i * 250, quint64(i) * 2500, quint64(i) * 250, 0);
    QCOMPARE(window.inRate(), 10'000);
    QCOMPARE(window.outRate(), 1'000);
}

void RateWindowTest::steadyTrafficAtTheSlowTick()
{
    RateWindow window(10'000);
    for (int i = 1; i <= 5; ++i) {
        window.add(10'000 + i * 1000, quint64(i) * 5000, 0, 0);
        QCOMPARE(window.inRate(), 5'000);
    }
}

void RateWindowTest::firstEstimateComesAtOnce()
{
    RateWindow window(10'000);
    window.add(10'250, 1000, 0, 0);
    QCOMPARE(window.inRate(), 4'000);
}

void RateWindowTest::burstAfterAPauseIsNotSpreadOverThePause()
{
    RateWindow window(10'000);
    window.add(70'000, 3000, 0, 0);
    QCOMPARE(window.inRate(), 3'000);
}

void RateWindowTest::burstAfterAPauseIsDatedByTheWorker()
{
    RateWindow window(10'000);
    window.add(70'000, 3000, 0, 69'750);
    QCOMPARE(window.inRate(), 12'000);
}

void RateWindowTest::bytesBeforeThePauseAreNotCountedAgain()
{
    RateWindow window(10'000);
    window.add(11'000, 1000, 0, 0);
    window.add(11'500, 900'000, 0, 0); // in the middle of a window when the pause begins
    QVERIFY(window.decay(20'000));
    window.add(70'000, 900'500, 0, 0);
    QCOMPARE(window.inRate(), 500);
}

void RateWindowTest::fadesToZero()
{
    RateWindow window(10'000);
    window.add(11'000, 1000, 500, 0);
    QVERIFY(!window.decay(12'000));
    QCOMPARE(window.inRate(), 1000);
    QVERIFY(window.decay(13'100));
    QCOMPARE(window.inRate(), 0);
    QCOMPARE(window.outRate(), 0);
    QVERIFY(!window.decay(13'200));
}

QTEST_GUILESS_MAIN(RateWindowTest)
#include "ratewindowtest.moc"
