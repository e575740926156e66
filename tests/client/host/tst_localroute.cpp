// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/localroute.h"

#include <QTest>

using namespace relay;
using namespace relay::client::host;

namespace {

const QByteArray kUpgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

LocalRoute routeOf(const QByteArray &line, const QByteArray &fields = {}, const LocalPolicy &policy = {},
                   const QByteArray &host = "localhost:8888")
{
    const QByteArray text = line + " HTTP/1.1\r\nHost: " + host + "\r\n" + fields + "\r\n";
    return decide(std::get<http::RequestHead>(http::parseHead(text)), policy);
}

int statusOf(const LocalRoute &route)
{
    const auto *fault = std::get_if<http::HeadFault>(&route);
    return fault ? fault->status : 0;
}

} // namespace

class TestLocalRoute : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void streamsComeByAnyMethod()
    {
        for (const char *method : { "POST", "PUT", "SOURCE" }) {
            const auto route = routeOf(QByteArray(method) + " /ts/lab3/video_0", "Transfer-Encoding: chunked\r\n");
            QVERIFY(std::holds_alternative<IngestRoute>(route));
            QCOMPARE(std::get<IngestRoute>(route).feed, QStringLiteral("lab3/video_0"));
        }
        QCOMPARE(statusOf(routeOf("GET /ts/video")), 411);
        QCOMPARE(statusOf(routeOf("POST /ts/api", "Content-Length: 3\r\n")), 404);
        QCOMPARE(statusOf(routeOf("POST /ts/stream/x", "Content-Length: 3\r\n")), 404);
    }

    void websocketsAreAnswered()
    {
        const auto route = routeOf("GET /ws/data", kUpgrade);
        QVERIFY(std::holds_alternative<SocketRoute>(route));
        QCOMPARE(std::get<SocketRoute>(route).feed, QStringLiteral("data"));
        const QByteArray response = std::get<SocketRoute>(route).response;
        QVERIFY(response.contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"));
        QVERIFY(!response.contains("Protocol:"));
        QVERIFY(response.endsWith("\r\n\r\n"));
    }

    void onlyTheSubProtocolNullIsChosen()
    {
        const auto route = routeOf("GET /ws/data", kUpgrade + "Sec-WebSocket-Protocol: chat, null\r\n");
        QVERIFY(std::get<SocketRoute>(route).response.contains("\r\nSec-WebSocket-Protocol: null\r\n\r\n"));
        const auto other = routeOf("GET /ws/data", kUpgrade + "Sec-WebSocket-Protocol: chat\r\n");
        QVERIFY(!std::get<SocketRoute>(other).response.contains("Protocol:"));
    }

    void whatIsNoWebsocketHearsSo()
    {
        QCOMPARE(statusOf(routeOf("GET /ws/data")), 426);
        QCOMPARE(statusOf(routeOf("PUT /ws/data", kUpgrade)), 405);
        QCOMPARE(statusOf(routeOf("GET /ws/data", "Upgrade: websocket\r\n")), 400);
    }

    void callsAreDecodedOnce()
    {
        const auto route = routeOf("GET /api/streams/stream%2Flarge");
        QVERIFY(std::holds_alternative<CallRoute>(route));
        QCOMPARE(std::get<CallRoute>(route).path, QByteArray("/api/streams/stream/large"));
        QCOMPARE(statusOf(routeOf("GET /api/%zz")), 400);
    }

    void otherPathsAndNamesAreNotThere()
    {
        for (const char *path : { "/", "/ts", "/ts/", "/ws/", "/other", "/ws/a:b", "/debug/pprof/" })
            QCOMPARE(statusOf(routeOf(QByteArray("GET ") + path, kUpgrade)), 404);
    }

    void foreignPagesAreRefused()
    {
        QCOMPARE(statusOf(routeOf("GET /ws/data", kUpgrade + "Origin: http://evil.example\r\n")), 403);
        QCOMPARE(statusOf(routeOf("GET /ws/data", kUpgrade + "Origin: http://localhost:3000\r\n")), 0);
        const LocalPolicy allowing { { "http://good.example" }, true };
        QCOMPARE(statusOf(routeOf("GET /ws/data", kUpgrade + "Origin: http://good.example\r\n", allowing)), 0);
    }

    void aForeignNameIsRefusedOnLoopbackOnly()
    {
        const QByteArray host = "evil.example:8888";
        QCOMPARE(statusOf(routeOf("GET /api", {}, {}, host)), 403);
        QCOMPARE(statusOf(routeOf("GET /api", {}, { {}, false }, host)), 0);
    }
};

QTEST_GUILESS_MAIN(TestLocalRoute)
#include "tst_localroute.moc"
