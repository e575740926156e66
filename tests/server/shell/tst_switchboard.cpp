// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/shell/switchboard.h"

#include <QTest>

using namespace relay;
using namespace relay::shell;

namespace {

constexpr std::int64_t kNow = 1'000'000;
constexpr std::int64_t kLifetime = 30'000;

Session session(const QByteArray &uuid, const QByteArray &host = "spin30", const CallBody &wanted = {})
{
    Session session;
    session.uuid = uuid;
    session.host = host;
    session.wanted = wanted;
    return session;
}

Recipient management(stats::ConnectionId id, bool isOurs = false)
{
    Recipient recipient;
    recipient.id = id;
    recipient.isOurs = isOurs;
    return recipient;
}

//! "1@0 2@1": ids and workers.
QByteArray written(const std::vector<Recipient> &hosts)
{
    QByteArrayList words;
    for (const Recipient &host : hosts)
        words << QByteArray::number(qulonglong(host.id)) + '@' + QByteArray::number(host.worker);
    return words.join(' ');
}

//! "u1: 1@0, u2: 1@0"
QByteArray written(const std::vector<Switchboard::Call> &calls)
{
    QByteArrayList words;
    for (const Switchboard::Call &call : calls)
        words << call.session + ": " + written(call.hosts);
    return words.join(", ");
}

QByteArray written(const std::optional<Switchboard::Over> &over)
{
    return over ? over->uuid + ": " + written(over->hosts) : QByteArray("nobody");
}

} // namespace

class SwitchboardTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { board = std::make_unique<Switchboard>(); }

    void aHostIsThereFromItsEntryToItsEnd()
    {
        QVERIFY(!board->hasHost("spin30"));
        board->enterHost("spin30", management(1));
        QVERIFY(board->hasHost("spin30"));
        QVERIFY(!board->hasHost("spin30", true));
        QVERIFY(!board->hasHost("spin3"));
        QCOMPARE(written(board->gone(1)), "nobody");
        QVERIFY(!board->hasHost("spin30"));
        QCOMPARE(board->hostCount(), std::size_t(0));
    }

    void aClientIsAnnouncedToEachHostOfItsName()
    {
        addHost(1, 0);
        addHost(2, 1);
        board->enterHost("other", management(3));
        (void)board->ready(3, 0);
        QCOMPARE(addClient("u1", 10), "u1: 1@0 2@1");
    }

    void aHostThatIsReadyLaterHearsOfThoseWhoWait()
    {
        board->enterHost("spin30", management(1));
        QCOMPARE(addClient("u1", 10), "");
        QCOMPARE(addClient("u2", 11), "");
        QCOMPARE(written(board->ready(1, 4)), "u1: 1@4, u2: 1@4");
    }

    void oneHostWins()
    {
        addHost(1, 0);
        (void)addClient("u1", 10);
        QVERIFY(board->enterHostLeg("u1", 20));
        QVERIFY(!board->enterHostLeg("u1", 21));
        QCOMPARE(board->pairCount(), std::size_t(1));
        board->enterHost("spin30", management(2));
        QCOMPARE(written(board->ready(2, 0)), ""); // it is served
    }

    void aHostCannotComeBeforeItsClient()
    {
        addHost(1, 0);
        QVERIFY(!board->enterHostLeg("u1", 20));
        (void)board->begin(session("u1"), kNow, kLifetime);
        QVERIFY(!board->enterHostLeg("u1", 20));
        QVERIFY(board->enterClient("u1", 10, false));
        QVERIFY(!board->enterHostLeg("u1", 20)); // on its way to its worker
        QVERIFY(!board->enterClient("u1", 11, false));
    }

    void theHostHearsOfTheEndWhenItsLegIsGone()
    {
        addPair();
        QCOMPARE(written(board->gone(10)), "nobody"); // what the client left behind is still on its way to the host
        QCOMPARE(written(board->gone(20)), "u1: 1@0");
        QCOMPARE(board->sessionCount(), std::size_t(0));
        QCOMPARE(board->pairCount(), std::size_t(0));
    }

    void theHostHearsOnceWhenItsLegGoesFirst()
    {
        addPair();
        QCOMPARE(written(board->gone(20)), "u1: 1@0");
        QVERIFY(!board->enterHostLeg("u1", 21)); // its client is about to follow
        QCOMPARE(written(board->gone(10)), "nobody");
        QCOMPARE(board->sessionCount(), std::size_t(0));
    }

    void aClientThatGoesBeforeTheHostDials()
    {
        addHost(1, 0);
        (void)addClient("u1", 10);
        board->noteUri("u1", "ws://x");
        QCOMPARE(written(board->gone(10)), "u1: 1@0");
        QVERIFY(!board->enterHostLeg("u1", 20));
    }

    void aClientNobodyWasToldOfIsNoLoss()
    {
        addHost(1, 0);
        (void)addClient("u1", 10); // the announcement could not be made
        QCOMPARE(written(board->gone(10)), "nobody");
    }

    void connectionsOfOthersAreNothingToIt()
    {
        QCOMPARE(written(board->gone(77)), "nobody");
        QCOMPARE(written(board->ready(77, 0)), "");
    }

    void targetsAreForHostsThatKnowThem()
    {
        addHost(1, 0);
        addHost(2, 0, true);
        const CallBody wanted { {}, "db" };
        (void)board->begin(session("u1", "spin30", wanted), kNow, kLifetime);
        QVERIFY(board->enterClient("u1", 10, true));
        QCOMPARE(written(board->ready(10, 0)), "u1: 2@0");
        board->enterHost("spin30", management(3));
        QCOMPARE(written(board->ready(3, 0)), "");
        QVERIFY(board->hasHost("spin30", true));
    }

    void whatIsCalledForAndNotUsedIsForgotten()
    {
        (void)board->begin(session("u1"), kNow, kLifetime);
        (void)board->begin(session("u2"), kNow + kLifetime, kLifetime);
        QCOMPARE(board->sessionCount(), std::size_t(1));
        QVERIFY(!board->enterClient("u1", 10, false));
        QVERIFY(board->enterClient("u2", 11, false));
        (void)board->begin(session("u3"), kNow + 10 * kLifetime, kLifetime);
        QCOMPARE(board->sessionCount(), std::size_t(2)); // u2 has come, and stays
    }

    void thereIsABoundToThoseWhoCallAndDoNotCome()
    {
        for (int i = 0; i < Switchboard::kMaxUnusedPerHost; ++i)
            QVERIFY(board->begin(session("u" + QByteArray::number(i)), kNow, kLifetime));
        QVERIFY(!board->begin(session("more"), kNow, kLifetime));
        QVERIFY(board->begin(session("elsewhere", "other"), kNow, kLifetime));
        QVERIFY(board->enterClient("u7", 7, false));
        QVERIFY(board->begin(session("more"), kNow, kLifetime));
        QVERIFY(board->begin(session("later"), kNow + kLifetime, kLifetime));
    }

    void timesThatAShellCameBackAreCounted()
    {
        const CallBody wanted { "AbCdEfGhIjKlMnOpQrStUv", {} };
        for (int i = 0; i < 3; ++i) {
            const QByteArray uuid = "u" + QByteArray::number(i);
            (void)board->begin(session(uuid, "spin30", wanted), kNow + i, kLifetime);
            QCOMPARE(board->find(uuid)->resumes, i);
        }
        (void)board->begin(session("o", "other", wanted), kNow, kLifetime);
        QCOMPARE(board->find("o")->resumes, 0);
        (void)board->begin(session("l", "spin30", wanted), kNow + 3 + Resumes::kKeptMs, kLifetime);
        QCOMPARE(board->find("l")->resumes, 0); // by then it has been forgotten
    }

    void noMoreResumesAreRememberedThanFit()
    {
        Resumes resumes;
        for (std::size_t i = 0; i < Resumes::kMost + 10; ++i)
            QCOMPARE(resumes.note("h", QByteArray::number(qulonglong(i)), kNow), 0);
        QCOMPARE(resumes.size(), Resumes::kMost);
    }

private:
    void addHost(stats::ConnectionId id, int worker, bool isOurs = false)
    {
        board->enterHost("spin30", management(id, isOurs));
        (void)board->ready(id, worker);
    }
    QByteArray addClient(const QByteArray &uuid, stats::ConnectionId id)
    {
        (void)board->begin(session(uuid), kNow, kLifetime);
        if (!board->enterClient(uuid, id, false))
            return "refused";
        return written(board->ready(id, 0));
    }
    void addPair()
    {
        addHost(1, 0);
        (void)addClient("u1", 10);
        board->noteUri("u1", "ws://x");
        QVERIFY(board->enterHostLeg("u1", 20));
    }

    std::unique_ptr<Switchboard> board;
};

QTEST_APPLESS_MAIN(SwitchboardTest)
#include "tst_switchboard.moc"
