// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/monitor/alarmcommand.h"
#include "client/monitor/expansion.h"

#include <QTest>

using namespace relay::client::monitor;
using namespace std::chrono_literals;

class TestAlarmCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsAreDividedByBlanksExceptInQuotes()
    {
        QCOMPARE(wordsOf(u"systemctl restart  relay"_qs, {}),
                 (QStringList { u"systemctl"_qs, u"restart"_qs, u"relay"_qs }));
        QCOMPARE(wordsOf(u"\"/opt/my tool\" -x"_qs, {}), (QStringList { u"/opt/my tool"_qs, u"-x"_qs }));
        QVERIFY(wordsOf(u"  "_qs, {}).isEmpty());
    }

    void variablesArePutInFirst()
    {
        QProcessEnvironment environment;
        environment.insert(u"TOOL"_qs, u"/bin/kill -9"_qs);
        environment.insert(u"PID"_qs, u"17"_qs);
        environment.insert(u"ODD"_qs, u"$PID"_qs);
        QCOMPARE(wordsOf(u"$TOOL ${PID} x${PID}y $NONE$ $1 $ODD"_qs, environment),
                 (QStringList { u"/bin/kill"_qs, u"-9"_qs, u"17"_qs, u"x17y"_qs, u"$"_qs, u"$1"_qs, u"$PID"_qs }));
        QVERIFY(wordsOf(u"$NONE"_qs, environment).isEmpty());
    }

    void nothingIsDoneByAShell()
    {
        QCOMPARE(wordsOf(u"echo a;b `c` *"_qs, {}), (QStringList { u"echo"_qs, u"a;b"_qs, u"`c`"_qs, u"*"_qs }));
    }

    void theCommandLearnsWhyButNoSecret()
    {
        QProcessEnvironment environment;
        environment.insert(u"RELAY_MONITOR_SECRET"_qs, u"hidden"_qs);
        environment.insert(u"RELAY_MONITOR_TOKEN"_qs, u"hidden"_qs);
        environment.insert(u"RELAY_MONITOR_THRESHOLD"_qs, u"a quarter"_qs);
        environment.insert(u"PATH"_qs, u"/bin"_qs);
        MonitorOptions options;
        options.threshold = 250ms;
        options.identity = { u"node1"_qs, u"https://a.example"_qs, u"canary"_qs };
        const auto made = environmentFor({ Alarm::Reason::Late, 3, 1500us }, options, environment);
        QVERIFY(!made.toStringList().join(u' ').contains(u"hidden"));
        QCOMPARE(made.value(u"PATH"_qs), u"/bin"_qs);
        QCOMPARE(made.value(u"RELAY_MONITOR_REASON"_qs), u"late"_qs);
        QCOMPARE(made.value(u"RELAY_MONITOR_MISSES"_qs), u"3"_qs);
        QCOMPARE(made.value(u"RELAY_MONITOR_LATENCY"_qs), u"0.0015"_qs);
        QCOMPARE(made.value(u"RELAY_MONITOR_THRESHOLD"_qs), u"0.25"_qs);
        QCOMPARE(made.value(u"RELAY_MONITOR_NODE"_qs), u"node1"_qs);
        QCOMPARE(made.value(u"RELAY_MONITOR_AUDIENCE"_qs), u"https://a.example"_qs);
        QCOMPARE(made.value(u"RELAY_MONITOR_TOPIC"_qs), u"canary"_qs);
        QCOMPARE(environmentFor({ Alarm::Reason::Missing, 3, {} }, options, {}).value(u"RELAY_MONITOR_LATENCY"_qs),
                 QString());
    }
};

QTEST_GUILESS_MAIN(TestAlarmCommand)
#include "tst_alarmcommand.moc"
