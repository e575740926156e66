// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/alertfeed.h"
#include "client/admin/closedlist.h"
#include "client/admin/history.h"
#include "client/admin/logfeed.h"
#include "tests/client/admin/faketransport.h"

#include <QSignalSpy>
#include <QtTest>

#include <memory>

using namespace relay::client;
using namespace relay::tests;

namespace {

//! A client over a stream that the test holds, and answers by the method that was asked for.
struct Line
{
    Line()
    {
        auto made = std::make_unique<FakeTransport>();
        transport = made.get();
        client = std::make_unique<AdminClient>(std::move(made), ClientTiming {});
    }
    void open(const char *epoch = "e", const char *features = R"(["history","events","audit","alerts"])")
    {
        client->connectToServer(QStringLiteral("/s"), true);
        const auto before = transport->sent.size();
        Q_EMIT transport->opened();
        transport->say(QByteArray(R"({"method":"hello","params":{"protocol":["relay-admin/1"],"server":{"epoch":")")
                       + epoch + R"("},"features":)" + features + "}}");
        transport->answer(int(before), R"({"role":"admin"})");
    }
    void lose() { Q_EMIT transport->closed(Transport::Failure::None, {}); }
    //! The newest call of this method that has not been answered: its arguments.
    QJsonObject answer(const char *method, const QByteArray &result)
    {
        for (int i = int(transport->sent.size()) - 1; i >= 0; --i) {
            const auto request = transport->request(i);
            if (request.method != QLatin1String(method) || answered.contains(request.id.toInteger()))
                continue;
            answered << request.id.toInteger();
            transport->answer(i, result.simplified());
            return request.params;
        }
        return {};
    }
    void tell(const char *method, const QByteArray &params)
    {
        transport->say(QByteArray("{\"method\":\"") + method + "\",\"params\":" + params.simplified() + "}");
    }

    FakeTransport *transport = nullptr;
    std::unique_ptr<AdminClient> client;
    QVector<qint64> answered;
};

QByteArray eventList(int first, int count, bool more = false, int lost = 0)
{
    QByteArray rows;
    for (int n = first; n < first + count; ++n)
        rows += (rows.isEmpty() ? "[" : ",[") + QByteArray::number(n) + R"(,5,"info","started","text",{"k":1}])";
    return R"({"columns":["n","at","level","code","text","data"],"rows":[)" + rows + R"(],"lost":)"
        + QByteArray::number(lost) + ",\"next\":" + QByteArray::number(first + count)
        + ",\"more\":" + (more ? "true" : "false") + "}";
}

QByteArray eventNamed(int n, int lost = 0)
{
    return R"({"sub":"events","n":)" + QByteArray::number(n)
        + R"(,"at":7,"level":"warning","code":"refused","text":"t","data":{})"
        + (lost > 0 ? ",\"lost\":" + QByteArray::number(lost) : QByteArray()) + "}";
}

QVector<quint64> numbers(const EventFeed &feed)
{
    QVector<quint64> all;
    for (const Event &each : feed.records())
        all << each.n;
    return all;
}

} // namespace

class FeedsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listAndNotificationsAreJoined();
    void longListsAreReadInPieces();
    void contactComesBackWithinTheSameRun();
    void anotherRunBeginsANewList();
    void lostOnesAreCounted();
    void theOldestGoFirst();
    void aServerWithoutEventsIsNotAsked();
    void ordersAreRecords();
    void alertsFollowListAndStream();
    void rulesAreReplacedForAll();
    void aRuleSurvivesTheWire();
    void historyIsReadInParts();
    void historyKnowsWhatIsUnknown();
    void closedPagesHaveReasons();
};

void FeedsTest::listAndNotificationsAreJoined()
{
    Line line;
    EventFeed feed(*line.client);
    QSignalSpy appended(&feed, &EventFeed::appended);
    line.open();
    QVERIFY(feed.isAvailable());
    line.tell("event", eventNamed(3)); // subscribed, and the list has not come yet
    line.tell("event", eventNamed(4));
    QVERIFY(feed.records().isEmpty());
    const QJsonObject asked = line.answer("events.list", eventList(1, 3));
    QCOMPARE(asked.value(QLatin1String("since")).toInt(), 1);
    QCOMPARE(numbers(feed), (QVector<quint64> { 1, 2, 3, 4 }));
    QCOMPARE(feed.records().first().code, QStringLiteral("started"));
    QCOMPARE(feed.records().first().data.value(QLatin1String("k")).toInt(), 1);
    QCOMPARE(feed.records().last().level, QStringLiteral("warning"));
    line.tell("event", eventNamed(5));
    line.tell("event", R"({"sub":"other","n":6,"code":"refused"})"); // somebody else's
    QCOMPARE(numbers(feed), (QVector<quint64> { 1, 2, 3, 4, 5 }));
    QCOMPARE(appended.size(), 3);
}

