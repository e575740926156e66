// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/lobby.h"
#include "server/loop/clock.h"
#include "tests/server/front/requests.h"
#include "tests/server/front/socketpeer.h"

#include <QtTest>

using namespace relay;
using namespace relay::front;
using namespace relay::front::test;

namespace {

const QByteArray kSecret = "a secret of the tests that is long enough";
const QString kAudience = QStringLiteral("https://relay.example.org/jump");
const QHostAddress kElsewhere(QStringLiteral("192.0.2.1"));
constexpr int kOfAddress = 2; //!< undecided

QByteArray call()
{
    const std::int64_t now = loop::wallMs() / 1000;
    const QByteArray token = token::mint({ .bookingId = {},
                                           .topic = QStringLiteral("spin30"),
                                           .prefix = QStringLiteral("connect"),
                                           .scopes = { QStringLiteral("client") },
                                           .audience = { kAudience },
                                           .expiresAt = now + 100,
                                           .notBefore = now - 1,
                                           .issuedAt = now - 1 },
                                         kSecret);
    return request("POST /api/v1/connect/spin30", { "Authorization: " + token });
}

Policy secured()
{
    Policy policy;
    policy.mode = Mode::Secured;
    return policy;
}

//! Nobody in it has to go.
struct PatientRoom final : Crowd::Room
{
    void giveWay(Crowd::Ticket) override { }
    std::int64_t patienceMs() const override { return 1'000'000; }
};

//! A lobby where calls for a shell wait for a host that does not come.
struct World
{
    explicit World(int lobbies = 1)
        : desk { .terms = TermsInForce({ .policy = secured(), .trustedProxies = {} }),
                 .kinds = {},
                 .maxConnections = 1000,
                 .openDescriptors = &open,
                 .access = &access,
                 .api = &api,
                 .shells = &shells,
                 .shellWaitMs = 60'000,
                 .admit = [](std::vector<worker::Arrival> &) {},
                 .roomAgain = [] {},
                 .inquire = {},
                 .notReady = {},
                 .crowd = std::make_unique<Crowd>(kOfAddress, std::vector<Network> {}, false) }
    {
        desk.lobbies = lobbies;
    }

    //! What a call is told at once; empty: it waits.
    QByteArray ask(const QHostAddress &address = kElsewhere)
    {
        peers.push_back(std::make_unique<SocketPeer>());
        SocketPeer &peer = *peers.back();
        lobby.expect();
        lobby.admit({ peer.takeDescriptor(), address, 1234, {} });
        peer.send(call());
        QCoreApplication::processEvents();
        return peer.read();
    }

    access::Access access { access::Limits {} };
    const access::Credentials credentials { { { kSecret } }, kAudience, "wss://relay.example.org", true };
    access::Api api { access, credentials };
    shell::Service shells { access, credentials, 30'000 };
    std::atomic<int> open = 0;
    std::vector<std::unique_ptr<SocketPeer>> peers;
    Desk desk;
    Lobby lobby { desk, false };
};

} // namespace

//! Calls for a shell that wait for their host take nothing from others.
class ShellWaitTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void halfOfThePlacesAreForOthers()
    {
        constexpr int kShare = 16;
        World world(Desk::kMaxUndecided / kShare);
        const QHostAddress other(QStringLiteral("192.0.2.2"));
        for (const QHostAddress &address : { kElsewhere, other }) {
            for (int i = 0; i < kShare / 4; ++i)
                QCOMPARE(world.ask(address), QByteArray());
            QVERIFY(world.ask(address).startsWith("HTTP/1.1 503 ")); // of one address half of those that may wait
        }
        QVERIFY(world.ask(QHostAddress(QStringLiteral("192.0.2.3"))).startsWith("HTTP/1.1 503 "));
        QVERIFY(!world.lobby.isFull());
    }

    void whoWaitsCountsNoLongerAsUndecided()
    {
        World world;
        PatientRoom others;
        for (int i = 0; i < 2 * kOfAddress; ++i) {
            QCOMPARE(world.ask(), QByteArray());
            const Crowd::Ticket ticket = world.desk.crowd->enter(kElsewhere, others, 0);
            QVERIFY(ticket != 0);
            world.desk.crowd->leave(kElsewhere, ticket);
        }
        QVERIFY(world.desk.crowd->enter(kElsewhere, others, 0) != 0);
        world.peers.clear(); // they hang up, and are not counted off once more
        QTRY_COMPARE(world.lobby.expected(), 0);
        QVERIFY(world.desk.crowd->enter(kElsewhere, others, 0) != 0);
        QCOMPARE(world.desk.crowd->enter(kElsewhere, others, 0), Crowd::Ticket(0));
    }

    void aDrainSendsThemAway()
    {
        World world;
        QCOMPARE(world.ask(), QByteArray());
        world.desk.isDraining = true;
        QByteArray answer;
        QTRY_VERIFY((answer += world.peers.front()->read()).endsWith("}\n"));
        QVERIFY(answer.startsWith("HTTP/1.1 503 "));
        QVERIFY(answer.contains("Retry-After: 30\r\n"));
        QVERIFY(answer.contains("about to end"));
        QCOMPARE(world.access.figures().refusals[std::size_t(access::Reason::Draining)], std::uint64_t(1));
    }
};

QTEST_GUILESS_MAIN(ShellWaitTest)
#include "tst_shellwait.moc"
