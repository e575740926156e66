// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/route.h"

#include "tests/server/front/requests.h"

#include <QtTest>

using namespace relay;
using namespace relay::front;
using namespace relay::front::test;

namespace {

Route routeOf(const QByteArray &bytes, const Policy &policy = {})
{
    return decide(std::get<http::RequestHead>(http::parseHead(bytes)), policy);
}

//! What was decided, in one line: "upgrade /in/x > /out/x rw", "ingest ...", "stats", "404 body".
QByteArray text(const Route &route)
{
    const auto where = [](const topic::Address &address) {
        QByteArray all = address.path;
        all.append(" > ")
            .append(address.topic)
            .append(' ')
            .append(address.mayRead ? "r" : "")
            .append(address.mayWrite ? "w" : "");
        return all;
    };
    if (const auto *upgrade = std::get_if<UpgradeRoute>(&route))
        return QByteArray("upgrade ").append(where(upgrade->address));
    if (const auto *ingest = std::get_if<IngestRoute>(&route))
        return QByteArray("ingest ").append(where(ingest->address)).append(ingest->expectsContinue ? " 100" : "");
    if (std::holds_alternative<StatsRoute>(route))
        return "stats";
    const auto &reply = std::get<ReplyRoute>(route);
    return QByteArray::number(reply.status).append(' ').append(reply.bytes.sliced(reply.bytes.indexOf("\r\n\r\n") + 4));
}

QByteArray headOf(const Route &route)
{
    const auto &reply = std::get<ReplyRoute>(route);
    return reply.bytes.first(reply.bytes.indexOf("\r\n\r\n") + 2);
}

const QByteArray kChunked = "Transfer-Encoding: chunked";

} // namespace

class RouteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesAhead_data();
    void goesAhead();
    void isRefused_data();
    void isRefused();
    void pagesAreShown_data();
    void pagesAreShown();
    void healthIsPlain();
    void headGetsNoBody_data();
    void headGetsNoBody();
    void versionIsNamedWhenAnUpgradeIsRequired_data();
    void versionIsNamedWhenAnUpgradeIsRequired();
    void wrongMethodNamesTheRightOnes_data();
    void wrongMethodNamesTheRightOnes();
    void keyIsSixteenBytes_data();
    void keyIsSixteenBytes();
    void foreignPagesAreKeptOut_data();
    void foreignPagesAreKeptOut();
    void everyMethodOnEveryPathHasAnAnswer();
};

void RouteTest::goesAhead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &bytes, const char *expected) {
        QTest::newRow(name) << bytes << QByteArray(expected);
    };
    row("sender", handshake("/in/demo"), "upgrade /in/demo > /out/demo rw");
    row("watcher", handshake("/out/demo"), "upgrade /out/demo > /out/demo r");
    row("member", handshake("/bi/x"), "upgrade /bi/x > /bi/x rw");
    row("query is ignored", handshake("/chat?name=a&room=/in/x"), "upgrade /chat > /chat rw");
    row("encoded slash", handshake("/in%2Fdemo"), "upgrade /in/demo > /out/demo rw");
    row("reserved name further down", handshake("/in/session"), "upgrade /in/session > /out/session rw");
    row("connection with more tokens",
        request("GET /a",
                { "Upgrade: WebSocket", "Connection: keep-alive, UPGRADE", "Sec-WebSocket-Version: 13",
                  "Sec-WebSocket-Key: " + kKey }),
        "upgrade /a > /a rw");
    row("two protocols to upgrade to",
        request("GET /a",
                { "Upgrade: h2c, websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13",
                  "Sec-WebSocket-Key: " + kKey }),
        "upgrade /a > /a rw");
    row("sub-protocol and extensions",
        handshake("/a", { "Sec-WebSocket-Protocol: null", "Sec-WebSocket-Extensions: permessage-deflate" }),
        "upgrade /a > /a rw");
    row("statistics", handshake("/ws"), "stats");
    row("statistics with slash", handshake("/ws/?x"), "stats");
    row("video", request("POST /in/demo", { kChunked }), "ingest /in/demo > /out/demo rw");
    row("video by PUT", request("PUT /in/demo", { "Content-Length: 376" }), "ingest /in/demo > /out/demo rw");
    row("nothing to send", request("POST /in/demo", { "Content-Length: 0" }), "ingest /in/demo > /out/demo rw");
    row("video on a free path", request("POST /cam/1", { kChunked }), "ingest /cam/1 > /cam/1 rw");
    row("expectation", request("POST /in/demo", { kChunked, "Expect: 100-Continue" }),
        "ingest /in/demo > /out/demo rw 100");
    row("offers HTTP/2 as curl does",
        request("POST /in/demo",
                { kChunked, "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABk" }),
        "ingest /in/demo > /out/demo rw");
    row("identity coding", request("POST /in/demo", { kChunked, "Content-Encoding: identity" }),
        "ingest /in/demo > /out/demo rw");
    row("HTTP/1.0 with a length", "POST /in/demo HTTP/1.0\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n",
        "ingest /in/demo > /out/demo rw");
}

