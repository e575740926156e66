// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stats/statusreport.h"
#include "tests/server/stats/reports.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace relay::stats;
using namespace relay::tests;

namespace {

constexpr std::int64_t kStart = 1'795'341'600'250;  // 2026-11-22T10:00:00.25Z
constexpr std::int64_t kOpened = 1'700'000'000'000; // 2023-11-14T22:13:20Z, of all in reports.h
constexpr Generator kGenerator { kStart };

Facts camera()
{
    Facts facts = factsOf(1, "lab3-st-video");
    facts.path = "/session/lab3-st-video";
    facts.mayRead = false;
    facts.bookingId = QStringLiteral("booking-4711");
    facts.scopes = { QStringLiteral("write"), QStringLiteral("expt") };
    facts.expiresAt = kOpened + 3'600'999;
    return facts;
}

QJsonArray array(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).array();
}

QJsonObject objectOf(const QByteArray &text, int index)
{
    return array(text).at(index).toObject();
}

} // namespace

class StatusReportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void relayItselfIsInTheSessionReportAsItEverWas();
    void sessionReportHasTheNamesAndValuesThatClientsRead();
    void whoIsSilentHasNever();
    void statusIsTheOneOfTheContractByteForByte();
    void statusLeavesOutWhatIsFalseOrEmpty();
    void bookingsAreInNeither();
    void expiryOfAFarFutureStillHasFourDigits();
    void textIsEscaped();
    void everyConnectionIsThereOnce();
};

void StatusReportTest::relayItselfIsInTheSessionReportAsItEverWas()
{
    const QByteArray report = sessionReport(Ledger(), kGenerator, kStart + 5000);
    const QByteArray expected
        = R"([{"canRead":true,"canWrite":true,"connected":"2026-11-22T10:00:00Z","expiresAt":"1970-01-01T00:00:00Z",)"
          R"("remoteAddr":"internal","scopes":["read","stats","write"],"topic":"stats","userAgent":"crossbar",)"
          R"("stats":{"tx":{"last":"Never","size":0,"fps":0},"rx":{"last":"Never","size":0,"fps":0}}}])";
    QCOMPARE(QJsonDocument::fromJson(report), QJsonDocument::fromJson(expected));
    QVERIFY(!report.contains('\n')); // one message, one line
}

void StatusReportTest::sessionReportHasTheNamesAndValuesThatClientsRead()
{
    Ledger ledger;
    ledger.apply(opened(camera()));
    Counters counters = countersOf(1, 300, 394'950, 2, 7);
    counters.lastInAt = kOpened + 10'000;
    counters.lastOutAt = kOpened + 4'000;
    ledger.apply(counted(counters));
    const QJsonObject got = objectOf(sessionReport(ledger, kGenerator, kOpened + 11'234), 1);
    const QByteArray expected
        = R"([{"canRead":false,"canWrite":true,"connected":"2023-11-14T22:13:20Z","expiresAt":"2023-11-14T23:13:20Z",)"
          R"("remoteAddr":"127.0.0.1:40001","scopes":["write","expt"],"topic":"lab3-st-video","userAgent":"agent-1",)"
          R"("stats":{"tx":{"last":"1.234s","size":1317,"fps":30},"rx":{"last":"7.234s","size":4,"fps":0.5}}}])";
    QCOMPARE(got, objectOf(expected, 0));
}

void StatusReportTest::whoIsSilentHasNever()
{
    Ledger ledger;
    ledger.apply(opened(camera()));
    const QJsonObject stats
        = objectOf(sessionReport(ledger, kGenerator, kOpened), 1).value(QLatin1String("stats")).toObject();
    for (const auto direction : { QLatin1String("tx"), QLatin1String("rx") })
        QCOMPARE(stats.value(direction).toObject().value(QLatin1String("last")).toString(), QStringLiteral("Never"));
}

void StatusReportTest::statusIsTheOneOfTheContractByteForByte()
{
    QCOMPARE(statusReport(Ledger(), kGenerator),
             QByteArray(R"([{"can_read":true,"can_write":true,"connected_at":"2026-11-22T10:00:00Z",)"
                        R"("expires_at":"1970-01-01T00:00:00Z","remote_addr":"internal",)"
                        R"("scopes":["read","stats","write"],"topic":"stats","user_agent":"crossbar"}])"
                        "\n"));
}

void StatusReportTest::statusLeavesOutWhatIsFalseOrEmpty()
{
    Ledger ledger;
    Facts facts = camera();
    facts.userAgent.clear();
    facts.address.clear();
    facts.scopes.clear();
    ledger.apply(opened(facts));
    const QJsonObject got = objectOf(statusReport(ledger, kGenerator), 1);
    const QStringList expected { QStringLiteral("can_write"), QStringLiteral("connected_at"),
                                 QStringLiteral("expires_at"), QStringLiteral("scopes"), QStringLiteral("topic") };
    QCOMPARE(got.keys(), expected);
    QVERIFY(got.value(QLatin1String("scopes")).isArray());
    QCOMPARE(got.value(QLatin1String("expires_at")).toString(), QStringLiteral("2023-11-14T23:13:20Z"));
}

void StatusReportTest::bookingsAreInNeither()
{
    Ledger ledger;
    ledger.apply(opened(camera()));
    for (const QByteArray &report : { sessionReport(ledger, kGenerator, kStart), statusReport(ledger, kGenerator) }) {
        QVERIFY(report.contains("lab3-st-video"));
        QVERIFY(!report.toLower().contains("booking"));
    }
}

void StatusReportTest::expiryOfAFarFutureStillHasFourDigits()
{
    Ledger ledger;
    Facts facts = camera();
    facts.expiresAt = 1'000'000'000'000'000'000; // the largest that a token may name
    ledger.apply(opened(facts));
    QCOMPARE(objectOf(statusReport(ledger, kGenerator), 1).value(QLatin1String("expires_at")).toString(),
             QStringLiteral("9999-12-31T23:59:59Z"));
}

void StatusReportTest::textIsEscaped()
{
    Ledger ledger;
    Facts facts = factsOf(1, QByteArray("a\"b\\\xc3\xa4"));
    facts.userAgent = QStringLiteral("line\nbreak\u0001\"}]");
    facts.scopes = { QStringLiteral("x\",\"admin") };
    ledger.apply(opened(facts));
    const QJsonObject got = objectOf(sessionReport(ledger, kGenerator, kStart), 1);
    QCOMPARE(got.value(QLatin1String("topic")).toString(), QStringLiteral("a\"b\\ä"));
    QCOMPARE(got.value(QLatin1String("userAgent")).toString(), facts.userAgent);
    QCOMPARE(got.value(QLatin1String("scopes")).toArray().size(), 1);
}

void StatusReportTest::everyConnectionIsThereOnce()
{
    Ledger ledger;
    constexpr int kMany = 10'000;
    for (ConnectionId id = 1; id <= kMany; ++id)
        ledger.apply(opened(factsOf(id, "t" + QByteArray::number(qulonglong(id)))));
    for (const QByteArray &report : { sessionReport(ledger, kGenerator, kStart), statusReport(ledger, kGenerator) }) {
        QSet<QString> topics;
        const QJsonArray all = array(report);
        for (const QJsonValue &one : all)
            topics.insert(one.toObject().value(QLatin1String("topic")).toString());
        QCOMPARE(all.size(), kMany + 1);
        QCOMPARE(topics.size(), kMany + 1);
    }
}

QTEST_GUILESS_MAIN(StatusReportTest)
#include "statusreporttest.moc"
