// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/loop/ticker.h"

#include "server/loop/clock.h"

#include <QTest>

using namespace relay::loop;

class TickerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wakesItsThreadAgainAndAgain()
    {
        EpollSet set([] {});
        Ticker ticker(set, 10);
        QVERIFY(!ticker.takeTick());
        const std::int64_t start = monotonicMs();
        for (int i = 1; i <= 5; ++i) {
            QCOMPARE(set.pass(EpollSet::Wait::ForEvent), 1);
            QVERIFY(ticker.takeTick());
            QVERIFY(!ticker.takeTick()); // said once
            QVERIFY(monotonicMs() - start >= i * 10 - 1);
        }
    }

    void missedOnesAreOne()
    {
        EpollSet set([] {});
        Ticker ticker(set, 5);
        QTest::qSleep(50);
        QCOMPARE(set.pass(EpollSet::Wait::ForEvent), 1);
        QVERIFY(ticker.takeTick());
        QVERIFY(set.pass(EpollSet::Wait::No) <= 1); // not the nine that were missed
    }

    void goesBeforeItsSet()
    {
        EpollSet set([] {});
        {
            const Ticker ticker(set, 1);
        }
        QTest::qSleep(5);
        QCOMPARE(set.pass(EpollSet::Wait::No), 0);
    }
};

QTEST_GUILESS_MAIN(TickerTest)
#include "tst_ticker.moc"
