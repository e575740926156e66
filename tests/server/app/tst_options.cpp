// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options.h"

#include <QDir>
#include <QTest>

using namespace relay;
using namespace relay::app;

namespace {

QStringList relayd(const QStringList &arguments)
{
    return QStringList { QStringLiteral("relayd") } + arguments;
}

} // namespace

class OptionsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void endpointsAreRead_data();
    void endpointsAreRead();
    void loopbackIsTheDefault();
    void otherAddressesNeedOpenOrASecret();
    void openServesAnyAddress();
    void aSecretNeverMeansOpenMode();
    void aSecretIsNoFlag();
    void crossbarsVariableIsWeakerThanOurs();
    void deadAfterMustBeLongerThanThePingPeriod();
    void relativeAdminSocketIsInTheCurrentDirectory();
    void tlsNeedsCertificateAndKey();
    void certificateNeedsATlsAddress();
    void onlyTlsMayListen();
    void tlsOnOtherAddressesNeedsOpen();
    void tlsVersions();
};

void OptionsTest::init()
{
    for (const char *name : { "RELAY_LISTEN", "CROSSBAR_LISTEN", "RELAY_SECRET", "RELAY_OPEN", "RELAY_CONFIG" })
        qunsetenv(name);
}

void OptionsTest::endpointsAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("port");
    QTest::newRow("IPv4") << u"127.0.0.1:9999"_qs << u"127.0.0.1"_qs << 9999;
    QTest::newRow("IPv6") << u"[::1]:80"_qs << u"::1"_qs << 80;
    QTest::newRow("name") << u"localhost:0"_qs << u"127.0.0.1"_qs << 0;
    QTest::newRow("every address") << u":3000"_qs << QHostAddress(QHostAddress::Any).toString() << 3000;
    QTest::newRow("no port") << u"127.0.0.1"_qs << QString() << 0;
    QTest::newRow("port too large") << u"127.0.0.1:70000"_qs << QString() << 0;
    QTest::newRow("IPv6 without brackets") << u"::1:80"_qs << QString() << 0;
    QTest::newRow("nonsense") << u"here:there"_qs << QString() << 0;
}

void OptionsTest::endpointsAreRead()
{
    QFETCH(QString, text);
    QFETCH(QString, address);
    QFETCH(int, port);
    const auto endpoint = parseEndpoint(text);
    QCOMPARE(endpoint.has_value(), !address.isEmpty());
    if (endpoint) {
        QCOMPARE(endpoint->address.toString(), address);
        QCOMPARE(int(endpoint->port), port);
    }
}

void OptionsTest::loopbackIsTheDefault()
{
    const auto read = readOptions(relayd({}));
    QVERIFY(std::holds_alternative<Options>(read));
    const auto &options = std::get<Options>(read);
    QVERIFY(options.listen.front().address.isLoopback());
    QCOMPARE(int(options.listen.front().port), 9999);
    QCOMPARE(options.maxMessage, quint64(10 * 1024 * 1024));
    QVERIFY(!options.adminSocket.isEmpty());
}

void OptionsTest::otherAddressesNeedOpenOrASecret()
{
    const auto read = readOptions(relayd({ u"--listen"_qs, u"0.0.0.0:9999"_qs }));
    const auto &exit = std::get<config::Exit>(read);
    QCOMPARE(exit.code, 1);
    QVERIFY(exit.isError);
    QVERIFY(exit.text.contains(u"--open"));
    QVERIFY(exit.text.contains(u"RELAY_SECRET"));
}

void OptionsTest::openServesAnyAddress()
{
    const auto read = readOptions(relayd({ u"--listen"_qs, u"0.0.0.0:9999"_qs, u"--open"_qs }));
    QVERIFY(std::holds_alternative<Options>(read));
}

void OptionsTest::aSecretNeverMeansOpenMode()
{
    qputenv("RELAY_SECRET", "correct horse");
    const auto read = readOptions(relayd({ u"--open"_qs }));
    const auto &exit = std::get<config::Exit>(read);
    QCOMPARE(exit.code, 1);
    QVERIFY(!exit.text.contains(u"correct horse"));
}

void OptionsTest::aSecretIsNoFlag()
{
    const auto read = readOptions(relayd({ u"--secret"_qs, u"correct horse"_qs }));
    const auto &exit = std::get<config::Exit>(read);
    QVERIFY(exit.code != 0);
    QVERIFY(!exit.text.contains(u"correct horse"));
}

