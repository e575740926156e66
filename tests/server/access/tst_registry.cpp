// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/registry.h"
#include "server/access/throttle.h"

#include <QTest>

using namespace relay::access;

namespace {

const QString kBooking = QStringLiteral("b");
using Ids = std::vector<relay::stats::ConnectionId>;

Visit visit(relay::stats::ConnectionId id, const char *address = "192.0.2.1")
{
    return { id, QHostAddress(QString::fromLatin1(address)) };
}

Grant booked(const QString &booking, const QByteArray &token = {})
{
    Grant grant;
    grant.bookingId = booking;
    grant.tokenId = token;
    return grant;
}

const Grant kBooked = booked(kBooking);

QHostAddress counted(const char *address)
{
    return countedAs(QHostAddress(QString::fromLatin1(address)));
}

} // namespace

class TestRegistry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAddressIsCountedInAllItsForms()
    {
        QCOMPARE(counted("::ffff:192.0.2.1"), counted("192.0.2.1"));
        QVERIFY(counted("192.0.2.1") != counted("192.0.2.2"));
        QCOMPARE(counted("2001:db8:1:2::1"), counted("2001:db8:1:2:ffff::9"));
        QVERIFY(counted("2001:db8:1:2::1") != counted("2001:db8:1:3::1"));
        QVERIFY(counted("::1").isLoopback());
    }

    void connectionsOfAnAddressAreLimited()
    {
        Registry registry;
        const Registry::Limits limits { .ofAddress = 2 };
        QVERIFY(!registry.enter(visit(1), nullptr, limits));
        QVERIFY(!registry.enter(visit(2), nullptr, limits));
        const auto refusal = registry.enter(visit(3), nullptr, limits);
        QVERIFY(refusal);
        QCOMPARE(refusal->status, 429);
        QVERIFY(refusal->retryAfter > 0);
        QVERIFY(!registry.enter(visit(4, "192.0.2.9"), nullptr, limits));
        registry.leave(1);
        QVERIFY(!registry.enter(visit(5), nullptr, limits));
    }

    void connectionsOfATokenAreLimited()
    {
        Registry registry;
        const Registry::Limits limits { .ofToken = 2 };
        const Grant one = booked(kBooking, "token");
        const Grant other = booked(kBooking, "other token");
        QVERIFY(!registry.enter(visit(1), &one, limits));
        QVERIFY(!registry.enter(visit(2, "192.0.2.2"), &one, limits));
        QCOMPARE(registry.enter(visit(3), &one, limits)->reason, Reason::SessionsOfToken);
        QVERIFY(!registry.enter(visit(4), &other, limits));
        QVERIFY(!registry.enter(visit(5), &kBooked, limits)); // nobody counts it
        QCOMPARE(registry.countOfToken("token"), 2);
        registry.leave(2);
        QVERIFY(!registry.enter(visit(6), &one, limits));
        for (const relay::stats::ConnectionId id : { 1, 6 })
            registry.leave(id);
        QCOMPARE(registry.countOfToken("token"), 0);
    }

    void loopbackIsSparedOnlyWhereAsked()
    {
        Registry registry;
        QVERIFY(!registry.enter(visit(1, "127.0.0.1"), nullptr, { .ofAddress = 1, .sparesLoopback = true }));
        QVERIFY(!registry.enter(visit(2, "127.0.0.1"), nullptr, { .ofAddress = 1, .sparesLoopback = true }));
        QVERIFY(registry.enter(visit(3, "127.0.0.1"), nullptr, { .ofAddress = 1, .sparesLoopback = false }));
    }

    void connectionsOfABookingAreLimited()
    {
        Registry registry;
        const Registry::Limits limits { .ofBooking = 1 };
        QVERIFY(!registry.enter(visit(1), &kBooked, limits));
        QVERIFY(registry.enter(visit(2, "192.0.2.2"), &kBooked, limits));
        QVERIFY(!registry.enter(visit(3), nullptr, limits));
        QVERIFY(!registry.enter(visit(4), nullptr, limits));
    }

    void cuttingMarksThoseOfTheBookingAndNoOther()
    {
        Registry registry;
        QVERIFY(!registry.enter(visit(1), &kBooked, {}));
        QVERIFY(!registry.enter(visit(2), &kBooked, {}));
        const Grant other = booked(QStringLiteral("other"));
        QVERIFY(!registry.enter(visit(3), &other, {}));
        QCOMPARE(registry.cut(kBooking), (Ids { 1, 2 }));
        QVERIFY(registry.isCut(1));
        QVERIFY(!registry.isCut(3));
        registry.leave(1);
        QVERIFY(!registry.isCut(1));
        QCOMPARE(registry.ofBooking(kBooking), (Ids { 2 }));
    }

    void leavingWithoutHavingEnteredDoesNothing()
    {
        Registry registry;
        registry.leave(7);
        QVERIFY(!registry.enter(visit(1), &kBooked, {}));
        registry.leave(1);
        registry.leave(1);
        QCOMPARE(registry.size(), std::size_t(0));
        QVERIFY(registry.cut(kBooking).empty());
    }

    void failuresAreForgivenOverAMinute()
    {
        Throttle throttle;
        const QHostAddress address(QStringLiteral("192.0.2.1"));
        for (int i = 0; i < 30; ++i) {
            QVERIFY(!throttle.isHeldUp(address, 30, 1000));
            throttle.failed(address, 30, 1000);
        }
        QVERIFY(throttle.isHeldUp(address, 30, 1000));
        QVERIFY(!throttle.isHeldUp(address, 30, 1000 + 2000));
        QVERIFY(!throttle.isHeldUp(QHostAddress(QStringLiteral("192.0.2.2")), 30, 1000));
        QVERIFY(!throttle.isHeldUp(address, 0, 1000));
    }

    void whoIsHeldUpIsNotHeldUpForLongerByTryingOn()
    {
        Throttle throttle;
        const QHostAddress address(QStringLiteral("192.0.2.1"));
        for (int i = 0; i < 1000; ++i)
            throttle.failed(address, 30, 1000);
        QVERIFY(!throttle.isHeldUp(address, 30, 1000 + 2000));
    }

    void manyAddressesTakeNoMoreMemory()
    {
        Throttle throttle;
        for (quint32 i = 0; i < 3 * Throttle::kMaxAddresses; ++i)
            throttle.failed(QHostAddress(i + 1), 30, 1000 + i);
        QVERIFY(throttle.size() <= Throttle::kMaxAddresses);
        QVERIFY(throttle.size() > 0);
    }
};

QTEST_GUILESS_MAIN(TestRegistry)
#include "tst_registry.moc"
