// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/forwarded.h"

#include "tests/server/front/requests.h"

#include <QtTest>

using namespace relay;
using namespace relay::front;

namespace {

std::vector<Network> networks(const QStringList &texts)
{
    std::vector<Network> all;
    for (const QString &text : texts)
        all.push_back(*parseNetwork(text));
    return all;
}

const std::vector<Network> kProxies
    = networks({ QStringLiteral("127.0.0.1"), QStringLiteral("10.0.0.0/8"), QStringLiteral("2001:db8::/32") });

Client clientFrom(const char *peer, const QByteArrayList &headers)
{
    const auto head = std::get<http::RequestHead>(http::parseHead(test::request("GET /", headers)));
    return clientOf(head, { QHostAddress(QString::fromLatin1(peer)), 5000, false }, kProxies);
}

QString addressFrom(const char *peer, const QByteArrayList &headers)
{
    return clientFrom(peer, headers).address.toString();
}

QHostAddress address(const char *text)
{
    return QHostAddress(QString::fromLatin1(text));
}

} // namespace

class ForwardedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void networksAreReadAsPeopleWriteThem()
    {
        for (const char *good : { "10.0.0.0/8", "127.0.0.1", "::1", "2001:db8::/32", "0.0.0.0/0" })
            QVERIFY2(parseNetwork(QString::fromLatin1(good)), good);
        for (const char *bad : { "", "lab", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/-1", "2001:db8::/129", "/8" })
            QVERIFY2(!parseNetwork(QString::fromLatin1(bad)), bad);
        QVERIFY(isIn(address("::ffff:10.1.2.3"), kProxies));
        QVERIFY(!isIn(address("11.1.2.3"), kProxies));
    }

    void onlyAProxyThatIsTrustedIsBelieved()
    {
        QCOMPARE(addressFrom("127.0.0.1", { "X-Forwarded-For: 192.0.2.7" }), QStringLiteral("192.0.2.7"));
        QCOMPARE(addressFrom("192.0.2.99", { "X-Forwarded-For: 192.0.2.7" }), QStringLiteral("192.0.2.99"));
        QCOMPARE(addressFrom("127.0.0.1", {}), QStringLiteral("127.0.0.1"));
    }

    void theLastAddressThatIsNoProxyCounts()
    {
        QCOMPARE(addressFrom("127.0.0.1", { "X-Forwarded-For: 6.6.6.6, 192.0.2.7, 10.1.1.1" }),
                 QStringLiteral("192.0.2.7"));
        QCOMPARE(addressFrom("127.0.0.1", { "X-Forwarded-For: 6.6.6.6", "X-Forwarded-For: 192.0.2.7" }),
                 QStringLiteral("192.0.2.7"));
        QCOMPARE(addressFrom("127.0.0.1", { "X-Forwarded-For: 10.1.1.1" }), QStringLiteral("10.1.1.1"));
    }

    void allFormsOfAnAddressAreRead()
    {
        QCOMPARE(addressFrom("127.0.0.1", { "X-Forwarded-For: 192.0.2.7:4711" }), QStringLiteral("192.0.2.7"));
        QCOMPARE(addressFrom("127.0.0.1", { "X-Forwarded-For: [2001:beef::1]:80" }), QStringLiteral("2001:beef::1"));
        QCOMPARE(addressFrom("127.0.0.1", { "X-Forwarded-For: 2001:beef::1" }), QStringLiteral("2001:beef::1"));
        QCOMPARE(addressFrom("127.0.0.1", { "X-Forwarded-For: ::ffff:192.0.2.7" }), QStringLiteral("192.0.2.7"));
    }

    void nonsenseCountsAsNothing()
    {
        for (const char *nonsense : { "unknown", "", ",", "1.2.3", "fe80::1%eth0", "<script>", "[", "192.0.2.7, bad" })
            QCOMPARE(addressFrom("127.0.0.1", { QByteArray("X-Forwarded-For: ") + nonsense }),
                     QStringLiteral("127.0.0.1"));
    }

    void theSchemeIsBelievedLikewise()
    {
        QVERIFY(clientFrom("127.0.0.1", { "X-Forwarded-Proto: https" }).isSecure);
        QVERIFY(!clientFrom("127.0.0.1", { "X-Forwarded-Proto: http" }).isSecure);
        QVERIFY(!clientFrom("192.0.2.1", { "X-Forwarded-Proto: https" }).isSecure);
        QCOMPARE(clientFrom("127.0.0.1", { "X-Forwarded-For: 192.0.2.7" }).port, quint16(0));
        QCOMPARE(clientFrom("192.0.2.1", {}).port, quint16(5000));
    }

    void anIpv4PeerOfADualListenerIsShownAsOne()
    {
        QCOMPARE(addressFrom("::ffff:192.0.2.1", {}), QStringLiteral("192.0.2.1"));
        QCOMPARE(addressFrom("2001:db8::1", {}), QStringLiteral("2001:db8::1"));
    }
};

QTEST_GUILESS_MAIN(ForwardedTest)
#include "tst_forwarded.moc"
