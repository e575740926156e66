// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stats/metrics.h"
#include "tests/common/metrics/exposition.h"
#include "tests/server/stats/reports.h"

#include <QFile>
#include <QRegularExpression>
#include <QtTest>

using namespace relay::stats;
using namespace relay::tests;

namespace {

MetricsInput input()
{
    MetricsInput input;
    input.version = "1.2.3";
    input.refusals = { { "bad_code", 4 }, { "wrong_topic", 0 } };
    input.codes = 5;
    input.denied = 6;
    input.process
        = { .cpuSeconds = 1.25, .residentBytes = 12'345'678, .openDescriptors = 42, .startedAt = 1'700'000'000'500 };
    return input;
}

Exposition look(const Ledger &ledger)
{
    return Exposition::read(metricsText(ledger, input()));
}

Counters queued(ConnectionId id, std::uint64_t bytes)
{
    Counters counters = countersOf(id, 0, 0);
    counters.queuedBytes = bytes;
    return counters;
}

} // namespace

class MetricsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textIsValidAndWholeEvenWithoutConnections();
    void valuesAreThoseOfTheLedgerAndOfTheOthers();
    void countersGoOnWhenConnectionsClose();
    void queuesAreThoseOfNow();
    void laggingWorkerIsSeen();
    void whoReadTooSlowlyIsCountedAsSuch();
    void closedConnectionsAreCountedByCodesThatAreFew();
    void deliveriesAreThoseOfAllWorkers();
    void theDocumentNamesThemAll();
    void labelsAreEscaped();
    void nothingOfAnyConnectionIsTold();
    void processFiguresAreOfThisProcess();
};

void MetricsTest::textIsValidAndWholeEvenWithoutConnections()
{
    const Exposition all = look(Ledger());
    QCOMPARE(all.fault, QString());
    const QMap<QByteArray, QByteArray> types {
        { "relay_build_info", "gauge" },
        { "relay_connections", "gauge" },
        { "relay_connections_total", "counter" },
        { "relay_connections_closed_total", "counter" },
        { "relay_topics", "gauge" },
        { "relay_shell_hosts", "gauge" },
        { "relay_shells", "gauge" },
        { "relay_messages_received_total", "counter" },
        { "relay_messages_sent_total", "counter" },
        { "relay_messages_dropped_total", "counter" },
        { "relay_bytes_received_total", "counter" },
        { "relay_bytes_sent_total", "counter" },
        { "relay_delivery_seconds", "histogram" },
        { "relay_send_queue_bytes", "histogram" },
        { "relay_auth_failures_total", "counter" },
        { "relay_codes_outstanding", "gauge" },
        { "relay_deny_entries", "gauge" },
        { "relay_deny_list_durable", "gauge" },
        { "relay_slow_consumer_disconnects_total", "counter" },
        { "relay_loop_lag_seconds", "gauge" },
        { "process_cpu_seconds_total", "counter" },
        { "process_virtual_memory_bytes", "gauge" },
        { "process_resident_memory_bytes", "gauge" },
        { "process_open_fds", "gauge" },
        { "process_max_fds", "gauge" },
        { "process_start_time_seconds", "gauge" },
    };
    QCOMPARE(all.families.keys(), types.keys());
    for (auto it = types.cbegin(); it != types.cend(); ++it)
        QCOMPARE(all.families[it.key()].type, it.value());
}

