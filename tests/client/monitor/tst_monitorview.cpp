// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/monitor/monitorview.h"

#include <QTest>

using namespace relay::client::monitor;
using namespace std::chrono_literals;

class TestMonitorView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSummaryIsLikeThatOfPing()
    {
        Figures figures;
        figures.sent = 4;
        figures.unsent = 1;
        figures.lost = 2;
        figures.late = 1;
        figures.took(1500us);
        figures.took(250ms);
        QCOMPARE(summaryText(figures, 200ms),
                 u"4 sent, 2 received, 2 lost, 1 late (over 200 ms); 1 not sent, for lack of a connection; "
                 "least/p50/p99/most 1.50/1.50/250/250 ms"_qs);
        const QJsonObject object = summaryJson(figures);
        QCOMPARE(object[u"received"_qs].toInt(), 2);
        QCOMPARE(object[u"minMs"_qs].toDouble(), 1.5);
        QCOMPARE(object[u"maxMs"_qs].toDouble(), 250.0);
    }

    void withoutMessagesThereAreNoLatencies()
    {
        QCOMPARE(summaryText({}, 1us), u"0 sent, 0 received, 0 lost, 0 late (over 0.001 ms)"_qs);
        QVERIFY(!summaryJson({}).contains(u"minMs"_qs));
    }

    void theStatusSaysWhatIsNow()
    {
        Figures figures;
        QVERIFY(statusText(figures, 3, false).startsWith(u"no connection, "));
        QVERIFY(statusText(figures, 0, true).startsWith(u"waiting, "));
        figures.sent = 2;
        figures.took(120us);
        QCOMPARE(statusText(figures, 1, true),
                 u"0.12 ms now, p50 0.12 ms, p99 0.12 ms, 1 of 2 received, misses in a row: 1"_qs);
    }

    void aForeignClockMayBeAhead()
    {
        const QJsonObject object = eventJson({ Event::Kind::Foreign, 2'000'000, {}, false }, 500'000);
        QCOMPARE(object[u"event"_qs].toString(), u"foreign"_qs);
        QCOMPARE(object[u"latencyMs"_qs].toDouble(), -1.5);
        QCOMPARE(object[u"sentNs"_qs].toString(), u"2000000"_qs); // more digits than a number of JSON is sure to keep
    }
};

QTEST_GUILESS_MAIN(TestMonitorView)
#include "tst_monitorview.moc"
