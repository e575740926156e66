// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/subscription.h"
#include "common/admin/protocol.h"
#include "tests/server/stats/reports.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRandomGenerator>
#include <QtTest>

using namespace relay::admin;
using namespace relay::tests;
namespace stats = relay::stats;

namespace {

//! What a client that follows the rules would hold.
struct Follower
{
    QMap<QString, QJsonArray> rows;
    qint64 seq = 0;
    int part = -1;
    bool isComplete = false;

    //! False: a rule was broken.
    bool take(const QByteArray &line)
    {
        const QJsonObject message = QJsonDocument::fromJson(line).object();
        const QJsonObject params = message.value(QLatin1String("params")).toObject();
        const bool isFirst = params.value(QLatin1String("part")).toInt(-1) == 0;
        if (!isFirst && params.value(QLatin1String("prev")).toInteger(-1) != seq)
            return false;
        seq = params.value(QLatin1String("seq")).toInteger();
        if (message.value(QLatin1String("method")).toString() == QLatin1String("snapshot")) {
            if (isFirst)
                rows.clear();
            part = params.value(QLatin1String("part")).toInt();
            set(params.value(QLatin1String("rows")).toArray());
            isComplete = !params.value(QLatin1String("more")).toBool();
            return true;
        }
        if (!isComplete)
            return false;
        const QJsonArray removed = params.value(QLatin1String("del")).toArray();
        for (const QJsonValue &id : removed)
            rows.remove(id.toVariant().toString());
        set(params.value(QLatin1String("set")).toArray());
        return true;
    }
    void set(const QJsonArray &values)
    {
        for (const QJsonValue &row : values)
            rows.insert(row.toArray().first().toVariant().toString(), row.toArray());
    }
};

Subscription subscribeTo(stats::Ledger &ledger, const char *stream, const QStringList &columns = {},
                         const char *filter = "")
{
    SourceRequest request { QString::fromLatin1(stream), columns,
                            std::get<Filter>(Filter::parse(QString::fromLatin1(filter))), 0 };
    auto source = std::get<std::unique_ptr<Source>>(makeSource(request, ledger));
    return Subscription({ QStringLiteral("s"), request.stream, QStringLiteral("e"), std::chrono::milliseconds(1000) },
                        std::move(source));
}

} // namespace

class SubscriptionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptySnapshotIsStillOne();
    void snapshotComesInParts();
    void deltaHasOnlyWhatChanged();
    void deltaWaitsForItsInterval();
    void manyChangesBecomeOneRow();
    void factsDoNotMoveWithNumbers();
    void bigDeltaIsSplitBelowTheLineLimit();
    void filterHidesTheRest();
    void restartStartsOver();
    void totalsBeatEvenWhenIdle();
    void memoryDoesNotGrowWithTime();
    void followerEndsWithTheLedgersTruth_data();
    void followerEndsWithTheLedgersTruth();
};

void SubscriptionTest::emptySnapshotIsStillOne()
{
    stats::Ledger ledger;
    auto subscription = subscribeTo(ledger, "connections");
    const auto line = subscription.next({ 1, 1 });
    QVERIFY(line);
    const QJsonObject params = QJsonDocument::fromJson(*line).object().value(QLatin1String("params")).toObject();
    QCOMPARE(params.value(QLatin1String("part")).toInt(-1), 0);
    QVERIFY(params.contains(QLatin1String("columns")));
    QVERIFY(!params.value(QLatin1String("more")).toBool(true));
    QVERIFY(!subscription.next({ 5000, 1 }));
}

void SubscriptionTest::snapshotComesInParts()
{
    stats::Ledger ledger;
    for (int id = 1; id <= 600; ++id)
        ledger.apply(opened(factsOf(id, "/a")));
    auto subscription = subscribeTo(ledger, "connections");
    Follower follower;
    for (int part = 0; part < 3; ++part) {
        QVERIFY(!follower.isComplete);
        QVERIFY(follower.take(*subscription.next({ 1, 1 })));
        QCOMPARE(follower.part, part);
        ledger.apply(closed(part + 1)); // behind the reader's back
    }
    QVERIFY(follower.isComplete);
    QVERIFY(follower.take(*subscription.next({ 2000, 1 })));
    QCOMPARE(follower.rows.size(), 597);
}

