// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/route.h"

#include "tests/server/front/requests.h"

#include <QtTest>

using namespace relay;
using namespace relay::front;
using namespace relay::front::test;

namespace {

Policy secured(bool hasOpenTopics = false, const QByteArrayList &origins = {})
{
    return { .allowedOrigins = origins, .mode = Mode::Secured, .hasOpenTopics = hasOpenTopics };
}

Route routeOf(const QByteArray &bytes, const Policy &policy = secured())
{
    return decide(std::get<http::RequestHead>(http::parseHead(bytes)), policy);
}

//! What was decided, in one line.
QByteArray text(const Route &route)
{
    if (const auto *session = std::get_if<SessionRoute>(&route))
        return "session " + session->topic + " code " + session->code;
    if (const auto *ingest = std::get_if<SessionIngestRoute>(&route))
        return "ingest " + ingest->topic + (ingest->expectsContinue ? " 100" : "");
    if (const auto *shell = std::get_if<ShellRoute>(&route)) {
        return "shell " + shell->topic + " at " + shell->path + " code " + shell->code
            + (shell->offersProtocol ? " relay-shell.1" : "");
    }
    if (std::holds_alternative<ShellCallRoute>(route))
        return "shell call";
    if (std::holds_alternative<AccessRoute>(route))
        return "access";
    if (const auto *inquiry = std::get_if<InquiryRoute>(&route))
        return inquiry->inquiry == stats::Inquiry::Metrics ? "metrics" : "status";
    if (std::holds_alternative<ReadyRoute>(route))
        return "ready";
    if (const auto *reply = std::get_if<ReplyRoute>(&route))
        return QByteArray::number(reply->status);
    return "open";
}

const QByteArray kChunked = "Transfer-Encoding: chunked";

} // namespace

class SecuredRouteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void routes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const QByteArray &bytes, const char *expected) {
            QTest::newRow(name) << bytes << QByteArray(expected);
        };
        row("session", handshake("/session/lab?code=abc"), "session lab code abc");
        row("slash at the end", handshake("/session/lab/?code=abc"), "session lab code abc");
        row("topic with slashes", handshake("/session/a/b%2Fc?code=abc"), "session a/b/c code abc");
        row("all characters", handshake("/session/a+b,c(d)*e?code=x"), "session a+b,c(d)*e code x");
        row("first code counts", handshake("/session/lab?x=1&code=a&code=b"), "session lab code a");
        row("name of the code is exact", handshake("/session/lab?Code=a"), "session lab code ");
        row("no code", handshake("/session/lab"), "session lab code ");
        row("other letters", handshake("/session/a%20b?code=abc"), "400");
        row("colon", handshake("/session/a:b?code=abc"), "400");
        row("doubly encoded", handshake("/session/%252fetc?code=abc"), "400");
        row("dots", handshake("/session/../etc?code=abc"), "400");
        row("NUL", handshake("/session/a%00?code=abc"), "400");
        row("too long", handshake("/session/" + QByteArray(1025, 'a') + "?code=abc"), "400");
        row("no topic", handshake("/session/"), "400");
        row("another prefix", handshake("/sessions/lab?code=abc"), "404");
        row("shell of a host", handshake("/connect/spin30?code=abc"), "shell spin30 at /connect/spin30 code abc");
        row("shell", handshake("/connect/spin30/u-1/?code=abc"), "shell spin30/u-1 at /connect/spin30/u-1 code abc");
        row("shell of 2021", handshake("/shell/lab?code=abc"), "shell lab at /shell/lab code abc");
        row("shell of ours", handshake("/connect/a?code=b", { "Sec-WebSocket-Protocol: null, relay-shell.1" }),
            "shell a at /connect/a code b relay-shell.1");
        row("shell without a name", handshake("/connect/?code=abc"), "400");
        row("call for a shell", request("POST /api/v1/connect/spin30"), "shell call");
        row("call of 2021", request("POST /shell/spin30"), "shell call");
        row("wrong method of a call", request("GET /api/v1/connect/spin30"), "shell call");
        row("call at a websocket", request("POST /connect/spin30"), "404");
        row("root", handshake("/"), "404");
        row("open topic", handshake("/out/demo"), "404");
        row("crossbar's statistics", handshake("/ws"), "404");
        row("bad handshake", handshake("/session/lab?code=a", { "Connection: close" }), "session lab code a");
        row("old version",
            request("GET /session/lab?code=a",
                    { "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 8",
                      "Sec-WebSocket-Key: " + kKey }),
            "426");
        row("ask for a code", request("POST /session/lab"), "access");
        row("looked at", request("GET /session/lab"), "access");
        row("upgrade by POST", request("POST /session/lab", { "Upgrade: websocket", "Connection: Upgrade" }), "access");
        row("deny", request("POST /bids/deny?bid=a&exp=1"), "access");
        row("allow", request("GET /bids/allow"), "access");
        row("unknown call", request("GET /bids/other"), "access");
        row("status", request("GET /status"), "access");
        row("preflight", request("OPTIONS /session/lab"), "204");
        row("preflight of status", request("OPTIONS /status"), "204");
        row("video", request("POST /in/lab", { kChunked, "Authorization: x" }), "ingest lab");
        row("video without a token", request("PUT /in/lab", { kChunked }), "ingest lab");
        row("video that waits", request("POST /in/lab", { kChunked, "Expect: 100-continue" }), "ingest lab 100");
        row("video without a body", request("POST /in/lab", { "Authorization: x" }), "411");
        row("video on a bad topic", request("POST /in/a%20b", { kChunked }), "400");
        row("video on a free path", request("POST /lab", { kChunked, "Authorization: x" }), "404");
        row("health", request("GET /healthz"), "200");
        row("ready", request("GET /readyz"), "ready");
        row("metrics", request("HEAD /metrics"), "metrics");
        row("metrics by POST", request("POST /metrics", { "Content-Length: 0" }), "405");
        row("anything else", request("GET /etc/passwd"), "404");
    }

    void routes()
    {
        QFETCH(QByteArray, bytes);
        QTEST(text(routeOf(bytes)), "expected");
    }

    void openTopicsAreServedBesidesWhereWanted()
    {
        QCOMPARE(text(routeOf(handshake("/out/demo"), secured(true))), QByteArray("open"));
        QCOMPARE(text(routeOf(handshake("/ws"), secured(true))), QByteArray("open"));
        QCOMPARE(text(routeOf(request("POST /in/lab", { kChunked }), secured(true))), QByteArray("open"));
        QCOMPARE(text(routeOf(request("POST /in/lab", { kChunked, "Authorization: x" }), secured(true))),
                 QByteArray("ingest lab"));
        QCOMPARE(text(routeOf(handshake("/session/lab?code=x"), secured(true))), QByteArray("session lab code x"));
    }

    void unknownWebsocketsAreToldWhatClientsKnow()
    {
        const auto reply = std::get<ReplyRoute>(routeOf(handshake("/nowhere")));
        QVERIFY(reply.bytes.contains("Content-Type: text/plain; charset=utf-8"));
        QVERIFY(reply.bytes.endsWith("\r\n\r\nNot Found\n"));
    }

    void anyPageMayComeUnlessOriginsAreNamed()
    {
        const QByteArray bytes = handshake("/session/lab?code=x", { "Origin: https://other.example" });
        QCOMPARE(text(routeOf(bytes)), QByteArray("session lab code x"));
        QCOMPARE(text(routeOf(bytes, secured(false, { "https://lab.example" }))), QByteArray("403"));
        QCOMPARE(text(routeOf(bytes, secured(false, { "https://other.example" }))), QByteArray("session lab code x"));
        const QByteArray local = handshake("/session/lab?code=x", { "Origin: http://localhost:8000" });
        QCOMPARE(text(routeOf(local, secured(false, { "https://lab.example" }))), QByteArray("403"));
        const QByteArray stream = request("POST /in/lab", { kChunked, "Origin: https://other.example" });
        QCOMPARE(text(routeOf(stream, secured(false, { "https://lab.example" }))), QByteArray("403"));
    }

    void theRelaysOwnPagesMayComeWhateverOriginsAreNamed()
    {
        const QByteArray own = handshake("/session/lab?code=x", { "Origin: http://relay.example:9999" });
        QCOMPARE(text(routeOf(own, secured(false, { "https://lab.example" }))), QByteArray("session lab code x"));
        Policy throughTls = secured(false, { "https://lab.example" });
        throughTls.isSecure = true;
        QCOMPARE(text(routeOf(own, throughTls)), QByteArray("403"));
        const QByteArray other = handshake("/session/lab?code=x", { "Origin: http://relay.example:9998" });
        QCOMPARE(text(routeOf(other, secured(false, { "https://lab.example" }))), QByteArray("403"));
    }

    void pagesAreToldWhatTheyHaveToKnow()
    {
        const auto facts = [](const Policy &policy) {
            return std::get<ReplyRoute>(routeOf(request("GET /assets/relay.json"), policy)).bytes;
        };
        QVERIFY(facts({}).endsWith("\r\n\r\n{\"openTopics\":true,\"origins\":[],\"secured\":false}\n"));
        QVERIFY(facts(secured(false, { "https://lab.example" }))
                    .endsWith("{\"openTopics\":false,\"origins\":[\"https://lab.example\"],\"secured\":true}\n"));
        QVERIFY(facts(secured(true)).contains("\"openTopics\":true"));
        QVERIFY(facts({}).contains("\r\nCache-Control: no-store\r\n"));
        QVERIFY(!facts({}).contains("Access-Control-Allow-Origin"));
        QCOMPARE(text(routeOf(request("POST /assets/relay.json", { "Content-Length: 0" }))), QByteArray("405"));
    }

    void aPreflightIsAnsweredAsNginxDidBefore()
    {
        const QByteArray reply
            = std::get<ReplyRoute>(routeOf(request("OPTIONS /session/lab", { "Origin: https://any.example" }))).bytes;
        QVERIFY(reply.contains("\r\nAccess-Control-Allow-Origin: *\r\n"));
        QVERIFY(reply.contains("\r\nAccess-Control-Allow-Methods: GET, POST, OPTIONS\r\n"));
        QVERIFY(reply.contains("\r\nAccess-Control-Allow-Headers: Authorization,"));
        QVERIFY(reply.contains("\r\nAccess-Control-Max-Age: 86400\r\n"));
        QVERIFY(!reply.contains("Content-Length"));
        const Policy named = secured(false, { "https://lab.example" });
        const auto from = [&](const char *origin) {
            return std::get<ReplyRoute>(
                       routeOf(request("OPTIONS /session/lab", { QByteArray("Origin: ") + origin }), named))
                .bytes;
        };
        QVERIFY(from("https://lab.example").contains("Access-Control-Allow-Origin: https://lab.example\r\n"));
        QVERIFY(!from("https://other.example").contains("Access-Control-Allow-Origin"));
    }

    void openModeStillNamesTheMissingSecret()
    {
        const auto reply = std::get<ReplyRoute>(routeOf(request("POST /session/lab"), {}));
        QCOMPARE(reply.status, 404);
        QVERIFY(reply.bytes.contains("without a secret"));
    }
};

QTEST_GUILESS_MAIN(SecuredRouteTest)
#include "tst_securedroute.moc"
