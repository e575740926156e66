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
const QString kAudience = QStringLiteral("https://relay.example.org/access");
const QHostAddress kElsewhere(QStringLiteral("192.0.2.1"));

QByteArray authorization(const char *scope, const QString &booking = QStringLiteral("booking"),
                         const QString &topic = QStringLiteral("lab"))
{
    const std::int64_t now = loop::wallMs() / 1000;
    return "Authorization: "
        + token::mint({ .bookingId = booking,
                        .topic = topic,
                        .prefix = QStringLiteral("session"),
                        .scopes = { QString::fromLatin1(scope) },
                        .audience = { kAudience },
                        .expiresAt = now + 100,
                        .notBefore = now - 1,
                        .issuedAt = now - 1 },
                      kSecret);
}

Policy policyOf(Mode mode)
{
    Policy policy;
    policy.mode = mode;
    policy.hasOpenTopics = false;
    return policy;
}

//! A lobby with all that it needs, and figures that come at once or never.
struct World
{
    explicit World(Mode mode, access::Limits limits = {})
        : access(limits)
        , desk { .terms = TermsInForce({ .policy = policyOf(mode), .trustedProxies = {} }),
                 .kinds = {},
                 .maxConnections = 100,
                 .openDescriptors = &open,
                 .access = &access,
                 .api = mode == Mode::Secured ? &api : nullptr,
                 .admit =
                     [this](std::vector<worker::Arrival> &arrivals) {
                         ++timesOfAdmission;
                         std::move(arrivals.begin(), arrivals.end(), std::back_inserter(admitted));
                         arrivals.clear();
                     },
                 .roomAgain = [this] { ++timesOfRoom; },
                 .inquire =
                     [this](stats::Inquiry, auto done) {
                         ++inquiries;
                         inquirer = done;
                     },
                 .notReady = [this] { return fault; },
                 .crowd = std::make_unique<Crowd>(0, std::vector<Network> {}, false) }
    {
    }

    //! What a connection gets that sends this; empty: it was let in, or waits.
    QByteArray ask(const QByteArray &bytes, const QHostAddress &address = kElsewhere)
    {
        peers.push_back(std::make_unique<SocketPeer>());
        SocketPeer &peer = *peers.back();
        lobby.expect();
        lobby.admit({ peer.takeDescriptor(), address, 1234, {} });
        peer.send(bytes);
        QCoreApplication::processEvents();
        return peer.read();
    }

    //! By word, all that were counted.
    QMap<QByteArray, int> counted() const
    {
        QMap<QByteArray, int> words;
        const auto figures = access.figures();
        for (std::size_t i = 0; i < access::kReasons; ++i) {
            if (figures.refusals[i] > 0)
                words[access::wordFor(access::Reason(i)).toByteArray()] = int(figures.refusals[i]);
        }
        return words;
    }

    access::Access access;
    access::Api api { access, { { { kSecret } }, kAudience, "wss://relay.example.org", false } };
    std::atomic<int> open = 0;
    QByteArray fault;
    int timesOfRoom = 0; //!< that it was told
    int inquiries = 0;
    std::function<void(QByteArray)> inquirer; //!< of the last
    std::vector<worker::Arrival> admitted;
    int timesOfAdmission = 0;
    std::vector<std::unique_ptr<SocketPeer>> peers;
    Desk desk;
    Lobby lobby { desk, false };
};

using Counted = QMap<QByteArray, int>;

} // namespace

class LobbyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRefusalIsCountedOnceAndByItsReason_data()
    {
        QTest::addColumn<bool>("isSecured");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("reason");
        const auto both = [](const char *name, const QByteArray &sent, int status, const char *reason) {
            QTest::newRow(qPrintable(QStringLiteral("open: ") + QLatin1String(name)))
                << false << sent << status << QByteArray(reason);
            QTest::newRow(qPrintable(QStringLiteral("secured: ") + QLatin1String(name)))
                << true << sent << status << QByteArray(reason);
        };
        const auto open = [](const char *name, const QByteArray &sent, int status, const char *reason) {
            QTest::newRow(name) << false << sent << status << QByteArray(reason);
        };
        const auto secured = [](const char *name, const QByteArray &sent, int status, const char *reason) {
            QTest::newRow(name) << true << sent << status << QByteArray(reason);
        };
        both("not HTTP", "hello\r\n\r\n", 400, "bad_request");
        both("long header", request("GET /", { "X: " + QByteArray(9000, 'x') }), 431, "head_too_large");
        both("long line", request("GET /" + QByteArray(9000, 'x')), 414, "head_too_large");
        both("expectation", request("GET /", { "Expect: miracles" }), 417, "bad_request");
        both("page by POST", request("POST /stats", { "Content-Length: 0" }), 405, "wrong_method");
        both("page as a websocket", handshake("/stats"), 404, "not_found");
        both("health by DELETE", request("DELETE /healthz"), 405, "wrong_method");
        both("figures from elsewhere", request("GET /metrics"), 403, "no_token");
        open("reserved path", request("GET /bids/deny"), 404, "not_found");
        open("bad topic", handshake("/a/../b"), 400, "bad_request");
        open("old version", handshake("/lab").replace("Version: 13", "Version: 8"), 426, "bad_request");
        open("foreign page", handshake("/lab", { "Origin: https://elsewhere.example" }), 403, "origin");
        open("upload by a foreign page",
             request("POST /in/lab", { "Origin: https://elsewhere.example", "Content-Length: 1" }), 403, "origin");
        open("upload without a body", request("POST /in/lab"), 411, "bad_request");
        open("packed upload", request("POST /in/lab", { "Content-Encoding: gzip", "Content-Length: 1" }), 415,
             "media_type");
        open("looked at", request("GET /lab"), 426, "bad_request");
        secured("unknown path", request("GET /etc/passwd"), 404, "not_found");
        secured("websocket elsewhere", handshake("/lab"), 404, "not_found");
        secured("wrong code", handshake("/session/lab?code=guess"), 401, "bad_code");
        secured("session by GET", request("GET /session/lab"), 405, "wrong_method");
        secured("no token", request("POST /session/lab"), 401, "no_token");
        secured("topic of a session", request("POST /session/a%20b", { authorization("read") }), 400, "bad_request");
        secured("other topic", request("POST /session/other", { authorization("read") }), 401, "wrong_topic");
        secured("no booking", request("POST /session/lab", { authorization("read", QString()) }), 400, "no_booking");
        secured("large body", request("POST /session/lab", { authorization("read"), "Content-Length: 70000" }), 413,
                "body_too_large");
        secured("picture wanted", request("POST /session/lab", { authorization("read"), "Accept: image/png" }), 406,
                "media_type");
        secured("no query", request("POST /bids/deny", { authorization("relay:admin") }), 422, "bad_request");
        secured("past", request("POST /bids/deny?bid=b&exp=1", { authorization("relay:admin") }), 400, "bad_request");
        secured("not written", request("POST /bids/deny?bid=b&exp=99999999999", { authorization("relay:admin") }), 507,
                "not_written");
        secured("no administrator", request("POST /bids/deny?bid=b&exp=99999999999", { authorization("read") }), 401,
                "no_scope");
        secured("list for nobody", request("GET /bids/allow", { authorization("read") }), 401, "no_scope");
        secured("status for nobody", request("GET /status", { authorization("read") }), 401, "no_scope");
        secured("unknown call", request("GET /bids/other"), 404, "not_found");
        secured("upload without a token", request("POST /in/lab", { "Content-Length: 1" }), 401, "no_token");
        secured("upload by a reader", request("POST /in/lab", { authorization("read"), "Content-Length: 1" }), 403,
                "no_scope");
        secured("upload of reports",
                request("POST /in/stats",
                        { authorization("write", QStringLiteral("b"), QStringLiteral("stats")), "Content-Length: 1" }),
                403, "wrong_topic");
    }

    void everyRefusalIsCountedOnceAndByItsReason()
    {
        QFETCH(bool, isSecured);
        QFETCH(QByteArray, sent);
        QFETCH(int, status);
        QFETCH(QByteArray, reason);
        World world(isSecured ? Mode::Secured : Mode::Open);
        const QByteArray answer = world.ask(sent);
        QVERIFY2(answer.startsWith(QByteArray("HTTP/1.1 " + QByteArray::number(status))), answer.constData());
        QCOMPARE(world.counted(), (Counted { { reason, 1 } }));
        QVERIFY(world.admitted.empty());
    }

    void whatIsAnsweredWellIsNoRefusal()
    {
        World world(Mode::Secured);
        QVERIFY(world.ask(request("GET /healthz")).startsWith("HTTP/1.1 200 "));
        QVERIFY(world.ask(request("GET /readyz")).startsWith("HTTP/1.1 200 "));
        QVERIFY(world.ask(request("OPTIONS /session/lab")).startsWith("HTTP/1.1 204 "));
        QVERIFY(world.ask(request("POST /session/lab", { authorization("read") })).startsWith("HTTP/1.1 200 "));
        QCOMPARE(world.ask(request("POST /in/lab", { authorization("write"), "Content-Length: 1" })), QByteArray());
        QCOMPARE(world.admitted.size(), std::size_t(1));
        QCOMPARE(world.counted(), Counted());
    }

    void thoseOfOnePassAreHandedOverTogether()
    {
        World world(Mode::Open);
        std::vector<std::unique_ptr<SocketPeer>> peers;
        for (int i = 0; i < 5; ++i) {
            peers.push_back(std::make_unique<SocketPeer>());
            world.lobby.expect();
            world.lobby.admit({ peers.back()->takeDescriptor(), kElsewhere, 1234, {} });
        }
        for (const auto &peer : peers)
            peer->send(handshake("/out/x"));
        QCoreApplication::processEvents();
        QCOMPARE(world.admitted.size(), peers.size());
        QCOMPARE(world.timesOfAdmission, 1);
        QCOMPARE(world.lobby.expected(), 0);
    }

    void whoseRequestCameAlongWithItIsInTheSamePass()
    {
        World world(Mode::Open);
        SocketPeer peer;
        peer.send(handshake("/out/x"));
        world.lobby.expect();
        world.lobby.admit({ peer.takeDescriptor(), kElsewhere, 1234, {} });
        QVERIFY(world.admitted.empty()); // until the end of the pass
        world.ask(request("GET /healthz"));
        QCOMPARE(world.admitted.size(), std::size_t(1));
        QCOMPARE(world.counted(), Counted());
    }

    void whereThereIsNoRoomItIsCounted()
    {
        World world(Mode::Open);
        world.desk.maxConnections = 0;
        QVERIFY(world.ask(request("GET /healthz")).startsWith("HTTP/1.1 503 "));
        QCOMPARE(world.counted(), (Counted { { "no_room", 1 } }));
    }

    void whoIsNotReadySaysSoAndIsCounted()
    {
        World world(Mode::Secured);
        world.fault = "The disk is full.";
        QVERIFY(world.ask(request("GET /readyz")).startsWith("HTTP/1.1 503 "));
        QCOMPARE(world.counted(), (Counted { { "not_ready", 1 } }));
    }

    void limitsOfAddressAndBookingAreCountedOnce()
    {
        World world(Mode::Secured, { .connectionsPerAddress = 2, .connectionsPerBooking = 1 });
        const auto upload = [&](const QString &booking) {
            return world.ask(request("POST /in/lab", { authorization("write", booking), "Content-Length: 1" }));
        };
        QCOMPARE(upload(QStringLiteral("a")), QByteArray());
        QVERIFY(upload(QStringLiteral("a")).startsWith("HTTP/1.1 429 "));
        QCOMPARE(world.counted(), (Counted { { "connections_of_booking", 1 } }));
        QCOMPARE(upload(QStringLiteral("b")), QByteArray());
        QVERIFY(upload(QStringLiteral("c")).startsWith("HTTP/1.1 429 "));
        QCOMPARE(world.counted(), (Counted { { "connections_of_booking", 1 }, { "connections_of_address", 1 } }));
    }

    void aCrowdOfSilentConnectionsMakesRoom()
    {
        World world(Mode::Open);
        world.desk.maxConnections = 10'000;
        const QHostAddress lonely(QStringLiteral("203.0.113.1"));
        QVERIFY(!world.ask("GET /x HTTP/1.1\r\n", lonely).contains("HTTP"));
        for (int i = 1; i < Desk::kMaxUndecided; ++i) {
            QVERIFY(!world.lobby.isFull());
            const QHostAddress address(QStringLiteral("198.51.100.%1").arg(i % 100));
            QVERIFY(!world.ask("GET /x HTTP/1.1\r\nHost: ", address).contains("HTTP"));
        }
        QVERIFY(world.lobby.isFull());
        QTRY_COMPARE(world.timesOfRoom, 1); // within moments
        QVERIFY(!world.lobby.isFull());
        const Counted counted = world.counted();
        QCOMPARE(counted.keys(), QByteArrayList { "crowded" });
        QVERIFY(counted["crowded"] > 0 && counted["crowded"] <= Desk::kMaxUndecided / 2);
        QVERIFY(!world.peers.front()->read().contains("HTTP")); // the one of its address
        QVERIFY(world.peers[1]->read().startsWith("HTTP/1.1 503 "));
        QVERIFY(world.ask(request("GET /healthz")).startsWith("HTTP/1.1 200 "));
    }

    void theOldestSilentOneOfAnAddressMakesRoom()
    {
        World world(Mode::Open);
        world.desk.crowd->setLimit(2, {});
        QCOMPARE(world.ask({}), QByteArray());
        QCOMPARE(world.ask("GET "), QByteArray());
        QCOMPARE(world.ask("GET ", QHostAddress(QStringLiteral("192.0.2.2"))), QByteArray());
        QCOMPARE(world.counted(), Counted());
        QCOMPARE(world.ask("GET "), QByteArray());
        QVERIFY(world.peers[0]->read().startsWith("HTTP/1.1 429 "));
        QVERIFY(world.peers[0]->isAtEnd());
        QCOMPARE(world.counted(), (Counted { { "undecided", 1 } }));
        QCOMPARE(world.peers[1]->read(), QByteArray());
        world.peers[1]->send("/healthz HTTP/1.1\r\nHost: relay\r\n\r\n");
        QCoreApplication::processEvents();
        QVERIFY(world.peers[1]->read().startsWith("HTTP/1.1 200 "));
    }

    void whoHasSaidWhatItWantsIsInNoCrowd()
    {
        World world(Mode::Open);
        world.desk.crowd->setLimit(2, {});
        QCOMPARE(world.ask("GET "), QByteArray());
        for (int i = 0; i < 5; ++i) // they have their answer, and linger
            QVERIFY(world.ask(request("GET /healthz")).startsWith("HTTP/1.1 200 "));
        QCOMPARE(world.ask("GET "), QByteArray());
        for (int i = 0; i < 5; ++i) { // their request comes along with them
            SocketPeer peer;
            peer.send(request("GET /healthz"));
            world.lobby.expect();
            world.lobby.admit({ peer.takeDescriptor(), kElsewhere, 1234, {} });
            QVERIFY(peer.read().startsWith("HTTP/1.1 200 "));
        }
        QCOMPARE(world.counted(), Counted());
    }

    void eachLobbyHasItsShare()
    {
        World world(Mode::Open);
        world.desk.lobbies = 4;
        for (int i = 0; i < Desk::kMaxUndecided / 4; ++i) {
            QVERIFY(!world.lobby.isFull());
            world.lobby.expect();
        }
        QVERIFY(world.lobby.isFull());
        QCOMPARE(world.desk.undecided.load(), Desk::kMaxUndecided / 4);
    }

    void whoWaitsForFiguresDoesNotGiveWay()
    {
        World world(Mode::Secured);
        world.desk.lobbies = Desk::kMaxUndecided / 2; // a share of two
        QCOMPARE(world.ask(request("GET /metrics"), QHostAddress(QHostAddress::LocalHost)), QByteArray());
        SocketPeer &peer = *world.peers.back();
        (void)world.ask("GET ");
        QTRY_COMPARE(world.counted(), (Counted { { "crowded", 1 } }));
        world.inquirer("figures\n");
        QCoreApplication::processEvents();
        QVERIFY(peer.read().endsWith("figures\n"));
    }

    void aRefusalOfTheGateIsNotCountedAgain()
    {
        World world(Mode::Open);
        SocketPeer peer;
        world.lobby.expect();
        world.lobby.admit({ peer.takeDescriptor(), kElsewhere, 1, {} }, "HTTP/1.1 429 Too Many Requests\r\n\r\n");
        peer.send(request("GET /nowhere"));
        QCoreApplication::processEvents();
        QVERIFY(peer.read().startsWith("HTTP/1.1 429 "));
        QCOMPARE(world.counted(), Counted());
    }

    void aSecondRequestWaitsForNothingBehindFiguresThatAreBeingLookedUp()
    {
        World world(Mode::Secured);
        const QHostAddress here(QHostAddress::LocalHost);
        QCOMPARE(world.ask(request("GET /metrics"), here), QByteArray());
        SocketPeer &peer = *world.peers.back();
        peer.send(request("POST /session/lab")); // which would be refused and counted
        QCoreApplication::processEvents();
        QCOMPARE(world.counted(), Counted());
        QCOMPARE(world.inquiries, 1);
        world.inquirer("figures\n");
        QCoreApplication::processEvents();
        const QByteArray answer = peer.read();
        QVERIFY(answer.startsWith("HTTP/1.1 200 ") && answer.endsWith("figures\n"));
        QCOMPARE(answer.count("HTTP/1.1"), 1);
        QVERIFY(peer.isAtEnd());
        QCOMPARE(world.counted(), Counted());
    }
};

QTEST_GUILESS_MAIN(LobbyTest)
#include "tst_lobby.moc"
