// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/loop/clock.h"
#include "server/shell/announcement.h"
#include "server/shell/callbody.h"
#include "server/shell/hostclaims.h"
#include "server/shell/hostpath.h"
#include "server/shell/service.h"

#include <QTest>

using namespace relay;
using namespace relay::shell;

namespace {

const QByteArray kSecret = "a secret of the tests that is long enough";
const QString kAudience = QStringLiteral("https://relay.example.org/jump");
const QByteArray kResume = "AbCdEfGhIjKlMnOpQrStUv";

//! Easier to read here with single quotes.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

token::Claims claimsOf(const QStringList &scopes, const QString &host = QStringLiteral("spin30"))
{
    const std::int64_t now = loop::wallMs() / 1000;
    token::Claims claims;
    claims.topic = host;
    claims.prefix = QStringLiteral("connect");
    claims.scopes = scopes;
    claims.audience = QStringList { kAudience };
    claims.expiresAt = now + 100;
    claims.notBefore = now - 1;
    claims.issuedAt = now - 1;
    return claims;
}

token::Claims hostClaims()
{
    return claimsOf({ QStringLiteral("host") });
}

token::Claims clientClaims()
{
    return claimsOf({ QStringLiteral("client") });
}

http::RequestHead request(const QByteArray &target, const token::Claims &claims)
{
    const QByteArray text = "POST " + target
        + " HTTP/1.1\r\nHost: relay.example.org:9999\r\nAuthorization: " + token::mint(claims, kSecret) + "\r\n\r\n";
    return std::get<http::RequestHead>(http::parseHead(text));
}

QByteArray misfit(const token::Claims &claims, const QByteArray &host = "spin30")
{
    const auto found = misfitOf(claims, host);
    return found ? found->text.toUtf8() : QByteArray("none");
}

//! A service, and what it does to connections: "0/7 <- {...}" or "0/7 closed 1013".
struct Exchange
{
    explicit Exchange(const QByteArray &target = "wss://relay.example.org/jump", access::Access::Clock clock = {})
        : access(access::Limits {}, std::move(clock))
        , service(access, { { { kSecret } }, kAudience, target, true }, 30'000)
    {
        service.setReach({ .tell = [this](int worker, stats::ConnectionId id,
                                          const QByteArray &text) { told << place(worker, id) + " <- " + text; },
                           .close =
                               [this](int worker, stats::ConnectionId id, std::uint16_t code, const QByteArray &) {
                                   told << place(worker, id) + " closed " + QByteArray::number(code);
                               } });
    }
    static QByteArray place(int worker, stats::ConnectionId id)
    {
        return QByteArray::number(worker) + '/' + QByteArray::number(qulonglong(id));
    }
    access::Answer ask(const token::Claims &claims, const QByteArray &body = {},
                       const QByteArray &path = "/api/v1/connect/spin30")
    {
        const auto result = service.call(request(path, claims), body, { address, true }, false);
        return std::get<access::Answer>(result);
    }
    //! Topic and code of where an answer leads.
    static std::pair<QByteArray, QByteArray> splitUri(const QByteArray &uri)
    {
        const qsizetype start = uri.indexOf("/connect/") + 9;
        const qsizetype mark = uri.indexOf("?code=");
        return { uri.mid(start, mark - start), uri.mid(mark + 6, 36) };
    }
    std::variant<Opened, access::Refusal> open(const QByteArray &uri, stats::ConnectionId id, bool isOurs = false)
    {
        const auto [topic, code] = splitUri(uri);
        return service.open({ topic, code, "ws://seen.example", isOurs }, { id, address });
    }
    bool addHost(stats::ConnectionId id, bool isOurs = false)
    {
        const bool isIn = std::holds_alternative<Opened>(open(ask(hostClaims()).body, id, isOurs));
        service.ready(0, id);
        return isIn;
    }
    bool addClient(stats::ConnectionId id, bool isOurs = false, const QByteArray &body = {})
    {
        const bool isIn = std::holds_alternative<Opened>(open(ask(clientClaims(), body).body, id, isOurs));
        service.ready(1, id);
        return isIn;
    }

    access::Access access;
    QHostAddress address { QStringLiteral("192.0.2.1") }; //!< of whoever comes
    QByteArrayList told;
    Service service;
};

} // namespace

class ShellServiceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatHostsAreTold()
    {
        QCOMPARE(connectText({ "wss://r/connect/h/u?code=c", "u" }),
                 json("{'action':'connect','uri':'wss://r/connect/h/u?code=c','uuid':'u'}"));
        QCOMPARE(connectText({ "wss://r", "u", "id", "relay-shell.1", "db" }),
                 json("{'action':'connect','uri':'wss://r','uuid':'u','resume':'id','protocol':'relay-shell.1',"
                      "'target':'db'}"));
        QCOMPARE(disconnectText("wss://r", "u"), json("{'action':'disconnect','uri':'wss://r','uuid':'u'}"));
    }

