// SPDX-License-Identifier: GPL-3.0-or-later
// What a relayd remembers of itself, as a session gets it: history, events, orders.
#include "common/admin/figures.h"
#include "tests/server/admin/living.h"

#include <QtTest>

using namespace relay::admin;
using namespace relay::tests;
namespace stats = relay::stats;

namespace {

QJsonArray rowsOf(Bench &bench, const QByteArray &series, const QByteArray &range)
{
    return bench.ask("stats.history", R"({"series":")" + series + R"(","range":")" + range + "\"}")
        .value(QLatin1String("rows"))
        .toArray();
}

int known(const QJsonArray &rows)
{
    return int(std::count_if(rows.begin(), rows.end(), [](const QJsonValue &row) { return !row.isNull(); }));
}

} // namespace

class ChronicleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void aSecondIsARow();
    void coarserTiersHaveMeans();
    void aStallIsAGap();
    void dropsArePerSecond();
    void aTopicIsRememberedForADay();
    void theOldestIdleTopicMakesRoom();
    void aClockThatIsSetBackTellsTheHourAgain();
    void aSeriesTakesNoMoreThanItsRows();
    void whatWasNotThereIsUnknown();
    void severalSeriesAtOnce();
    void wrongHistory_data();
    void wrongHistory();
    void theLargestHistoryFitsIntoALine();

    void ordersAreRecorded();
    void refusedOrdersAreRecordedOnce();
    void aRepeatedOrderIsRecordedOnce();
    void viewersMayReadTheAudit();
    void ordersAreEvents();
    void similarEventsAreOne();
    void listsGoOnFromANumber();
    void theStreamTellsWhatComes();
    void aClientThatDoesNotReadLosesEventsAndIsTold();
    void notifyingStreamsHaveNoColumns();
    void longTextsAreCut();
};

void ChronicleTest::init()
{
    QLoggingCategory::setFilterRules(QStringLiteral("relay.audit=false"));
}

