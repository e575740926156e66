// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/bookings.h"

#include <QTest>

using namespace relay::access;

namespace {
const QString kA = QStringLiteral("a");
const QString kB = QStringLiteral("b");
using List = std::vector<Booking>;
} // namespace

class TestBookings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void denyAndAllowMoveABookingBetweenTheLists()
    {
        Bookings bookings;
        bookings.allow(kA, 100);
        QCOMPARE(bookings.allowed(), (List { { kA, 100 } }));
        bookings.deny(kA, 100);
        QVERIFY(bookings.isDenied(kA));
        QVERIFY(bookings.allowed().empty());
        bookings.allow(kA, 100);
        QVERIFY(!bookings.isDenied(kA));
        QVERIFY(bookings.denied().empty());
        QCOMPARE(bookings.allowed(), (List { { kA, 100 } }));
    }

    void seeingATokenNeverEndsADenial()
    {
        Bookings bookings;
        bookings.deny(kA, 100);
        bookings.see(kA, 50);
        QVERIFY(bookings.isDenied(kA));
        QCOMPARE(bookings.deniedUntil(kA), std::optional<std::int64_t>(100));
    }

    void aDenialLastsAsLongAsAnyTokenThatWasSeen()
    {
        Bookings bookings;
        bookings.see(kA, 500);
        bookings.deny(kA, 100);
        QCOMPARE(bookings.deniedUntil(kA), std::optional<std::int64_t>(500));
        QVERIFY(bookings.prolongs(kA, 900));
        QVERIFY(!bookings.prolongs(kA, 400));
        QVERIFY(!bookings.prolongs(kB, 900));
        bookings.see(kA, 900);
        QCOMPARE(bookings.deniedUntil(kA), std::optional<std::int64_t>(900));
    }

    void aSecondDenialDoesNotShortenTheFirst()
    {
        Bookings bookings;
        bookings.deny(kA, 500);
        bookings.deny(kA, 100);
        QCOMPARE(bookings.deniedUntil(kA), std::optional<std::int64_t>(500));
    }

    void pruningForgetsWhatIsOverAndKeepsWhatEndsNow()
    {
        Bookings bookings;
        bookings.deny(kA, 99);
        bookings.deny(kB, 100);
        bookings.see(QStringLiteral("c"), 99);
        bookings.see(QStringLiteral("d"), 100);
        bookings.prune(100);
        QCOMPARE(bookings.denied(), (List { { kB, 100 } }));
        QCOMPARE(bookings.allowed(), (List { { QStringLiteral("d"), 100 } }));
    }
};

QTEST_GUILESS_MAIN(TestBookings)
#include "tst_bookings.moc"