void SubscriptionTest::deltaHasOnlyWhatChanged()
{
    stats::Ledger ledger;
    for (int id = 1; id <= 3; ++id)
        ledger.apply(opened(factsOf(id, "/a")));
    auto subscription = subscribeTo(ledger, "connections.stats", { QStringLiteral("inBytes") });
    (void)subscription.next({ 1, 1 });
    ledger.apply(counted(countersOf(2, 1, 10)));
    ledger.apply(closed(3));
    const QByteArray line = *subscription.next({ 2000, 77 });
    const QJsonObject params = QJsonDocument::fromJson(line).object().value(QLatin1String("params")).toObject();
    QCOMPARE(params.value(QLatin1String("set")).toArray(), (QJsonArray { QJsonValue(QJsonArray { 2, 10 }) }));
    QCOMPARE(params.value(QLatin1String("del")).toArray(), QJsonArray { 3 });
    QCOMPARE(params.value(QLatin1String("at")).toInt(), 77);
    QCOMPARE(params.value(QLatin1String("epoch")).toString(), QStringLiteral("e"));
    QVERIFY(!subscription.next({ 9000, 1 }));
}

void SubscriptionTest::deltaWaitsForItsInterval()
{
    stats::Ledger ledger;
    auto subscription = subscribeTo(ledger, "connections");
    (void)subscription.next({ 10'000, 1 });
    ledger.apply(opened(factsOf(1, "/a")));
    QVERIFY(!subscription.next({ 10'900, 1 }));
    QVERIFY(subscription.next({ 11'000, 1 }));
}

void SubscriptionTest::manyChangesBecomeOneRow()
{
    stats::Ledger ledger;
    ledger.apply(opened(factsOf(1, "/a")));
    auto subscription = subscribeTo(ledger, "connections.stats", { QStringLiteral("inMessages") });
    (void)subscription.next({ 1, 1 });
    for (int i = 1; i <= 500; ++i)
        ledger.apply(counted(countersOf(1, i, i)));
    Follower follower;
    follower.isComplete = true;
    follower.seq = 1;
    QVERIFY(follower.take(*subscription.next({ 60'000, 1 })));
    QCOMPARE(follower.rows.value(QStringLiteral("1")), (QJsonArray { 1, 500 }));
}

void SubscriptionTest::factsDoNotMoveWithNumbers()
{
    stats::Ledger ledger;
    ledger.apply(opened(factsOf(1, "/a")));
    auto subscription = subscribeTo(ledger, "connections");
    (void)subscription.next({ 1, 1 });
    ledger.apply(counted(countersOf(1, 1, 1)));
    QVERIFY(!subscription.next({ 60'000, 1 }));
}

void SubscriptionTest::bigDeltaIsSplitBelowTheLineLimit()
{
    stats::Ledger ledger;
    auto subscription = subscribeTo(ledger, "connections");
    Follower follower;
    QVERIFY(follower.take(*subscription.next({ 1, 1 })));
    for (int id = 1; id <= 10'000; ++id)
        ledger.apply(opened(factsOf(id, "/some/longer/topic/name")));
    int lines = 0;
    // The parts of one delta follow at once, not one an interval.
    while (const auto line = subscription.next({ 1001, 1 })) {
        QVERIFY(line->size() < kServerLineLimit);
        QVERIFY(follower.take(*line));
        ++lines;
    }
    QVERIFY(lines > 4);
    QCOMPARE(follower.rows.size(), 10'000);
}

void SubscriptionTest::filterHidesTheRest()
{
    stats::Ledger ledger;
    ledger.apply(opened(factsOf(1, "/a")));
    ledger.apply(opened(factsOf(2, "/b")));
    auto subscription = subscribeTo(ledger, "connections.stats", {}, "topic:/b");
    Follower follower;
    QVERIFY(follower.take(*subscription.next({ 1, 1 })));
    ledger.apply(counted(countersOf(1, 1, 1)));
    ledger.apply(counted(countersOf(2, 1, 1)));
    QVERIFY(follower.take(*subscription.next({ 2000, 1 })));
    QCOMPARE(follower.rows.keys(), QStringList { QStringLiteral("2") });
}

void SubscriptionTest::restartStartsOver()
{
    stats::Ledger ledger;
    ledger.apply(opened(factsOf(1, "/a")));
    auto subscription = subscribeTo(ledger, "connections");
    Follower follower;
    QVERIFY(follower.take(*subscription.next({ 1, 1 })));
    subscription.restart();
    follower.rows.clear();
    QVERIFY(follower.take(*subscription.next({ 2, 1 })));
    QCOMPARE(follower.part, 0);
    QCOMPARE(follower.rows.size(), 1);
}

void SubscriptionTest::totalsBeatEvenWhenIdle()
{
    stats::Ledger ledger;
    auto subscription = subscribeTo(ledger, "totals", { QStringLiteral("connections") });
    Follower follower;
    QVERIFY(follower.take(*subscription.next({ 1, 1 })));
    QVERIFY(!subscription.next({ 500, 1 }));
    QVERIFY(follower.take(*subscription.next({ 1001, 1 })));
    QVERIFY(!subscription.next({ 1500, 1 }));
    ledger.apply(opened(factsOf(1, "/a")));
    QVERIFY(follower.take(*subscription.next({ 2001, 1 })));
    QCOMPARE(follower.rows.value(QStringLiteral("totals")), (QJsonArray { QStringLiteral("totals"), 1 }));
}

// A client asleep for a day, with connections coming and going: what waits for it is one delta of what is now there,
// and the names of what went. The latter is bounded by what was shown to it.
void SubscriptionTest::memoryDoesNotGrowWithTime()
{
    stats::Ledger ledger;
    auto subscription = subscribeTo(ledger, "connections.stats");
    (void)subscription.next({ 1, 1 });
    for (int id = 1; id <= 50'000; ++id) {
        ledger.apply(opened(factsOf(id, "/a")));
        ledger.apply(counted(countersOf(id, 1, 1)));
        ledger.apply(closed(id));
    }
    qint64 bytes = 0;
    while (const auto line = subscription.next({ 100'000, 1 }))
        bytes += line->size();
    QVERIFY2(bytes < 1000, QByteArray::number(bytes).constData());
}

void SubscriptionTest::followerEndsWithTheLedgersTruth_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::newRow("facts") << QByteArray("connections");
    QTest::newRow("numbers") << QByteArray("connections.stats");
    QTest::newRow("topics") << QByteArray("topics");
}

// Whatever happens while it reads at its own, uneven pace: when it has caught up, its picture is the ledger's.
void SubscriptionTest::followerEndsWithTheLedgersTruth()
{
    QFETCH(QByteArray, stream);
    std::int64_t now = 1000;
    stats::Ledger ledger([&] { return now; });
    QRandomGenerator random(7);
    stats::ConnectionId last = 0;
    const auto live
        = [&] { return last == 0 ? 0 : last - random.bounded(quint32(std::min<stats::ConnectionId>(last, 400))); };
    auto subscription = subscribeTo(ledger, stream.constData());
    Follower follower;
    for (int step = 0; step < 20'000; ++step) {
        now += random.bounded(40);
        const int what = random.bounded(10);
        if (what < 3) {
            ++last;
            ledger.apply(opened(factsOf(last, "/t" + QByteArray::number(random.bounded(60)))));
        } else if (what < 5) {
            ledger.apply(closed(live()));
        } else if (what < 8) {
            ledger.apply(counted(countersOf(live(), random.generate() % 1000, random.generate() % 1000)));
        } else if (what == 8) {
            ledger.tick();
        } else if (const auto line = subscription.next({ now, now })) {
            QVERIFY(follower.take(*line));
        }
        if (step % 5000 == 4999)
            subscription.restart();
    }
    for (int i = 0; i < 100; ++i) {
        now += 1000;
        if (const auto line = subscription.next({ now, now }))
            QVERIFY(follower.take(*line));
    }
    auto fresh = subscribeTo(ledger, stream.constData());
    Follower truth;
    while (!truth.isComplete)
        QVERIFY(truth.take(*fresh.next({ now, now })));
    QVERIFY(truth.rows.size() > 20);
    QCOMPARE(follower.rows, truth.rows);
}

QTEST_GUILESS_MAIN(SubscriptionTest)
#include "subscriptiontest.moc"