void ChronicleTest::aSecondIsARow()
{
    Bench bench;
    bench.open();
    bench.ledger.apply(opened(factsOf(1, "/out/demo")));
    live(bench, 3000);
    bench.ledger.apply(counted(countersOf(1, 10, 5000, 20, 80'000)));
    live(bench, 1000);
    const QJsonObject answer = bench.ask("stats.history", R"({"series":"totals","range":"5m"})");
    QCOMPARE(answer.value(QLatin1String("stepMs")).toInt(), 1000);
    QCOMPARE(answer.value(QLatin1String("from")).toInteger(), bench.now.wall / 1000 * 1000 - 300'000);
    const QJsonArray rows = answer.value(QLatin1String("rows")).toArray();
    QCOMPARE(rows.size(), 300);
    QVERIFY(rows.first().isNull()); // before the start
    const QJsonArray last = rows.last().toArray();
    QCOMPARE(last.size(), 4);
    QCOMPARE(last.at(0).toInteger(), bench.ledger.totals().inRate);
    QCOMPARE(last.at(1).toInteger(), bench.ledger.totals().outRate);
    QVERIFY(last.at(1).toInteger() > 0);
    QCOMPARE(last.at(3).toInt(), 1);
    QCOMPARE(rowsOf(bench, "topic:/out/demo", "5m").last(), QJsonValue(last));
}

void ChronicleTest::coarserTiersHaveMeans()
{
    stats::HistorySeries series;
    for (int second = 0; second < 20; ++second)
        series.add(second, { float(second), 100, second < 10 ? 0.0F : 2.0F, second });
    const auto rows = series.rows(1, 20'000);
    QCOMPARE(rows.size(), std::size_t(360));
    const stats::HistoryRow &first = rows[358];
    QCOMPARE(first.inRate, 4.5F); // of 0 to 9
    QCOMPARE(first.outRate, 100.0F);
    QCOMPARE(first.connections, 9); // at the end
    QCOMPARE(rows[359].inRate, 14.5F);
    QCOMPARE(rows[359].dropped, 2.0F);
    QVERIFY(!series.rows(2, 119'999).back().isKnown()); // that step is not over
    QCOMPARE(series.rows(2, 120'000).back().inRate, 9.5F);
}

void ChronicleTest::aStallIsAGap()
{
    Bench bench;
    bench.open();
    live(bench, 5000);
    bench.now.steady += 7000;
    bench.now.wall += 7000;
    live(bench, 3000);
    const QJsonArray rows = rowsOf(bench, "totals", "5m");
    QVERIFY(!rows.at(299).isNull() && !rows.at(297).isNull());
    // 15 s: the first second is known from its end on, then 7 that nobody saw, then three.
    for (int i = 285; i < 290; ++i)
        QVERIFY(!rows.at(i).isNull());
    for (int i = 290; i < 297; ++i)
        QVERIFY(rows.at(i).isNull());
    QCOMPARE(known(rows), 8);
}

void ChronicleTest::dropsArePerSecond()
{
    Bench bench;
    bench.open();
    bench.ledger.apply(opened(factsOf(1, "/out/demo")));
    live(bench, 2000);
    stats::Counters counters = countersOf(1, 1, 1, 1, 1);
    counters.dropped = 40;
    bench.ledger.apply(counted(counters));
    live(bench, 1000);
    QCOMPARE(rowsOf(bench, "totals", "5m").last().toArray().at(2).toInt(), 40);
    QCOMPARE(rowsOf(bench, "topic:/out/demo", "5m").last().toArray().at(2).toInt(), 40);
    live(bench, 1000);
    QCOMPARE(rowsOf(bench, "totals", "5m").last().toArray().at(2).toInt(), 0);
}

void ChronicleTest::aTopicIsRememberedForADay()
{
    stats::Ledger ledger([] { return 1; });
    stats::History history;
    ledger.apply(opened(factsOf(1, "/a")));
    std::int64_t now = 1'700'000'000'000;
    for (int i = 0; i < 3; ++i)
        history.sample(ledger, now += 1000);
    ledger.apply(closed(1));
    history.sample(ledger, now += 1000);
    QCOMPARE(history.topicCount(), std::size_t(1));
    QVERIFY(!history.topic("/a", 0, now).back().isKnown()); // nobody was on it
    QVERIFY(history.topic("/a", 0, now).at(298).isKnown());
    history.sample(ledger, now += stats::History::kIdleMs - 5000);
    QCOMPARE(history.topicCount(), std::size_t(1));
    history.sample(ledger, now += 10'000);
    QCOMPARE(history.topicCount(), std::size_t(0));
}

void ChronicleTest::theOldestIdleTopicMakesRoom()
{
    stats::Ledger ledger([] { return 1; });
    stats::History history(2);
    std::int64_t now = 1'700'000'000'000;
    const auto pass = [&] { history.sample(ledger, now += 1000); };
    ledger.apply(opened(factsOf(1, "/a")));
    ledger.apply(opened(factsOf(2, "/b")));
    pass();
    ledger.apply(closed(2));
    pass();
    pass();
    ledger.apply(opened(factsOf(3, "/c")));
    pass(); // no room yet: /b is forgotten
    pass();
    QCOMPARE(history.topicCount(), std::size_t(2));
    QVERIFY(history.topic("/c", 0, now).back().isKnown());
    ledger.apply(opened(factsOf(4, "/d"))); // and now there are none that nobody is on
    pass();
    pass();
    QVERIFY(history.topic("/a", 0, now).back().isKnown());
    QVERIFY(!history.topic("/d", 0, now).back().isKnown());
}

void ChronicleTest::aClockThatIsSetBackTellsTheHourAgain()
{
    stats::HistoryRing ring(10);
    for (int step = 0; step < 15; ++step)
        ring.put(step, { float(step) });
    QVERIFY(!ring.at(4).isKnown());
    QCOMPARE(ring.at(5).inRate, 5.0F);
    ring.put(8, { 80 });
    QCOMPARE(ring.at(7).inRate, 7.0F);
    QCOMPARE(ring.at(8).inRate, 80.0F);
    QVERIFY(!ring.at(9).isKnown());
    ring.put(2, { 20 }); // before everything that is known
    QVERIFY(!ring.at(8).isKnown());
    QCOMPARE(ring.at(2).inRate, 20.0F);
    for (int step = 3; step < 40; ++step)
        ring.put(step, { float(step) });
    QCOMPARE(ring.at(39).inRate, 39.0F);
    QCOMPARE(ring.at(30).inRate, 30.0F);
    QVERIFY(!ring.at(29).isKnown());
}

void ChronicleTest::aSeriesTakesNoMoreThanItsRows()
{
    stats::HistorySeries series;
    for (std::int64_t second = 0; second < 60; ++second)
        series.add(second, { 1, 1, 0, 1 });
    QVERIFY(series.heldBytes() < 3000); // those who do not stay take little
    for (std::int64_t second = 60; second < 100'000; ++second)
        series.add(second, { 1, 1, 0, 1 });
    series.add(99'900, { 1, 1, 0, 1 }); // the clock was set
    for (std::int64_t second = 99'901; second < 101'000; ++second)
        series.add(second, { 1, 1, 0, 1 });
    QCOMPARE(series.heldBytes(), (300 + 360 + 720) * sizeof(stats::HistoryRow));
}

void ChronicleTest::whatWasNotThereIsUnknown()
{
    Bench bench;
    bench.open();
    live(bench, 2000);
    const QJsonArray rows = rowsOf(bench, "topic:/never", "24h");
    QCOMPARE(rows.size(), 720);
    QCOMPARE(known(rows), 0);
}

void ChronicleTest::severalSeriesAtOnce()
{
    Bench bench;
    bench.open();
    live(bench, 2000);
    const QJsonArray histories = bench.ask("stats.history", R"({"series":["totals","topic:/a"],"range":"1h"})")
                                     .value(QLatin1String("histories"))
                                     .toArray();
    QCOMPARE(histories.size(), 2);
    QCOMPARE(histories.last().toObject().value(QLatin1String("series")).toString(), QStringLiteral("topic:/a"));
    QCOMPARE(histories.last().toObject().value(QLatin1String("stepMs")).toInt(), 10'000);
}

void ChronicleTest::wrongHistory_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::newRow("nothing") << QByteArray("{}");
    QTest::newRow("no range") << QByteArray(R"({"series":"totals"})");
    QTest::newRow("range") << QByteArray(R"({"series":"totals","range":"5 min"})");
    QTest::newRow("series") << QByteArray(R"({"series":"total","range":"5m"})");
    QTest::newRow("no topic") << QByteArray(R"({"series":"topic:","range":"5m"})");
    QTest::newRow("number") << QByteArray(R"({"series":4,"range":"5m"})");
    QTest::newRow("empty list") << QByteArray(R"({"series":[],"range":"5m"})");
    QTest::newRow("too many") << QByteArray(
        R"({"series":["totals","totals","totals","totals","totals","totals","totals","totals","totals"],"range":"5m"})");
    QTest::newRow("unknown argument") << QByteArray(R"({"series":"totals","range":"5m","stepMs":1000})");
}

void ChronicleTest::wrongHistory()
{
    QFETCH(const QByteArray, params);
    Bench bench;
    bench.open(Role::Viewer);
    QCOMPARE(bench.errorOf("stats.history", params), QStringLiteral("InvalidParams"));
}

void ChronicleTest::theLargestHistoryFitsIntoALine()
{
    Bench bench;
    bench.open();
    stats::Facts facts = factsOf(1, "/" + QByteArray(1000, 'x'));
    bench.ledger.apply(opened(facts));
    stats::Counters counters = countersOf(1, 1, 1, 1, 1);
    for (int i = 0; i < 90; ++i) { // half a day at 10 Gbit/s, in steps of 2 min
        counters.inBytes += 1'250'000'000ULL;
        counters.outBytes += 1'250'000'000ULL;
        counters.dropped += 123'456;
        bench.ledger.apply(counted(counters));
        live(bench, 1000);
    }
    QByteArray series;
    for (int i = 0; i < kMaxSeries; ++i)
        series += (i > 0 ? ",\"topic:" : "\"topic:") + facts.topic + '"';
    bench.say("{\"id\":7,\"method\":\"stats.history\",\"params\":{\"range\":\"5m\",\"series\":[" + series + "]}}");
    QVERIFY(bench.wire.lines.last().size() < kServerLineLimit);
    QVERIFY(!bench.wire.lines.last().contains("error"));
}

void ChronicleTest::ordersAreRecorded()
{
    Bench bench;
    bench.start(Role::Operator);
    bench.say(R"({"id":0,"method":"session.open","params":{"protocol":"relay-admin/1","client":{"name":"script"}}})");
    bench.ledger.apply(opened(factsOf(5, "/a")));
    bench.say(R"({"id":1,"method":"connections.kick","params":{"ids":[5],"reason":"why not"}})");
    QCOMPARE(bench.chronicle.orders().ring().end(), std::uint64_t(1)); // not before it is done
    bench.control.orders.front().done(true);
    QCoreApplication::processEvents();
    const QJsonObject list = bench.ask("audit.list");
    const QJsonArray columns = list.value(QLatin1String("columns")).toArray();
    const QJsonArray row = list.value(QLatin1String("rows")).toArray().first().toArray();
    QCOMPARE(columns.size(), row.size());
    const auto at = [&](const char *name) {
        for (int i = 0; i < columns.size(); ++i) {
            if (columns.at(i).toString() == QLatin1String(name))
                return row.at(i).toVariant().toString();
        }
        return QStringLiteral("no such column");
    };
    QCOMPARE(at("n"), QStringLiteral("1"));
    QCOMPARE(at("user"), QStringLiteral("ann"));
    QCOMPARE(at("client"), QStringLiteral("script"));
    QCOMPARE(at("action"), QStringLiteral("connections.kick"));
    QCOMPARE(at("target"), QStringLiteral("connection 5"));
    QCOMPARE(at("reason"), QStringLiteral("why not"));
    QCOMPARE(at("result"), QStringLiteral(R"({"kicked":[5],"gone":[]})"));
    QCOMPARE(at("isRefused"), QStringLiteral("false"));
}

void ChronicleTest::refusedOrdersAreRecordedOnce()
{
    Bench bench;
    bench.open(Role::Viewer);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(bench.errorOf("connections.kick", R"({"ids":[5]})"), QStringLiteral("NotPermitted"));
    const auto &ring = bench.chronicle.orders().ring();
    QCOMPARE(ring.end() - ring.first(), std::uint64_t(1));
    QVERIFY(ring.at(1).isRefused);
    QVERIFY(ring.at(1).result.startsWith(QLatin1String("refused, ")));
    QCOMPARE(bench.chronicle.events().ring().end(), std::uint64_t(1)); // no event of what did not happen
}

void ChronicleTest::aRepeatedOrderIsRecordedOnce()
{
    Bench bench;
    bench.open();
    for (int i = 0; i < 2; ++i)
        QVERIFY(bench.ask("connections.kick", R"({"ids":[5],"requestKey":"k"})").contains(QLatin1String("gone")));
    QCOMPARE(bench.chronicle.orders().ring().end(), std::uint64_t(2));
}

void ChronicleTest::viewersMayReadTheAudit()
{
    Bench bench;
    bench.open(Role::Viewer);
    QVERIFY(bench.ask("audit.list").contains(QLatin1String("rows")));
    QCOMPARE(bench.ask("subscribe", R"({"sub":"a","stream":"audit"})").value(QLatin1String("stream")).toString(),
             QStringLiteral("audit"));
}

void ChronicleTest::ordersAreEvents()
{
    Bench bench;
    bench.open();
    (void)bench.ask("connections.kick", R"({"ids":[5],"reason":"r"})");
    const QJsonObject list = bench.ask("events.list");
    QCOMPARE(codes(list), QStringList { QStringLiteral("kick") });
    const QJsonArray row = list.value(QLatin1String("rows")).toArray().first().toArray();
    QCOMPARE(row.at(4).toString(), QStringLiteral("connections.kick connection 5 by ann: r"));
    QCOMPARE(dataOf(list, 0),
             (QJsonObject { { QStringLiteral("action"), QStringLiteral("connections.kick") },
                            { QStringLiteral("target"), QStringLiteral("connection 5") },
                            { QStringLiteral("targetKind"), QStringLiteral("connection") },
                            { QStringLiteral("targetName"), QStringLiteral("5") },
                            { QStringLiteral("user"), QStringLiteral("ann") },
                            { QStringLiteral("reason"), QStringLiteral("r") } }));
}

void ChronicleTest::similarEventsAreOne()
{
    Bench bench;
    EventLog &log = bench.chronicle.events();
    const auto refuse = [&](const char *why) {
        log.noteMany({ .level = EventLevel::Warning,
                       .code = QLatin1String("refused"),
                       .text = QStringLiteral("refused: ") + QLatin1String(why),
                       .data = { { QStringLiteral("reason"), QLatin1String(why) } } },
                     QStringLiteral("%1 refused: ") + QLatin1String(why));
    };
    for (int i = 0; i < 37; ++i)
        refuse("no token");
    refuse("full");
    live(bench, 500);
    QCOMPARE(log.ring().end(), std::uint64_t(1)); // others may follow
    live(bench, 625);
    QCOMPARE(log.ring().end(), std::uint64_t(3));
    QCOMPARE(log.ring().at(1).text, QStringLiteral("37 refused: no token"));
    QCOMPARE(log.ring().at(1).data.value(QLatin1String("count")).toInt(), 37);
    QCOMPARE(log.ring().at(2).text, QStringLiteral("refused: full"));
    refuse("full"); // another second
    live(bench, 1125);
    QCOMPARE(log.ring().at(3).text, QStringLiteral("refused: full"));
}

void ChronicleTest::listsGoOnFromANumber()
{
    Bench bench;
    bench.open();
    for (int i = 0; i < 2100; ++i)
        bench.chronicle.events().note({ .code = QLatin1String("started"), .text = QString::number(i + 1) });
    const QJsonObject newest = bench.ask("events.list", R"({"limit":2})");
    QCOMPARE(newest.value(QLatin1String("rows")).toArray().first().toArray().first().toInt(), 2099);
    QCOMPARE(newest.value(QLatin1String("lost")).toInt(), 100);
    const QJsonObject oldest = bench.ask("events.list", R"({"since":1})");
    const QJsonArray rows = oldest.value(QLatin1String("rows")).toArray();
    QCOMPARE(rows.size(), 256);
    QCOMPARE(rows.first().toArray().first().toInt(), 101);
    QCOMPARE(oldest.value(QLatin1String("lost")).toInt(), 100);
    QCOMPARE(oldest.value(QLatin1String("next")).toInt(), 357);
    QVERIFY(oldest.value(QLatin1String("more")).toBool());
    const QJsonObject beyond = bench.ask("events.list", R"({"since":5000})");
    QVERIFY(beyond.value(QLatin1String("rows")).toArray().isEmpty());
    QCOMPARE(beyond.value(QLatin1String("next")).toInt(), 2101);
    QVERIFY(!beyond.value(QLatin1String("more")).toBool());
}

void ChronicleTest::theStreamTellsWhatComes()
{
    Bench bench;
    bench.open(Role::Viewer);
    bench.chronicle.events().note({ .code = QLatin1String("started"), .text = QStringLiteral("before") });
    const QJsonObject answer = bench.ask("subscribe", R"({"sub":"e","stream":"events"})");
    QCOMPARE(answer.value(QLatin1String("next")).toInt(), 2);
    bench.advance(125);
    QCOMPARE(told(bench, "event").size(), 0);
    bench.chronicle.events().note(
        { .level = EventLevel::Error, .code = QLatin1String("loop-lag"), .text = QStringLiteral("t") });
    bench.advance(125);
    const auto events = told(bench, "event");
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.first().value(QLatin1String("sub")).toString(), QStringLiteral("e"));
    QCOMPARE(events.first().value(QLatin1String("n")).toInt(), 2);
    QCOMPARE(events.first().value(QLatin1String("level")).toString(), QStringLiteral("error"));
    QVERIFY(!events.first().contains(QLatin1String("lost")));
}

void ChronicleTest::aClientThatDoesNotReadLosesEventsAndIsTold()
{
    Bench bench;
    bench.open(Role::Viewer);
    (void)bench.ask("subscribe", R"({"sub":"e","stream":"events"})");
    bench.wire.pending = 1000; // it does not read
    for (int i = 0; i < 5000; ++i)
        bench.chronicle.events().note({ .code = QLatin1String("started"), .text = QString::number(i + 1) });
    bench.advance(125);
    QVERIFY(bench.wire.lines.isEmpty());
    bench.wire.pending = 0;
    QList<QJsonObject> events;
    for (int i = 0; i < 100; ++i) {
        bench.advance(125);
        events += told(bench, "event");
    }
    QCOMPARE(events.size(), int(EventLog::kKept));
    QCOMPARE(events.first().value(QLatin1String("lost")).toInt(), 3000);
    QCOMPARE(events.first().value(QLatin1String("n")).toInt(), 3001);
    QCOMPARE(events.last().value(QLatin1String("n")).toInt(), 5000);
}

void ChronicleTest::notifyingStreamsHaveNoColumns()
{
    Bench bench;
    bench.open();
    QCOMPARE(bench.errorOf("subscribe", R"({"sub":"e","stream":"events","columns":["n"]})"),
             QStringLiteral("InvalidParams"));
    QCOMPARE(bench.errorOf("subscribe", R"({"sub":"e","stream":"events","intervalMs":1000})"),
             QStringLiteral("InvalidParams"));
}

void ChronicleTest::longTextsAreCut()
{
    Bench bench;
    bench.open();
    const QByteArray reason(1024, 'x');
    for (int i = 0; i < 300; ++i)
        (void)bench.ask("connections.kick", R"({"ids":[5],"reason":")" + reason + "\"}");
    bench.say(R"({"id":9,"method":"audit.list","params":{"since":1}})");
    QVERIFY(bench.wire.lines.last().size() < kServerLineLimit);
    bench.wire.lines.clear();
    const QJsonObject list = bench.ask("audit.list", R"({"since":1})");
    QVERIFY(list.value(QLatin1String("more")).toBool()); // a line has an end
}

QTEST_GUILESS_MAIN(ChronicleTest)
#include "chronicletest.moc"
