// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stats/crossbarreport.h"
#include "tests/server/stats/reports.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace relay::stats;
using namespace relay::tests;

namespace {

constexpr std::int64_t kOpened = 1'700'000'000'000; // 2023-11-14T22:13:20Z

QJsonObject only(const std::vector<QByteArray> &messages)
{
    return messages.size() == 1 ? QJsonDocument::fromJson(messages.front()).object() : QJsonObject();
}

} // namespace

class CrossbarReportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneMessageForEachConnection();
    void namesAndValuesAreCrossbars();
    void whoNeverSentHasNever();
    void textIsEscaped();
};

void CrossbarReportTest::oneMessageForEachConnection()
{
    Ledger ledger;
    QVERIFY(crossbarReport(ledger, kOpened).empty());
    for (ConnectionId id = 1; id <= 3; ++id)
        ledger.apply(opened(factsOf(id, "/a")));
    const auto messages = crossbarReport(ledger, kOpened);
    QCOMPARE(messages.size(), 3u);
    for (const QByteArray &message : messages)
        QVERIFY(QJsonDocument::fromJson(message).isObject());
}

void CrossbarReportTest::namesAndValuesAreCrossbars()
{
    Ledger ledger;
    Facts facts = factsOf(1, "/out/demo", Role::Publisher);
    facts.path = "/in/demo";
    ledger.apply(opened(facts));
    Counters counters = countersOf(1, 300, 394'950, 2, 7);
    counters.lastInAt = kOpened + 10'000;
    counters.lastOutAt = kOpened + 4'000;
    ledger.apply(counted(counters));
    const QJsonObject message = only(crossbarReport(ledger, kOpened + 11'234));
    const QStringList expected { QStringLiteral("broadcaster"), QStringLiteral("canRead"),
                                 QStringLiteral("canWrite"),    QStringLiteral("connected"),
                                 QStringLiteral("remoteAddr"),  QStringLiteral("scopes"),
                                 QStringLiteral("stats"),       QStringLiteral("topic"),
                                 QStringLiteral("userAgent") };
    QCOMPARE(message.keys(), expected);
    QCOMPARE(message.value(QLatin1String("topic")).toString(), QStringLiteral("/out/demo"));
    QVERIFY(message.value(QLatin1String("broadcaster")).toBool());
    QCOMPARE(message.value(QLatin1String("connected")).toString(), QStringLiteral("2023-11-14T22:13:20Z"));
    QCOMPARE(message.value(QLatin1String("remoteAddr")).toString(), QStringLiteral("127.0.0.1:40001"));
    const QJsonObject stats = message.value(QLatin1String("stats")).toObject();
    const QJsonObject tx = stats.value(QLatin1String("tx")).toObject();
    QCOMPARE(tx.value(QLatin1String("last")).toString(), QStringLiteral("1.234s"));
    QCOMPARE(tx.value(QLatin1String("size")).toInt(), 1317); // 1316.5 is rounded
    QCOMPARE(tx.value(QLatin1String("fps")).toDouble(), 30.0);
    const QJsonObject rx = stats.value(QLatin1String("rx")).toObject();
    QCOMPARE(rx.value(QLatin1String("last")).toString(), QStringLiteral("7.234s"));
    QCOMPARE(rx.value(QLatin1String("size")).toInt(), 4);
    QCOMPARE(rx.value(QLatin1String("fps")).toDouble(), 0.5);
}

void CrossbarReportTest::whoNeverSentHasNever()
{
    Ledger ledger;
    Facts facts = factsOf(1, "/out/demo", Role::Subscriber);
    facts.mayWrite = false;
    ledger.apply(opened(facts));
    const QJsonObject message = only(crossbarReport(ledger, kOpened + 5));
    QVERIFY(!message.value(QLatin1String("broadcaster")).toBool(true));
    QVERIFY(!message.value(QLatin1String("canWrite")).toBool(true));
    for (const auto direction : { QLatin1String("tx"), QLatin1String("rx") }) {
        const QJsonObject got = message.value(QLatin1String("stats")).toObject().value(direction).toObject();
        QCOMPARE(got.value(QLatin1String("last")).toString(), QStringLiteral("Never"));
        QCOMPARE(got.value(QLatin1String("size")).toInt(-1), 0);
        QCOMPARE(got.value(QLatin1String("fps")).toDouble(-1), 0.0);
    }
}

void CrossbarReportTest::textIsEscaped()
{
    Ledger ledger;
    Facts facts = factsOf(1, QByteArray("/a\"b\\\xc3\xa4"));
    facts.userAgent = QStringLiteral("line\nbreak\u0001");
    ledger.apply(opened(facts));
    const QJsonObject message = only(crossbarReport(ledger, kOpened));
    QCOMPARE(message.value(QLatin1String("topic")).toString(), QStringLiteral("/a\"b\\ä"));
    QCOMPARE(message.value(QLatin1String("userAgent")).toString(), facts.userAgent);
}

QTEST_GUILESS_MAIN(CrossbarReportTest)
#include "crossbarreporttest.moc"