void RouteTest::goesAhead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, expected);
    QCOMPARE(text(routeOf(bytes)), expected);
}

void RouteTest::isRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("inBody");
    const auto row = [](const char *name, const QByteArray &bytes, int status, const char *inBody) {
        QTest::newRow(name) << bytes << status << QByteArray(inBody);
    };
    row("topic looked at", request("GET /out/demo"), 426, "/watch/demo");
    row("free topic looked at", request("GET /bi/x"), 426, "/watch/bi/x");
    row("statistics looked at", request("GET /ws"), 426, "/stats");
    row("no path", handshake("/in"), 400, "/in/<topic>");
    row("empty segment", handshake("/a//b"), 400, "empty segment");
    row("dots", handshake("/a/../b"), 400, "\"..\"");
    row("encoded dots", request("POST /in/%2e%2e/b", { kChunked }), 400, "\"..\"");
    row("broken escape", request("GET /a%2"), 400, "hexadecimal");
    row("encoded twice", handshake("/a%252e"), 400, "after decoding");
    row("too long", handshake("/" + QByteArray(1500, 'a')), 400, "1024");
    row("session", handshake("/session/x?code=1"), 404, "secret");
    row("session by POST", request("POST /session/x", { "Content-Length: 0" }), 404, "secret");
    row("bids", request("POST /bids/deny?bid=a&exp=1", { "Content-Length: 0" }), 404, "secret");
    row("status", request("GET /status"), 404, "secret");
    row("shell", handshake("/shell/x"), 404, "secret");
    row("connect", request("POST /connect/x"), 404, "secret");
    row("api", request("POST /api/v1/connect/x"), 404, "secret");
    row("unknown asset", request("GET /assets/none.js"), 404, "no such page");
    row("watch without a page", request("GET /watch"), 404, "no such page");
    row("websocket on a page", handshake("/stats"), 404, "/ws");
    row("websocket on the front page", handshake("/"), 404, "/<topic>");
    row("websocket on health", handshake("/healthz"), 404, "no websocket");
    row("deeper than health", request("GET /healthz/x"), 404, "no such page");
    row("send to watchers", request("POST /out/demo", { kChunked }), 405, "/in/demo");
    row("put to watchers", request("PUT /out/demo", { "Content-Length: 5" }), 405, "/in/demo");
    row("send to a page", request("POST /stats", { kChunked }), 405, "page");
    row("send to health", request("POST /healthz", { kChunked }), 405, "GET");
    row("send to statistics", request("POST /ws", { kChunked }), 405, "websocket");
    row("delete", request("DELETE /in/demo"), 405, "POST");
    row("preflight", request("OPTIONS /in/demo"), 405, "POST");
    row("preflight of all", request("OPTIONS *"), 405, "OPTIONS");
    row("trace", request("TRACE /in/demo"), 405, "POST");
    row("lower case method", request("get /in/demo"), 405, "POST");
    row("no body announced", request("POST /in/demo"), 411, "chunked");
    row("compressed", request("POST /in/demo", { kChunked, "Content-Encoding: gzip" }), 415, "gzip");
    row("unknown expectation", request("POST /in/demo", { kChunked, "Expect: teapot" }), 417, "100-continue");
    row("two expectations", request("POST /in/demo", { kChunked, "Expect: 100-continue, teapot" }), 417, "100-continue");
    row("unknown expectation on a page", request("GET /stats", { "Expect: teapot" }), 417, "100-continue");
    row("handshake by POST",
        request("POST /a",
                { "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13",
                  "Sec-WebSocket-Key: " + kKey, kChunked }),
        405, "GET");
    row("handshake by HEAD",
        request(
            "HEAD /a",
            { "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: " + kKey }),
        405, "");
    row("handshake in HTTP/1.0",
        "GET /a HTTP/1.0\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
            + kKey + "\r\n\r\n",
        505, "HTTP/1.1");
    row("no Upgrade",
        request("GET /a", { "Connection: Upgrade", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: " + kKey }), 400,
        "Upgrade: websocket");
    row("other Upgrade",
        request("GET /a",
                { "Upgrade: h2c", "Connection: Upgrade", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: " + kKey }),
        400, "Upgrade: websocket");
    row("no Connection",
        request("GET /a", { "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: " + kKey }), 400,
        "Connection");
    row("other Connection",
        request("GET /a",
                { "Upgrade: websocket", "Connection: keep-alive", "Sec-WebSocket-Version: 13",
                  "Sec-WebSocket-Key: " + kKey }),
        400, "Connection");
    row("no version", request("GET /a", { "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Key: " + kKey }),
        426, "13");
    row("version 8",
        request(
            "GET /a",
            { "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 8", "Sec-WebSocket-Key: " + kKey }),
        426, "13");
    row("list of versions",
        request("GET /a",
                { "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13, 8",
                  "Sec-WebSocket-Key: " + kKey }),
        426, "13");
    row("no key", request("GET /a", { "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13" }), 400,
        "Key");
    row("no key for statistics",
        request("GET /ws", { "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13" }), 400, "Key");
}

void RouteTest::isRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(QByteArray, inBody);
    const Route route = routeOf(bytes);
    const QByteArray got = text(route);
    QVERIFY2(got.startsWith(QByteArray::number(status)), got.constData());
    QVERIFY2(got.contains(inBody), got.constData());
    QVERIFY(headOf(route).startsWith(QByteArray("HTTP/1.1 ").append(QByteArray::number(status))));
    QVERIFY(headOf(route).contains("\r\nConnection: close\r\n"));
}

void RouteTest::pagesAreShown_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("page");
    const auto row
        = [](const char *target, const char *page) { QTest::newRow(target) << QByteArray(target) << QByteArray(page); };
    row("/", "/");
    row("/?x=1", "/");
    row("/stats", "/stats");
    row("/stats/", "/stats");
    row("/%73tats", "/stats");
    row("/watch/demo?muted", "/watch/demo");
}

void RouteTest::pagesAreShown()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, page);
    // A browser's GET of a page carries no Origin; with a foreign one (fetch) the page is no secret either.
    for (const QByteArrayList &headers : { QByteArrayList(), QByteArrayList { "Origin: http://evil.example" } }) {
        const Route route = routeOf(request(QByteArray("GET ").append(target), headers));
        QCOMPARE(text(route), QByteArray("200 page ").append(page));
        QVERIFY(headOf(route).contains("\r\nCache-Control: no-cache\r\n"));
        QVERIFY(headOf(route).contains("\r\nContent-Type: text/html; charset=utf-8\r\n"));
    }
}

