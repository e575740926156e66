// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/monitor/flights.h"

#include <QTest>

using namespace relay::client::monitor;
using namespace std::chrono_literals;
using Kind = Event::Kind;

namespace {

std::vector<Kind> kindsOf(const std::vector<Event> &events)
{
    std::vector<Kind> kinds;
    for (const Event &event : events)
        kinds.push_back(event.kind);
    return kinds;
}

} // namespace

class TestFlights : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stampsAreEightBytesTheHighestFirst()
    {
        QCOMPARE(payloadOf(0x0102030405060708), QByteArray("\1\2\3\4\5\6\7\10"));
        QCOMPARE(stampIn(QByteArray("\xff\0\0\0\0\0\0\1", 8)).value(), 0xff00000000000001);
        QVERIFY(!stampIn(QByteArray("1234567")));
        QVERIFY(!stampIn(QByteArray("123456789")));
        QVERIFY(!stampIn({}));
    }

    void whatComesInTimeIsGood()
    {
        Flights flights(200ms, 10s);
        QVERIFY(!flights.nextDeadline());
        flights.sent(7, 1s);
        QCOMPARE(flights.nextDeadline().value(), Time(1200ms));
        const Event event = flights.arrived(7, 1200ms);
        QVERIFY(event.kind == Kind::Good);
        QVERIFY(!event.isMiss);
        QCOMPARE(event.latency, Time(200ms));
        QVERIFY(flights.areAllDecided());
        QVERIFY(!flights.nextDeadline());
        QVERIFY(flights.sweep(1h).empty());
    }

    void whatComesLateIsOneMiss()
    {
        Flights flights(200ms, 10s);
        flights.sent(7, 1s);
        const Event event = flights.arrived(7, 1201ms);
        QVERIFY(event.kind == Kind::Late);
        QVERIFY(event.isMiss);
        QVERIFY(flights.sweep(1h).empty());
    }

    void aMissIsFoundBeforeTheMessageComes()
    {
        Flights flights(200ms, 10s);
        flights.sent(7, 1s);
        QVERIFY(flights.sweep(1200ms).empty());
        const auto events = flights.sweep(1201ms);
        QVERIFY(kindsOf(events) == std::vector { Kind::Overdue });
        QVERIFY(events.front().isMiss);
        QVERIFY(!flights.areAllDecided());
        QCOMPARE(flights.nextDeadline().value(), Time(11s)); // of being lost
        const Event event = flights.arrived(7, 1500ms);
        QVERIFY(event.kind == Kind::Late);
        QVERIFY(!event.isMiss); // it was judged already
        QVERIFY(flights.areAllDecided());
    }

    void whatNeverComesIsLostOnce()
    {
        Flights flights(200ms, 10s);
        flights.sent(7, 0s);
        flights.sent(8, 1s);
        QVERIFY(kindsOf(flights.sweep(10'001ms)) == (std::vector { Kind::Overdue, Kind::Overdue, Kind::Lost }));
        QVERIFY(kindsOf(flights.sweep(11'001ms)) == std::vector { Kind::Lost });
        QVERIFY(flights.areAllDecided());
        QVERIFY(flights.sweep(1h).empty());
        QVERIFY(flights.arrived(7, 12s).kind == Kind::After);
        QVERIFY(flights.arrived(7, 13s).kind == Kind::Double);
    }

    void laterOnesMayComeFirst()
    {
        Flights flights(200ms, 10s);
        for (Stamp stamp = 1; stamp <= 3; ++stamp)
            flights.sent(stamp, 0s);
        QVERIFY(flights.arrived(3, 10ms).kind == Kind::Good);
        QVERIFY(flights.arrived(1, 20ms).kind == Kind::Good);
        QVERIFY(!flights.areAllDecided());
        const auto events = flights.sweep(1s);
        QCOMPARE(events.size(), std::size_t(1));
        QCOMPARE(events.front().stamp, Stamp(2));
        QVERIFY(flights.arrived(2, 2s).kind == Kind::Late);
        QVERIFY(flights.areAllDecided());
    }

    void strangersAndRepetitionsAreTold()
    {
        Flights flights(200ms, 10s);
        QVERIFY(flights.arrived(5, 0s).kind == Kind::Foreign);
        flights.sent(7, 0s);
        QVERIFY(flights.arrived(6, 1ms).kind == Kind::Foreign);
        QVERIFY(flights.arrived(8, 1ms).kind == Kind::Foreign);
        QVERIFY(flights.arrived(7, 1ms).kind == Kind::Good);
        QVERIFY(flights.arrived(7, 2ms).kind == Kind::Double);
    }

    void oldOnesAreForgottenButNotWhileTheyMayStillCome()
    {
        Flights flights(1s, 10s);
        flights.sent(1, 0s);
        QVERIFY(flights.arrived(1, 0s).kind == Kind::Good);
        flights.sent(2, 69s);
        QVERIFY(flights.arrived(1, 69s).kind == Kind::Double);
        flights.sent(3, 141s); // the sweep was not asked: 2 is undecided and stays
        QVERIFY(flights.arrived(1, 141s).kind == Kind::Double);
        QVERIFY(kindsOf(flights.sweep(141s)) == (std::vector { Kind::Overdue, Kind::Lost }));
        flights.sent(4, 142s);
        QVERIFY(flights.arrived(1, 142s).kind == Kind::Foreign); // forgotten
        QVERIFY(flights.arrived(2, 142s).kind == Kind::Foreign);
        QVERIFY(flights.arrived(3, 142s).kind == Kind::Good);
        QVERIFY(flights.arrived(4, 142s).kind == Kind::Good);
        QVERIFY(flights.areAllDecided());
    }

    void manyAreJudgedEachOnce()
    {
        Flights flights(200ms, 10s);
        int misses = 0;
        int good = 0;
        for (int i = 0; i < 100'000; ++i) {
            const Time now = i * 1ms;
            flights.sent(Stamp(i) + 1, now);
            for (const Event &event : flights.sweep(now))
                misses += event.isMiss ? 1 : 0;
            if (i >= 100 && i % 3 != 0) { // a third never comes
                const Event event = flights.arrived(Stamp(i - 100) + 1, now);
                QVERIFY(event.kind == Kind::Good);
                ++good;
            }
        }
        for (const Event &event : flights.sweep(1h))
            misses += event.isMiss ? 1 : 0;
        QCOMPARE(good + misses, 100'000);
        QVERIFY(flights.areAllDecided());
    }
};

QTEST_GUILESS_MAIN(TestFlights)
#include "tst_flights.moc"