void MetricsTest::valuesAreThoseOfTheLedgerAndOfTheOthers()
{
    Ledger ledger;
    Facts secure = factsOf(2, "/b");
    secure.transport = Transport::Wss;
    Facts upload = factsOf(3, "/b");
    upload.transport = Transport::Http;
    for (const Facts &facts : { factsOf(1, "/a"), secure, upload })
        ledger.apply(opened(facts));
    Counters counters = countersOf(1, 10, 1000, 20, 2000);
    counters.dropped = 3;
    ledger.apply(counted(counters));
    const Exposition all = look(ledger);
    QCOMPARE(all.fault, QString());
    QCOMPARE(all.value("relay_build_info", { { "version", "1.2.3" } }), 1.0);
    QCOMPARE(all.value("relay_connections", { { "kind", "ws" } }), 1.0);
    QCOMPARE(all.value("relay_connections", { { "kind", "wss" } }), 1.0);
    QCOMPARE(all.value("relay_connections", { { "kind", "http" } }), 1.0);
    QCOMPARE(all.value("relay_connections", { { "kind", "https" } }), 0.0);
    QCOMPARE(all.value("relay_connections_total", { { "result", "accepted" } }), 3.0);
    QCOMPARE(all.value("relay_connections_total", { { "result", "refused" } }), 4.0);
    QCOMPARE(all.value("relay_topics"), 2.0);
    QCOMPARE(all.value("relay_messages_received_total"), 10.0);
    QCOMPARE(all.value("relay_messages_sent_total"), 20.0);
    QCOMPARE(all.value("relay_messages_dropped_total", { { "reason", "slow_reader" } }), 3.0);
    QCOMPARE(all.value("relay_bytes_received_total"), 1000.0);
    QCOMPARE(all.value("relay_bytes_sent_total"), 2000.0);
    QCOMPARE(all.value("relay_auth_failures_total", { { "reason", "bad_code" } }), 4.0);
    QCOMPARE(all.value("relay_auth_failures_total", { { "reason", "wrong_topic" } }), 0.0);
    QCOMPARE(all.value("relay_codes_outstanding"), 5.0);
    QCOMPARE(all.value("relay_deny_entries"), 6.0);
    QCOMPARE(all.value("process_cpu_seconds_total"), 1.25);
    QCOMPARE(all.value("process_resident_memory_bytes"), 12'345'678.0);
    QCOMPARE(all.value("process_open_fds"), 42.0);
    QCOMPARE(all.value("process_start_time_seconds"), 1'700'000'000.5);
}

void MetricsTest::countersGoOnWhenConnectionsClose()
{
    Ledger ledger;
    Exposition before = look(ledger);
    for (ConnectionId id = 1; id <= 50; ++id) {
        ledger.apply(opened(factsOf(id, "/a")));
        ledger.apply(counted(countersOf(id, id, id * 10, id, id * 10)));
        if (id % 3 != 0)
            ledger.apply(closed(id, countersOf(id, id + 1, id * 20, id, id * 10), id % 2 ? 1000 : 4408));
        const Exposition now = look(ledger);
        for (auto it = now.families.cbegin(); it != now.families.cend(); ++it) {
            if (it->type != "counter")
                continue;
            for (const Sample &sample : it->samples)
                QVERIFY2(sample.value >= before.value(sample.name, sample.labels), sample.name.constData());
        }
        before = now;
    }
    QCOMPARE(before.value("relay_connections_total", { { "result", "accepted" } }), 50.0);
    QCOMPARE(before.value("relay_connections", { { "kind", "ws" } }), 16.0);
}

void MetricsTest::queuesAreThoseOfNow()
{
    Ledger ledger;
    for (ConnectionId id = 1; id <= 4; ++id)
        ledger.apply(opened(factsOf(id, "/a")));
    ledger.apply(counted(queued(1, 4096)));
    ledger.apply(counted(queued(2, 4097)));
    ledger.apply(counted(queued(3, 50'000'000)));
    Exposition all = look(ledger);
    const auto within = [&](const char *bound) {
        return all.value("relay_send_queue_bytes_bucket", { { "le", bound } });
    };
    QCOMPARE(within("0"), 1.0);
    QCOMPARE(within("4096"), 2.0);
    QCOMPARE(within("16384"), 3.0);
    QCOMPARE(within("4194304"), 3.0);
    QCOMPARE(within("+Inf"), 4.0);
    QCOMPARE(all.value("relay_send_queue_bytes_sum"), 50'008'193.0);
    ledger.apply(counted(queued(3, 0)));
    ledger.apply(closed(2));
    all = look(ledger);
    QCOMPARE(all.fault, QString());
    QCOMPARE(within("0"), 2.0);
    QCOMPARE(all.value("relay_send_queue_bytes_count"), 3.0);
    QCOMPARE(all.value("relay_send_queue_bytes_sum"), 4096.0);
}

void MetricsTest::laggingWorkerIsSeen()
{
    Ledger ledger;
    for (int worker = 0; worker < 3; ++worker) {
        Report report;
        report.worker = worker;
        report.loopLagMs = worker == 1 ? 1500 : 2;
        ledger.apply(std::move(report));
    }
    QCOMPARE(look(ledger).value("relay_loop_lag_seconds"), 1.5);
}

void MetricsTest::whoReadTooSlowlyIsCountedAsSuch()
{
    Ledger ledger;
    for (ConnectionId id = 1; id <= 3; ++id)
        ledger.apply(opened(factsOf(id, "/a")));
    ledger.apply(closed(1, {}, 4408));
    ledger.apply(closed(2, {}, 4000));
    ledger.apply(closed(4711, {}, 4408)); // was never here
    QCOMPARE(look(ledger).value("relay_slow_consumer_disconnects_total"), 1.0);
}

void MetricsTest::closedConnectionsAreCountedByCodesThatAreFew()
{
    Ledger ledger;
    const qsizetype lines = metricsText(ledger, input()).count('\n');
    ConnectionId id = 0;
    for (const std::uint16_t code : { 1000, 1000, 4403, 3000, 3001, 4999 }) {
        ledger.apply(opened(factsOf(++id, "/a")));
        ledger.apply(closed(id, {}, code));
    }
    ledger.apply(closed(4711, {}, 1000)); // was never here
    const Exposition all = look(ledger);
    const auto closedWith = [&](const char *code) {
        return all.value("relay_connections_closed_total", { { "code", code } });
    };
    QCOMPARE(closedWith("1000"), 2.0);
    QCOMPARE(closedWith("4403"), 1.0);
    QCOMPARE(closedWith("1009"), 0.0);
    QCOMPARE(closedWith("other"), 3.0);
    QCOMPARE(metricsText(ledger, input()).count('\n'), lines);
}

void MetricsTest::deliveriesAreThoseOfAllWorkers()
{
    Ledger ledger;
    for (int worker = 0; worker < 2; ++worker) {
        Report report;
        report.worker = worker;
        report.deliveries.add(10, 50'000);
        report.deliveries.add(3, 50'001);
        report.deliveries.add(1, 2'000'000'000);
        ledger.apply(std::move(report));
    }
    const Exposition all = look(ledger);
    const auto within = [&](const char *bound) {
        return all.value("relay_delivery_seconds_bucket", { { "le", bound } });
    };
    QCOMPARE(all.fault, QString());
    QCOMPARE(within("5e-05"), 20.0);
    QCOMPARE(within("0.0001"), 26.0);
    QCOMPARE(within("1"), 26.0);
    QCOMPARE(within("+Inf"), 28.0);
    QCOMPARE(all.value("relay_delivery_seconds_count"), 28.0);
    QCOMPARE(all.value("relay_delivery_seconds_sum"), 4.001300006);
}

void MetricsTest::theDocumentNamesThemAll()
{
    QFile file(qEnvironmentVariable("RELAY_SOURCE_DIR") + QStringLiteral("/docs/metrics.md"));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    static const QRegularExpression row(QStringLiteral("^\\| `([a-z_]+)(?:\\{[a-z]+\\})?` \\| ([a-z]+) \\|"),
                                        QRegularExpression::MultilineOption);
    QMap<QByteArray, QByteArray> documented;
    for (auto matches = row.globalMatch(QString::fromUtf8(file.readAll())); matches.hasNext();) {
        const auto match = matches.next();
        documented.insert(match.captured(1).toLatin1(), match.captured(2).toLatin1());
    }
    const Exposition all = look(Ledger());
    QCOMPARE(documented.keys(), all.families.keys());
    for (auto it = documented.cbegin(); it != documented.cend(); ++it)
        QCOMPARE(it.value(), all.families[it.key()].type);
}

void MetricsTest::labelsAreEscaped()
{
    MetricsInput odd = input();
    odd.version = "a\"b\\c\nd";
    const Exposition all = Exposition::read(metricsText(Ledger(), odd));
    QCOMPARE(all.fault, QString());
    QCOMPARE(all.value("relay_build_info", { { "version", odd.version } }), 1.0);
}

void MetricsTest::nothingOfAnyConnectionIsTold()
{
    Ledger ledger;
    const QByteArray before = metricsText(ledger, input());
    Facts facts = factsOf(1, "secretlab");
    facts.bookingId = QStringLiteral("secretbooking");
    facts.userAgent = QStringLiteral("secretagent");
    facts.address = QStringLiteral("198.51.100.7:1");
    ledger.apply(opened(facts));
    const QByteArray text = metricsText(ledger, input());
    QVERIFY(!text.contains("secret"));
    QVERIFY(!text.contains("198.51"));
    QCOMPARE(text.count('\n'), before.count('\n')); // nor are there more lines, however many come
}

void MetricsTest::processFiguresAreOfThisProcess()
{
    const ProcessFigures before = processFigures();
    QVERIFY(before.residentBytes > 1'000'000 && before.residentBytes < 10'000'000'000);
    QVERIFY(before.cpuSeconds > 0);
    QVERIFY(before.virtualBytes >= before.residentBytes);
    QVERIFY(before.openDescriptors >= 1);
    QVERIFY(before.mostDescriptors > before.openDescriptors);
    QFile file(QCoreApplication::applicationFilePath());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(processFigures().openDescriptors, before.openDescriptors + 1);
    file.close();
    QCOMPARE(processFigures().openDescriptors, before.openDescriptors);
}

QTEST_GUILESS_MAIN(MetricsTest)
#include "metricstest.moc"
