// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/waitingroom.h"

#include <QTest>

#include <array>

using namespace relay::front;

namespace {

const QHostAddress kCrowd(QStringLiteral("192.0.2.1"));
const QHostAddress kOther(QStringLiteral("192.0.2.2"));

//! Names without anybody behind them: the room never looks.
Visitor *visitor(std::size_t i)
{
    static std::array<char, 100> names;
    return reinterpret_cast<Visitor *>(&names.at(i));
}

} // namespace

class WaitingRoomTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nobodyHasToGoWhereNobodyIs() { QCOMPARE(WaitingRoom().next(0), nullptr); }

    void theOldestOfTheBusiestAddressGoesFirst()
    {
        WaitingRoom room;
        room.enter(visitor(0), kOther, 0); // has waited longest
        for (const std::size_t i : { 1, 2, 3 })
            room.enter(visitor(i), kCrowd, 0);
        QCOMPARE(room.next(0), visitor(1));
        room.leave(visitor(1));
        QCOMPARE(room.next(0), visitor(2));
        room.leave(visitor(2));
        QCOMPARE(room.next(0), visitor(0)); // as many of each: the oldest
        QCOMPARE(room.size(), std::size_t(2));
    }

    void whoLingersGoesBeforeWhoIsSilent()
    {
        WaitingRoom room;
        for (const std::size_t i : { 0, 1, 2, 3 })
            room.enter(visitor(i), kCrowd, 0);
        room.linger(visitor(3));
        room.linger(visitor(2));
        QCOMPARE(room.next(0), visitor(2));
        room.leave(visitor(2));
        QCOMPARE(room.next(0), visitor(3));
        room.leave(visitor(3));
        QCOMPARE(room.next(0), visitor(0));
    }

    void whoWaitsForUsStays()
    {
        WaitingRoom room;
        room.enter(visitor(0), kCrowd, 0);
        room.keep(visitor(0));
        QCOMPARE(room.next(0), nullptr);
        QCOMPARE(room.size(), std::size_t(1));
        room.linger(visitor(0));
        QCOMPARE(room.next(0), visitor(0));
        room.leave(visitor(0));
        QCOMPARE(room.size(), std::size_t(0));
    }

    void whoCameJustNowIsNotSilentYet()
    {
        WaitingRoom room;
        room.enter(visitor(0), kOther, 1000);
        for (const std::size_t i : { 1, 2, 3 })
            room.enter(visitor(i), kCrowd, 1100);
        QCOMPARE(room.next(999), nullptr);
        QCOMPARE(room.next(1000), nullptr); // one of the crowd has to go, not the other
        QCOMPARE(room.next(1100), visitor(1));
        room.linger(visitor(3));
        QCOMPARE(room.next(0), visitor(3));
    }

    void strangersAreNobody()
    {
        WaitingRoom room;
        room.leave(visitor(9));
        room.keep(visitor(9));
        room.linger(visitor(9));
        QCOMPARE(room.next(0), nullptr);
    }
};

QTEST_GUILESS_MAIN(WaitingRoomTest)
#include "tst_waitingroom.moc"
