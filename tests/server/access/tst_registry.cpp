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
        QVERIFY(!registry.enter(visit(1), {}, limits));
        QVERIFY(!registry.enter(visit(2), {}, limits));
        const auto refusal = registry.enter(visit(3), {}, limits);
        QVERIFY(refusal);
        QCOMPARE(refusal->status, 429);
        QVERIFY(refusal->retryAfter > 0);
        QVERIFY(!registry.enter(visit(4, "192.0.2.9"), {}, limits));
        registry.leave(1);
        QVERIFY(!registry.enter(visit(5), {}, limits));
    }

    void loopbackIsSparedOnlyWhereAsked()
    {
        Registry registry;
        QVERIFY(!registry.enter(visit(1, "127.0.0.1"), {}, { .ofAddress = 1, .sparesLoopback = true }));
        QVERIFY(!registry.enter(visit(2, "127.0.0.1"), {}, { .ofAddress = 1, .sparesLoopback = true }));
        QVERIFY(registry.enter(visit(3, "127.0.0.1"), {}, { .ofAddress = 1, .sparesLoopback = false }));
    }

    void connectionsOfABookingAreLimited()
    {
        Registry registry;
        const Registry::Limits limits { .ofBooking = 1 };
        QVERIFY(!registry.enter(visit(1), kBooking, limits));
        QVERIFY(registry.enter(visit(2, "192.0.2.2"), kBooking, limits));
        QVERIFY(!registry.enter(visit(3), {}, limits));
        QVERIFY(!registry.enter(visit(4), {}, limits));
    }

    void cuttingMarksThoseOfTheBookingAndNoOther()
    {
        Registry registry;
        QVERIFY(!registry.enter(visit(1), kBooking, {}));
        QVERIFY(!registry.enter(visit(2), kBooking, {}));
        QVERIFY(!registry.enter(visit(3), QStringLiteral("other"), {}));
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
        QVERIFY(!registry.enter(visit(1), kBooking, {}));
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