void RouteTest::healthIsPlain()
{
    QCOMPARE(text(routeOf(request("GET /healthz"))), "200 ok\n");
    QCOMPARE(text(routeOf(request("GET /healthz?x"))), "200 ok\n");
    QCOMPARE(text(routeOf("GET /healthz HTTP/1.0\r\n\r\n")), "200 ok\n");
}

void RouteTest::headGetsNoBody_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("page") << QByteArray("/stats") << QByteArray("200 ");
    QTest::newRow("health") << QByteArray("/healthz") << QByteArray("200 ");
    QTest::newRow("topic") << QByteArray("/out/demo") << QByteArray("426 ");
    QTest::newRow("nothing there") << QByteArray("/swagger.json") << QByteArray("404 ");
    QTest::newRow("malformed") << QByteArray("/a//b") << QByteArray("400 ");
}

void RouteTest::headGetsNoBody()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, status);
    const Route head = routeOf(request(QByteArray("HEAD ").append(target)));
    const Route get = routeOf(request(QByteArray("GET ").append(target)));
    QCOMPARE(text(head), status);
    const QByteArray length
        = QByteArray("\r\nContent-Length: ").append(QByteArray::number(text(get).size() - 4)).append("\r\n");
    QVERIFY2(headOf(head).contains(length), headOf(head).constData());
}

