// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ws/handshaker.h"

#include <QCryptographicHash>
#include <QTest>

using namespace relay::ws;

namespace {

// The key and its answer are those of RFC 6455, section 1.3.
QByteArray head(const QByteArray &extra = {}, const QByteArray &key = "dGhlIHNhbXBsZSBub25jZQ==")
{
    return "GET /bi/chat HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
           "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
        + key + "\r\n" + extra + "\r\n";
}

QByteArray keyOf(int client)
{
    return QByteArray::number(client).rightJustified(16, '0').toBase64();
}

// RFC 6455, section 4.2.2.
QByteArray acceptOf(const QByteArray &key)
{
    const QByteArray salted = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    return QCryptographicHash::hash(salted, QCryptographicHash::Sha1).toBase64();
}

} // namespace

class HandshakerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersWithThe101OfTheStandard();
    void echoesTheSubprotocolNullAndNoOther();
    void refusedHeadGivesNothing_data();
    void refusedHeadGivesNothing();
    void answersTheNextAfterARefusal();
    void manyEachGetTheirOwn();
    void mayGoWhileQtHasCallsForIt();
};

void HandshakerTest::answersWithThe101OfTheStandard()
{
    Handshaker handshaker;
    const QByteArray response = handshaker.answer(head(), QHostAddress::LocalHost, 1);
    QVERIFY(response.startsWith("HTTP/1.1 101 "));
    QVERIFY(response.contains("\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"));
    QVERIFY(response.endsWith("\r\n\r\n"));
    QCOMPARE(response.count("\r\n\r\n"), 1); // no close frame of the deleted QWebSocket behind it
}

void HandshakerTest::echoesTheSubprotocolNullAndNoOther()
{
    Handshaker handshaker;
    const QByteArray asNull = handshaker.answer(head("Sec-WebSocket-Protocol: null\r\n"), QHostAddress::LocalHost, 1);
    const QByteArray asOther = handshaker.answer(head("Sec-WebSocket-Protocol: mqtt\r\n"), QHostAddress::LocalHost, 2);
    QVERIFY(asNull.contains("\r\nSec-WebSocket-Protocol: null\r\n"));
    QVERIFY(asOther.startsWith("HTTP/1.1 101 "));
    QVERIFY(!asOther.toLower().contains("sec-websocket-protocol"));
}

void HandshakerTest::refusedHeadGivesNothing_data()
{
    QTest::addColumn<QByteArray>("bad");
    QTest::newRow("no upgrade") << head().replace("Upgrade: websocket", "Upgrade: h2c");
    QTest::newRow("answered with 400") << head().replace("Version: 13", "Version: 8");
    QTest::newRow("half a head") << head().left(60);
    QTest::newRow("empty") << QByteArray();
}

void HandshakerTest::refusedHeadGivesNothing()
{
    QFETCH(const QByteArray, bad);
    Handshaker handshaker;
    QCOMPARE(handshaker.answer(bad, QHostAddress::LocalHost, 1), QByteArray());
}

void HandshakerTest::answersTheNextAfterARefusal()
{
    Handshaker handshaker;
    const QByteArray bads[] = { head().left(60), head().replace("Version: 13", "Version: 8"), QByteArray() };
    for (const QByteArray &bad : bads) {
        QVERIFY(handshaker.answer(bad, QHostAddress::LocalHost, 1).isEmpty());
        const QByteArray response = handshaker.answer(head(), QHostAddress::LocalHost, 2);
        QVERIFY2(response.startsWith("HTTP/1.1 101 "), response.constData());
        QVERIFY(response.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
    }
}

void HandshakerTest::manyEachGetTheirOwn()
{
    Handshaker handshaker;
    constexpr int kMany = 500; // far more than QWebSocketServer keeps pending
    for (int i = 0; i < kMany; ++i) {
        const QByteArray response = handshaker.answer(head({}, keyOf(i)), QHostAddress::LocalHost, quint16(i));
        const QByteArray line = "\r\nSec-WebSocket-Accept: " + acceptOf(keyOf(i)) + "\r\n";
        QVERIFY2(response.contains(line), response.constData());
        QCOMPARE(response.count("HTTP/1.1 101 "), 1);
    }
}

// What Qt has queued or put off meanwhile must find nothing that is gone. For the sanitizers.
void HandshakerTest::mayGoWhileQtHasCallsForIt()
{
    {
        Handshaker handshaker;
        QVERIFY(!handshaker.answer(head(), QHostAddress::LocalHost, 1).isEmpty());
        QVERIFY(handshaker.answer(head().left(60), QHostAddress::LocalHost, 1).isEmpty());
    }
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

QTEST_GUILESS_MAIN(HandshakerTest)
#include "tst_handshaker.moc"
