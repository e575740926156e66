// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/api.h"
#include "server/loop/clock.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace relay;
using namespace relay::access;

namespace {

const QByteArray kSecret = "a secret of the tests that is long enough";
const QString kAudience = QStringLiteral("https://relay.example.org/access");

//! Easier to read here with single quotes.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

std::int64_t nowSeconds()
{
    return loop::wallMs() / 1000;
}

token::Claims sessionClaims()
{
    return { .bookingId = QStringLiteral("bid0"),
             .topic = QStringLiteral("lab"),
             .prefix = QStringLiteral("session"),
             .scopes = { QStringLiteral("read"), QStringLiteral("write") },
             .audience = { kAudience },
             .expiresAt = nowSeconds() + 100,
             .notBefore = nowSeconds() - 1,
             .issuedAt = nowSeconds() - 1 };
}

token::Claims adminClaims(const char *scope = "relay:admin")
{
    token::Claims claims;
    claims.scopes = { QString::fromLatin1(scope) };
    claims.audience = { kAudience };
    claims.expiresAt = nowSeconds() + 100;
    return claims;
}

QByteArray tokenOf(const token::Claims &claims)
{
    return token::mint(claims, kSecret);
}

http::RequestHead request(const QByteArray &method, const QByteArray &target, const QByteArray &token,
                          const QByteArray &moreHeaders = {})
{
    const QByteArray authorization = token.isEmpty() ? QByteArray() : QByteArray("Authorization: " + token + "\r\n");
    return std::get<http::RequestHead>(http::parseHead(QByteArray(
        method + ' ' + target + " HTTP/1.1\r\nHost: relay.example.org\r\n" + authorization + moreHeaders + "\r\n")));
}

struct Desk
{
    explicit Desk(Credentials credentials = { { { kSecret } }, kAudience, "wss://relay.example.org/relay", false })
        : api(access, std::move(credentials))
    {
    }

    Answer ask(const http::RequestHead &head)
    {
        auto result = api.answer(head, { QHostAddress(QStringLiteral("192.0.2.1")), false });
        return std::holds_alternative<Answer>(result) ? std::get<Answer>(result) : Answer { 0, "status wanted", {} };
    }
    Answer post(const QByteArray &target, const token::Claims &claims, const QByteArray &moreHeaders = {})
    {
        return ask(request("POST", target, tokenOf(claims), moreHeaders));
    }

    Access access { Limits {} };
    Api api;
};

void compare(const Answer &answer, int status, const QByteArray &body)
{
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.body, body);
}

const QByteArray kInvalid = json("{'code':401,'message':'token invalid'}");

} // namespace

