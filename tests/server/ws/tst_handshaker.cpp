// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/loop/clock.h"
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
    void answersLaterNeverFromWithinTheCall();
    void echoesTheSubprotocolNullAndNoOther();
    void refusedHeadGivesNothing();
    void headThatTheServerAnswersWithARefusalGivesNothing();
    void headThatIsNeverAnsweredIsGivenUp();
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

void HandshakerTest::headThatTheServerAnswersWithARefusalGivesNothing()
{
    Handshaker handshaker;
    QByteArray response = "untouched";
    QByteArray old = head();
    old.replace("Version: 13", "Version: 8"); // which it answers with 400
    handshaker.answer(old, QHostAddress::LocalHost, 1, [&](const QByteArray &r) { response = r; });
    QTRY_COMPARE(response, QByteArray());
    QVERIFY(handshaker.isIdle());
}

void HandshakerTest::headThatIsNeverAnsweredIsGivenUp()
{
    Handshaker handshaker;
    QList<QByteArray> answers;
    const QByteArray half = head().left(60);
    handshaker.answer(half, QHostAddress::LocalHost, 1, [&](const QByteArray &r) { answers.append(r); });
    const std::int64_t start = relay::loop::monotonicMs();
    QCoreApplication::processEvents();
    handshaker.sweep(start + Handshaker::kPatienceMs - 1000);
    QVERIFY(answers.isEmpty());
    QVERIFY(!handshaker.isIdle());
    handshaker.sweep(start + Handshaker::kPatienceMs);
    handshaker.sweep(start + 2 * Handshaker::kPatienceMs);
    QCoreApplication::processEvents();
    QCOMPARE(answers, QList<QByteArray> { QByteArray() });
    QVERIFY(handshaker.isIdle());
}

void HandshakerTest::manyAtOnceEachGetTheirOwn()
{
    Handshaker handshaker;
    constexpr int kMany = 500; // far more than QWebSocketServer keeps pending
    QList<QByteArray> responses(kMany);
    for (int i = 0; i < kMany; ++i) {
        handshaker.answer(head({}, keyOf(i)), QHostAddress::LocalHost, quint16(i),
                          [&responses, i](const QByteArray &r) { responses[i] = r; });
    }
    QTRY_VERIFY(!responses.contains(QByteArray()));
    // Not the whole answers: a second may end between two of them, and they tell the date.
    for (int i = 0; i < kMany; ++i) {
        const QByteArray line = "\r\nSec-WebSocket-Accept: " + acceptOf(keyOf(i)) + "\r\n";
        QVERIFY2(responses[i].contains(line), responses[i].constData());
    }
}

QTEST_GUILESS_MAIN(HandshakerTest)
#include "tst_handshaker.moc"
