// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/http/body.h"
#include "common/http/upgrade.h"

#include <QtTest>

using namespace relay;

namespace {

const QByteArray kGood = "GET /x HTTP/1.1\r\nHost: h\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
                         "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

http::RequestHead headOf(const QByteArray &text)
{
    return std::get<http::RequestHead>(http::parseHead(text));
}

} // namespace

class UpgradeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodHandshakeHasNoFault()
    {
        const auto head = headOf(kGood);
        QVERIFY(http::wantsWebsocket(head));
        QVERIFY(!http::faultOfHandshake(head));
        // The example of RFC 6455, section 1.3.
        QCOMPARE(http::acceptKey(head.header("sec-websocket-key")), QByteArray("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
    }

    void eachFaultHasItsStatus_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("headers");
        QTest::addRow("method") << QByteArray("GET") << QByteArray("PUT") << 405 << QByteArray("Allow: GET\r\n");
        QTest::addRow("HTTP/1.0") << QByteArray("HTTP/1.1") << QByteArray("HTTP/1.0") << 505 << QByteArray();
        QTest::addRow("no upgrade") << QByteArray("Upgrade: websocket\r\n") << QByteArray() << 400 << QByteArray();
        QTest::addRow("no connection") << QByteArray("keep-alive, Upgrade") << QByteArray("keep-alive") << 400
                                       << QByteArray();
        QTest::addRow("version") << QByteArray("Version: 13") << QByteArray("Version: 8") << 426
                                 << QByteArray(http::kUpgradeFields);
        QTest::addRow("key") << QByteArray("dGhlIHNhbXBsZSBub25jZQ==") << QByteArray("x") << 400 << QByteArray();
    }

    void eachFaultHasItsStatus()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(int, status);
        QFETCH(QByteArray, headers);
        const auto fault = http::faultOfHandshake(headOf(QByteArray(kGood).replace(from, to)));
        QVERIFY(fault);
        QCOMPARE(fault->status, status);
        QCOMPARE(fault->headers, headers);
        QVERIFY(!fault->reason.isEmpty());
    }

    void aBodyHasToBeAnnouncedAndAsItIs()
    {
        const QByteArray start = "POST /ts/video HTTP/1.1\r\nHost: h\r\n";
        QCOMPARE(http::faultOfIngest(headOf(start + "\r\n"))->status, 411);
        QCOMPARE(http::faultOfIngest(headOf(start + "Content-Length: 3\r\nContent-Encoding: gzip\r\n\r\n"))->status,
                 415);
        QVERIFY(!http::faultOfIngest(headOf(start + "Transfer-Encoding: chunked\r\n\r\n")));
        QVERIFY(!http::faultOfIngest(headOf(start + "Content-Length: 3\r\nContent-Encoding: identity\r\n\r\n")));
    }

    void theOnlyExpectationIsToContinue()
    {
        const QByteArray start = "POST /ts/video HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n";
        const auto expecting = headOf(start + "Expect: 100-continue\r\n\r\n");
        QVERIFY(!http::faultOfExpect(expecting));
        QVERIFY(http::expectsContinue(expecting));
        QVERIFY(!http::expectsContinue(headOf(start + "\r\n")));
        QCOMPARE(http::faultOfExpect(headOf(start + "Expect: wonders\r\n\r\n"))->status, 417);
    }
};

QTEST_GUILESS_MAIN(UpgradeTest)
#include "tst_upgrade.moc"