class TestAccessApi : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSessionGetsAUriWithACode()
    {
        Desk desk;
        const Answer answer = desk.post("/session/lab", sessionClaims());
        QCOMPARE(answer.status, 200);
        const QByteArray start = json("{'uri':'wss://relay.example.org/relay/session/lab?code=");
        QVERIFY(answer.body.startsWith(start));
        QVERIFY(answer.body.endsWith("\"}\n"));
        const QByteArray code = answer.body.mid(start.size()).chopped(3);
        QVERIFY(code.size() >= 36);
        const auto grant = desk.access.redeem(code, "session", "lab", { 1, {} });
        QVERIFY(std::holds_alternative<Grant>(grant));
        QCOMPARE(std::get<Grant>(grant).bookingId, QStringLiteral("bid0"));
        QCOMPARE(desk.access.allowed().front().id, QStringLiteral("bid0"));
    }

    void bearerIsTakenToo()
    {
        Desk desk;
        for (const char *prefix : { "Bearer ", "bearer  ", "" })
            QCOMPARE(desk.ask(request("POST", "/session/lab", prefix + tokenOf(sessionClaims()))).status, 200);
    }

    void aTopicWithSlashesIsReachedEitherWay()
    {
        Desk desk;
        token::Claims claims = sessionClaims();
        claims.topic = QStringLiteral("a/b");
        QCOMPARE(desk.post("/session/a%2Fb", claims).status, 200);
        QCOMPARE(desk.post("/session/a/b", claims).status, 200);
        QVERIFY(desk.post("/session/a%2fb", claims).body.contains("/session/a/b?code="));
    }

    void withoutATargetTheUriFollowsTheRequest()
    {
        Desk desk({ { { kSecret } }, kAudience, {}, false });
        QVERIFY(desk.post("/session/lab", sessionClaims()).body.contains("ws://relay.example.org/session/lab?code="));
        const auto secure = desk.api.answer(request("POST", "/session/lab", tokenOf(sessionClaims())), { {}, true });
        QVERIFY(std::get<Answer>(secure).body.contains("wss://relay.example.org/session/lab?code="));
    }

    void noTokenIsUnauthenticated()
    {
        Desk desk;
        for (const char *target : { "/session/lab", "/bids/deny", "/bids/allow" }) {
            compare(desk.ask(request("POST", target, {})), 401,
                    json("{'code':401,'message':'unauthenticated for invalid credentials'}"));
        }
        compare(desk.ask(request("GET", "/status", {})), 401,
                json("{'code':401,'message':'unauthenticated for invalid credentials'}"));
    }

    void tokensThatProveNothingAreInvalid()
    {
        Desk desk;
        compare(desk.ask(request("POST", "/session/lab", "nonsense")), 401, kInvalid);
        compare(desk.ask(request("POST", "/session/lab", "Basic dXNlcjpwYXNz")), 401, kInvalid);
        compare(desk.ask(request("POST", "/session/lab", token::mint(sessionClaims(), "another secret"))), 401,
                kInvalid);
        QVERIFY(desk.post("/session/lab", sessionClaims()).extraHeaders.isEmpty());
        QVERIFY(desk.ask(request("POST", "/session/lab", "nonsense")).extraHeaders.contains("WWW-Authenticate: Bearer"));
    }

    void tokensOfAnotherTimeSayWhatIsWrong()
    {
        Desk desk;
        token::Claims claims = sessionClaims();
        claims.expiresAt = nowSeconds() - 1;
        QVERIFY(desk.post("/session/lab", claims).body.startsWith(json("{'code':401,'message':'token invalid: it has")));
        claims = sessionClaims();
        claims.notBefore = nowSeconds() + 50;
        QVERIFY(desk.post("/session/lab", claims).body.contains("not valid yet"));
        claims = sessionClaims();
        claims.issuedAt = nowSeconds() + 50;
        QVERIFY(desk.post("/session/lab", claims).body.contains("not valid yet"));
    }

    void tokensForAnotherHostSayForWhich()
    {
        Desk desk;
        token::Claims claims = sessionClaims();
        claims.audience = { QStringLiteral("A"), QStringLiteral("B") };
        compare(desk.post("/session/lab", claims), 401,
                json("{'code':401,'message':'aud [A B] does not match this host https://relay.example.org/access'}"));
        claims.audience = { QStringLiteral("A"), kAudience };
        QCOMPARE(desk.post("/session/lab", claims).status, 200);
    }

    void missingClaimsOfASession_data()
    {
        QTest::addColumn<int>("which");
        const char *names[] = { "topic", "scopes", "prefix", "exp", "nbf", "iat" };
        for (int i = 0; i < 6; ++i)
            QTest::newRow(names[i]) << i;
    }

    void missingClaimsOfASession()
    {
        QFETCH(int, which);
        Desk desk;
        token::Claims claims = sessionClaims();
        if (which == 0)
            claims.topic.clear();
        if (which == 1)
            claims.scopes.clear();
        if (which == 2)
            claims.prefix.clear();
        if (which == 3)
            claims.expiresAt.reset();
        if (which == 4)
            claims.notBefore.reset();
        if (which == 5)
            claims.issuedAt.reset();
        compare(desk.post("/session/lab", claims), 401, "\"Token Missing Required Claims\"\n");
    }

    void theTopicHasToBeTheTokens()
    {
        Desk desk;
        compare(desk.post("/session/other", sessionClaims()), 401, "\"Token Wrong Topic\"\n");
        token::Claims claims = sessionClaims();
        claims.topic = QStringLiteral("a");
        QCOMPARE(desk.post("/session/a%20b", claims).status, 400); // the original read "a"
        QCOMPARE(desk.post("/session/a:b", claims).status, 400);
        claims.prefix = QStringLiteral("shell");
        compare(desk.post("/session/a", claims), 401, "\"Token Wrong Prefix\"\n");
    }

    void aBookingIsNeededUnlessAllowed()
    {
        token::Claims claims = sessionClaims();
        claims.bookingId.clear();
        Desk desk;
        compare(desk.post("/session/lab", claims), 400,
                json("{'code':'400','message':'empty bookingID field is not permitted'}\n"));
        Desk lenient({ { { kSecret } }, kAudience, {}, true });
        QCOMPARE(lenient.post("/session/lab", claims).status, 200);
    }

    void aDeniedBookingGetsNoCode()
    {
        Desk desk;
        desk.access.deny(QStringLiteral("bid0"), nowSeconds() + 100);
        compare(desk.post("/session/lab", sessionClaims()), 400,
                json("{'code':'400','message':'bookingID has been deny-listed, probably because the session was "
                     "cancelled'}\n"));
    }

    void bookingsAreDeniedAllowedAndListed()
    {
        Desk desk;
        const QTemporaryDir state;
        QVERIFY(desk.access.open(state.path()).isEmpty());
        const QByteArray until = QByteArray::number(qint64(nowSeconds() + 100));
        compare(desk.ask(request("GET", "/bids/deny", tokenOf(adminClaims()))), 200, json("{'booking_ids':[]}\n"));
        compare(desk.post("/bids/deny?bid=b1&exp=" + until, adminClaims()), 204, {});
        compare(desk.post("/bids/deny?bid=x&bid=b%202&exp=1&exp=" + until, adminClaims()), 204, {});
        compare(desk.ask(request("GET", "/bids/deny", tokenOf(adminClaims()))), 200,
                json("{'booking_ids':['b 2','b1']}\n"));
        compare(desk.post("/bids/allow?bid=b1&exp=" + until, adminClaims()), 204, {});
        compare(desk.post("/bids/allow?bid=unknown&exp=" + until, adminClaims()), 204, {});
        compare(desk.ask(request("GET", "/bids/allow", tokenOf(adminClaims()))), 200,
                json("{'booking_ids':['b1','unknown']}\n"));
        compare(desk.ask(request("GET", "/bids/deny", tokenOf(adminClaims()))), 200, json("{'booking_ids':['b 2']}\n"));
    }

    void aDenialThatIsNotOnDiskSaysSo()
    {
        Desk desk;
        const QByteArray until = QByteArray::number(qint64(nowSeconds() + 100));
        QCOMPARE(desk.post("/bids/deny?bid=b1&exp=" + until, adminClaims()).status, 507);
        QVERIFY(desk.access.isDenied(QStringLiteral("b1")));
    }

    void theQueryOfABookingIsChecked()
    {
        Desk desk;
        for (const char *path : { "/bids/deny", "/bids/allow" }) {
            const auto post = [&](const char *query) { return desk.post(QByteArray(path) + query, adminClaims()); };
            compare(post(""), 422, json("{'code':602,'message':'bid in query is required'}"));
            compare(post("?bid=&exp=5"), 422, json("{'code':602,'message':'bid in query is required'}"));
            compare(post("?bid=b"), 422, json("{'code':602,'message':'exp in query is required'}"));
            compare(post("?bid=b&exp="), 422, json("{'code':602,'message':'exp in query is required'}"));
            compare(post("?bid=b&exp=abc"), 422,
                    QByteArray("{\"code\":601,\"message\":\"exp in query must be of type int64: \\\"abc\\\"\"}"));
            QCOMPARE(post("?bid=b&exp=99999999999999999999").status, 422);
        }
        compare(desk.post("/bids/deny?bid=b&exp=1000", adminClaims()), 400,
                json("{'code':'400','message':'booking expiry time (exp) of [1000] missing or in the past'}\n"));
        compare(desk.post("/bids/allow?bid=b&exp=1000", adminClaims()), 400,
                json("{'code':'400','message':'exp (booking expiry time) missing or in the past'}\n"));
    }

    void onlyTheAdminScopeChangesBookings()
    {
        Desk desk;
        const QByteArray query = "?bid=b&exp=" + QByteArray::number(qint64(nowSeconds() + 100));
        compare(desk.post("/bids/deny" + query, sessionClaims()), 401,
                json("{'code':'401','message':'is token missing relay:admin scope? missing relay:admin Scope'}\n"));
        token::Claims bare = adminClaims();
        bare.scopes.clear();
        compare(desk.post("/bids/deny" + query, bare), 401,
                json("{'code':'401','message':'is token missing relay:admin scope? token Missing Required Claims'}\n"));
        compare(desk.post("/bids/allow" + query, sessionClaims()), 401,
                json("{'code':'401','message':'token missing relay:admin scope'}\n"));
        for (const char *path : { "/bids/deny", "/bids/allow" }) {
            compare(desk.ask(request("GET", path, tokenOf(sessionClaims()))), 401,
                    json("{'code':'401','message':'token missing relay:admin scope'}\n"));
        }
        QVERIFY(!desk.access.isDenied(QStringLiteral("b")));
    }

    void theStatusNeedsTheStatsScope()
    {
        Desk desk;
        compare(desk.ask(request("GET", "/status", tokenOf(adminClaims()))), 401,
                json("{'code':'401','message':'token missing relay:stats scope'}\n"));
        compare(desk.ask(request("GET", "/status", tokenOf(adminClaims("relay:stats")))), 0, "status wanted");
    }

    void otherPathsAndMethodsAreRefused()
    {
        Desk desk;
        compare(desk.ask(request("GET", "/session/lab", {})), 405,
                json("{'code':405,'message':'method GET is not allowed, but [POST] are'}"));
        QVERIFY(desk.ask(request("GET", "/session/lab", {})).extraHeaders.contains("Allow: POST\r\n"));
        compare(desk.ask(request("DELETE", "/bids/deny", {})), 405,
                json("{'code':405,'message':'method DELETE is not allowed, but [GET,POST] are'}"));
        compare(desk.ask(request("POST", "/status", {})), 405,
                json("{'code':405,'message':'method POST is not allowed, but [GET] are'}"));
        compare(desk.ask(request("GET", "/bids/x", {})), 404,
                json("{'code':404,'message':'path /bids/x was not found'}"));
    }

    void bodiesAndAnswersAreJson()
    {
        Desk desk;
        const auto statusWith
            = [&](const QByteArray &headers) { return desk.post("/session/lab", sessionClaims(), headers).status; };
        QCOMPARE(statusWith("Content-Length: 2\r\nContent-Type: application/json;charset=utf-8\r\n"), 200);
        QCOMPARE(statusWith("Content-Length: 0\r\nContent-Type: text/plain\r\n"), 200);
        QCOMPARE(statusWith("Content-Length: 2\r\nContent-Type: text/plain\r\n"), 415);
        QCOMPARE(statusWith("Content-Length: 2\r\nContent-Type: nonsense\r\n"), 400);
        QCOMPARE(statusWith("Transfer-Encoding: chunked\r\nContent-Type: text/plain\r\n"), 415);
        QCOMPARE(statusWith("Content-Length: 65537\r\n"), 413);
        QCOMPARE(statusWith("Accept: application/json, text/plain, */*\r\n"), 200);
        QCOMPARE(statusWith("Accept: application/*;q=0.5\r\n"), 200);
        QCOMPARE(statusWith("Accept: text/html\r\n"), 406);
    }

    void aTokenMayComeWithTheStreamItself()
    {
        Desk desk;
        const auto grant = desk.api.grantOf(request("POST", "/in/lab", tokenOf(sessionClaims())), "lab", u"write");
        QVERIFY(std::holds_alternative<Grant>(grant));
        const auto reasonOf = [&](const token::Claims &claims, const char *topic) {
            const auto result = desk.api.grantOf(request("POST", "/in/x", tokenOf(claims)), topic, u"write");
            return std::holds_alternative<Refusal>(result) ? std::get<Refusal>(result).status : 200;
        };
        QCOMPARE(reasonOf(sessionClaims(), "other"), 401);
        token::Claims reader = sessionClaims();
        reader.scopes = { QStringLiteral("read") };
        QCOMPARE(reasonOf(reader, "lab"), 403);
        token::Claims endless = sessionClaims();
        endless.expiresAt.reset();
        QCOMPARE(reasonOf(endless, "lab"), 401);
    }

    void theLeewayHoldsUntilTheCodeIsUsed()
    {
        Credentials credentials { { { kSecret } }, kAudience, "wss://relay.example.org/relay", false };
        credentials.acceptance.leewaySeconds = 30;
        Desk desk(credentials);
        token::Claims claims = sessionClaims();
        claims.expiresAt = nowSeconds() - 5;
        const Answer answer = desk.post("/session/lab", claims);
        QCOMPARE(answer.status, 200);
        const QByteArray code = answer.body.mid(answer.body.indexOf("code=") + 5).chopped(3);
        QVERIFY(std::holds_alternative<Grant>(desk.access.redeem(code, "session", "lab", { 1, {} })));
    }

    void aTokenIsCountedByItsIdOrElseAsAWhole()
    {
        Desk desk;
        const auto idOf = [&](const token::Claims &claims, const QByteArray &before = {}) {
            const auto granted
                = desk.api.grantOf(request("POST", "/in/lab", before + tokenOf(claims)), "lab", u"write");
            return std::get<Grant>(granted).tokenId;
        };
        token::Claims claims = sessionClaims();
        const QByteArray whole = idOf(claims);
        QCOMPARE(whole.size(), 32);
        QCOMPARE(idOf(claims, "Bearer "), whole);
        QVERIFY(!tokenOf(claims).contains(whole));
        token::Claims other = claims;
        other.expiresAt = *claims.expiresAt + 1;
        QVERIFY(idOf(other) != whole);
        claims.id = other.id = QStringLiteral("token 17");
        QCOMPARE(idOf(claims), QByteArray("token 17"));
        QCOMPARE(idOf(other), idOf(claims));
    }

    void clocksThatDifferAreWarnedOfOnceAMinute()
    {
        static int warnings = 0;
        const auto previous
            = qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &, const QString &text) {
                  warnings += type == QtWarningMsg && text.contains(u"seconds from now") ? 1 : 0;
              });
        Desk desk;
        const auto ask = [&](std::int64_t ahead, const QByteArray &secret = kSecret) {
            token::Claims claims = sessionClaims();
            claims.issuedAt = claims.notBefore = nowSeconds() + ahead;
            claims.expiresAt = nowSeconds() + 1000;
            return desk.ask(request("POST", "/session/lab", token::mint(claims, secret))).status;
        };
        QCOMPARE(ask(30), 401);
        QCOMPARE(ask(300, "a secret of somebody else, who is not believed"), 401);
        QCOMPARE(warnings, 0);
        QCOMPARE(ask(300), 401);
        QCOMPARE(ask(300), 401);
        qInstallMessageHandler(previous);
        QCOMPARE(warnings, 1);

        ClockWatch watch;
        QVERIFY(!watch.isDue(60, 1000));
        QVERIFY(watch.isDue(61, 1000));
        QVERIFY(!watch.isDue(61, 60'999));
        QVERIFY(watch.isDue(61, 61'000));
    }

    void aBookingThatBeginsLaterIsNoMatterOfClocks()
    {
        token::Claims claims = sessionClaims();
        claims.notBefore = nowSeconds() + 3600;
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".")));
        Desk desk;
        QCOMPARE(desk.post("/session/lab", claims).status, 401);
    }

    void newSecretsCountFromNowOn()
    {
        Desk desk;
        Credentials credentials = desk.api.credentials();
        credentials.acceptance.secrets = { "the next secret of this relay" };
        desk.api.setCredentials(credentials);
        QCOMPARE(desk.post("/session/lab", sessionClaims()).status, 401);
        credentials.acceptance.secrets.push_back(kSecret);
        desk.api.setCredentials(credentials);
        QCOMPARE(desk.post("/session/lab", sessionClaims()).status, 200);
    }

    void refusalsAreCounted()
    {
        Desk desk;
        (void)desk.ask(request("POST", "/session/lab", {}));
        (void)desk.ask(request("POST", "/session/lab", "nonsense"));
        (void)desk.post("/session/other", sessionClaims());
        const auto refusals = desk.access.figures().refusals;
        QCOMPARE(refusals[std::size_t(Reason::NoToken)], std::uint64_t(1));
        QCOMPARE(refusals[std::size_t(Reason::BadToken)], std::uint64_t(1));
        QCOMPARE(refusals[std::size_t(Reason::WrongTopic)], std::uint64_t(1));
    }
};

QTEST_GUILESS_MAIN(TestAccessApi)
#include "tst_accessapi.moc"
