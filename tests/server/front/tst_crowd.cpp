// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/crowd.h"

#include <QTest>

using namespace relay::front;

namespace {

constexpr std::int64_t kPatience = 100;

//! Who had to go, in this order.
struct FakeRoom final : Crowd::Room
{
    void giveWay(Crowd::Ticket ticket) override { sentAway.push_back(ticket); }
    std::int64_t patienceMs() const override { return patience; }
    std::vector<Crowd::Ticket> sentAway;
    std::int64_t patience = kPatience;
};

QHostAddress address(const char *text)
{
    return QHostAddress(QString::fromLatin1(text));
}

std::vector<Network> network(const char *text)
{
    return { *parseNetwork(QString::fromLatin1(text)) };
}

} // namespace

class CrowdTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_room = FakeRoom(); }

    void thoseWhoHaveNotSpokenAreCountedByAddress()
    {
        Crowd crowd(2, {}, false);
        const Crowd::Ticket first = crowd.enter(address("192.0.2.1"), m_room, 0);
        QVERIFY(first != 0);
        QVERIFY(crowd.enter(address("::ffff:192.0.2.1"), m_room, 0) != 0);
        QCOMPARE(crowd.enter(address("192.0.2.1"), m_room, kPatience - 1), Crowd::Ticket(0));
        QVERIFY(crowd.enter(address("192.0.2.2"), m_room, 0) != 0);
        crowd.leave(address("192.0.2.1"), first);
        crowd.leave(address("192.0.2.1"), first); // counts once
        QVERIFY(crowd.enter(address("192.0.2.1"), m_room, 0) != 0);
        QCOMPARE(crowd.enter(address("192.0.2.1"), m_room, 0), Crowd::Ticket(0));
        QVERIFY(m_room.sentAway.empty());
    }

    void theOldestThatHasBeenSilentForLongGivesWay()
    {
        Crowd crowd(2, {}, false);
        const Crowd::Ticket other = crowd.enter(address("192.0.2.2"), m_room, 0);
        const Crowd::Ticket first = crowd.enter(address("192.0.2.1"), m_room, 0);
        const Crowd::Ticket second = crowd.enter(address("192.0.2.1"), m_room, 50);
        const Crowd::Ticket third = crowd.enter(address("192.0.2.1"), m_room, kPatience);
        QVERIFY(third != 0);
        QCOMPARE(m_room.sentAway, std::vector { first });
        crowd.leave(address("192.0.2.1"), first); // it goes now, and is no longer counted
        QCOMPARE(crowd.enter(address("192.0.2.1"), m_room, kPatience), Crowd::Ticket(0));
        QVERIFY(crowd.enter(address("192.0.2.1"), m_room, 50 + kPatience) != 0);
        QCOMPARE(m_room.sentAway, (std::vector { first, second }));
        QVERIFY(other != 0);
    }

    void eachIsGivenThePatienceOfItsRoom()
    {
        Crowd crowd(2, {}, false);
        FakeRoom tls;
        tls.patience = 1000;
        QVERIFY(crowd.enter(address("192.0.2.1"), tls, 0) != 0); // older, but its handshake takes its time
        const Crowd::Ticket plain = crowd.enter(address("192.0.2.1"), m_room, 1);
        QVERIFY(crowd.enter(address("192.0.2.1"), tls, 200) != 0);
        QCOMPARE(m_room.sentAway, std::vector { plain });
        QVERIFY(tls.sentAway.empty());
    }

    void proxiesAndWhereWantedThisMachineHaveNoLimit()
    {
        Crowd strict(1, network("10.0.0.0/8"), false);
        Crowd lenient(1, {}, true);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(strict.enter(address("10.1.1.1"), m_room, 0) != 0);
            QVERIFY(lenient.enter(address("127.0.0.1"), m_room, 0) != 0);
        }
        QVERIFY(strict.enter(address("127.0.0.1"), m_room, 0) != 0);
        QCOMPARE(strict.enter(address("127.0.0.1"), m_room, 0), Crowd::Ticket(0));
    }

    void aNewLimitCountsThoseWhoAreThere()
    {
        Crowd crowd(0, {}, false);
        std::vector<Crowd::Ticket> tickets;
        const auto enter = [&](std::int64_t nowMs) {
            tickets.push_back(crowd.enter(address("192.0.2.1"), m_room, nowMs));
            return tickets.back() != 0;
        };
        QVERIFY(enter(0) && enter(0));
        crowd.setLimit(2, {});
        QVERIFY(!enter(0));
        crowd.setLimit(2, network("192.0.2.1"));
        QVERIFY(enter(0));
        crowd.setLimit(1, {});
        for (const Crowd::Ticket ticket : tickets)
            crowd.leave(address("192.0.2.1"), ticket);
        QVERIFY(enter(0)); // nobody of before is still counted
        QVERIFY(!enter(0));
    }

    void aRateAllowsSoManyASecond()
    {
        Rate rate(10);
        int taken = 0;
        for (int i = 0; i < 100; ++i)
            taken += rate.take(1000) ? 1 : 0;
        QCOMPARE(taken, 10);
        for (int i = 0; i < 100; ++i)
            taken += rate.take(1500) ? 1 : 0;
        QCOMPARE(taken, 15);
        for (int i = 0; i < 100; ++i)
            taken += rate.take(60'000) ? 1 : 0;
        QCOMPARE(taken, 25);
        Rate none(0);
        for (int i = 0; i < 1000; ++i)
            QVERIFY(none.take(1));
        none.setLimit(2);
        QVERIFY(none.take(2) && none.take(2) && !none.take(2));
    }

private:
    FakeRoom m_room;
};

QTEST_GUILESS_MAIN(CrowdTest)
#include "tst_crowd.moc"
