// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/pulse.h"

#include <QTest>

using namespace relay::client::session;
using namespace std::chrono_literals;

class TestPulse : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstPingIsAtOnceAndTheOthersFollow()
    {
        Pulse pulse(25s, 60s);
        pulse.start(1000s);
        QVERIFY(pulse.beat(1000s) == Pulse::Beat::Ping);
        QVERIFY(pulse.beat(1000s) == Pulse::Beat::Nothing);
        QCOMPARE(pulse.untilNext(1000s), Pulse::Time(25s));
        QVERIFY(pulse.beat(1025s) == Pulse::Beat::Ping);
    }

    void silenceIsDeathAtTheVeryTime()
    {
        Pulse pulse(25s, 60s);
        pulse.start(0s);
        for (const auto at : { 0s, 25s, 50s })
            QVERIFY(pulse.beat(at) == Pulse::Beat::Ping);
        QCOMPARE(pulse.untilNext(50s), Pulse::Time(10s));
        QVERIFY(pulse.beat(59s) == Pulse::Beat::Nothing);
        QVERIFY(pulse.beat(60s) == Pulse::Beat::Dead);
        QVERIFY(!pulse.hasHeard());
    }

    void whoeverSpeaksLives()
    {
        Pulse pulse(25s, 60s);
        pulse.start(0s);
        pulse.heard(59s);
        QVERIFY(pulse.beat(118s) == Pulse::Beat::Ping);
        QVERIFY(pulse.beat(119s) == Pulse::Beat::Dead);
        QVERIFY(pulse.hasHeard());
    }

    void nobodyIsDeadWhileNothingIsRead()
    {
        Pulse pulse(25s, 60s);
        pulse.start(0s);
        pulse.pause();
        QVERIFY(pulse.beat(1000s) == Pulse::Beat::Ping);
        QCOMPARE(pulse.untilNext(1000s), Pulse::Time(25s));
        pulse.resume(1000s);
        QVERIFY(pulse.beat(1059s) != Pulse::Beat::Dead);
        QVERIFY(pulse.beat(1060s) == Pulse::Beat::Dead);
    }

    void aTimerNeverGoesRound()
    {
        Pulse pulse(25s, 60s);
        pulse.start(0s);
        QCOMPARE(pulse.untilNext(5000s), Pulse::Time(1));
    }
};

QTEST_GUILESS_MAIN(TestPulse)
#include "tst_pulse.moc"
