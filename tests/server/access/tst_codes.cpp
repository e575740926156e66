// SPDX-License-Identifier: GPL-3.0-or-later
#include "grants.h"
#include "server/access/codes.h"

#include <QSet>
#include <QTest>

using namespace relay::access;
using namespace relay::tests;

class TestCodes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCodeIsLongAndNeverTheSame()
    {
        Codes codes;
        QSet<QByteArray> seen;
        for (int i = 0; i < 1000; ++i) {
            const QByteArray code = codes.issue(grantOf(QStringLiteral("b")), 0, 30'000);
            QVERIFY(code.size() >= 36);
            seen.insert(code);
        }
        QCOMPARE(seen.size(), 1000);
    }

    void codesOfATokenAreCountedUntilTheyAreGone()
    {
        Codes codes;
        Grant grant = grantOf(QStringLiteral("b"));
        grant.tokenId = "token";
        const QByteArray used = codes.issue(grant, 0, 1000);
        (void)codes.issue(grant, 0, 1000);
        (void)codes.issue(grant, 0, 2000);
        (void)codes.issue(grantOf(QStringLiteral("b")), 0, 2000);
        QCOMPARE(codes.countOfToken("token"), 3);
        QVERIFY(codes.take(used, 1));
        QCOMPARE(codes.countOfToken("token"), 2);
        codes.forgetOld(1000);
        QCOMPARE(codes.countOfToken("token"), 1);
        codes.forgetBooking(QStringLiteral("b"));
        QCOMPARE(codes.countOfToken("token"), 0);
        QCOMPARE(codes.countOf(QStringLiteral("b")), 0);
        QCOMPARE(codes.size(), std::size_t(0));
    }

    void aCodeIsGoodForOneUse()
    {
        Codes codes;
        const QByteArray code = codes.issue(grantOf(QStringLiteral("b")), 0, 30'000);
        const auto grant = codes.take(code, 1);
        QVERIFY(grant);
        QCOMPARE(grant->bookingId, QStringLiteral("b"));
        QVERIFY(!codes.take(code, 1));
    }

    void aCodeIsTooOldAtItsEndAndNotWhenItIsSweptUp()
    {
        Codes codes;
        const QByteArray first = codes.issue(grantOf(QStringLiteral("b")), 0, 30'000);
        const QByteArray second = codes.issue(grantOf(QStringLiteral("b")), 0, 30'000);
        QVERIFY(codes.take(first, 29'999));
        QVERIFY(!codes.take(second, 30'000));
        QCOMPARE(codes.size(), std::size_t(0));
    }

    void oldCodesAreForgotten()
    {
        Codes codes;
        const QByteArray code = codes.issue(grantOf(QStringLiteral("b")), 0, 30'000);
        const QByteArray younger = codes.issue(grantOf(QStringLiteral("b")), 10, 30'000);
        codes.forgetOld(30'000);
        QCOMPARE(codes.size(), std::size_t(1));
        QCOMPARE(codes.countOf(QStringLiteral("b")), 1);
        QVERIFY(codes.take(younger, 30'000));
        codes.forgetOld(100'000); // what was used is not looked for
    }

    void theCodesOfABookingAreForgottenAndOnlyThose()
    {
        Codes codes;
        const QByteArray denied = codes.issue(grantOf(QStringLiteral("denied")), 0, 30'000);
        const QByteArray other = codes.issue(grantOf(QStringLiteral("other")), 0, 30'000);
        codes.forgetBooking(QStringLiteral("denied"));
        QVERIFY(!codes.take(denied, 1));
        QVERIFY(codes.take(other, 1));
        codes.forgetOld(100'000);
        QCOMPARE(codes.size(), std::size_t(0));
    }

    void nonsenseIsNoCode()
    {
        Codes codes;
        const QByteArray code = codes.issue(grantOf(QStringLiteral("b")), 0, 30'000);
        for (const QByteArray &nonsense : { QByteArray(), QByteArray("x"), QByteArray(1'000'000, 'x'),
                                            QByteArray(code.toUpper() + 'x'), code.chopped(1), QByteArray(code + ' ') })
            QVERIFY(!codes.take(nonsense, 1));
        QVERIFY(codes.take(code, 1));
    }
};

QTEST_GUILESS_MAIN(TestCodes)
#include "tst_codes.moc"