void FeedsTest::longListsAreReadInPieces()
{
    Line line;
    EventFeed feed(*line.client);
    line.open();
    (void)line.answer("events.list", eventList(1, 3, true));
    QCOMPARE(line.answer("events.list", eventList(4, 2)).value(QLatin1String("since")).toInt(), 4);
    QCOMPARE(feed.records().size(), 5);
    QCOMPARE(line.answer("events.list", "{}"), QJsonObject()); // and no further call
}

void FeedsTest::contactComesBackWithinTheSameRun()
{
    Line line;
    EventFeed feed(*line.client);
    QSignalSpy reset(&feed, &EventFeed::wasReset);
    line.open();
    (void)line.answer("events.list", eventList(1, 3));
    line.lose();
    QCOMPARE(feed.records().size(), 3); // kept while there is no contact
    line.open();
    QCOMPARE(line.answer("events.list", eventList(4, 1)).value(QLatin1String("since")).toInt(), 4);
    QCOMPARE(numbers(feed), (QVector<quint64> { 1, 2, 3, 4 }));
    QCOMPARE(reset.size(), 0);
}

void FeedsTest::anotherRunBeginsANewList()
{
    Line line;
    EventFeed feed(*line.client);
    QSignalSpy reset(&feed, &EventFeed::wasReset);
    line.open("first");
    (void)line.answer("events.list", eventList(1, 3));
    line.lose();
    line.open("second");
    QCOMPARE(reset.size(), 1);
    (void)line.answer("events.list", eventList(1, 1));
    QCOMPARE(numbers(feed), QVector<quint64> { 1 });
}

void FeedsTest::lostOnesAreCounted()
{
    Line line;
    EventFeed feed(*line.client);
    line.open();
    (void)line.answer("events.list", eventList(41, 1, false, 40));
    line.tell("event", eventNamed(50, 8));
    QCOMPARE(feed.lost(), quint64(48));
}

void FeedsTest::theOldestGoFirst()
{
    Line line;
    EventFeed feed(*line.client);
    QSignalSpy dropped(&feed, &EventFeed::oldestDropped);
    line.open();
    (void)line.answer("events.list", eventList(1, EventFeed::kKept));
    line.tell("event", eventNamed(EventFeed::kKept + 1));
    QCOMPARE(feed.records().size(), EventFeed::kKept);
    QCOMPARE(feed.records().first().n, quint64(2));
    QCOMPARE(dropped.size(), 1);
    QCOMPARE(dropped.first().first().toInt(), 1);
}

void FeedsTest::aServerWithoutEventsIsNotAsked()
{
    Line line;
    EventFeed feed(*line.client);
    line.open("e", "[]");
    QVERIFY(!feed.isAvailable());
    QCOMPARE(line.answer("events.list", "{}"), QJsonObject());
    line.lose();
    line.open("f"); // it was updated
    QVERIFY(feed.isAvailable());
}

void FeedsTest::ordersAreRecords()
{
    Line line;
    AuditFeed feed(*line.client);
    line.open();
    (void)line.answer("audit.list", R"({"columns":["n"],"rows":[],"next":1,"more":false,"lost":0})");
    line.tell(
        "audit",
        R"({"sub":"audit","n":1,"at":9,"uid":1000,"user":"ann","pid":7,"client":"relay","action":"connections.kick",
                           "target":"connection 4","reason":"r","result":"refused, no","isRefused":true})");
    QCOMPARE(feed.records().size(), 1);
    const AuditRecord &record = feed.records().first();
    QCOMPARE(record.action, QStringLiteral("connections.kick"));
    QCOMPARE(record.uid, qint64(1000));
    QVERIFY(record.isRefused);
}

void FeedsTest::alertsFollowListAndStream()
{
    Line line;
    AlertFeed feed(*line.client);
    QSignalSpy raised(&feed, &AlertFeed::raised);
    QSignalSpy cleared(&feed, &AlertFeed::cleared);
    QSignalSpy changed(&feed, &AlertFeed::activeChanged);
    line.open();
    (void)line.answer("alerts.list",
                      R"({"rules":[{"id":"slow","metric":"slowReaders","above":2,"forMs":5000,"enabled":true}],
                          "active":[{"id":"slow","state":"raised","value":3,"threshold":2,"since":11,"text":"t"}]})");
    QCOMPARE(feed.rules().size(), 1);
    QCOMPARE(feed.active().size(), 1);
    QCOMPARE(feed.active().first().since, qint64(11));
    line.tell("alert", R"({"sub":"alerts","id":"slow","state":"raised","value":3,"threshold":2,"at":11,"text":"t"})");
    QCOMPARE(raised.size(), 0); // it was there before
    line.tell("alert", R"({"sub":"alerts","id":"lag","state":"raised","value":900,"threshold":500,"at":12,"text":"t"})");
    QCOMPARE(raised.size(), 1);
    QCOMPARE(feed.active().size(), 2);
    line.tell("alert", R"({"sub":"alerts","id":"slow","state":"cleared","value":0,"threshold":2,"at":13,"text":"t"})");
    QCOMPARE(cleared.size(), 1);
    QCOMPARE(feed.active().size(), 1);
    QVERIFY(changed.size() >= 3);
    line.lose();
    QCOMPARE(feed.active().size(), 1); // as it was last known
}

