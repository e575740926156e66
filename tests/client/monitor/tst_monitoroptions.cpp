// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/monitor/monitoroptions.h"

#include "common/token/jwt.h"

#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>

using namespace relay;
using namespace relay::client::monitor;
using namespace std::chrono_literals;

namespace {

using Variables = QMap<QString, QString>;

std::variant<MonitorOptions, config::Exit> read(const QStringList &words, const Variables &variables = {})
{
    QProcessEnvironment environment;
    for (auto it = variables.begin(); it != variables.end(); ++it)
        environment.insert(it.key(), it.value());
    return readMonitorOptions(words, environment);
}

QString refusal(const QStringList &words, const Variables &variables = {})
{
    const auto result = read(words, variables);
    const auto *exit = std::get_if<config::Exit>(&result);
    return exit && exit->code == 2 ? exit->text : QString();
}

const QString kUrl = u"ws://127.0.0.1:9999/bi/canary"_qs;
const QString kAccess = u"https://relay.example/access/session/lab%2Fone"_qs;
const Variables kMinting { { u"RELAY_MONITOR_AUDIENCE"_qs, u"https://relay.example/access"_qs },
                           { u"RELAY_MONITOR_SECRET"_qs, u"a secret that is long enough, really"_qs } };

} // namespace

class TestMonitorOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void defaultsAreThoseOfBefore()
    {
        const auto options = std::get<MonitorOptions>(read({}, kMinting));
        QCOMPARE(options.threshold, Time(200ms));
        QCOMPARE(options.interval, Time(1s));
        QCOMPARE(options.reconnectEvery, Time(24h));
        QCOMPARE(options.missesForAlarm, 3);
        QCOMPARE(options.noRetriggerWithin, Time(60s));
        QCOMPARE(options.identity.topic, u"canary-st-data"_qs);
        QCOMPARE(options.target.access, QUrl(u"https://relay.example/access/session/canary-st-data"_qs));
        QVERIFY(options.command.isEmpty());
        QVERIFY(!options.metrics);
        QVERIFY(options.warnings.isEmpty());
    }

    void variablesOfBeforeWork()
    {
        Variables variables = kMinting;
        variables.insert({ { u"RELAY_MONITOR_THRESHOLD"_qs, u"1us"_qs },
                           { u"RELAY_MONITOR_INTERVAL"_qs, u"20ms"_qs },
                           { u"RELAY_MONITOR_RECONNECT_EVERY"_qs, u"1h30m"_qs },
                           { u"RELAY_MONITOR_TRIGGER_AFTER_MISSES"_qs, u"5"_qs },
                           { u"RELAY_MONITOR_NO_RETRIGGER_WITHIN"_qs, u"1m"_qs },
                           { u"RELAY_MONITOR_TOPIC"_qs, u"lab/one two"_qs },
                           { u"RELAY_MONITOR_COMMAND"_qs, u"/bin/kill $PID"_qs },
                           { u"PID"_qs, u"17"_qs },
                           { u"RELAY_MONITOR_LOG_LEVEL"_qs, u"trace"_qs },
                           { u"RELAY_MONITOR_LOG_FORMAT"_qs, u"json"_qs },
                           { u"RELAY_MONITOR_LOG_FILE"_qs, u"/tmp/x.log"_qs },
                           { u"RELAY_MONITOR_METRICS_ADDR"_qs, u":9106"_qs },
                           { u"NODE_NAME"_qs, u"node7"_qs } });
        const auto options = std::get<MonitorOptions>(read({}, variables));
        QCOMPARE(options.threshold, Time(1us));
        QCOMPARE(options.interval, Time(20ms));
        QCOMPARE(options.reconnectEvery, Time(90min));
        QCOMPARE(options.missesForAlarm, 5);
        QCOMPARE(options.noRetriggerWithin, Time(1min));
        QCOMPARE(options.target.access.toEncoded(), QByteArray("https://relay.example/access/session/lab%2Fone%20two"));
        QCOMPARE(options.command, (QStringList { u"/bin/kill"_qs, u"17"_qs }));
        QVERIFY(options.logLevel == log::Level::Debug);
        QVERIFY(options.logForm == log::Form::Json);
        QCOMPARE(options.logFile, u"/tmp/x.log"_qs);
        QCOMPARE(options.metrics.value(), (MetricsAddress { u"127.0.0.1"_qs, 9106 }));
        QCOMPARE(options.identity.node, u"node7"_qs);
    }

    void flagsAreStronger()
    {
        Variables variables = kMinting;
        variables.insert(u"RELAY_MONITOR_THRESHOLD"_qs, u"1s"_qs);
        const auto options = std::get<MonitorOptions>(read({ u"--threshold"_qs, u"2s"_qs }, variables));
        QCOMPARE(options.threshold, Time(2s));
        const auto open = std::get<MonitorOptions>(read({ kUrl }, kMinting));
        QVERIFY(open.target.access.isEmpty()); // the address that was given, not that of the environment
    }

    void eachConnectionGetsATokenOfItsOwnTime()
    {
        const auto options = std::get<MonitorOptions>(read({ u"--reconnect-every"_qs, u"1h"_qs }, kMinting));
        const auto token = options.target.makeToken();
        const token::Acceptance acceptance { .secrets = { "a secret that is long enough, really" } };
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        const auto claims = std::get<token::Claims>(token::verify(std::get<QByteArray>(token), acceptance, now));
        QVERIFY(claims.isFor(u"https://relay.example/access"));
        QCOMPARE(claims.topic, u"canary-st-data"_qs);
        QCOMPARE(claims.scopes, (QStringList { u"read"_qs, u"write"_qs }));
        QVERIFY(std::abs(*claims.expiresAt - (now / 1000 + 3600)) <= 1);
    }

    void aSecretMayBeAFileOrACredential()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"relay-secret"_qs);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("short\n");
        file.close();
        file.setPermissions(QFileDevice::ReadOwner);
        const QStringList audience { u"--audience"_qs, u"https://relay.example"_qs };
        const auto named = std::get<MonitorOptions>(read(audience + QStringList { u"--secret-file"_qs, path }));
        QCOMPARE(named.warnings.size(), 1); // it is easy to guess
        QVERIFY(!named.warnings.constFirst().contains(u"short\n"));
        const auto brought
            = std::get<MonitorOptions>(read(audience, { { u"CREDENTIALS_DIRECTORY"_qs, folder.path() } }));
        QVERIFY(std::get<QByteArray>(brought.target.makeToken()) != QByteArray());
    }

    void aSlashBehindTheAudienceIsOfTheTokenButNotOfTheAddress()
    {
        Variables variables = kMinting;
        variables[u"RELAY_MONITOR_AUDIENCE"_qs] = u"https://relay.example/"_qs;
        const auto options = std::get<MonitorOptions>(read({}, variables));
        QCOMPARE(options.target.access, QUrl(u"https://relay.example/session/canary-st-data"_qs));
        QCOMPARE(options.identity.audience, u"https://relay.example/"_qs);
    }

    void whatIsAskedForWronglyIsSaid()
    {
        QVERIFY(refusal({}).contains(u"where to?"));
        QVERIFY(refusal({ kUrl, u"--audience"_qs, u"https://x"_qs }).contains(u"give one of them"));
        QVERIFY(refusal({ kUrl, u"--token-file"_qs, u"x"_qs }).contains(u"access point"));
        QVERIFY(refusal({ kUrl, u"--secret-file"_qs, u"x"_qs }).contains(u"--token-file"));
        QVERIFY(refusal({ kAccess }).contains(u"--token-file"));
        QVERIFY(refusal({ u"--audience"_qs, u"https://x"_qs }).contains(u"RELAY_MONITOR_SECRET"));
        QVERIFY(refusal({ u"--audience"_qs, u"ftp://x"_qs }, kMinting).contains(u"http"));
        QVERIFY(refusal({ u"--token-file"_qs, u"x"_qs }, kMinting).contains(u"by itself"));
        QVERIFY(refusal({ u"--secret"_qs, u"x"_qs }, kMinting).contains(u"secret"));
        QVERIFY(refusal({ kUrl, u"--threshold"_qs, u"0s"_qs }).contains(u"--threshold"));
        QVERIFY(refusal({ kUrl, u"--interval"_qs, u"0s"_qs }).contains(u"--interval"));
        QVERIFY(refusal({ kUrl, u"--reconnect-every"_qs, u"1s"_qs }).contains(u"--reconnect-every"));
        QVERIFY(refusal({ kUrl, u"--metrics"_qs, u"9106"_qs }).contains(u"--metrics"));
        QVERIFY(refusal({ kUrl, u"--command"_qs, u"$NONE"_qs }).contains(u"--command"));
    }

    void nothingWaitsShorterThanTheThreshold()
    {
        const auto options
            = std::get<MonitorOptions>(read({ kUrl, u"--threshold"_qs, u"20s"_qs, u"--lost-after"_qs, u"1s"_qs }));
        QCOMPARE(options.lostAfter, Time(20s));
    }

    void metricsAddressesAreLoopbackUnlessTheySayMore()
    {
        QCOMPARE(parseMetricsAddress(u":9106"_qs).value(), (MetricsAddress { u"127.0.0.1"_qs, 9106 }));
        QCOMPARE(parseMetricsAddress(u"localhost:1"_qs).value(), (MetricsAddress { u"127.0.0.1"_qs, 1 }));
        QCOMPARE(parseMetricsAddress(u"[::1]:1"_qs).value(), (MetricsAddress { u"::1"_qs, 1 }));
        QCOMPARE(parseMetricsAddress(u"0.0.0.0:1"_qs).value(), (MetricsAddress { u"0.0.0.0"_qs, 1 }));
        for (const QString &text :
             { u"9106"_qs, u"::1:1"_qs, u"1.2.3.4:"_qs, u"1.2.3.4:65536"_qs, u"x:1"_qs, QString() })
            QVERIFY2(!parseMetricsAddress(text), qPrintable(text));
    }

    void whatIsWatchedIsKnownFromTheAddress()
    {
        const Identity open = identityOf(QUrl(kUrl));
        QCOMPARE(open.audience, u"ws://127.0.0.1:9999"_qs);
        QCOMPARE(open.topic, u"/bi/canary"_qs);
        const Identity secured = identityOf(QUrl(kAccess));
        QCOMPARE(secured.audience, u"https://relay.example/access"_qs);
        QCOMPARE(secured.topic, u"lab/one"_qs);
        const Identity coded = identityOf(QUrl(u"wss://relay.example/session/x?code=hidden"_qs));
        QCOMPARE(coded.audience, u"wss://relay.example"_qs);
        QCOMPARE(coded.topic, u"x"_qs);
    }
};

QTEST_GUILESS_MAIN(TestMonitorOptions)
#include "tst_monitoroptions.moc"
