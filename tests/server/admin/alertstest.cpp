// SPDX-License-Identifier: GPL-3.0-or-later
// Events that the ledger and the limits give rise to, and alerts.
#include "server/admin/alertfile.h"
#include "tests/server/admin/living.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include <limits>

using namespace relay::admin;
using namespace relay::tests;
namespace stats = relay::stats;

class AlertsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void topicsOpenAndClose();
    void aSlowReaderIsToldAndRecovers();
    void lostMessagesAreToldOnce();
    void refusalsAreCounted();
    void aFloodOfRefusalsIsToldOnceAMinute();
    void limitsAreToldWhenTheyAreNear();
    void theLimitOfConnectionsIsToldInNumbers();
    void aCertificateThatEndsIsToldOnceADay();

    void usualRulesAreThere();
    void anAlertNeedsItsTime();
    void anAlertDoesNotFlutter();
    void belowIsTheOtherWayRound();
    void theStreamOfAlertsTellsWhatIsSo();
    void otherRulesReplaceAll();
    void wrongRulesChangeNothing_data();
    void wrongRulesChangeNothing();
    void rulesOutliveARestart();
};

void AlertsTest::init()
{
    QLoggingCategory::setFilterRules(QStringLiteral("relay.audit=false"));
}

void AlertsTest::topicsOpenAndClose()
{
    Bench bench;
    bench.open();
    bench.ledger.apply(opened(factsOf(1, "/a")));
    bench.ledger.apply(opened(factsOf(2, "/a")));
    live(bench, 1250);
    bench.ledger.apply(closed(1));
    bench.ledger.apply(closed(2));
    live(bench, 1250);
    for (int i = 0; i < 500; ++i)
        bench.ledger.apply(opened(factsOf(stats::ConnectionId(10 + i), "/t" + QByteArray::number(i))));
    live(bench, 1250);
    const QJsonObject list = bench.ask("events.list");
    QCOMPARE(codes(list),
             (QStringList { QStringLiteral("topic-opened"), QStringLiteral("topic-closed"),
                            QStringLiteral("topic-opened") }));
    const QJsonArray last = list.value(QLatin1String("rows")).toArray().last().toArray();
    QCOMPARE(last.at(4).toString(), QStringLiteral("500 topics opened"));
}

void AlertsTest::aSlowReaderIsToldAndRecovers()
{
    Bench bench;
    bench.open();
    bench.ledger.apply(opened(factsOf(1, "/a")));
    live(bench, 1250);
    stats::Counters counters = countersOf(1, 1, 1, 1, 1);
    counters.queuedBytes = 1000;
    counters.queuedMs = 400;
    bench.ledger.apply(counted(counters));
    live(bench, 1250);
    counters.queuedBytes = 0;
    counters.queuedMs = 0;
    bench.ledger.apply(counted(counters));
    live(bench, 1250);
    QCOMPARE(
        codes(bench.ask("events.list")),
        (QStringList { QStringLiteral("topic-opened"), QStringLiteral("slow-reader"), QStringLiteral("recovered") }));
}

void AlertsTest::lostMessagesAreToldOnce()
{
    Bench bench;
    bench.open();
    bench.ledger.apply(opened(factsOf(1, "/a")));
    live(bench, 1250);
    stats::Counters counters = countersOf(1, 1, 1, 1, 1);
    for (int i = 0; i < 8; ++i) {
        counters.dropped += 5;
        bench.ledger.apply(counted(counters));
        live(bench, 1000);
    }
    live(bench, 8000); // it is slow for a while after the last loss
    const QJsonObject list = bench.ask("events.list");
    QCOMPARE(codes(list),
             (QStringList { QStringLiteral("topic-opened"), QStringLiteral("dropping"), QStringLiteral("recovered") }));
    const QJsonArray last = list.value(QLatin1String("rows")).toArray().last().toArray();
    QCOMPARE(last.at(5).toObject().value(QLatin1String("dropped")).toInt(), 40);
}

void AlertsTest::refusalsAreCounted()
{
    Bench bench;
    bench.open();
    Vitals vitals;
    vitals.refusals = { { "no_token", 100 }, { "full", 0 } };
    bench.chronicle.setVitals([&] { return vitals; });
    live(bench, 2000); // those from before are no news
    vitals.refusals[0].second += 37;
    live(bench, 1125);
    const QJsonObject list = bench.ask("events.list");
    QCOMPARE(codes(list), QStringList { QStringLiteral("refused") });
    const QJsonArray row = list.value(QLatin1String("rows")).toArray().first().toArray();
    QCOMPARE(row.at(4).toString(), QStringLiteral("37 refused: no token"));
    QCOMPARE(row.at(5).toObject().value(QLatin1String("count")).toInt(), 37);
}

