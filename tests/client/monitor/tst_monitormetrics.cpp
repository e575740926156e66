// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/monitor/metricsserver.h"
#include "client/monitor/metricstext.h"
#include "tests/common/metrics/exposition.h"

#include <QTest>

#include <cmath>

using namespace relay::client::monitor;
using namespace std::chrono_literals;
using relay::tests::Exposition;

namespace {

using Labels = QMap<QByteArray, QByteArray>;

const Labels kLabels { { "node", "n\"1" }, { "audience", "https://a.example/access" }, { "topic", "canary" } };

Exposition look(const Figures &figures)
{
    const Identity identity { u"n\"1"_qs, u"https://a.example/access"_qs, u"canary"_qs };
    return Exposition::read(metricsText(figures, identity, 2, true));
}

Labels within(const QByteArray &bound)
{
    Labels labels = kLabels;
    labels.insert("le", bound);
    return labels;
}

QByteArray answer(const QByteArray &request)
{
    return answerTo(request, [] { return QByteArray("figures\n"); });
}

} // namespace

class TestMonitorMetrics : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTextIsValidBeforeTheFirstMessage()
    {
        const Exposition all = look({});
        QCOMPARE(all.fault, QString());
        QVERIFY(std::isnan(all.value("relay_monitor_latency_last_seconds", kLabels)));
        QCOMPARE(all.value("relay_monitor_latency_seconds_count", kLabels), 0.0);
    }

    void theNamesAreThoseOfBeforeAndMeanTheSame()
    {
        Figures figures;
        figures.took(7ms);
        figures.took(3s);
        figures.sent = 5;
        figures.unsent = 1;
        figures.late = 2;
        figures.lost = 3;
        figures.foreign = 4;
        figures.alarms = 1;
        const Exposition all = look(figures);
        QCOMPARE(all.fault, QString());
        QCOMPARE(all.value("relay_monitor_latency_seconds_bucket", within("0.005")), 0.0);
        QCOMPARE(all.value("relay_monitor_latency_seconds_bucket", within("0.01")), 1.0);
        QCOMPARE(all.value("relay_monitor_latency_seconds_bucket", within("10")), 2.0);
        QCOMPARE(all.value("relay_monitor_latency_seconds_sum", kLabels), 3.007);
        QCOMPARE(all.value("relay_monitor_latency_last_seconds", kLabels), 3.0);
        QCOMPARE(all.value("relay_monitor_latency_threshold_breaches_total", kLabels), 2.0);
        QCOMPARE(all.value("relay_monitor_receive_timeouts_total", kLabels), 3.0);
        QCOMPARE(all.value("relay_monitor_messages_sent_total", kLabels), 4.0);
        QCOMPARE(all.value("relay_monitor_foreign_messages_total", kLabels), 4.0);
        QCOMPARE(all.value("relay_monitor_alarms_total", kLabels), 1.0);
        QCOMPARE(all.value("relay_monitor_misses", kLabels), 2.0);
        QCOMPARE(all.value("relay_monitor_connected", kLabels), 1.0);
    }

    void requestsGetTheirAnswers()
    {
        QVERIFY(answer("GET /metrics HTTP/1.1\r\nHost: x\r\n").isEmpty()); // not whole yet
        const QByteArray metrics = answer("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n");
        QVERIFY(metrics.startsWith("HTTP/1.1 200 "));
        QVERIFY(metrics.contains("text/plain; version=0.0.4"));
        QVERIFY(metrics.endsWith("\r\n\r\nfigures\n"));
        QVERIFY(answer("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").endsWith("\r\n\r\nok\n"));
        QVERIFY(answer("HEAD /healthz HTTP/1.1\r\nHost: x\r\n\r\n").endsWith("\r\n\r\n"));
        QVERIFY(answer("GET /metrics?x=1 HTTP/1.1\r\nHost: x\r\n\r\n").startsWith("HTTP/1.1 200 "));
    }

    void wrongRequestsAreRefused()
    {
        QVERIFY(answer("GET / HTTP/1.1\r\nHost: x\r\n\r\n").startsWith("HTTP/1.1 404 "));
        const QByteArray posted = answer("POST /metrics HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
        QVERIFY(posted.startsWith("HTTP/1.1 405 "));
        QVERIFY(posted.contains("Allow: GET, HEAD\r\n"));
        QVERIFY(answer("nonsense\r\n\r\n").startsWith("HTTP/1.1 400 "));
        QVERIFY(answer("GET /metrics HTTP/1.1\r\n" + QByteArray(20'000, 'a')).startsWith("HTTP/1.1 4"));
    }
};

QTEST_GUILESS_MAIN(TestMonitorMetrics)
#include "tst_monitormetrics.moc"
