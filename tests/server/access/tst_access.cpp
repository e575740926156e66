// SPDX-License-Identifier: GPL-3.0-or-later
#include "grants.h"
#include "server/access/access.h"
#include "server/access/journal.h"

#include <QTemporaryDir>
#include <QTest>

using namespace relay::access;
using namespace relay::tests;
using relay::stats::ConnectionId;

namespace {

const QString kBooking = QStringLiteral("b");

struct Desk
{
    explicit Desk(Limits limits = {})
        : access(
            limits, [this] { return monotonicMs; }, [this] { return wallMs; })
    {
        access.setCut([this](const std::vector<ConnectionId> &ids, const QByteArray &) {
            cut.insert(cut.end(), ids.begin(), ids.end());
        });
    }

    QByteArray code(const QString &booking = kBooking)
    {
        const auto granted = access.grantCode(grantOf(booking));
        return std::holds_alternative<QByteArray>(granted) ? std::get<QByteArray>(granted) : QByteArray("refused");
    }
    //! Nothing: it is in.
    std::optional<Reason> redeem(const QByteArray &code, ConnectionId id, const QByteArray &topic = "lab",
                                 const QByteArray &kind = "session")
    {
        const auto result = access.redeem(code, kind, topic, { id, QHostAddress(QStringLiteral("192.0.2.1")) });
        const auto *refusal = std::get_if<Refusal>(&result);
        return refusal ? std::optional(refusal->reason) : std::nullopt;
    }

    std::int64_t monotonicMs = 5000;
    std::int64_t wallMs = kNowSeconds * 1000;
    std::vector<ConnectionId> cut;
    Access access;
};

} // namespace

