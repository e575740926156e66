// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/http/origin.h"

#include <QtTest>

using namespace relay;

class OriginTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoMayReachTheRelay_data();
    void whoMayReachTheRelay();
    void programsSendNoOrigin();
    void theListAllowsMore_data();
    void theListAllowsMore();
    void throughTlsTheSameHostIsHttps_data();
    void throughTlsTheSameHostIsHttps();
    void aForeignNameForLoopbackIsFound_data();
    void aForeignNameForLoopbackIsFound();
};

void OriginTest::whoMayReachTheRelay_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<bool>("isAllowed");
    const auto row = [](const char *host, const char *origin, bool isAllowed) {
        QTest::addRow("%s from %s", host, origin) << QByteArray(host) << QByteArray(origin) << isAllowed;
    };
    // The same host: scheme's default port counts.
    row("relay.example:9999", "http://relay.example:9999", true);
    row("relay.example", "http://relay.example", true);
    row("relay.example:80", "http://relay.example", true);
    row("relay.example", "http://relay.example:80", true);
    row("relay.example", "https://relay.example", true);
    row("relay.example:443", "https://relay.example", true);
    row("RELAY.example", "HTTP://Relay.Example", true);
    row("[2001:db8::1]:9999", "http://[2001:db8::1]:9999", true);
    row("192.0.2.1:9999", "http://192.0.2.1:9999", true);
    row("relay.example:9999", "http://relay.example", false);
    row("relay.example:9999", "http://relay.example:9998", false);
    row("relay.example:80", "https://relay.example", false);
    row("relay.example", "http://evil.example", false);
    row("relay.example", "http://relay.example.evil.example", false);
    row("relay.example", "http://evil-relay.example", false);
    row("relay.example", "http://relay.example@evil.example", false);
    row("[2001:db8::1]:9999", "http://[2001:db8::2]:9999", false);
    // Loopback pages, at any port.
    row("127.0.0.1:9999", "http://localhost:8080", true);
    row("relay.example", "http://localhost", true);
    row("relay.example", "https://LOCALHOST:1234", true);
    row("relay.example", "http://app.localhost:5173", true);
    row("relay.example", "http://127.0.0.1:5173", true);
    row("relay.example", "http://127.8.9.10", true);
    row("relay.example", "http://[::1]:5173", true);
    row("relay.example", "http://notlocalhost", false);
    row("relay.example", "http://localhost.evil.example", false);
    row("relay.example", "http://127.0.0.1.evil.example", false);
    row("relay.example", "http://128.0.0.1", false);
    row("relay.example", "http://[::2]", false);
    // What is no origin of a page.
    row("relay.example", "null", false);
    row("relay.example", "", false);
    row("relay.example", "relay.example", false);
    row("relay.example", "file://", false);
    row("relay.example", "file://localhost", false);
    row("relay.example", "chrome-extension://localhost", false);
    row("relay.example", "http://", false);
    row("relay.example", "http://:80", false);
    row("relay.example", "http://localhost:x", false);
    row("relay.example", "http://localhost:99999", false);
    row("relay.example", "http://localhost:", false);
    row("relay.example", "http://[::1", false);
    row("relay.example", "http://[::1]x", false);
    row("relay.example", "http://localhost/", false);
    row("relay.example", "http://localhost:80/", false);
    row("relay.example", "http://relay.example http://localhost", false);
}

void OriginTest::whoMayReachTheRelay()
{
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, origin);
    QFETCH(bool, isAllowed);
    http::RequestHead head;
    head.headers = { { "host", host }, { "origin", origin } };
    QCOMPARE(http::isOriginAllowed(head, {}), isAllowed);
    QVERIFY(http::isOriginAllowed(head, { "*" }));
    QVERIFY(http::isOriginAllowed(head, { "http://other.example", origin }));
}

void OriginTest::programsSendNoOrigin()
{
    http::RequestHead head;
    head.headers = { { "host", "relay.example" } };
    QVERIFY(http::isOriginAllowed(head, {}));
}

void OriginTest::theListAllowsMore_data()
{
    QTest::addColumn<QByteArray>("allowed");
    QTest::addColumn<bool>("isAllowed");
    QTest::newRow("exact") << QByteArray("https://lab.example") << true;
    QTest::newRow("other case") << QByteArray("HTTPS://Lab.example") << true;
    QTest::newRow("any") << QByteArray("*") << true;
    QTest::newRow("other scheme") << QByteArray("http://lab.example") << false;
    QTest::newRow("prefix") << QByteArray("https://lab.exam") << false;
    QTest::newRow("longer") << QByteArray("https://lab.example.org") << false;
    QTest::newRow("pattern") << QByteArray("https://*.example") << false;
}

void OriginTest::theListAllowsMore()
{
    QFETCH(QByteArray, allowed);
    QFETCH(bool, isAllowed);
    http::RequestHead head;
    head.headers = { { "host", "relay.example" }, { "origin", "https://lab.example" } };
    QCOMPARE(http::isOriginAllowed(head, { allowed }), isAllowed);
}

void OriginTest::throughTlsTheSameHostIsHttps_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<bool>("isAllowed");
    const auto row = [](const char *host, const char *origin, bool isAllowed) {
        QTest::addRow("%s from %s", host, origin) << QByteArray(host) << QByteArray(origin) << isAllowed;
    };
    row("relay.example", "https://relay.example", true);
    row("relay.example:443", "https://relay.example", true);
    row("relay.example", "https://relay.example:443", true);
    row("relay.example:9443", "https://relay.example:9443", true);
    row("relay.example", "http://relay.example", false);
    row("relay.example:9443", "http://relay.example:9443", false);
    row("relay.example:9443", "https://relay.example", false);
    row("relay.example", "https://evil.example", false);
    row("relay.example", "http://localhost:8080", true);
}

void OriginTest::throughTlsTheSameHostIsHttps()
{
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, origin);
    QFETCH(bool, isAllowed);
    http::RequestHead head;
    head.headers = { { "host", host }, { "origin", origin } };
    QCOMPARE(http::isOriginAllowed(head, {}, true), isAllowed);
}

void OriginTest::aForeignNameForLoopbackIsFound_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("isOwn");
    for (const char *own : { "localhost", "localhost:8888", "LOCALHOST", "127.0.0.1:8888", "[::1]:8888", "192.168.1.7" })
        QTest::addRow("%s", own) << QByteArray(own) << true;
    for (const char *foreign : { "evil.example:8888", "localhost.evil.example", "127.0.0.1.evil.example", ":8888", "" })
        QTest::addRow("'%s'", foreign) << QByteArray(foreign) << false;
}

void OriginTest::aForeignNameForLoopbackIsFound()
{
    QFETCH(QByteArray, host);
    QFETCH(bool, isOwn);
    http::RequestHead head;
    QVERIFY(http::isHostOwn(head));
    head.headers = { { "host", host } };
    QCOMPARE(http::isHostOwn(head), isOwn);
}

QTEST_APPLESS_MAIN(OriginTest)
#include "tst_origin.moc"