void RouteTest::versionIsNamedWhenAnUpgradeIsRequired_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("looked at") << request("GET /out/demo");
    QTest::newRow("statistics looked at") << request("GET /ws");
    QTest::newRow("version 12") << request(
        "GET /a",
        { "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 12", "Sec-WebSocket-Key: " + kKey });
}

void RouteTest::versionIsNamedWhenAnUpgradeIsRequired()
{
    QFETCH(QByteArray, bytes);
    const QByteArray head = headOf(routeOf(bytes));
    QVERIFY(head.startsWith("HTTP/1.1 426 Upgrade Required\r\n"));
    QVERIFY(head.contains("\r\nUpgrade: websocket\r\n"));
    QVERIFY(head.contains("\r\nSec-WebSocket-Version: 13\r\n"));
    QVERIFY(head.contains("\r\nConnection: Upgrade\r\n"));
}

void RouteTest::wrongMethodNamesTheRightOnes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("allow");
    QTest::newRow("page") << request("POST /stats", { kChunked }) << QByteArray("GET, HEAD");
    QTest::newRow("health") << request("PUT /healthz", { kChunked }) << QByteArray("GET, HEAD");
    QTest::newRow("statistics") << request("DELETE /ws") << QByteArray("GET");
    QTest::newRow("watchers") << request("POST /out/a", { kChunked }) << QByteArray("GET");
    QTest::newRow("watchers, other method") << request("PATCH /out/a") << QByteArray("GET");
    QTest::newRow("topic") << request("OPTIONS /a") << QByteArray("GET, POST, PUT");
    QTest::newRow("handshake") << request("POST /a", { "Upgrade: websocket", "Content-Length: 0" })
                               << QByteArray("GET");
}

void RouteTest::wrongMethodNamesTheRightOnes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, allow);
    const QByteArray head = headOf(routeOf(bytes));
    QVERIFY(head.startsWith("HTTP/1.1 405 Method Not Allowed\r\n"));
    QVERIFY2(head.contains(QByteArray("\r\nAllow: ").append(allow).append("\r\n")), head.constData());
}

void RouteTest::keyIsSixteenBytes_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<bool>("isValid");
    QTest::newRow("sample of the RFC") << kKey << true;
    QTest::newRow("zeros") << QByteArray("AAAAAAAAAAAAAAAAAAAAAA==") << true;
    QTest::newRow("all bits") << QByteArray("/////////////////////w==") << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("x") << QByteArray("x") << false;
    QTest::newRow("15 bytes") << QByteArray(15, 'a').toBase64() << false;
    QTest::newRow("17 bytes") << QByteArray(17, 'a').toBase64() << false;
    QTest::newRow("1000 characters") << QByteArray(1000, 'A') << false;
    QTest::newRow("without padding") << QByteArray("AAAAAAAAAAAAAAAAAAAAAA") << false;
    QTest::newRow("not canonical") << QByteArray("AAAAAAAAAAAAAAAAAAAAAB==") << false;
    QTest::newRow("base64url") << QByteArray("_____________________w==") << false;
    QTest::newRow("blank inside") << QByteArray("AAAAAAAAAAA AAAAAAAAAAA==") << false;
    QTest::newRow("more behind") << QByteArray("AAAAAAAAAAAAAAAAAAAAAA==A") << false;
}