class TestAccess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCodeOpensOneConnection()
    {
        Desk desk;
        const QByteArray code = desk.code();
        QVERIFY(!desk.redeem(code, 1));
        QCOMPARE(desk.redeem(code, 2), std::optional(Reason::BadCode));
        QCOMPARE(desk.access.connectionsOf(kBooking), (std::vector<ConnectionId> { 1 }));
    }

    void aCodeIsUsedUpWhateverComesOfIt()
    {
        Desk desk;
        const QByteArray code = desk.code();
        QCOMPARE(desk.redeem(code, 1, "other"), std::optional(Reason::BadCode));
        QCOMPARE(desk.redeem(code, 1), std::optional(Reason::BadCode));
        const QByteArray next = desk.code();
        QCOMPARE(desk.redeem(next, 1, "lab", "connect"), std::optional(Reason::BadCode));
        QCOMPARE(desk.redeem(next, 1), std::optional(Reason::BadCode));
    }

    void aCodeOfThirtySecondsLivesThirtySeconds()
    {
        Desk desk;
        const QByteArray code = desk.code();
        desk.monotonicMs += 30'000;
        QCOMPARE(desk.redeem(code, 1), std::optional(Reason::BadCode));
    }

    void aTokenThatExpiresBeforeItsCodeIsUsedIsRefused()
    {
        Desk desk;
        const QByteArray code = desk.code();
        desk.wallMs += 100'000;
        QCOMPARE(desk.redeem(code, 1), std::optional(Reason::Expired));
    }

    void aTokenOfTheFutureIsRefused()
    {
        Desk desk;
        const QByteArray code = desk.code();
        desk.wallMs -= 11'000;
        QCOMPARE(desk.redeem(code, 1), std::optional(Reason::NotYetValid));
    }

    void withoutReadAndWriteThereIsNothingToDo()
    {
        Desk desk;
        Grant grant = grantOf(kBooking);
        grant.scopes = { QStringLiteral("expt") };
        QCOMPARE(desk.redeem(std::get<QByteArray>(desk.access.grantCode(grant)), 1), std::optional(Reason::NoScope));
    }

    void aDeniedBookingGetsNothingAnyMore()
    {
        Desk desk;
        const QByteArray before = desk.code();
        QVERIFY(!desk.redeem(desk.code(), 1));
        QVERIFY(!desk.redeem(desk.code(QStringLiteral("other")), 2));
        const Access::Denial denial = desk.access.deny(kBooking, kNowSeconds + 10);
        QCOMPARE(desk.cut, (std::vector<ConnectionId> { 1 }));
        QCOMPARE(denial.cut, desk.cut);
        QCOMPARE(denial.until, kNowSeconds + 100); // as long as the token that was seen
        QCOMPARE(desk.access.deniedUntil(kBooking), std::optional(denial.until));
        QVERIFY(!desk.access.mayStay(1));
        QVERIFY(desk.access.mayStay(2));
        QCOMPARE(desk.redeem(before, 3), std::optional(Reason::BadCode));
        QCOMPARE(desk.code(), QByteArray("refused"));
        const Grant grant = grantOf(kBooking);
        QCOMPARE(desk.access.enter({ 4, QHostAddress() }, &grant)->reason, Reason::Denied);
        QVERIFY(!desk.redeem(desk.code(QStringLiteral("other")), 5));
    }

    // The original forgot how to keep such a booking's connections, and ended with all of its users.
    void aBookingThatIsAllowedAgainConnectsAgain()
    {
        Desk desk;
        QVERIFY(!desk.redeem(desk.code(), 1));
        desk.access.deny(kBooking, kNowSeconds + 100);
        desk.access.leave(1);
        desk.access.allow(kBooking, kNowSeconds + 100);
        QVERIFY(!desk.redeem(desk.code(), 2));
        QVERIFY(desk.access.mayStay(2));
        desk.access.deny(kBooking, kNowSeconds + 100);
        QCOMPARE(desk.cut, (std::vector<ConnectionId> { 1, 2 }));
    }

    void aBookingWhoseDenialIsOverConnectsAgain()
    {
        Desk desk;
        desk.access.deny(kBooking, kNowSeconds + 1);
        desk.wallMs += 2000;
        desk.access.tidy();
        QVERIFY(!desk.redeem(desk.code(), 1));
    }

    void aRequestForACodeDoesNotEndADenial()
    {
        Desk desk;
        desk.access.deny(kBooking, kNowSeconds + 10);
        QCOMPARE(desk.code(), QByteArray("refused"));
        QVERIFY(desk.access.isDenied(kBooking));
        QCOMPARE(desk.access.denied().front().until, kNowSeconds + 100); // as long as the token that was seen
    }

    void aStreamWithATokenProlongsADenialAsWell()
    {
        Desk desk;
        desk.access.deny(kBooking, kNowSeconds + 10);
        const Grant grant = grantOf(kBooking);
        QCOMPARE(desk.access.enter({ 1, QHostAddress() }, &grant)->reason, Reason::Denied);
        QCOMPARE(desk.access.denied().front().until, kNowSeconds + 100);
    }

    void whatHasNoBookingIsNotDenied()
    {
        Desk desk;
        desk.access.deny({}, kNowSeconds + 100);
        QVERIFY(desk.access.denied().empty());
        QVERIFY(!desk.redeem(desk.code({}), 1));
    }

    void codesOfABookingAreLimited()
    {
        Desk desk({ .codesPerBooking = 2 });
        const QByteArray first = desk.code();
        QVERIFY(desk.code() != "refused");
        QCOMPARE(desk.code(), QByteArray("refused"));
        QVERIFY(desk.code(QStringLiteral("other")) != "refused");
        QVERIFY(!desk.redeem(first, 1));
        QVERIFY(desk.code() != "refused");
    }

    void whoGuessesIsHeldUp()
    {
        Desk desk({ .failuresPerMinute = 3 });
        for (ConnectionId id = 1; id <= 3; ++id)
            QCOMPARE(desk.redeem("guess", id), std::optional(Reason::BadCode));
        const QByteArray code = desk.code();
        QCOMPARE(desk.redeem(code, 4), std::optional(Reason::Guessing));
        desk.monotonicMs += 20'000;
        QVERIFY(!desk.redeem(code, 5)); // which the refusal did not use up
    }

    void aTokenOpensSoManySessionsAtOnce()
    {
        Desk desk({ .sessionsPerToken = 2 });
        Grant grant = grantOf(kBooking);
        grant.tokenId = "token";
        const auto ask = [&] { return desk.access.grantCode(grant); };
        const QByteArray first = std::get<QByteArray>(ask());
        QVERIFY(!desk.redeem(first, 1));
        const QByteArray second = std::get<QByteArray>(ask()); // one is live, one waits
        const auto third = ask();
        QCOMPARE(std::get<Refusal>(third).reason, Reason::SessionsOfToken);
        QCOMPARE(std::get<Refusal>(third).status, 429);
        QVERIFY(std::get<Refusal>(third).retryAfter > 0);
        QCOMPARE(desk.access.figures().refusals[std::size_t(Reason::SessionsOfToken)], std::uint64_t(1));
        QVERIFY(!desk.redeem(second, 2));
        QCOMPARE(desk.access.enter({ 3, QHostAddress() }, &grant)->reason, Reason::SessionsOfToken); // a stream
        Grant other = grant;
        other.tokenId = "another";
        QVERIFY(!desk.access.enter({ 4, QHostAddress() }, &other));
        desk.access.leave(1);
        const QByteArray fourth = std::get<QByteArray>(ask());
        desk.monotonicMs += 30'000; // nobody used it: it no longer counts
        QVERIFY(std::holds_alternative<QByteArray>(ask()));
        QCOMPARE(desk.redeem(fourth, 5), std::optional(Reason::BadCode));
    }

    void theLimitOfATokenIsOffUnlessSet()
    {
        Desk desk({ .codesPerBooking = 0 });
        Grant grant = grantOf(kBooking);
        grant.tokenId = "token";
        for (int i = 0; i < 200; ++i)
            QVERIFY(std::holds_alternative<QByteArray>(desk.access.grantCode(grant)));
    }

    void refusalsAreCountedByReason()
    {
        Desk desk;
        QVERIFY(desk.redeem("guess", 1));
        desk.access.deny(kBooking, kNowSeconds + 100);
        QCOMPARE(desk.code(), QByteArray("refused"));
        desk.access.count(Reason::NoToken);
        const Figures figures = desk.access.figures();
        QCOMPARE(figures.refusals[std::size_t(Reason::BadCode)], std::uint64_t(1));
        QCOMPARE(figures.refusals[std::size_t(Reason::Denied)], std::uint64_t(1));
        QCOMPARE(figures.refusals[std::size_t(Reason::NoToken)], std::uint64_t(1));
        QCOMPARE(figures.denied, std::size_t(1));
    }

    void aDenialSurvivesARestart()
    {
        const QTemporaryDir state;
        {
            Desk desk;
            QVERIFY(desk.access.open(state.path()).isEmpty());
            QCOMPARE(desk.access.deny(kBooking, kNowSeconds + 100).kept, Access::Kept::Durably);
            QCOMPARE(desk.access.deny(QStringLiteral("short"), kNowSeconds + 1).kept, Access::Kept::Durably);
            QCOMPARE(desk.access.deny(QStringLiteral("forgiven"), kNowSeconds + 100).kept, Access::Kept::Durably);
            QCOMPARE(desk.access.allow(QStringLiteral("forgiven"), kNowSeconds + 100), Access::Kept::Durably);
        }
        Desk desk;
        desk.wallMs += 50'000;
        QVERIFY(desk.access.open(state.path()).isEmpty());
        QCOMPARE(desk.access.denied(), (std::vector<Booking> { { kBooking, kNowSeconds + 100 } }));
        QVERIFY(desk.access.isDurable());
    }

    void denialsThatAreOverTakeNoPlaceOfThoseThatRun()
    {
        const QTemporaryDir state;
        std::vector<DeniedTarget> written;
        for (std::size_t i = 0; i < Barrier::kMaxDenied; ++i)
            written.push_back({ { What::Subject, QString::number(i) }, kNowSeconds - 1 });
        const Target running { What::Subject, QStringLiteral("ann") };
        written.push_back({ running, kNowSeconds });
        {
            Journal journal;
            QVERIFY(journal.open(state.path()).error.isEmpty());
            QVERIFY(journal.rewrite(written));
        }
        Desk desk;
        QVERIFY(desk.access.open(state.path()).isEmpty());
        QCOMPARE(desk.access.deniedTargets(), (std::vector<DeniedTarget> { { running, kNowSeconds } }));
    }

    void thereIsRoomForADenialAsSoonAsOthersAreOver()
    {
        Desk desk;
        const auto deny = [&](const QString &subject) {
            return desk.access.deny({ What::Subject, subject }, desk.wallMs / 1000, Access::Cutting::Now);
        };
        for (std::size_t i = 0; i < Barrier::kMaxDenied; ++i)
            QVERIFY(!deny(QString::number(i)).isTooMany);
        QVERIFY(deny(QStringLiteral("one more")).isTooMany);
        desk.wallMs += 1000;
        QVERIFY(!deny(QStringLiteral("one more")).isTooMany);
    }

    void theJournalDoesNotGrowForEver()
    {
        const QTemporaryDir state;
        Desk desk;
        QVERIFY(desk.access.open(state.path()).isEmpty());
        for (int i = 0; i < 1500; ++i) {
            desk.access.deny(kBooking, kNowSeconds + i);
            desk.access.allow(kBooking, kNowSeconds + i);
        }
        QVERIFY(QFile(state.filePath(QStringLiteral("deny.journal"))).size() < 200 * 1024);
    }

    void withoutAStateDirectoryADenialIsInForceInMemory()
    {
        Desk desk;
        QCOMPARE(desk.access.deny(kBooking, kNowSeconds + 100).kept, Access::Kept::InMemoryOnly);
        QCOMPARE(desk.code(), QByteArray("refused"));
    }
};

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
