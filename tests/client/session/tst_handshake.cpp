// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/handshake.h"

#include <QTest>

using namespace relay::client::session;

namespace {

const QByteArray kKey = "dGhlIHNhbXBsZSBub25jZQ=="; // RFC 6455, section 1.3
const QByteArray kAccept = "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n";

HandshakeResponse parsed(const QByteArray &head)
{
    return parseHandshakeResponse(head + "\r\n", kKey).value_or(HandshakeResponse { -1, {}, 0, 0, false });
}

} // namespace

class TestHandshake : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theRequestIsOne()
    {
        const QByteArray request
            = handshakeRequest({ false, QStringLiteral("h"), 81, "/x?code=1", "h:81" }, kKey, "relay-test");
        QVERIFY(request.startsWith("GET /x?code=1 HTTP/1.1\r\nHost: h:81\r\n"));
        QVERIFY(request.contains(QByteArray("\r\nSec-WebSocket-Key: " + kKey + "\r\n")));
        QVERIFY(request.endsWith("\r\n\r\n"));
    }

    void aFittingAnswerOpens()
    {
        const auto response = parsed("HTTP/1.1 101 Switching Protocols\r\nUPGRADE: WebSocket\r\n"
                                     "connection: keep-alive, Upgrade\r\n"
                                     + kAccept);
        QCOMPARE(response.status, 101);
        QVERIFY2(response.fault.isEmpty(), qPrintable(response.fault));
    }

    void aSubProtocolIsOfferedAndMayBeTaken()
    {
        const QByteArray request
            = handshakeRequest({ false, QStringLiteral("h"), 81, "/", "h:81" }, kKey, "relay-test", "relay-shell.1");
        QVERIFY(request.contains("\r\nSec-WebSocket-Protocol: relay-shell.1\r\n"));
        const QByteArray start = "HTTP/1.1 101 X\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" + kAccept;
        const auto answer = [&start](const QByteArray &more) {
            return parseHandshakeResponse(start + more + "\r\n", kKey, "relay-shell.1").value();
        };
        QVERIFY(answer("Sec-WebSocket-Protocol: relay-shell.1\r\n").hasProtocol);
        QVERIFY(!answer("").hasProtocol);
        QVERIFY(answer("").fault.isEmpty());
        QVERIFY(!answer("Sec-WebSocket-Protocol: null\r\n").fault.isEmpty());
    }

    void halfAnAnswerIsNone()
    {
        QVERIFY(!parseHandshakeResponse("HTTP/1.1 101 Switching Protocols\r\nUpgrade:", kKey));
        QVERIFY(!parseHandshakeResponse("", kKey));
        QVERIFY(!parseHandshakeResponse(QByteArray(20'000, 'x'), kKey)->fault.isEmpty());
    }

    void whatDoesNotFitDoesNotOpen_data()
    {
        QTest::addColumn<QByteArray>("head");
        const QByteArray start = "HTTP/1.1 101 X\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n";
        QTest::newRow("no accept") << start;
        QTest::newRow("another accept") << QByteArray(start + "Sec-WebSocket-Accept: AAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n");
        QTest::newRow("no upgrade") << QByteArray("HTTP/1.1 101 X\r\nConnection: Upgrade\r\n" + kAccept);
        QTest::newRow("no connection") << QByteArray("HTTP/1.1 101 X\r\nUpgrade: websocket\r\n" + kAccept);
        QTest::newRow("an extension") << QByteArray(start + kAccept
                                                    + "Sec-WebSocket-Extensions: permessage-deflate\r\n");
        QTest::newRow("a sub-protocol") << QByteArray(start + kAccept + "Sec-WebSocket-Protocol: null\r\n");
        QTest::newRow("200") << QByteArray("HTTP/1.1 200 OK\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" + kAccept);
        QTest::newRow("no HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
    }

    void whatDoesNotFitDoesNotOpen()
    {
        QFETCH(QByteArray, head);
        QVERIFY(!parsed(head).fault.isEmpty());
    }

    void refusalsSayWhenToComeBack()
    {
        QCOMPARE(parsed("HTTP/1.1 429 Too Many Requests\r\nRetry-After: 30\r\n").retryAfter, 30);
    }
};

QTEST_GUILESS_MAIN(TestHandshake)
#include "tst_handshake.moc"
