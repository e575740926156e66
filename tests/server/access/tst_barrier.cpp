// SPDX-License-Identifier: GPL-3.0-or-later
#include "grants.h"
#include "server/access/access.h"
#include "server/access/barrier.h"

#include <QTemporaryDir>
#include <QTest>

using namespace relay::access;
using namespace relay::tests;

namespace {

Target network(const char *text)
{
    return { What::Network, textOf(canonical(*parseNetwork(QString::fromLatin1(text)))) };
}

QHostAddress address(const char *text)
{
    return QHostAddress(QString::fromLatin1(text));
}

constexpr Barrier::Moment kNow { kNowSeconds, 1000 };

} // namespace

class TestBarrier : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void networksHaveOneForm_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("form");
        QTest::addColumn<bool>("isSweeping");
        QTest::newRow("address") << "192.0.2.7"
                                 << "192.0.2.7" << false;
        QTest::newRow("whole prefix") << "192.0.2.7/32"
                                      << "192.0.2.7" << false;
        QTest::newRow("network") << "192.0.2.77/24"
                                 << "192.0.2.0/24" << false;
        QTest::newRow("odd prefix") << "192.0.2.255/25"
                                    << "192.0.2.128/25" << false;
        QTest::newRow("IPv6") << "2001:db8::1/32"
                              << "2001:db8::/32" << false;
        QTest::newRow("mapped") << "::ffff:192.0.2.7"
                                << "192.0.2.7" << false;
        QTest::newRow("mapped network") << "::ffff:192.0.2.7/120"
                                        << "192.0.2.0/24" << false;
        QTest::newRow("loopback") << "127.0.0.1"
                                  << "127.0.0.1" << true;
        QTest::newRow("loopbacks") << "127.3.0.0/16"
                                   << "127.3.0.0/16" << true;
        QTest::newRow("loopback 6") << "::1"
                                    << "::1" << true;
        QTest::newRow("everybody") << "0.0.0.0/0"
                                   << "0.0.0.0/0" << true;
        QTest::newRow("everybody 6") << "::/0"
                                     << "::/0" << true;
        QTest::newRow("half of all") << "128.0.0.0/1"
                                     << "128.0.0.0/1" << true;
    }
    void networksHaveOneForm()
    {
        QFETCH(QString, text);
        const auto parsed = parseNetwork(text);
        QVERIFY(parsed);
        QTEST(textOf(canonical(*parsed)), "form");
        QTEST(isSweeping(*parsed), "isSweeping");
    }

    void bitsFindWhatNetworksHold_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("network");
        for (const char *network : { "0.0.0.0/0", "192.0.2.0/24", "192.0.2.7", "192.0.2.129/25", "::/0",
                                     "2001:db8::/32", "2001:db8::/64", "2001:db8::/65", "2001:db8::7",
                                     "2001:db8::8000:0:0:7/65", "::ffff:192.0.2.7/120", "::1", "fe80::/10" }) {
            for (const char *address :
                 { "192.0.2.7", "192.0.2.255", "192.0.3.0", "0.0.0.0", "255.255.255.255", "::ffff:192.0.2.7",
                   "2001:db8::7", "2001:db8::8000:0:0:7", "2001:db9::", "::1", "::", "127.0.0.1", "fe80::1" })
                QTest::addRow("%s in %s", address, network)
                    << QString::fromLatin1(address) << QString::fromLatin1(network);
        }
    }
    void bitsFindWhatNetworksHold()
    {
        QFETCH(QString, address);
        QFETCH(QString, network);
        const auto parsed = parseNetwork(network);
        QVERIFY(parsed);
        const QHostAddress visitor(address);
        QCOMPARE(NetworkBits(*parsed).holds(AddressBits(visitor)), isIn(visitor, canonical(*parsed)));
        QVERIFY(!NetworkBits(Network {}).holds(AddressBits(visitor)));
    }

    void deniesWhoIsInTheNetwork()
    {
        Barrier barrier;
        QVERIFY(barrier.deny(network("192.0.2.0/24"), kNowSeconds + 10));
        QVERIFY(barrier.deny(network("2001:db8::/32"), kNowSeconds + 10));
        for (const char *bad : { "192.0.2.1", "::ffff:192.0.2.200", "2001:db8:1::5" })
            QCOMPARE(barrier.faultOf({ 1, address(bad) }, nullptr, kNow)->reason, Reason::AddressDenied);
        for (const char *good : { "192.0.3.1", "2001:db9::1", "127.0.0.1" })
            QVERIFY(!barrier.faultOf({ 1, address(good) }, nullptr, kNow));
        QVERIFY(!barrier.faultOf({ 1, address("192.0.2.1") }, nullptr, { kNowSeconds + 11, 1000 }));
        barrier.prune({ kNowSeconds + 11, 1000 });
        QCOMPARE(barrier.deniedCount(), 0u);
    }

    void deniesTheSubjectOfAToken()
    {
        Barrier barrier;
        QVERIFY(barrier.deny({ What::Subject, QStringLiteral("ann") }, kNowSeconds + 10));
        Grant grant = grantOf(QStringLiteral("b"));
        QVERIFY(!barrier.faultOf({ 1, {} }, &grant, kNow));
        grant.subject = QStringLiteral("ann");
        QCOMPARE(barrier.faultOf({ 1, {} }, &grant, kNow)->reason, Reason::SubjectDenied);
        QVERIFY(!barrier.faultOf({ 1, {} }, nullptr, kNow));
    }

    void holdsAnAddressOnOneTopic()
    {
        Barrier barrier;
        QVERIFY(barrier.hold(address("2001:db8::7"), "/a", 5000));
        const auto fault = barrier.faultOf({ 1, address("2001:db8::8"), "/a" }, nullptr, kNow);
        QCOMPARE(fault->reason, Reason::Held);
        QCOMPARE(fault->retryAfter, 4);
        QVERIFY(!barrier.faultOf({ 1, address("2001:db8::8"), "/b" }, nullptr, kNow));
        QVERIFY(!barrier.faultOf({ 1, address("2001:db8:0:1::8"), "/a" }, nullptr, kNow));
        QVERIFY(!barrier.faultOf({ 1, address("2001:db8::8"), "/a" }, nullptr, { kNowSeconds, 5000 }));
        QVERIFY(barrier.hold(address("2001:db8::7"), "/a", 2000)); // never shorter
        QVERIFY(barrier.faultOf({ 1, address("2001:db8::8"), "/a" }, nullptr, { kNowSeconds, 4999 }));
        barrier.endHold(address("2001:db8::9"), "/a");
        QVERIFY(barrier.holds().empty());
    }

    void hasItsBounds()
    {
        Barrier barrier;
        for (std::size_t i = 0; i < Barrier::kMaxDenied; ++i)
            QVERIFY(barrier.deny({ What::Subject, QString::number(i) }, kNowSeconds));
        QVERIFY(!barrier.deny({ What::Subject, QStringLiteral("one more") }, kNowSeconds));
        QVERIFY(barrier.deny({ What::Subject, QStringLiteral("7") }, kNowSeconds + 1)); // known already
        QVERIFY(barrier.deny(network("192.0.2.1"), kNowSeconds));
        for (std::size_t i = 0; i < Barrier::kMaxHolds; ++i)
            QVERIFY(barrier.hold(QHostAddress(quint32(i)), "/a", 1));
        QVERIFY(!barrier.hold(address("192.0.2.1"), "/a", 1));
    }

    void aDenialThatWasShortenedIsSoAfterARestart()
    {
        const QTemporaryDir state;
        const Target target = network("192.0.2.0/24");
        const auto wall = [] { return kNowSeconds * 1000; };
        {
            Access access({}, {}, wall);
            QVERIFY(access.open(state.path()).isEmpty());
            (void)access.deny(target, kNowSeconds + 100, Access::Cutting::Now);
            const auto longer = access.deny(target, kNowSeconds + 1000, Access::Cutting::Now);
            QCOMPARE(access.restore(target, longer.before, longer.version), std::optional(Access::Kept::Durably));
            QVERIFY(!access.restore(target, longer.before, longer.version));
            (void)access.deny({ What::Booking, QStringLiteral("b") }, kNowSeconds + 5, Access::Cutting::Now);
        }
        Access access({}, {}, wall);
        QVERIFY(access.open(state.path()).isEmpty());
        QCOMPARE(access.deniedUntil(target), std::optional(kNowSeconds + 100));
        QCOMPARE(access.deniedTargets().size(), 2u);
        QCOMPARE(access.barred({ 1, address("192.0.2.9") }, nullptr)->reason, Reason::AddressDenied);
    }

    void tokensThatWereSeenOutlastAnUndo()
    {
        Bookings bookings;
        const QString id = QStringLiteral("b");
        bookings.deny(id, 100);
        const auto before = bookings.askedUntil(id);
        bookings.deny(id, 500);
        const auto version = bookings.versionOf(id);
        bookings.see(id, 300); // a token that lasts longer than the first denial
        QVERIFY(bookings.restore(id, before, version));
        QCOMPARE(bookings.deniedUntil(id), std::optional(std::int64_t(300)));
        QVERIFY(!bookings.restore(id, before, version));
    }
};

QTEST_GUILESS_MAIN(TestBarrier)
#include "tst_barrier.moc"
