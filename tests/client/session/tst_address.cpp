// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/address.h"
#include "client/session/session.h"

#include <QNetworkProxy>
#include <QTest>

using namespace relay::client::session;

namespace {

Address address(const char *url)
{
    const auto parsed = parseAddress(QString::fromLatin1(url));
    return std::holds_alternative<Address>(parsed) ? std::get<Address>(parsed) : Address();
}

QString proxy(bool isSecure, const char *host, const QList<std::pair<const char *, const char *>> &variables)
{
    QProcessEnvironment environment;
    for (const auto &[name, value] : variables)
        environment.insert(QString::fromLatin1(name), QString::fromLatin1(value));
    const QNetworkProxy chosen = proxyFor(isSecure, QString::fromLatin1(host), environment);
    if (chosen.type() == QNetworkProxy::NoProxy)
        return QStringLiteral("none");
    return (chosen.type() == QNetworkProxy::Socks5Proxy ? QStringLiteral("socks ") : QStringLiteral("http "))
        + chosen.hostName() + u':' + QString::number(chosen.port());
}

} // namespace

class TestAddress : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addressesAreTakenApart()
    {
        QCOMPARE(address("ws://relay.example/in/demo"),
                 (Address { false, QStringLiteral("relay.example"), 80, "/in/demo", "relay.example" }));
        QCOMPARE(
            address("wss://relay.example:9443/session/a%20b?code=x&y"),
            (Address { true, QStringLiteral("relay.example"), 9443, "/session/a%20b?code=x&y", "relay.example:9443" }));
        QCOMPARE(address("wss://[::1]:443"), (Address { true, QStringLiteral("::1"), 443, "/", "[::1]" }));
    }

    void otherThingsAreNone_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : { "", "demo", "http://relay.example/", "ws://", "ws:///in", "ws://user:pass@host/",
                                  "ws://host/#part", "ws://host:99999/", "ws://a b/" })
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void otherThingsAreNone()
    {
        QFETCH(QString, text);
        QVERIFY(std::holds_alternative<QString>(parseAddress(text)));
    }

    void anAccessPointWantsAToken()
    {
        const auto refused = makeTarget(QStringLiteral("https://relay.example/access/session/x"), {}, {});
        QVERIFY(std::get<QString>(refused).contains(QStringLiteral("--token-file")));
        const auto target = makeTarget(QStringLiteral("https://relay.example/access/session/x"), {}, "ey");
        QCOMPARE(std::get<Target>(target).access.host(), QStringLiteral("relay.example"));
        QVERIFY(std::get<Target>(makeTarget(QStringLiteral("ws://h/x"), {}, {})).access.isEmpty());
    }

    void proxiesComeFromTheEnvironment()
    {
        QCOMPARE(proxy(true, "relay.example", {}), QStringLiteral("none"));
        QCOMPARE(proxy(true, "relay.example", { { "https_proxy", "http://proxy.example:3128" } }),
                 QStringLiteral("http proxy.example:3128"));
        QCOMPARE(proxy(false, "relay.example", { { "https_proxy", "http://proxy.example:3128" } }),
                 QStringLiteral("none"));
        QCOMPARE(proxy(false, "relay.example", { { "http_proxy", "proxy.example" } }),
                 QStringLiteral("http proxy.example:8080"));
        QCOMPARE(proxy(true, "relay.example", { { "HTTPS_PROXY", "http://proxy.example:1" } }),
                 QStringLiteral("http proxy.example:1"));
        QCOMPARE(proxy(false, "relay.example", { { "ALL_PROXY", "socks5://proxy.example" } }),
                 QStringLiteral("socks proxy.example:1080"));
        QCOMPARE(proxy(false, "relay.example", { { "HTTP_PROXY", "http://attacker.example:1" } }),
                 QStringLiteral("none"));
    }

    void someHostsAreReachedWithoutOne()
    {
        const auto with = [](const char *list, const char *host) {
            return proxy(true, host, { { "https_proxy", "http://p:1" }, { "no_proxy", list } });
        };
        const QString none = QStringLiteral("none");
        QCOMPARE(with("localhost,lab.example", "lab.example"), none);
        QCOMPARE(with("lab.example", "relay.lab.example"), none);
        QCOMPARE(with(".lab.example", "relay.lab.example"), none);
        QCOMPARE(with("10.0.0.0/8", "10.1.2.3"), none);
        QCOMPARE(with("*", "relay.example"), none);
        QVERIFY(with("lab.example", "mylab.example") != none);
        QVERIFY(with("10.0.0.0/8", "11.1.2.3") != none);
        QVERIFY(with("", "lab.example") != none);
    }
};

QTEST_GUILESS_MAIN(TestAddress)
#include "tst_address.moc"