void OptionsTest::crossbarsVariableIsWeakerThanOurs()
{
    qputenv("CROSSBAR_LISTEN", "127.0.0.1:8089");
    QCOMPARE(int(std::get<Options>(readOptions(relayd({}))).listen.front().port), 8089);
    qputenv("RELAY_LISTEN", "127.0.0.1:8090");
    QCOMPARE(int(std::get<Options>(readOptions(relayd({}))).listen.front().port), 8090);
    QCOMPARE(int(std::get<Options>(readOptions(relayd({ u"--listen"_qs, u"127.0.0.1:8091"_qs }))).listen.front().port),
             8091);
}

void OptionsTest::deadAfterMustBeLongerThanThePingPeriod()
{
    const auto read = readOptions(relayd({ u"--dead-after"_qs, u"20s"_qs }));
    QVERIFY(std::get<config::Exit>(read).text.contains(u"dead-after"));
}

void OptionsTest::relativeAdminSocketIsInTheCurrentDirectory()
{
    const auto options = std::get<Options>(readOptions(relayd({ u"--admin-socket"_qs, u"my.sock"_qs })));
    QCOMPARE(options.adminSocket, QDir::current().absoluteFilePath(u"my.sock"_qs));
}

void OptionsTest::tlsNeedsCertificateAndKey()
{
    const auto read
        = readOptions(relayd({ u"--tls-listen"_qs, u"127.0.0.1:0"_qs, u"--tls-certificate"_qs, u"c.pem"_qs }));
    const auto &exit = std::get<config::Exit>(read);
    QCOMPARE(exit.code, 1);
    QVERIFY(exit.text.contains(u"--tls-key"));
}

void OptionsTest::certificateNeedsATlsAddress()
{
    const auto read = readOptions(relayd({ u"--tls-certificate"_qs, u"c.pem"_qs, u"--tls-key"_qs, u"k.pem"_qs }));
    QVERIFY(std::get<config::Exit>(read).text.contains(u"--tls-listen"));
}

void OptionsTest::onlyTlsMayListen()
{
    const auto nothing = readOptions(relayd({ u"--listen"_qs, u"none"_qs }));
    QVERIFY(std::get<config::Exit>(nothing).text.contains(u"--tls-listen"));
    const auto read = readOptions(relayd({ u"--listen"_qs, u"none"_qs, u"--tls-listen"_qs, u"127.0.0.1:9443"_qs,
                                           u"--tls-certificate"_qs, u"c.pem"_qs, u"--tls-key"_qs, u"k.pem"_qs }));
    const auto &options = std::get<Options>(read);
    QVERIFY(options.listen.empty());
    QCOMPARE(int(options.tlsListen->port), 9443);
    QCOMPARE(options.tls.certificate, u"c.pem"_qs);
}

void OptionsTest::tlsOnOtherAddressesNeedsOpen()
{
    const QStringList files { u"--tls-certificate"_qs, u"c.pem"_qs, u"--tls-key"_qs, u"k.pem"_qs };
    const QStringList everywhere = relayd({ u"--tls-listen"_qs, u"0.0.0.0:9443"_qs }) + files;
    const auto read = readOptions(everywhere);
    QVERIFY(std::get<config::Exit>(read).text.contains(u"0.0.0.0:9443"));
    QVERIFY(std::holds_alternative<Options>(readOptions(everywhere + QStringList { u"--open"_qs })));
}

void OptionsTest::tlsVersions()
{
    const QStringList tls { u"--tls-listen"_qs,      u"127.0.0.1:0"_qs,
                            u"--tls-certificate"_qs, u"c"_qs,
                            u"--tls-key"_qs,         u"k"_qs };
    QCOMPARE(std::get<Options>(readOptions(relayd(tls))).tls.minimum, tls::Version::Tls12);
    const QStringList newer = tls + QStringList { u"--tls-min-version"_qs, u"1.3"_qs };
    QCOMPARE(std::get<Options>(readOptions(relayd(newer))).tls.minimum, tls::Version::Tls13);
    const QStringList older = tls + QStringList { u"--tls-min-version"_qs, u"1.1"_qs };
    QVERIFY(std::holds_alternative<config::Exit>(readOptions(relayd(older))));
}

QTEST_GUILESS_MAIN(OptionsTest)
#include "tst_options.moc"
