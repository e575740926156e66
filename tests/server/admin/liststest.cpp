// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/admin/fakes.h"

#include <QSet>
#include <QtTest>

using namespace relay::admin;
using namespace relay::tests;

namespace {

QList<int> idsOf(const QJsonObject &result)
{
    QList<int> ids;
    const QJsonArray rows = result.value(QLatin1String("rows")).toArray();
    for (const QJsonValue &row : rows)
        ids << row.toArray().first().toInt();
    return ids;
}

} // namespace

//! The calls that list and get.
class ListsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listHasColumnsAndRows();
    void listFilters();
    void listSortsByNumbersAndTexts();
    void pagesNeitherRepeatNorLose_data();
    void pagesNeitherRepeatNorLose();
    void pagesStayBelowTheLineLimit();
    void getGivesFactsAndNumbers();
    void whatAConnectionLacksIsNull();
    void getOfAClosedOneSaysGone();
    void closedTellsCodeAndReason();
    void topicsListAndGet();
    void routesNameBothSides();
    void routesGoOnBehindTheCursor();
};

void ListsTest::listHasColumnsAndRows()
{
    Bench bench;
    bench.ledger.apply(opened(factsOf(4, "/out/demo", relay::stats::Role::Publisher)));
    bench.open();
    const QJsonObject all = bench.ask("connections.list");
    QCOMPARE(all.value(QLatin1String("columns")).toArray().first().toString(), QStringLiteral("id"));
    QCOMPARE(all.value(QLatin1String("columns")).toArray().size(), 12);
    QVERIFY(!all.contains(QLatin1String("cursor")));
    const QJsonObject some = bench.ask("connections.list", R"({"fields":["topic","inBytes","role"]})");
    QCOMPARE(some.value(QLatin1String("rows")).toArray().first().toArray(),
             (QJsonArray { 4, QStringLiteral("/out/demo"), 0, QStringLiteral("publisher") }));
}

void ListsTest::listFilters()
{
    Bench bench;
    bench.ledger.apply(opened(factsOf(1, "/out/demo", relay::stats::Role::Publisher)));
    bench.ledger.apply(opened(factsOf(2, "/out/demo", relay::stats::Role::Subscriber)));
    bench.ledger.apply(opened(factsOf(3, "/bi/x")));
    bench.open();
    QCOMPARE(idsOf(bench.ask("connections.list", R"({"filter":"demo role:subscriber"})")), QList<int> { 2 });
    QCOMPARE(idsOf(bench.ask("connections.list", R"({"filter":"topic:/bi"})")), QList<int> { 3 });
    QCOMPARE(idsOf(bench.ask("connections.list", R"({"filter":"agent-1"})")), QList<int> { 1 });
}

void ListsTest::listSortsByNumbersAndTexts()
{
    Bench bench;
    bench.ledger.apply(opened(factsOf(1, "/b")));
    bench.ledger.apply(opened(factsOf(2, "/a")));
    bench.ledger.apply(opened(factsOf(3, "/c")));
    bench.ledger.apply(counted(countersOf(1, 1, 9)));
    bench.ledger.apply(counted(countersOf(2, 1, 100)));
    bench.open();
    QCOMPARE(idsOf(bench.ask("connections.list", R"({"sort":"topic"})")), (QList<int> { 2, 1, 3 }));
    QCOMPARE(idsOf(bench.ask("connections.list", R"({"sort":"-inBytes"})")), (QList<int> { 2, 1, 3 }));
    QCOMPARE(idsOf(bench.ask("connections.list", R"({"sort":"inBytes"})")), (QList<int> { 3, 1, 2 }));
    QCOMPARE(idsOf(bench.ask("connections.list", R"({"sort":"-id"})")), (QList<int> { 3, 2, 1 }));
}

void ListsTest::pagesNeitherRepeatNorLose_data()
{
    QTest::addColumn<QByteArray>("sort");
    QTest::newRow("by id") << QByteArray("id");
    QTest::newRow("by a value that many share") << QByteArray("-inMessages");
    QTest::newRow("by text") << QByteArray("userAgent");
}

