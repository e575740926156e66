// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace relay;
using namespace relay::app;

namespace {

const char kSecret[] = "correct horse battery staple, and more";

QStringList relayd(const QStringList &words = {})
{
    return QStringList { QStringLiteral("relayd") } + words;
}

void clearEnvironment()
{
    for (const char *name : { "RELAY_SECRET",
                              "RELAY_SECRET_FILE",
                              "RELAY_PREVIOUS_SECRET",
                              "RELAY_AUDIENCE",
                              "RELAY_PREVIOUS_SECRET_FILE",
                              "RELAY_CONFIG",
                              "RELAY_URL",
                              "RELAY_LISTEN",
                              "RELAY_PORT_ACCESS",
                              "RELAY_PORT_RELAY",
                              "RELAY_STATS_EVERY",
                              "RELAY_TIDY_EVERY",
                              "RELAY_STATE_DIR",
                              "RELAY_BUFFER_SIZE",
                              "RELAY_PROFILE",
                              "RELAY_PORT_PROFILE",
                              "RELAY_ALLOW_NO_BOOKING_ID",
                              "RELAY_LOG_LEVEL",
                              "RELAY_LOG_FORMAT",
                              "RELAY_LOG_FILE",
                              "RELAY_SHELL_SECRET",
                              "JUMP_RELAY_SECRET",
                              "JUMP_RELAY_AUDIENCE",
                              "JUMP_RELAY_URL",
                              "JUMP_RELAY_PORT_ACCESS",
                              "JUMP_RELAY_PORT_RELAY",
                              "STATE_DIRECTORY",
                              "CREDENTIALS_DIRECTORY",
                              "CROSSBAR_LISTEN" })
        qunsetenv(name);
}

QString refusalOf(const QStringList &words = {})
{
    const auto read = readOptionsAgain(relayd(words));
    const auto *exit = std::get_if<config::Exit>(&read);
    return exit ? exit->text : QStringLiteral("accepted");
}

Options accepted(const QStringList &words = {})
{
    const auto read = readOptionsAgain(relayd(words));
    if (const auto *exit = std::get_if<config::Exit>(&read))
        qFatal("%s", qPrintable(exit->text));
    return std::get<Options>(read);
}

} // namespace

class AccessOptionsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { clearEnvironment(); }
    void cleanupTestCase() { clearEnvironment(); }

    void aSecretMakesItSecured()
    {
        QVERIFY(!accepted().access.isSecured);
        qputenv("RELAY_SECRET", kSecret);
        QCOMPARE(refusalOf(), QStringLiteral("You must set RELAY_AUDIENCE\n"));
        qputenv("RELAY_AUDIENCE", "https://lab.example/access");
        const Options options = accepted();
        QVERIFY(options.access.isSecured);
        QCOMPARE(options.access.credentials.audience, QStringLiteral("https://lab.example/access"));
        QCOMPARE(options.access.credentials.acceptance.secrets, (std::vector<QByteArray> { kSecret }));
        QCOMPARE(options.access.handshakesPerSecond, 500);
        QCOMPARE(options.listen.size(), std::size_t(1));
        QVERIFY(options.listen.front().address.isLoopback());
    }

    void anUnusableSecretIsNeverOpenMode()
    {
        qputenv("RELAY_AUDIENCE", "https://lab.example/access");
        qputenv("RELAY_SECRET", "");
        QVERIFY(refusalOf().contains(QStringLiteral("RELAY_SECRET is set but empty")));
        QVERIFY(refusalOf({ QStringLiteral("--secret-file"), file(kSecret) }).contains(QStringLiteral("empty")));
        qunsetenv("RELAY_SECRET");
        qputenv("RELAY_SECRET_FILE", "");
        QVERIFY(refusalOf().contains(QStringLiteral("RELAY_SECRET_FILE is set but empty")));
        qunsetenv("RELAY_SECRET_FILE");
        QVERIFY(refusalOf({ QStringLiteral("--secret-file"), QString() }).contains(QStringLiteral("empty")));
        qputenv("RELAY_SECRET", "abc");
        QVERIFY(refusalOf().contains(QStringLiteral("shorter")));
        qunsetenv("RELAY_SECRET");
        QVERIFY(refusalOf({ QStringLiteral("--secret-file"), QStringLiteral("/nonexistent") })
                    .contains(QStringLiteral("cannot be read")));
        QVERIFY(refusalOf({ QStringLiteral("--secret-file"), file("") }).contains(QStringLiteral("empty")));
        qputenv("RELAY_SECRET", kSecret);
        QVERIFY(refusalOf({ QStringLiteral("--secret-file"), file(kSecret) }).contains(QStringLiteral("both")));
        QVERIFY(refusalOf({ QStringLiteral("--open") }).contains(QStringLiteral("--open")));
    }

    void aPreviousSecretIsTheSecondOne()
    {
        qputenv("RELAY_AUDIENCE", "https://lab.example/access");
        qputenv("RELAY_PREVIOUS_SECRET", "the former secret of this relay");
        QVERIFY(refusalOf().contains(QStringLiteral("previous")));
        const auto secrets
            = accepted({ QStringLiteral("--secret-file"), file(kSecret) }).access.credentials.acceptance.secrets;
        QCOMPARE(secrets, (std::vector<QByteArray> { kSecret, "the former secret of this relay" }));
    }

    void aSecretIsTheBytesOfItsVariable()
    {
        qputenv("RELAY_AUDIENCE", "https://lab.example/access");
        const QByteArray secret("no UTF-8: \xff\xfe, nor an end of it: \xc3");
        qputenv("RELAY_SECRET", secret);
        QCOMPARE(accepted().access.credentials.acceptance.secrets, (std::vector<QByteArray> { secret }));
    }

    void systemdMayBringTheSecret()
    {
        qputenv("RELAY_AUDIENCE", "https://lab.example/access");
        qputenv("CREDENTIALS_DIRECTORY", m_dir.path().toUtf8());
        QVERIFY(!accepted().access.isSecured);
        file(kSecret, QStringLiteral("relay-secret"));
        QVERIFY(accepted().access.isSecured);
        QFile::remove(m_dir.filePath(QStringLiteral("relay-secret")));
    }

    // What a unit of the servers before this one sets.
    void anExistingUnitWorksUnchanged()
    {
        qputenv("RELAY_SECRET", kSecret);
        qputenv("RELAY_AUDIENCE", "https://lab.example/access");
        qputenv("RELAY_URL", "wss://lab.example/relay");
        qputenv("RELAY_ALLOW_NO_BOOKING_ID", "true");
        qputenv("RELAY_BUFFER_SIZE", "256");
        qputenv("RELAY_LOG_LEVEL", "warn");
        qputenv("RELAY_LOG_FORMAT", "json");
        qputenv("RELAY_LOG_FILE", "stdout");
        qputenv("RELAY_PROFILE", "true");
        qputenv("RELAY_PORT_PROFILE", "6061");
        qputenv("RELAY_STATS_EVERY", "10s");
        qputenv("RELAY_TIDY_EVERY", "1m30s");
        const Options options = accepted();
        QCOMPARE(options.listen.size(), std::size_t(2));
        QCOMPARE(int(options.listen.at(0).port), 3000);
        QCOMPARE(int(options.listen.at(1).port), 3001);
        QCOMPARE(options.listen.at(0).address, QHostAddress(QHostAddress::Any));
        QVERIFY(options.access.credentials.allowsNoBooking);
        QCOMPARE(options.access.statsEveryMs, qint64(10'000));
        QCOMPARE(options.access.tidyEveryMs, qint64(90'000));
        QCOMPARE(options.access.credentials.target, QByteArray("wss://lab.example/relay"));
        QVERIFY(!options.access.hasCors); // its nginx has
        QVERIFY(front::isIn(QHostAddress(QStringLiteral("127.0.0.1")), options.access.trustedProxies));
        QVERIFY(front::isIn(QHostAddress(QStringLiteral("::1")), options.access.trustedProxies));
        QVERIFY(!front::isIn(QHostAddress(QStringLiteral("192.0.2.1")), options.access.trustedProxies));
        QVERIFY(accepted({ QStringLiteral("--cors") }).access.hasCors);
        QCOMPARE(
            accepted({ QStringLiteral("--trusted-proxy"), QStringLiteral("192.0.2.1") }).access.trustedProxies.size(),
            std::size_t(1));
        QCOMPARE(options.access.warnings.size(), 2); // of the profiler
        QCOMPARE(options.access.notices.size(), 1);  // of the buffer size
        QCOMPARE(options.logLevel, log::Level::Warn);
        QCOMPARE(options.logForm, log::Form::Json);
        QCOMPARE(options.logFile, QStringLiteral("stdout"));
    }

    void thePortsOfAnExistingUnitMayBeOthers()
    {
        qputenv("RELAY_SECRET", kSecret);
        qputenv("RELAY_AUDIENCE", "https://lab.example/access");
        qputenv("RELAY_URL", "wss://lab.example/relay");
        qputenv("RELAY_PORT_ACCESS", "4000");
        qputenv("RELAY_PORT_RELAY", "4001");
        QCOMPARE(int(accepted().listen.at(1).port), 4001);
        const Options one = accepted({ QStringLiteral("--listen"), QStringLiteral("0.0.0.0:9999") });
        QCOMPARE(one.listen.size(), std::size_t(1)); // which needs no --open, since there is a secret
    }

    void shellsHaveWhatTheRelayHas()
    {
        qputenv("RELAY_SECRET", kSecret);
        qputenv("RELAY_AUDIENCE", "https://lab.example/access");
        qputenv("RELAY_URL", "wss://lab.example/relay");
        const AccessOptions access = accepted().access;
        QCOMPARE(access.shellCredentials.acceptance.secrets, access.credentials.acceptance.secrets);
        QCOMPARE(access.shellCredentials.audience, access.credentials.audience);
        QCOMPARE(access.shellCredentials.target, access.credentials.target);
        QVERIFY(access.shellCredentials.allowsNoBooking);
        QVERIFY(!access.isForShellsOnly);
    }

    void anExistingUnitForShellsWorks()
    {
        qputenv("JUMP_RELAY_SECRET", "another secret, which is long enough as well");
        qputenv("JUMP_RELAY_AUDIENCE", "https://lab.example/jump");
        qputenv("JUMP_RELAY_URL", "wss://lab.example/jump/");
        const Options options = accepted();
        QCOMPARE(options.listen.size(), std::size_t(2));
        QCOMPARE(int(options.listen.at(0).port), 3002);
        QCOMPARE(int(options.listen.at(1).port), 3003);
        QVERIFY(options.access.isSecured);
        QVERIFY(options.access.isForShellsOnly);
        QVERIFY(options.access.credentials.acceptance.secrets.empty()); // so no token opens a session
        QCOMPARE(options.access.shellCredentials.acceptance.secrets.size(), std::size_t(1));
        QCOMPARE(options.access.shellCredentials.audience, QStringLiteral("https://lab.example/jump"));
        QCOMPARE(options.access.shellCredentials.target, QByteArray("wss://lab.example/jump"));
        qunsetenv("JUMP_RELAY_AUDIENCE");
        QCOMPARE(refusalOf(), QStringLiteral("You must set JUMP_RELAY_AUDIENCE\n"));
        qputenv("JUMP_RELAY_SECRET", "");
        QVERIFY(refusalOf().contains(QStringLiteral("JUMP_RELAY_SECRET is set but empty")));
    }

    void oneRelaydTakesThePlaceOfBoth()
    {
        qputenv("RELAY_SECRET", kSecret);
        qputenv("RELAY_AUDIENCE", "https://lab.example/access");
        qputenv("RELAY_URL", "wss://lab.example/relay");
        qputenv("JUMP_RELAY_SECRET", "another secret, which is long enough as well");
        qputenv("JUMP_RELAY_AUDIENCE", "https://lab.example/jump");
        qputenv("JUMP_RELAY_URL", "wss://lab.example/jump");
        qputenv("JUMP_RELAY_PORT_RELAY", "4003");
        const Options options = accepted();
        QList<int> ports;
        for (const Endpoint &endpoint : options.listen)
            ports << endpoint.port;
        QCOMPARE(ports, (QList<int> { 3000, 3001, 3002, 4003 }));
        QVERIFY(options.access.shellCredentials.acceptance.secrets != options.access.credentials.acceptance.secrets);
        QVERIFY(!options.access.isForShellsOnly);
    }

    void aSlashBehindThePublicAddressMeansNothing()
    {
        qputenv("RELAY_SECRET", kSecret);
        qputenv("RELAY_AUDIENCE", "https://lab.example/access");
        qputenv("RELAY_URL", "wss://lab.example/relay/");
        QCOMPARE(accepted().access.credentials.target, QByteArray("wss://lab.example/relay"));
    }

    void withTlsNoPlainPortIsOpenToOthersUnasked()
    {
        qputenv("RELAY_SECRET", kSecret);
        qputenv("RELAY_AUDIENCE", "https://lab.example/access");
        qputenv("RELAY_URL", "wss://lab.example");
        const Options options = accepted({ QStringLiteral("--tls-listen"), QStringLiteral("0.0.0.0:443"),
                                           QStringLiteral("--tls-certificate"), QStringLiteral("c.pem"),
                                           QStringLiteral("--tls-key"), QStringLiteral("k.pem") });
        QCOMPARE(options.listen.size(), std::size_t(1));
        QVERIFY(options.listen.front().address.isLoopback());
    }

    void levelsOfOtherProgramsAreKnown_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<log::Level>("level");
        QTest::newRow("trace") << QByteArray("trace") << log::Level::Debug;
        QTest::newRow("debug") << QByteArray("debug") << log::Level::Debug;
        QTest::newRow("info") << QByteArray("INFO") << log::Level::Info;
        QTest::newRow("warn") << QByteArray("Warn") << log::Level::Warn;
        QTest::newRow("warning") << QByteArray("warning") << log::Level::Warn;
        QTest::newRow("error") << QByteArray("error") << log::Level::Error;
        QTest::newRow("fatal") << QByteArray("fatal") << log::Level::Error;
        QTest::newRow("panic") << QByteArray("panic") << log::Level::Error;
    }

    void levelsOfOtherProgramsAreKnown()
    {
        QFETCH(QByteArray, name);
        QFETCH(log::Level, level);
        qputenv("RELAY_LOG_LEVEL", name);
        QCOMPARE(accepted().logLevel, level);
    }

    void whatOnlyARestartChangesIsKnown()
    {
        const auto fixed = accepted({ QStringLiteral("--workers"), QStringLiteral("3") }).fixed;
        QCOMPARE(fixed.value(QStringLiteral("workers")), QStringList { QStringLiteral("3") });
        QVERIFY(fixed.contains(QStringLiteral("listen")));
        for (const char *name : { "secret", "secret-file", "allow-origin", "log-level", "connections-per-address" })
            QVERIFY2(!fixed.contains(QString::fromLatin1(name)), name);
    }

    void reportsComeAtMostOnceASecond()
    {
        QCOMPARE(accepted({ QStringLiteral("--stats-every"), QStringLiteral("10ms") }).access.statsEveryMs,
                 qint64(1000));
        QCOMPARE(accepted().access.statsEveryMs, qint64(5000));
    }

    void theStateDirectoryIsFound()
    {
        QVERIFY(accepted().access.stateDirectory.endsWith(QStringLiteral("/relay")));
        qputenv("STATE_DIRECTORY", "/var/lib/one:/var/lib/two");
        QCOMPARE(accepted().access.stateDirectory, QStringLiteral("/var/lib/one"));
        qputenv("RELAY_STATE_DIR", "/srv/relay");
        QCOMPARE(accepted().access.stateDirectory, QStringLiteral("/srv/relay"));
    }

    void limitsAreAsPromised()
    {
        const AccessOptions access = accepted().access;
        QCOMPARE(access.limits.connectionsPerAddress, 512);
        QCOMPARE(access.limits.connectionsPerBooking, 64);
        QCOMPARE(access.undecidedPerAddress, 20);
        QVERIFY(access.limits.sparesLoopback);
        QCOMPARE(access.handshakesPerSecond, 0);
    }

    void nonsenseIsRefused()
    {
        const auto isRefused = [](const char *option, const char *value) {
            return refusalOf({ QString::fromLatin1(option), QString::fromLatin1(value) }) != u"accepted";
        };
        QVERIFY(isRefused("--trusted-proxy", "lab"));
        QVERIFY(isRefused("--url", "https://lab.example"));
        QVERIFY(isRefused("--url", "wss://"));
        QVERIFY(isRefused("--url", "wss://lab.example/relay?x=1"));
        QVERIFY(isRefused("--token-algorithms", "none"));
        QVERIFY(isRefused("--token-leeway", "61s"));
        QVERIFY(isRefused("--previous-secret", kSecret));
        QVERIFY(isRefused("--port-access", "65536"));
    }

private:
    QString file(const QByteArray &content, const QString &name = QStringLiteral("secret"))
    {
        const QString path = m_dir.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            qFatal("no file for the test");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(content);
        return path;
    }

    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(AccessOptionsTest)
#include "tst_accessoptions.moc"