void RouteTest::keyIsSixteenBytes()
{
    QFETCH(QByteArray, key);
    QFETCH(bool, isValid);
    const QByteArray header = QByteArray("Sec-WebSocket-Key: ").append(key);
    const Route route = routeOf(
        request("GET /a", { "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13", header }));
    QCOMPARE(std::holds_alternative<UpgradeRoute>(route), isValid);
    if (!isValid)
        QVERIFY(text(route).startsWith("400 "));
}

void RouteTest::foreignPagesAreKeptOut_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<QByteArrayList>("allowed");
    QTest::addColumn<bool>("isAllowed");
    QTest::newRow("same host") << QByteArray("http://relay.example:9999") << QByteArrayList() << true;
    QTest::newRow("loopback") << QByteArray("http://localhost:8080") << QByteArrayList() << true;
    QTest::newRow("foreign") << QByteArray("https://evil.example") << QByteArrayList() << false;
    QTest::newRow("sandboxed") << QByteArray("null") << QByteArrayList() << false;
    QTest::newRow("foreign but allowed") << QByteArray("https://lab.example")
                                         << QByteArrayList { "https://lab.example" } << true;
    QTest::newRow("all allowed") << QByteArray("https://lab.example") << QByteArrayList { "*" } << true;
}

void RouteTest::foreignPagesAreKeptOut()
{
    QFETCH(QByteArray, origin);
    QFETCH(QByteArrayList, allowed);
    QFETCH(bool, isAllowed);
    const Policy policy { .allowedOrigins = allowed };
    const QByteArray header = QByteArray("Origin: ").append(origin);
    for (const QByteArray &bytes : { handshake("/a", { header }), handshake("/out/a", { header }),
                                     handshake("/ws", { header }), request("POST /in/a", { header, kChunked }) }) {
        const Route route = routeOf(bytes, policy);
        QCOMPARE(!std::holds_alternative<ReplyRoute>(route), isAllowed);
        if (isAllowed)
            continue;
        QVERIFY2(text(route).startsWith("403 ") && text(route).contains(QByteArray("--allow-origin ").append(origin)),
                 text(route).constData());
    }
}

// The whole table, without saying what each cell holds: an answer that fits its status, and never a crash.
void RouteTest::everyMethodOnEveryPathHasAnAnswer()
{
    const QByteArrayList methods = { "GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW" };
    const QByteArrayList paths = { "/",          "/stats",  "/ws",    "/healthz",     "/watch/demo", "/watch", "/in",
                                   "/out",       "/in/a",   "/out/a", "/a",           "/a//b",       "/%",     "/%00",
                                   "/session/x", "/status", "/api",   "/favicon.ico", "/docs",       "//",     "/.." };
    const QList<QByteArrayList> extras = { {},
                                           { "Content-Length: 0" },
                                           { "Upgrade: websocket" },
                                           { "Upgrade: websocket", "Connection: Upgrade" },
                                           { "Expect: x" },
                                           { "Origin: http://evil.example" },
                                           { "Sec-WebSocket-Key: x" } };
    for (const QByteArray &method : methods) {
        for (const QByteArray &path : paths) {
            for (const QByteArrayList &extra : extras) {
                const Route route = routeOf(request(QByteArray(method).append(' ').append(path), extra));
                if (const auto *reply = std::get_if<ReplyRoute>(&route)) {
                    QVERIFY(reply->bytes.startsWith(
                        QByteArray("HTTP/1.1 ").append(QByteArray::number(reply->status)).append(' ')));
                    QCOMPARE(reply->bytes.endsWith("\r\n\r\n"), method == "HEAD");
                    if (reply->status == 405)
                        QVERIFY(headOf(route).contains("\r\nAllow: "));
                } else {
                    QVERIFY(std::holds_alternative<IngestRoute>(route)); // no row is a whole handshake
                }
            }
        }
    }
}

QTEST_APPLESS_MAIN(RouteTest)
#include "tst_route.moc"