void ListsTest::pagesNeitherRepeatNorLose()
{
    QFETCH(QByteArray, sort);
    Bench bench;
    for (int id = 1; id <= 1000; ++id) {
        bench.ledger.apply(opened(factsOf(id, "/a")));
        bench.ledger.apply(counted(countersOf(id, id % 3, 1)));
    }
    bench.open();
    QSet<int> seen;
    QByteArray cursor;
    int pages = 0;
    do {
        const QJsonObject page
            = bench.ask("connections.list", "{\"sort\":\"" + sort + "\",\"limit\":90,\"cursor\":\"" + cursor + "\"}");
        for (const int id : idsOf(page)) {
            QVERIFY2(!seen.contains(id), "a row came twice");
            seen.insert(id);
        }
        cursor = page.value(QLatin1String("cursor")).toString().toLatin1();
        // Whoever comes and goes meanwhile must not shift the others.
        bench.ledger.apply(opened(factsOf(5000 + pages, "/b")));
        bench.ledger.apply(closed(5000 + pages));
        ++pages;
    } while (!cursor.isEmpty() && pages < 50);
    QCOMPARE(seen.size(), 1000);
    QCOMPARE(pages, 12);
}

void ListsTest::pagesStayBelowTheLineLimit()
{
    Bench bench;
    for (int id = 1; id <= 300; ++id) {
        auto facts = factsOf(id, "/a");
        facts.userAgent = QString(15'000, QChar(1)); // escaped to six times as much
        bench.ledger.apply(opened(facts));
    }
    bench.open();
    bench.say("{\"id\":1,\"method\":\"connections.list\"}");
    const QByteArray line = bench.wire.lines.takeFirst();
    QVERIFY2(line.size() < kServerLineLimit, QByteArray::number(line.size()).constData());
    QVERIFY(line.contains("\"cursor\""));
}

void ListsTest::getGivesFactsAndNumbers()
{
    Bench bench;
    auto facts = factsOf(4, "/out/demo", relay::stats::Role::Publisher);
    facts.scopes = QStringList { QStringLiteral("read") };
    bench.ledger.apply(opened(facts, 2));
    bench.ledger.apply(counted(countersOf(4, 10, 1000)));
    bench.open();
    const QJsonObject one = bench.ask("connections.get", R"({"id":4})");
    QCOMPARE(one.value(QLatin1String("topic")).toString(), QStringLiteral("/out/demo"));
    QCOMPARE(one.value(QLatin1String("inBytes")).toInt(), 1000);
    QCOMPARE(one.value(QLatin1String("rttMs")).toInt(), -1);
    QCOMPARE(one.value(QLatin1String("worker")).toInt(), 2);
    QCOMPARE(one.value(QLatin1String("scopes")).toArray(), QJsonArray { QStringLiteral("read") });
}

void ListsTest::whatAConnectionLacksIsNull()
{
    Bench bench;
    bench.ledger.apply(opened(factsOf(1, "/a")));
    auto facts = factsOf(2, "/session/lab");
    facts.bookingId = QStringLiteral("b1");
    facts.scopes = QStringList { QStringLiteral("read"), QStringLiteral("write") };
    facts.expiresAt = 1'700'000'060'000;
    bench.ledger.apply(opened(facts));
    bench.open();
    const QJsonArray rows = bench.ask("connections.list", R"({"fields":["bookingId","scopes","expiresAt"]})")
                                .value(QLatin1String("rows"))
                                .toArray();
    QCOMPARE(QJsonDocument(rows).toJson(QJsonDocument::Compact),
             QByteArray(R"([[1,null,null,null],[2,"b1",["read","write"],1700000060000]])"));
    // One that never ends comes behind those that do.
    QCOMPARE(idsOf(bench.ask("connections.list", R"({"sort":"expiresAt"})")), (QList<int> { 2, 1 }));
}

void ListsTest::getOfAClosedOneSaysGone()
{
    Bench bench;
    bench.ledger.apply(opened(factsOf(4, "/a")));
    bench.ledger.apply(closed(4));
    bench.open();
    QCOMPARE(bench.errorOf("connections.get", R"({"id":4})"), QStringLiteral("Gone"));
}

void ListsTest::closedTellsCodeAndReason()
{
    Bench bench;
    for (int id = 1; id <= 3; ++id) {
        bench.ledger.apply(opened(factsOf(id, "/a")));
        bench.ledger.apply(closed(id, countersOf(id, id, id * 10), 4000, QStringLiteral("reason %1").arg(id)));
    }
    bench.open();
    const QJsonObject result = bench.ask("connections.closed", R"({"limit":2})");
    QCOMPARE(idsOf(result), (QList<int> { 3, 2 }));
    const QJsonArray columns = result.value(QLatin1String("columns")).toArray();
    const QJsonArray row = result.value(QLatin1String("rows")).toArray().first().toArray();
    QCOMPARE(row.size(), columns.size());
    QCOMPARE(columns.last().toString(), QStringLiteral("reason"));
    QCOMPARE(row.last().toString(), QStringLiteral("reason 3"));
    QCOMPARE(row.at(row.size() - 2).toInt(), 4000);
}

void ListsTest::topicsListAndGet()
{
    Bench bench;
    bench.ledger.apply(opened(factsOf(1, "/out/demo", relay::stats::Role::Publisher)));
    bench.ledger.apply(opened(factsOf(2, "/out/demo", relay::stats::Role::Subscriber)));
    bench.ledger.apply(opened(factsOf(3, "/bi/x")));
    bench.open();
    const QJsonObject list = bench.ask("topics.list", R"({"filter":"demo","fields":["publishers","subscribers"]})");
    QCOMPARE(list.value(QLatin1String("rows")).toArray().first().toArray(),
             (QJsonArray { QStringLiteral("/out/demo"), 1, 1 }));
    const QJsonObject one = bench.ask("topics.get", R"({"id":"/out/demo"})");
    QCOMPARE(one.value(QLatin1String("publisherIds")).toArray(), QJsonArray { 1 });
    QCOMPARE(one.value(QLatin1String("subscriberIds")).toArray(), QJsonArray { 2 });
    QCOMPARE(bench.errorOf("topics.list", R"({"filter":"role:both"})"), QStringLiteral("InvalidFilter"));
}

void ListsTest::routesNameBothSides()
{
    Bench bench;
    bench.ledger.apply(opened(factsOf(1, "/out/demo", relay::stats::Role::Publisher)));
    bench.ledger.apply(opened(factsOf(2, "/out/demo", relay::stats::Role::Subscriber)));
    bench.ledger.apply(opened(factsOf(3, "/bi/x", relay::stats::Role::Both)));
    bench.open();
    const QJsonArray rows = bench.ask("routes.get").value(QLatin1String("rows")).toArray();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(0).toArray(), (QJsonArray { QStringLiteral("/bi/x"), 1, 1, QJsonArray { 3 }, QJsonArray { 3 } }));
    QCOMPARE(rows.at(1).toArray(),
             (QJsonArray { QStringLiteral("/out/demo"), 1, 1, QJsonArray { 1 }, QJsonArray { 2 } }));
    QCOMPARE(bench.ask("routes.get", R"({"topic":"/bi/x"})").value(QLatin1String("rows")).toArray().size(), 1);
    QCOMPARE(bench.errorOf("routes.get", R"({"topic":"/none"})"), QStringLiteral("NotFound"));
}

void ListsTest::routesGoOnBehindTheCursor()
{
    Bench bench;
    for (int id = 1; id <= 600; ++id)
        bench.ledger.apply(opened(factsOf(id, "/t" + QByteArray::number(id))));
    bench.open();
    QSet<QString> seen;
    QString cursor;
    do {
        const QJsonObject page = bench.ask("routes.get", "{\"cursor\":\"" + cursor.toUtf8() + "\"}");
        const QJsonArray rows = page.value(QLatin1String("rows")).toArray();
        for (const QJsonValue &row : rows)
            seen.insert(row.toArray().first().toString());
        cursor = page.value(QLatin1String("cursor")).toString();
    } while (!cursor.isEmpty());
    QCOMPARE(seen.size(), 600);
}

QTEST_GUILESS_MAIN(ListsTest)
#include "liststest.moc"