void FeedsTest::rulesAreReplacedForAll()
{
    Line line;
    AlertFeed feed(*line.client);
    QSignalSpy changed(&feed, &AlertFeed::rulesChanged);
    line.open();
    (void)line.answer("alerts.list", R"({"rules":[],"active":[]})");
    QString error = QStringLiteral("not called");
    feed.setRules({ { QStringLiteral("a"), QStringLiteral("certificateDays"), 14, true, 0, true } },
                  [&](const QString &text) { error = text; });
    const QJsonObject asked = line.answer("alerts.set", "{}");
    QVERIFY(error.isEmpty());
    const QJsonObject rule = asked.value(QLatin1String("rules")).toArray().first().toObject();
    QCOMPARE(rule.value(QLatin1String("below")).toInt(), 14);
    QVERIFY(!rule.contains(QLatin1String("above")));
    line.tell("alertRules",
              R"({"sub":"alerts","rules":[{"id":"a","metric":"certificateDays","below":14,"forMs":0,"enabled":true}]})");
    QCOMPARE(changed.size(), 1);
    QVERIFY(feed.rules().first().isBelow);
}

void FeedsTest::aRuleSurvivesTheWire()
{
    const AlertRule rule { QStringLiteral("x"), QStringLiteral("outRate"), 1e9, false, 30'000, false };
    QCOMPARE(readAlertRule(toJson(rule)), rule);
}

void FeedsTest::historyIsReadInParts()
{
    Line line;
    line.open();
    QStringList series;
    for (int i = 0; i < 9; ++i)
        series << topicSeries(QString::number(i));
    QVector<HistoryReply> got;
    fetchHistory(*line.client, series, HistoryRange::Hour,
                 [&](const QVector<HistoryReply> &replies, const QString &) { got = replies; });
    QByteArray eight;
    for (int i = 0; i < 8; ++i)
        eight += (i > 0 ? "," : "") + QByteArray(R"({"series":"topic:)") + QByteArray::number(i) + R"(","rows":[]})";
    const QJsonObject first = line.answer("stats.history", "{\"histories\":[" + eight + "]}");
    QCOMPARE(first.value(QLatin1String("series")).toArray().size(), 8);
    QCOMPARE(first.value(QLatin1String("range")).toString(), QStringLiteral("1h"));
    QVERIFY(got.isEmpty());
    (void)line.answer("stats.history", R"({"histories":[{"series":"topic:8","rows":[]}]})");
    QCOMPARE(got.size(), 9);
    QCOMPARE(got.last().series, QStringLiteral("topic:8"));
}

void FeedsTest::historyKnowsWhatIsUnknown()
{
    Line line;
    line.open();
    QVERIFY(hasHistory(*line.client));
    QVector<HistoryReply> got;
    fetchHistory(*line.client, { totalsSeries() }, HistoryRange::FiveMinutes,
                 [&](const QVector<HistoryReply> &replies, const QString &) { got = replies; });
    (void)line.answer("stats.history",
                      R"({"histories":[{"series":"totals","range":"5m","stepMs":1000,"from":5000,
                          "columns":["inRate","outRate","dropped","connections"],"rows":[null,[1,2,0.5,3]]}]})");
    QCOMPARE(got.size(), 1);
    QCOMPARE(got.first().points.size(), 2);
    QVERIFY(!got.first().points.first());
    QCOMPARE(got.first().points.last()->dropped, 0.5);
    QCOMPARE(got.first().points.last()->connections, 3);
    QCOMPARE(got.first().timeOf(1), qint64(6000));
}

void FeedsTest::closedPagesHaveReasons()
{
    Line line;
    line.open();
    ClosedPage page;
    fetchClosed(*line.client, QStringLiteral("demo"), {}, 100, [&](const ClosedPage &got) { page = got; });
    const QJsonObject asked = line.answer(
        "connections.closed",
        R"({"columns":["id","topic","closedAt","code","reason"],"rows":[[4,"/out/demo",99,4000,"kicked"]],"cursor":"4"})");
    QCOMPARE(asked.value(QLatin1String("filter")).toString(), QStringLiteral("demo"));
    QCOMPARE(page.rows.size(), 1);
    QCOMPARE(page.rows.first().connection.topic, QStringLiteral("/out/demo"));
    QCOMPARE(page.rows.first().code, 4000);
    QCOMPARE(page.rows.first().reason, QStringLiteral("kicked"));
    QCOMPARE(page.cursor, QStringLiteral("4"));
}

QTEST_GUILESS_MAIN(FeedsTest)
#include "feedstest.moc"