void AlertsTest::aFloodOfRefusalsIsToldOnceAMinute()
{
    Bench bench;
    bench.open();
    bench.chronicle.alerts().setRules({});
    std::uint64_t count = 0;
    bench.chronicle.setVitals([&] {
        return Vitals { .refusals = { { "bad_code", count }, { "rate", count / 1000 } } };
    });
    live(bench, 2000);
    for (int second = 0; second < 150; ++second) {
        count += 10;
        live(bench, 1000);
    }
    live(bench, 60'000); // what came last is told as well
    std::uint64_t told = 0;
    QStringList texts;
    const QJsonArray rows = bench.ask("events.list").value(QLatin1String("rows")).toArray();
    for (const QJsonValue &row : rows) {
        const QJsonObject data = row.toArray().last().toObject();
        texts << row.toArray().at(4).toString();
        if (data.value(QLatin1String("reason")) == QLatin1String("bad_code"))
            told += std::uint64_t(data.value(QLatin1String("count")).toInt());
    }
    QVERIFY2(texts.size() <= 5, qPrintable(texts.join(u'\n')));
    QCOMPARE(told, count);
    QCOMPARE(texts.first(), QStringLiteral("10 refused: bad code")); // at once
    QVERIFY(texts.contains(QStringLiteral("1 refused: rate")));
}

void AlertsTest::limitsAreToldWhenTheyAreNear()
{
    Bench bench;
    bench.open();
    bench.chronicle.alerts().setRules({});
    Vitals vitals;
    vitals.memoryLimit = 1000;
    bench.chronicle.setVitals([&] { return vitals; });
    for (const std::uint64_t bytes : { 500, 910, 850, 930, 700, 950 }) {
        vitals.residentBytes = bytes;
        live(bench, 1125);
    }
    const QJsonObject list = bench.ask("events.list");
    QCOMPARE(codes(list).count(QStringLiteral("memory-limit")), 3); // near, far, near
    const QJsonObject far = dataOf(list, 1);
    QCOMPARE(far.value(QLatin1String("isNear")), QJsonValue(false));
    QCOMPARE(far.value(QLatin1String("residentBytes")).toInt(), 700);
    QCOMPARE(far.value(QLatin1String("memoryLimit")).toInt(), 1000);
    QCOMPARE(far.value(QLatin1String("share")).toInt(), 70);
}

void AlertsTest::theLimitOfConnectionsIsToldInNumbers()
{
    Bench bench;
    bench.open();
    bench.chronicle.alerts().setRules({});
    Vitals vitals;
    vitals.maxConnections = 2;
    bench.chronicle.setVitals([&] { return vitals; });
    for (int id = 1; id <= 2; ++id)
        bench.ledger.apply(opened(factsOf(stats::ConnectionId(id), "/a")));
    live(bench, 1125);
    const QJsonObject list = bench.ask("events.list");
    const int row = int(codes(list).indexOf(QStringLiteral("descriptor-limit")));
    QVERIFY(row >= 0);
    QCOMPARE(dataOf(list, row),
             (QJsonObject { { QStringLiteral("connections"), 2 },
                            { QStringLiteral("maxConnections"), 2 },
                            { QStringLiteral("share"), 100 },
                            { QStringLiteral("isNear"), true } }));
}

void AlertsTest::aCertificateThatEndsIsToldOnceADay()
{
    Bench bench;
    bench.open();
    bench.chronicle.alerts().setRules({});
    Vitals vitals;
    vitals.certificateEndsAt = bench.now.wall + 60LL * 24 * 3600 * 1000;
    bench.chronicle.setVitals([&] { return vitals; });
    live(bench, 3000);
    QCOMPARE(codes(bench.ask("events.list")).size(), 0);
    vitals.certificateEndsAt = bench.now.wall + 3LL * 24 * 3600 * 1000;
    live(bench, 5000);
    const QJsonObject list = bench.ask("events.list");
    QCOMPARE(codes(list).size(), 1);
    QCOMPARE(dataOf(list, 0).value(QLatin1String("days")).toInt(-1), 2); // whole ones
    QCOMPARE(dataOf(list, 0).value(QLatin1String("isOver")), QJsonValue(false));
    bench.now.wall += 24LL * 3600 * 1000;
    live(bench, 3000);
    QCOMPARE(codes(bench.ask("events.list")).size(), 2);
}

void AlertsTest::usualRulesAreThere()
{
    Bench bench;
    bench.open(Role::Viewer);
    const QJsonObject list = bench.ask("alerts.list");
    QVERIFY(list.value(QLatin1String("rules")).toArray().size() >= 5);
    QVERIFY(list.value(QLatin1String("active")).toArray().isEmpty());
    live(bench, 60'000); // and an idle relay has none
    QVERIFY(bench.ask("alerts.list").value(QLatin1String("active")).toArray().isEmpty());
}

namespace {

//! A board with one rule, a clock in its hands, and what it told.
struct Board
{
    explicit Board(const QByteArray &rule)
        : board([this] { return now; },
                [this](const Alert &alert, bool isRaised) {
                    told << (isRaised ? QStringLiteral("+") : QStringLiteral("-")) + alert.id;
                })
    {
        const QJsonArray list = QJsonDocument::fromJson("[" + rule + "]").array();
        board.setRules(std::get<std::vector<AlertRule>>(readAlertRules(list)));
    }
    //! This value, a second long.
    void see(double value)
    {
        AlertBoard::Measures measures;
        measures.fill(std::numeric_limits<double>::quiet_NaN());
        measures.at(board.rules().front().metric) = value;
        now.steady += 1000;
        now.wall += 1000;
        board.check(measures);
    }
    Moment now { 1000, 1'700'000'000'000 };
    QStringList told;
    AlertBoard board;
};

} // namespace

void AlertsTest::anAlertNeedsItsTime()
{
    Board board(R"({"id":"lag","metric":"loopLagMs","above":100,"forMs":3000})");
    for (const double value : { 200.0, 200.0, 50.0, 200.0, 200.0, 200.0 })
        board.see(value);
    QCOMPARE(board.told, QStringList());
    board.see(300);
    QCOMPARE(board.told, QStringList { QStringLiteral("+lag") });
    QCOMPARE(board.board.active().at(QStringLiteral("lag")).value, 300.0);
    board.see(80); // back by a fifth: over at once
    QCOMPARE(board.told.size(), 2);
    QVERIFY(board.board.active().empty());
}

void AlertsTest::anAlertDoesNotFlutter()
{
    Board board(R"({"id":"c","metric":"connections","above":100,"forMs":3000})");
    for (int i = 0; i < 30; ++i)
        board.see(i % 3 == 2 ? 99 : 101); // never three seconds beyond, and never below by a fifth
    QCOMPARE(board.told, QStringList());
    for (int i = 0; i < 4; ++i)
        board.see(101);
    for (int i = 0; i < 30; ++i)
        board.see(i % 3 == 2 ? 101 : 99);
    QCOMPARE(board.told, QStringList { QStringLiteral("+c") });
    for (int i = 0; i < 4; ++i)
        board.see(99);
    QCOMPARE(board.told.size(), 2); // within it for three seconds
}

void AlertsTest::belowIsTheOtherWayRound()
{
    Board board(R"({"id":"cert","metric":"certificateDays","below":14})");
    board.see(90);
    QCOMPARE(board.told, QStringList());
    board.see(13.5);
    QCOMPARE(board.told, QStringList { QStringLiteral("+cert") });
    board.see(90);
    QCOMPARE(board.told.size(), 2);
}

void AlertsTest::theStreamOfAlertsTellsWhatIsSo()
{
    Bench bench;
    bench.open();
    (void)bench.ask("alerts.set", R"({"rules":[{"id":"many","metric":"connections","above":0}]})");
    bench.ledger.apply(opened(factsOf(1, "/a")));
    live(bench, 1125);
    (void)bench.ask("subscribe", R"({"sub":"w","stream":"alerts"})");
    bench.advance(125);
    auto alerts = told(bench, "alert");
    QCOMPARE(alerts.size(), 1); // it was raised before
    QCOMPARE(alerts.first().value(QLatin1String("state")).toString(), QStringLiteral("raised"));
    bench.wire.pending = 1000; // asleep, while it is cleared, raised and cleared
    bench.ledger.apply(closed(1));
    live(bench, 1125);
    bench.ledger.apply(opened(factsOf(2, "/a")));
    live(bench, 1125);
    bench.ledger.apply(closed(2));
    live(bench, 1125);
    bench.wire.pending = 0;
    bench.advance(125);
    alerts = told(bench, "alert");
    QCOMPARE(alerts.size(), 1);
    QCOMPARE(alerts.first().value(QLatin1String("state")).toString(), QStringLiteral("cleared"));
    const QStringList all = codes(bench.ask("events.list"));
    QCOMPARE(all.count(QStringLiteral("alert-raised")), 2);
    QCOMPARE(all.count(QStringLiteral("alert-cleared")), 2);
    const QJsonObject first = dataOf(bench.ask("events.list"), int(all.indexOf(QStringLiteral("alert-cleared"))));
    QCOMPARE(first.value(QLatin1String("metric")).toString(), QStringLiteral("connections"));
    QCOMPARE(first.value(QLatin1String("isBelow")), QJsonValue(false));
    QCOMPARE(first.value(QLatin1String("isRuleChange")), QJsonValue(false));
}

void AlertsTest::otherRulesReplaceAll()
{
    Bench bench;
    bench.open();
    (void)bench.ask("alerts.set", R"({"rules":[{"id":"many","metric":"connections","above":0}]})");
    bench.ledger.apply(opened(factsOf(1, "/a")));
    live(bench, 1125);
    QCOMPARE(bench.ask("alerts.list").value(QLatin1String("active")).toArray().size(), 1);
    (void)bench.ask("subscribe", R"({"sub":"w","stream":"alerts"})");
    bench.advance(125);
    bench.wire.lines.clear();
    const QJsonObject answer = bench.ask("alerts.set", R"({"rules":[]})");
    QVERIFY(!answer.value(QLatin1String("isDurable")).toBool(true)); // no state directory here
    bench.advance(125);
    const auto lines = bench.wire.lines;
    QCOMPARE(told(bench, "alert").size(), 1);
    bench.wire.lines = lines;
    const auto rules = told(bench, "alertRules");
    QCOMPARE(rules.size(), 1);
    QVERIFY(rules.first().value(QLatin1String("rules")).toArray().isEmpty());
    const QJsonObject list = bench.ask("events.list");
    const int row = int(codes(list).indexOf(QStringLiteral("alert-cleared")));
    QCOMPARE(dataOf(list, row).value(QLatin1String("isRuleChange")), QJsonValue(true));
    QVERIFY(bench.ask("alerts.list").value(QLatin1String("active")).toArray().isEmpty());
}

void AlertsTest::wrongRulesChangeNothing_data()
{
    QTest::addColumn<QByteArray>("rules");
    const char *good = R"({"id":"a","metric":"connections","above":1})";
    QTest::newRow("no list") << QByteArray("4");
    QTest::newRow("no object") << QByteArray("[") + good + ",5]";
    QTest::newRow("no id") << QByteArray(R"([{"metric":"connections","above":1}])");
    QTest::newRow("twice") << QByteArray("[") + good + "," + good + "]";
    QTest::newRow("metric") << QByteArray(R"([{"id":"a","metric":"conections","above":1}])");
    QTest::newRow("no threshold") << QByteArray(R"([{"id":"a","metric":"connections"}])");
    QTest::newRow("negative") << QByteArray(R"([{"id":"a","metric":"connections","above":-1}])");
    QTest::newRow("wrong way") << QByteArray(R"([{"id":"a","metric":"connections","below":1}])");
    QTest::newRow("both") << QByteArray(R"([{"id":"a","metric":"connections","below":1,"above":1}])");
    QTest::newRow("text") << QByteArray(R"([{"id":"a","metric":"connections","above":"1"}])");
    QTest::newRow("time") << QByteArray(R"([{"id":"a","metric":"connections","above":1,"forMs":-1}])");
    QTest::newRow("member") << QByteArray(R"([{"id":"a","metric":"connections","above":1,"colour":"red"}])");
}

void AlertsTest::wrongRulesChangeNothing()
{
    QFETCH(const QByteArray, rules);
    Bench bench;
    bench.open(Role::Operator);
    const QJsonObject before = bench.ask("alerts.list");
    QCOMPARE(bench.errorOf("alerts.set", "{\"rules\":" + rules + "}"), QStringLiteral("InvalidParams"));
    QCOMPARE(bench.ask("alerts.list"), before);
}

void AlertsTest::rulesOutliveARestart()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("alerts.json"));
    QVERIFY(!loadAlertRules(path));
    const auto rules = usualAlertRules();
    QCOMPARE(saveAlertRules(path, rules), QString());
    const auto again = loadAlertRules(path);
    QVERIFY(again);
    JsonWriter first, second;
    writeAlertRules(first, rules);
    writeAlertRules(second, *again);
    QCOMPARE(first.bytes(), second.bytes());
    QFile broken(path);
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("[{");
    broken.close();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("cannot be used")));
    QVERIFY(!loadAlertRules(path));
    QVERIFY(!saveAlertRules(directory.filePath(QStringLiteral("none/alerts.json")), rules).isEmpty());
}

QTEST_GUILESS_MAIN(AlertsTest)
#include "alertstest.moc"
