// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/proxychoice.h"

#include <QTest>

using namespace relay::client::session;

namespace {

using Variables = QList<std::pair<const char *, const char *>>;

//! What is chosen, as a picture: "none", "http host:port", "socks host:port" or "fault".
QString chosen(const Destination &destination, const Variables &variables)
{
    QProcessEnvironment environment;
    for (const auto &[name, value] : variables)
        environment.insert(QString::fromLatin1(name), QString::fromLatin1(value));
    const auto choice = proxyFor(destination, environment);
    if (std::holds_alternative<QString>(choice))
        return QStringLiteral("fault");
    const auto &proxy = std::get<QNetworkProxy>(choice);
    if (proxy.type() == QNetworkProxy::NoProxy)
        return QStringLiteral("none");
    const bool isSocks = proxy.type() == QNetworkProxy::Socks5Proxy;
    return (isSocks ? QStringLiteral("socks ") : QStringLiteral("http ")) + proxy.hostName() + u':'
        + QString::number(proxy.port());
}

QString plain(const Variables &variables)
{
    return chosen({ false, QStringLiteral("relay.example"), 80 }, variables);
}

QString encrypted(const Variables &variables)
{
    return chosen({ true, QStringLiteral("relay.example"), 443 }, variables);
}

} // namespace

class TestProxyChoice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachKindOfConnectionHasItsVariable()
    {
        QCOMPARE(encrypted({}), QStringLiteral("none"));
        QCOMPARE(encrypted({ { "https_proxy", "http://proxy.example:3128" } }),
                 QStringLiteral("http proxy.example:3128"));
        QCOMPARE(plain({ { "https_proxy", "http://proxy.example:3128" } }), QStringLiteral("none"));
        QCOMPARE(plain({ { "http_proxy", "proxy.example" } }), QStringLiteral("http proxy.example:8080"));
        QCOMPARE(encrypted({ { "HTTPS_PROXY", "http://proxy.example:1" } }), QStringLiteral("http proxy.example:1"));
        QCOMPARE(plain({ { "ALL_PROXY", "socks5://proxy.example" } }), QStringLiteral("socks proxy.example:1080"));
    }

    void smallLettersGoBeforeCapitalsAndTheOwnBeforeAll()
    {
        QCOMPARE(encrypted({ { "https_proxy", "http://a:1" }, { "HTTPS_PROXY", "http://b:1" } }),
                 QStringLiteral("http a:1"));
        QCOMPARE(encrypted({ { "all_proxy", "http://a:1" }, { "HTTPS_PROXY", "http://b:1" } }),
                 QStringLiteral("http b:1"));
    }

    void whoSendsARequestDoesNotChooseTheProxy()
    {
        QCOMPARE(plain({ { "HTTP_PROXY", "http://attacker.example:1" } }), QStringLiteral("none"));
    }

    void aProxyMayWantANameAndAWord()
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("https_proxy"), QStringLiteral("http://me:p%40ss@proxy.example:3128"));
        const auto proxy = std::get<QNetworkProxy>(proxyFor({ true, QStringLiteral("h"), 443 }, environment));
        QCOMPARE(proxy.user(), QStringLiteral("me"));
        QCOMPARE(proxy.password(), QStringLiteral("p@ss"));
    }

    void whatCannotBeUsedIsSaid()
    {
        QCOMPARE(encrypted({ { "https_proxy", "https://proxy.example" } }), QStringLiteral("fault"));
        QCOMPARE(encrypted({ { "https_proxy", "socks4://proxy.example" } }), QStringLiteral("fault"));
        QCOMPARE(encrypted({ { "https_proxy", "http://" } }), QStringLiteral("fault"));
    }

    void thisMachineIsReachedWithoutOne()
    {
        for (const char *host : { "localhost", "127.0.0.1", "127.9.9.9", "::1" })
            QCOMPARE(chosen({ false, QString::fromLatin1(host), 9999 }, { { "http_proxy", "http://p:1" } }),
                     QStringLiteral("none"));
    }

    void someHostsAreReachedWithoutOne_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("host");
        QTest::addColumn<bool>("isDirect");
        const auto row = [](const char *list, const char *host, bool isDirect) {
            QTest::addRow("%s for %s", list, host)
                << QString::fromLatin1(list) << QString::fromLatin1(host) << isDirect;
        };
        row("other.example, lab.example", "lab.example", true);
        row("lab.example", "LAB.example", true);
        row("lab.example", "relay.lab.example", true);
        row(".lab.example", "relay.lab.example", true);
        row("*.lab.example", "relay.lab.example", true);
        row("lab.example", "mylab.example", false);
        row("lab.example:443", "lab.example", true);
        row("lab.example:8443", "lab.example", false);
        row("10.0.0.0/8", "10.1.2.3", true);
        row("10.0.0.0/8", "11.1.2.3", false);
        row("10.1.2.3", "10.1.2.3", true);
        row("fd00::1", "fd00::1", true);
        row("[fd00::1]:443", "fd00::1", true);
        row("[fd00::1]:80", "fd00::1", false);
        row("*", "relay.example", true);
        row("", "lab.example", false);
        row(" , ,.", "lab.example", false);
    }

    void someHostsAreReachedWithoutOne()
    {
        QFETCH(QString, list);
        QFETCH(QString, host);
        QFETCH(bool, isDirect);
        const QByteArray text = list.toLatin1();
        QCOMPARE(chosen({ true, host, 443 }, { { "https_proxy", "http://p:1" }, { "no_proxy", text.constData() } }),
                 isDirect ? QStringLiteral("none") : QStringLiteral("http p:1"));
    }
};

QTEST_GUILESS_MAIN(TestProxyChoice)
#include "tst_proxychoice.moc"