    void bodiesOfTheCall_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("read"); // resume/target, or what is wrong
        QTest::newRow("none") << QByteArray() << QByteArray("/");
        QTest::newRow("browser") << QByteArray("{}") << QByteArray("/");
        QTest::newRow("ours") << json("{'resume':'AbCdEfGhIjKlMnOpQrStUv','target':'db-1','version':1}")
                              << QByteArray("AbCdEfGhIjKlMnOpQrStUv/db-1");
        QTest::newRow("more") << json("{'later':[1,{}],'target':'x'}") << QByteArray("/x");
        QTest::newRow("no object") << QByteArray("[]") << QByteArray("the body is not a JSON object");
        QTest::newRow("cut") << QByteArray("{") << QByteArray("the body is not a JSON object");
        QTest::newRow("twice") << json("{'target':'a','target':'b'}") << QByteArray("the body is not a JSON object");
        QTest::newRow("number") << json("{'resume':1}") << QByteArray("resume in the body must be a string");
        QTest::newRow("null") << json("{'target':null}") << QByteArray("target in the body must be a string");
        QTest::newRow("version") << json("{'version':'1'}") << QByteArray("version in the body must be a number");
        const QByteArray resume = "resume in the body must be 22 to 64 letters, digits, - or _";
        QTest::newRow("short") << json("{'resume':'AbCdEfGhIjKlMnOpQrStU'}") << resume;
        QTest::newRow("long") << json("{'resume':'" + QByteArray(65, 'a') + "'}") << resume;
        QTest::newRow("dot") << json("{'resume':'" + QByteArray(22, '.') + "'}") << resume;
        const QByteArray target = "target in the body must be 1 to 64 letters, digits, dots, - or _";
        QTest::newRow("no target") << json("{'target':''}") << target;
        QTest::newRow("path") << json("{'target':'a/b'}") << target;
    }
    void bodiesOfTheCall()
    {
        QFETCH(QByteArray, body);
        const auto parsed = parseCallBody(body);
        const auto *call = std::get_if<CallBody>(&parsed);
        QTEST(call ? call->resume + '/' + call->target : std::get<QString>(parsed).toUtf8(), "read");
    }

    void tokensThatFit()
    {
        QCOMPARE(misfit(hostClaims()), "none");
        QCOMPARE(misfit(clientClaims()), "none");
        QCOMPARE(misfit(claimsOf({ QStringLiteral("stats") }, QStringLiteral("stats")), "stats"), "none");
        token::Claims of2021 = clientClaims();
        of2021.prefix = QStringLiteral("shell");
        QCOMPARE(misfit(of2021), "none");
    }

    void tokensThatDoNot()
    {
        token::Claims claims = clientClaims();
        claims.expiresAt.reset();
        QCOMPARE(misfit(claims), "token missing required claims");
        claims = clientClaims();
        claims.notBefore.reset();
        QCOMPARE(misfit(claims), "token missing required claims");
        QCOMPARE(misfit(clientClaims(), "spin31"), "host_id does not match topic in token");
        claims = clientClaims();
        claims.prefix = QStringLiteral("session");
        QCOMPARE(misfit(claims), "prefix in token is neither connect nor shell");
        QCOMPARE(misfit(claimsOf({ QStringLiteral("stats") })), "path not valid for stats scope");
        QCOMPARE(misfit(claimsOf({ QStringLiteral("host") }, QStringLiteral("stats")), "stats"),
                 "path not valid without stats scope");
        QCOMPARE(misfit(claimsOf({ QStringLiteral("read") })), "missing client, host or stats scope");
        QCOMPARE(misfit(claimsOf({ QStringLiteral("host"), QStringLiteral("client") })),
                 "can only have client or host scope, not both");
    }

    void paths()
    {
        QVERIFY(Service::servesCall("/api/v1/connect/x"));
        QVERIFY(Service::servesCall("/shell/x"));
        QVERIFY(!Service::servesCall("/connect/x"));
        QVERIFY(!Service::servesCall("/api/v1/connect"));
        QCOMPARE(std::get<QByteArray>(parseHost("spin30/")), "spin30");
        for (const char *host : { "", "/", "a/b", "a%2Fb", "a b", "..", "%" })
            QVERIFY2(std::holds_alternative<topic::Refusal>(parseHost(host)), host);
    }

    void aShellFromTheCallToTheEnd()
    {
        Exchange exchange;
        QVERIFY(exchange.addHost(7));
        QVERIFY(exchange.addClient(8));
        QCOMPARE(exchange.told.size(), 1);
        const QByteArray told = exchange.told.takeFirst();
        QVERIFY(told.startsWith(json("0/7 <- {'action':'connect','uri':'wss://relay.example.org/jump/connect/spin30/")));
        QVERIFY(!told.contains("resume") && !told.contains("protocol"));
        const QByteArray uri = told.mid(told.indexOf("wss://"));
        QVERIFY(std::holds_alternative<Opened>(exchange.open(uri, 9)));
        exchange.service.ready(1, 9);
        QCOMPARE(exchange.service.figures().shells, std::size_t(1));
        exchange.service.gone(8);
        QCOMPARE(exchange.told.size(), 0);
        exchange.service.gone(9);
        QCOMPARE(exchange.told.size(), 1);
        QVERIFY(exchange.told.first().startsWith(json("0/7 <- {'action':'disconnect','uri':'wss://")));
        QCOMPARE(exchange.service.figures().shells, std::size_t(0));
        QCOMPARE(exchange.service.figures().begun, std::uint64_t(1));
    }

    void oursAgreeOnMore()
    {
        Exchange exchange;
        QVERIFY(exchange.addHost(7, true));
        const QByteArray body = json("{'resume':'" + kResume + "','target':'db','version':1}");
        const access::Answer answer = exchange.ask(clientClaims(), body);
        QVERIFY(answer.body.endsWith(json(",'resume':'" + kResume + "','target':'db'}\n")));
        const auto opened = exchange.open(answer.body, 8, true);
        QVERIFY(std::get<Opened>(opened).speaksProtocol);
        QVERIFY(std::get<Opened>(opened).facts->isResumable);
        exchange.service.ready(1, 8);
        const QByteArray told = exchange.told.takeFirst();
        QVERIFY(told.endsWith(json(",'resume':'" + kResume + "','protocol':'relay-shell.1','target':'db'}")));
        const auto host = exchange.open(told.mid(told.indexOf("wss://")), 9, true);
        QVERIFY(std::get<Opened>(host).speaksProtocol);
        QCOMPARE(std::get<Opened>(host).facts->session, std::get<Opened>(opened).facts->session);
    }

    void whatNobodyAgreedOnIsNotSpoken()
    {
        Exchange exchange;
        QVERIFY(exchange.addHost(7, true));
        QVERIFY(exchange.addClient(8, false)); // a client of before
        const QByteArray told = exchange.told.takeFirst();
        QVERIFY(!told.contains("protocol"));
        const auto host = exchange.open(told.mid(told.indexOf("wss://")), 9, true);
        QVERIFY(!std::get<Opened>(host).speaksProtocol);
    }

    void aTargetIsNotForAHostOfBefore()
    {
        Exchange exchange;
        QVERIFY(exchange.addHost(7, false));
        const access::Answer answer = exchange.ask(clientClaims(), json("{'target':'db'}"));
        QCOMPARE(answer.status, 409);
        QVERIFY(answer.body.contains("db"));
        QCOMPARE(exchange.access.figures().refusals[std::size_t(access::Reason::NoHost)], std::uint64_t(1));
    }

    void aTargetNeedsTheSubProtocol()
    {
        Exchange exchange;
        QVERIFY(exchange.addHost(7, true));
        const auto opened = exchange.open(exchange.ask(clientClaims(), json("{'target':'db'}")).body, 8, false);
        QCOMPARE(std::get<access::Refusal>(opened).status, 400);
    }

    void noHost()
    {
        Exchange exchange;
        const access::Answer answer = exchange.ask(clientClaims());
        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.body,
                 json("{'code':'503','message':'no host spin30 is connected to this relay; is relay shell host running "
                      "there?'}\n"));
        QVERIFY(answer.extraHeaders.contains("Retry-After"));
        const auto waits = exchange.service.call(request("/api/v1/connect/spin30", clientClaims()), {}, {}, true);
        QCOMPARE(std::get<HostAbsent>(waits).host, "spin30");
        QCOMPARE(exchange.service.figures().absent, std::uint64_t(1));
    }

    void withoutAnAddressOfItsOwnEachIsSentWhereItCame()
    {
        Exchange exchange("");
        QVERIFY(exchange.addHost(7));
        const access::Answer answer = exchange.ask(clientClaims());
        QVERIFY(answer.body.startsWith(json("{'uri':'wss://relay.example.org:9999/connect/spin30/")));
        QVERIFY(std::holds_alternative<Opened>(exchange.open(answer.body, 8)));
        exchange.service.ready(1, 8);
        QVERIFY(exchange.told.first().contains("ws://seen.example/connect/spin30/"));
    }

    void aDeniedBookingGetsNoShellAndItsHostNoCode()
    {
        Exchange exchange;
        QVERIFY(exchange.addHost(7));
        token::Claims claims = clientClaims();
        claims.bookingId = QStringLiteral("b1");
        const access::Answer answer = exchange.ask(claims);
        QVERIFY(std::holds_alternative<Opened>(exchange.open(answer.body, 8)));
        const auto denial = exchange.access.deny(QStringLiteral("b1"), loop::wallMs() / 1000 + 100);
        QCOMPARE(denial.cut, std::vector<stats::ConnectionId> { 8 });
        exchange.service.ready(1, 8); // it was on its way
        QCOMPARE(exchange.told, QByteArrayList { "1/8 closed 1013" });
        QCOMPARE(exchange.ask(claims).status, 400);
    }

    void whoIsHeldOffAHostComesToOthersOnly()
    {
        Exchange exchange;
        QVERIFY(exchange.addHost(7));
        const QByteArray early = exchange.ask(clientClaims()).body;
        QVERIFY(exchange.addClient(8));
        const QByteArray told = exchange.told.takeFirst();
        QCOMPARE(exchange.access.hold({ { 8, "/connect/spin30" } }, std::chrono::seconds(60)).size(), 1u);
        const access::Answer answer = exchange.ask(clientClaims());
        QCOMPARE(answer.status, 403);
        QVERIFY(answer.body.startsWith(json("{'code':'403',")));
        QVERIFY(answer.extraHeaders.startsWith("Retry-After: "));
        QCOMPARE(exchange.ask(hostClaims()).status, 403);
        QCOMPARE(std::get<access::Refusal>(exchange.open(early, 9)).reason, access::Reason::Held);
        // A shell that somebody else has called for is not refused at its host, which may have the same address.
        QVERIFY(std::holds_alternative<Opened>(exchange.open(told.mid(told.indexOf("wss://")), 10)));
        const token::Claims others = claimsOf({ QStringLiteral("host") }, QStringLiteral("spin31"));
        QCOMPARE(exchange.ask(others, {}, "/api/v1/connect/spin31").status, 200);
        exchange.address = QHostAddress(QStringLiteral("192.0.2.2"));
        QCOMPARE(exchange.ask(clientClaims()).status, 200);
    }

    void whoIsDeniedGetsNoCode()
    {
        Exchange exchange;
        QVERIFY(exchange.addHost(7));
        const std::int64_t until = loop::wallMs() / 1000 + 100;
        token::Claims claims = clientClaims();
        claims.subject = QStringLiteral("ann");
        (void)exchange.access.deny({ access::What::Subject, claims.subject }, until, access::Access::Cutting::Now);
        QCOMPARE(exchange.ask(claims).status, 403);
        QCOMPARE(exchange.ask(clientClaims()).status, 200);
        (void)exchange.access.deny({ access::What::Network, QStringLiteral("192.0.2.0/24") }, until,
                                   access::Access::Cutting::Now);
        QCOMPARE(exchange.ask(clientClaims()).status, 403);
        QCOMPARE(exchange.ask(hostClaims()).status, 403);
        QCOMPARE(exchange.access.figures().refusals[std::size_t(access::Reason::AddressDenied)], std::uint64_t(2));
    }

    void aShellThatEndsWhileItIsAnnouncedIsNotAnnounced()
    {
        bool hasLeft = false;
        std::function<void()> leave;
        Exchange exchange("wss://relay.example.org/jump", [&] {
            if (leave)
                std::exchange(leave, {})();
            return std::int64_t(1000);
        });
        QVERIFY(exchange.addHost(7));
        QVERIFY(std::holds_alternative<Opened>(exchange.open(exchange.ask(clientClaims()).body, 8)));
        leave = [&] { // while the host's code is made
            exchange.service.gone(8);
            hasLeft = true;
        };
        exchange.service.ready(1, 8);
        QVERIFY(hasLeft);
        QCOMPARE(exchange.told, QByteArrayList());
    }

    void aHostWithTooManyClientsCostsNoCodes()
    {
        Exchange exchange;
        QVERIFY(exchange.addHost(7));
        for (int i = 0; i < Switchboard::kMaxUnusedPerHost; ++i)
            QCOMPARE(exchange.ask(clientClaims()).status, 200);
        const auto codes = exchange.access.figures().codes;
        const access::Answer answer = exchange.ask(clientClaims());
        QCOMPARE(answer.status, 429);
        QVERIFY(answer.extraHeaders.startsWith("Retry-After: "));
        QCOMPARE(exchange.access.figures().codes, codes);
    }

    void theUsersTokenIsChargedForOneConnection()
    {
        Exchange exchange;
        exchange.access.setLimits({ .sessionsPerToken = 1 });
        QVERIFY(exchange.addHost(7));
        QVERIFY(exchange.addClient(8));
        const QByteArray told = exchange.told.takeFirst();
        QVERIFY(std::holds_alternative<Opened>(exchange.open(told.mid(told.indexOf("wss://")), 9)));
    }

    void whatIsRefusedLeavesNothingBehind()
    {
        Exchange exchange;
        QVERIFY(exchange.addHost(7));
        exchange.access.setLimits({ .connectionsPerAddress = 2 });
        QVERIFY(exchange.addClient(8));
        const QByteArray told = exchange.told.takeFirst();
        exchange.service.gone(8);
        exchange.access.leave(8);
        const auto late = exchange.open(told.mid(told.indexOf("wss://")), 9);
        QCOMPARE(std::get<access::Refusal>(late).status, 401);
        QVERIFY(exchange.addClient(10)); // there is room for it
    }
};

QTEST_APPLESS_MAIN(ShellServiceTest)
#include "tst_shellservice.moc"
