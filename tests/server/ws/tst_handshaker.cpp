// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ws/handshaker.h"

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

} // namespace

class HandshakerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersWithThe101OfTheStandard();
    void answersLaterNeverFromWithinTheCall();
    void echoesTheSubprotocolNullAndNoOther();
    void refusedHeadGivesNothing();
    void manyAtOnceEachGetTheirOwn();
};

void HandshakerTest::answersWithThe101OfTheStandard()
{
    Handshaker handshaker;
    QByteArray response;
    handshaker.answer(head(), QHostAddress::LocalHost, 1, [&](const QByteArray &r) { response = r; });
    QTRY_VERIFY(!response.isEmpty());
    QVERIFY(response.startsWith("HTTP/1.1 101 "));
    QVERIFY(response.contains("\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"));
    QVERIFY(response.endsWith("\r\n\r\n"));
    QCOMPARE(response.count("\r\n\r\n"), 1); // no close frame of the deleted QWebSocket behind it
}

void HandshakerTest::answersLaterNeverFromWithinTheCall()
{
    Handshaker handshaker;
    bool isDone = false;
    handshaker.answer(head(), QHostAddress::LocalHost, 1, [&](const QByteArray &) { isDone = true; });
    QVERIFY(!isDone);
    QTRY_VERIFY(isDone);
}

void HandshakerTest::echoesTheSubprotocolNullAndNoOther()
{
    Handshaker handshaker;
    QByteArray asNull, asOther;
    handshaker.answer(head("Sec-WebSocket-Protocol: null\r\n"), QHostAddress::LocalHost, 1,
                      [&](const QByteArray &r) { asNull = r; });
    handshaker.answer(head("Sec-WebSocket-Protocol: mqtt\r\n"), QHostAddress::LocalHost, 2,
                      [&](const QByteArray &r) { asOther = r; });
    QTRY_VERIFY(!asNull.isEmpty() && !asOther.isEmpty());
    QVERIFY(asNull.contains("\r\nSec-WebSocket-Protocol: null\r\n"));
    QVERIFY(!asOther.toLower().contains("sec-websocket-protocol"));
}

void HandshakerTest::refusedHeadGivesNothing()
{
    Handshaker handshaker;
    QByteArray response = "untouched";
    QByteArray bad = head();
    bad.replace("Upgrade: websocket", "Upgrade: h2c");
    handshaker.answer(bad, QHostAddress::LocalHost, 1, [&](const QByteArray &r) { response = r; });
    QTRY_COMPARE(response, QByteArray());
}

void HandshakerTest::manyAtOnceEachGetTheirOwn()
{
    Handshaker handshaker;
    constexpr int kMany = 500; // far more than QWebSocketServer keeps pending
    QList<QByteArray> responses(kMany);
    for (int i = 0; i < kMany; ++i) {
        const QByteArray key = QByteArray(16, char('a' + i % 26)).toBase64();
        handshaker.answer(head({}, key), QHostAddress::LocalHost, quint16(i),
                          [&responses, i](const QByteArray &r) { responses[i] = r; });
    }
    QTRY_VERIFY(!responses.contains(QByteArray()));
    for (int i = 26; i < kMany; ++i)
        QCOMPARE(responses[i], responses[i - 26]);
    QVERIFY(responses[0] != responses[1]);
}

QTEST_GUILESS_MAIN(HandshakerTest)
#include "tst_handshaker.moc"
