// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/tapchannel.h"
#include "tests/server/admin/beats.h"

#include <QtTest>

#include <algorithm>

using namespace relay::admin;
using namespace relay::tests;
using relay::stats::ConnectionId;
using relay::stats::TapRecord;

namespace {

QList<QJsonObject> noticesOf(Bench &bench, const char *method)
{
    QList<QJsonObject> all;
    for (const QByteArray &line : std::exchange(bench.wire.lines, {})) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object.value(QLatin1String("method")).toString() == QLatin1String(method))
            all << object.value(QLatin1String("params")).toObject();
    }
    return all;
}

void pumpAll(Bench &bench)
{
    for (qsizetype before = -1; before != bench.wire.lines.size();) {
        before = bench.wire.lines.size();
        bench.session->advance(bench.now);
    }
}

TapRecord recordOf(const Bench &bench, const QByteArray &preview)
{
    return { .tap = bench.control.taps.front().id,
             .connection = 1,
             .at = 5,
             .size = std::uint64_t(preview.size()),
             .preview = preview };
}

} // namespace

//! Jobs, taps and undo, without sockets and by a clock that the test moves.
class ActsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aJobKeepsItsPace();
    void aStallIsNotMadeUpFor();
    void aCancelledJobStops();
    void whatHadGoneIsCountedApart();
    void silenceOfAWorkerIsAFailure();
    void oldJobsAreForgotten();
    void theStreamOfJobsTellsTheNewestOnly();
    void wrongKicksDoNothing_data();
    void wrongKicksDoNothing();
    void aLookChangesNothing();
    void otherCountsAreAConflict();
    void undoEndsAfterAMinute();
    void undoIsForItsOwnDenialOnly();
    void tapsNeedPermission();
    void shellsAreNeverTapped();
    void aTapOfASlowClientLosesTheOldest();
    void aTapThatNobodyReadsIsEnded();
    void tapsEndWithTheSession();
};

void ActsTest::aJobKeepsItsPace()
{
    Bench bench;
    fill(bench, 30);
    bench.open();
    std::vector<ConnectionId> ordered;
    const QJsonObject started
        = bench.ask("connections.kick", R"({"filter":"ALL","expectCount":30,"perSecond":8,"reason":"r"})");
    QCOMPARE(started.value(QLatin1String("total")).toInt(), 30);
    QCOMPARE(bench.control.orders.size(), 1u); // the first at once
    QCOMPARE(bench.control.orders.front().reason, QByteArray("r"));
    obey(bench);
    run(bench, 1000, &ordered);
    QCOMPARE(ordered.size(), 8u);
    const Job &job = *bench.jobs.find(1);
    QCOMPARE(job.done, 9);
    QCOMPARE(job.state, JobState::Running);
    QVERIFY(job.endsInMs() >= 2500 && job.endsInMs() <= 2750);
    run(bench, 4000, &ordered);
    QCOMPARE(job.done, 30);
    QCOMPARE(job.state, JobState::Done);
    std::sort(ordered.begin(), ordered.end());
    QVERIFY(std::adjacent_find(ordered.begin(), ordered.end()) == ordered.end());
}

void ActsTest::aStallIsNotMadeUpFor()
{
    Bench bench;
    fill(bench, 100);
    bench.open();
    (void)bench.ask("connections.kick", R"({"filter":"ALL","expectCount":100,"perSecond":5})");
    obey(bench);
    bench.now.steady += 60'000; // relayd was stopped meanwhile
    bench.jobs.advance(bench.now);
    QCOMPARE(bench.control.orders.size(), 5u);
    obey(bench);
    std::vector<ConnectionId> ordered;
    run(bench, 1000, &ordered);
    QVERIFY2(ordered.size() >= 4 && ordered.size() <= 6, QByteArray::number(int(ordered.size())));
}

void ActsTest::aCancelledJobStops()
{
    Bench bench;
    fill(bench, 20);
    bench.open();
    (void)bench.ask("connections.kick", R"({"filter":"ALL","expectCount":20,"perSecond":8})");
    run(bench, 500);
    QCOMPARE(bench.errorOf("job.cancel", R"({"job":2})"), QStringLiteral("NotFound"));
    QVERIFY(!bench.ask("job.cancel", R"({"job":1})").contains(QLatin1String("error")));
    const int done = bench.jobs.find(1)->done;
    std::vector<ConnectionId> ordered;
    run(bench, 2000, &ordered);
    QVERIFY(ordered.empty());
    QCOMPARE(bench.jobs.find(1)->done, done);
    QCOMPARE(bench.jobs.find(1)->state, JobState::Cancelled);
    QCOMPARE(bench.errorOf("job.cancel", R"({"job":1})"), QStringLiteral("Gone"));
}

void ActsTest::whatHadGoneIsCountedApart()
{
    Bench bench;
    fill(bench, 4);
    bench.open();
    (void)bench.ask("connections.kick", R"({"filter":"ALL","expectCount":4,"perSecond":1})");
    obey(bench);
    bench.ledger.apply(closed(2));
    bench.ledger.apply(closed(3));
    run(bench, 4000);
    const Job &job = *bench.jobs.find(1);
    QCOMPARE(job.done, 2);
    QCOMPARE(job.gone, 2);
    QCOMPARE(job.state, JobState::Done);
}

void ActsTest::silenceOfAWorkerIsAFailure()
{
    Bench bench;
    bench.kicker.setDeadline(std::chrono::milliseconds(10));
    fill(bench, 1);
    bench.open();
    (void)bench.ask("connections.kick", R"({"ids":[1],"perSecond":1})");
    QTRY_COMPARE(bench.jobs.find(1)->state, JobState::Failed);
    QCOMPARE(bench.jobs.find(1)->unanswered, 1);
}

void ActsTest::oldJobsAreForgotten()
{
    Bench bench;
    bench.open();
    for (std::size_t i = 0; i < 2 * Jobs::kKept; ++i)
        (void)bench.ask("connections.kick", R"({"ids":[7],"perSecond":1})"); // not there: done at once
    QVERIFY(bench.jobs.all().size() <= Jobs::kKept + 1);
    QCOMPARE(bench.jobs.all().rbegin()->first, JobId(2 * Jobs::kKept));
    fill(bench, 20);
    for (std::size_t i = 0; i < Jobs::kMaxRunning; ++i)
        (void)bench.ask("connections.kick", R"({"filter":"ALL","expectCount":20,"perSecond":1})");
    QCOMPARE(bench.errorOf("connections.kick", R"({"filter":"ALL","expectCount":20,"perSecond":1})"),
             QStringLiteral("LimitReached"));
}

void ActsTest::theStreamOfJobsTellsTheNewestOnly()
{
    Bench bench;
    fill(bench, 100);
    bench.open();
    (void)bench.ask("connections.kick", R"({"filter":"ALL","expectCount":100,"perSecond":80})");
    (void)bench.ask("subscribe", R"({"sub":"j","stream":"jobs"})");
    bench.wire.lines.clear();
    bench.wire.drains = false;
    bench.wire.pending = 1; // the client reads nothing for a second
    run(bench, 1000);
    QVERIFY(noticesOf(bench, "job").isEmpty());
    bench.wire.drains = true;
    bench.wire.pending = 0;
    pumpAll(bench);
    const auto notices = noticesOf(bench, "job");
    QCOMPARE(notices.size(), 1);
    QCOMPARE(notices.front().value(QLatin1String("sub")).toString(), QStringLiteral("j"));
    QVERIFY(notices.front().value(QLatin1String("done")).toInt() >= 80);
    run(bench, 1000);
    const auto last = noticesOf(bench, "job").last();
    QCOMPARE(last.value(QLatin1String("state")).toString(), QStringLiteral("done"));
    QCOMPARE(last.value(QLatin1String("endsInMs")).toInt(-1), 0);
}

void ActsTest::wrongKicksDoNothing_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<QString>("error");
    const QString invalid = QStringLiteral("InvalidParams");
    QTest::newRow("empty filter") << QByteArray(R"({"filter":"","expectCount":3})") << invalid;
    QTest::newRow("blank filter") << QByteArray(R"({"filter":"  ","expectCount":3})") << invalid;
    QTest::newRow("all in small letters")
        << QByteArray(R"({"filter":"all","expectCount":3})") << QStringLiteral("Conflict"); // a word like any other
    QTest::newRow("no count") << QByteArray(R"({"filter":"ALL"})") << invalid;
    QTest::newRow("two ways") << QByteArray(R"({"filter":"ALL","ids":[1],"expectCount":3})") << invalid;
    QTest::newRow("unknown word") << QByteArray(R"({"filter":"colour:red","expectCount":3})")
                                  << QStringLiteral("InvalidFilter");
    QTest::newRow("too fast") << QByteArray(R"({"ids":[1],"perSecond":1001})") << invalid;
    QTest::newRow("no pace") << QByteArray(R"({"ids":[1],"perSecond":0})") << invalid;
    QTest::newRow("held too long") << QByteArray(R"({"ids":[1],"holdSeconds":3601})") << invalid;
    QTest::newRow("maybe") << QByteArray(R"({"ids":[1],"dryRun":"yes"})") << invalid;
}

void ActsTest::wrongKicksDoNothing()
{
    QFETCH(QByteArray, params);
    Bench bench;
    fill(bench, 3);
    bench.open();
    QTEST(bench.errorOf("connections.kick", params), "error");
    QVERIFY(bench.control.orders.empty());
    QVERIFY(bench.jobs.all().empty());
}

void ActsTest::aLookChangesNothing()
{
    Bench bench;
    fill(bench, 12, "/a");
    bench.ledger.apply(opened(factsOf(50, "/b")));
    bench.open();
    const QJsonObject seen = bench.ask("connections.kick", R"({"filter":"ALL","dryRun":true,"perSecond":5})");
    QCOMPARE(seen.value(QLatin1String("count")).toInt(), 13);
    QCOMPARE(seen.value(QLatin1String("topics")).toInt(), 2);
    QCOMPARE(seen.value(QLatin1String("addresses")).toInt(), 1);
    QCOMPARE(seen.value(QLatin1String("sample")).toObject().value(QLatin1String("rows")).toArray().size(), 10);
    QVERIFY(bench.control.orders.empty());
    QVERIFY(bench.jobs.all().empty());
}

void ActsTest::otherCountsAreAConflict()
{
    Bench bench;
    fill(bench, 3);
    bench.open();
    bench.say(R"({"id":1,"method":"connections.kick","params":{"filter":"ALL","expectCount":2}})");
    const QJsonObject data
        = bench.wire.take().value(QLatin1String("error")).toObject().value(QLatin1String("data")).toObject();
    QCOMPARE(data.value(QLatin1String("class")).toString(), QStringLiteral("Conflict"));
    QCOMPARE(data.value(QLatin1String("count")).toInt(), 3);
    QVERIFY(bench.control.orders.empty());
}

void ActsTest::undoEndsAfterAMinute()
{
    Bench bench;
    bench.open();
    const auto deny = [&] {
        return bench.ask("deny.add", R"({"address":"203.0.113.5"})").value(QLatin1String("undo")).toString().toUtf8();
    };
    const QByteArray first = deny();
    bench.advance(59'000);
    QVERIFY(bench.ask("action.undo", "{\"undo\":\"" + first + "\"}").contains(QLatin1String("isDurable")));
    QVERIFY(bench.bookings.denied().empty());
    QCOMPARE(bench.errorOf("action.undo", "{\"undo\":\"" + first + "\"}"), QStringLiteral("Gone")); // once
    const QByteArray second = deny();
    bench.advance(61'000);
    QCOMPARE(bench.errorOf("action.undo", "{\"undo\":\"" + second + "\"}"), QStringLiteral("Gone"));
    QCOMPARE(bench.bookings.denied().size(), 1u);
}

void ActsTest::undoIsForItsOwnDenialOnly()
{
    Bench bench;
    bench.secure();
    bench.open();
    const auto until = [&] { return bench.bookings.denied().front().until; };
    const QByteArray soon = QByteArray::number(qlonglong(bench.now.wall + 600'000));
    const QByteArray late = QByteArray::number(qlonglong(bench.now.wall + 6'000'000));
    (void)bench.ask("deny.add", R"({"bookingId":"b","reason":"first","until":)" + soon + "}");
    const QByteArray undo = bench.ask("deny.add", R"({"bookingId":"b","reason":"second","until":)" + late + "}")
                                .value(QLatin1String("undo"))
                                .toString()
                                .toUtf8();
    QCOMPARE(until(), bench.now.wall + 6'000'000);
    (void)bench.ask("action.undo", "{\"undo\":\"" + undo + "\"}");
    QCOMPARE(until(), bench.now.wall + 600'000);
    QCOMPARE(bench.bookings.denied().front().reason, QStringLiteral("first"));
    const QByteArray outdated = bench.ask("deny.add", R"({"bookingId":"b","until":)" + late + "}")
                                    .value(QLatin1String("undo"))
                                    .toString()
                                    .toUtf8();
    bench.access.deny(QStringLiteral("b"), (bench.now.wall + 7'000'000) / 1000); // by a token, meanwhile
    QCOMPARE(bench.errorOf("action.undo", "{\"undo\":\"" + outdated + "\"}"), QStringLiteral("Gone"));
    QCOMPARE(until(), bench.now.wall + 7'000'000);
}

void ActsTest::tapsNeedPermission()
{
    Bench bench;
    fill(bench, 1);
    bench.open(Role::Viewer);
    QCOMPARE(bench.errorOf("tap.open", R"({"tap":"t","topic":"/a"})"), QStringLiteral("NotPermitted"));
    TapDesk off(bench.ledger, bench.control, {});
    bench.shared.taps = &off;
    bench.open(Role::Admin);
    QCOMPARE(bench.errorOf("tap.open", R"({"tap":"t","topic":"/a"})"), QStringLiteral("NotPermitted"));
    bench.session.reset();
    TapDesk some(bench.ledger, bench.control, { { "/b*" } });
    bench.shared.taps = &some;
    bench.open(Role::Tap);
    QCOMPARE(bench.errorOf("tap.open", R"({"tap":"t","topic":"/a"})"), QStringLiteral("NotPermitted"));
    QCOMPARE(bench.errorOf("tap.open", R"({"tap":"t","connection":1})"), QStringLiteral("NotPermitted"));
    bench.ledger.apply(opened(factsOf(2, "/b/c")));
    QCOMPARE(bench.ask("tap.open", R"({"tap":"t","connection":2})").value(QLatin1String("tap")).toString(),
             QStringLiteral("t"));
    QCOMPARE(bench.control.taps.size(), 1u);
    bench.session.reset();
    QVERIFY(bench.control.taps.empty());
}

void ActsTest::shellsAreNeverTapped()
{
    Bench bench;
    auto stream = factsOf(1, "/s");
    stream.kind = relay::stats::Kind::Stream;
    bench.ledger.apply(opened(stream));
    bench.ledger.apply(opened(factsOf(2, "/h", relay::stats::Role::Host)));
    bench.open();
    for (const char *params :
         { R"({"tap":"t","topic":"/s"})", R"({"tap":"t","connection":1})", R"({"tap":"t","connection":2})" })
        QCOMPARE(bench.errorOf("tap.open", params), QStringLiteral("NotPermitted"));
    QVERIFY(bench.control.taps.empty());
}

void ActsTest::aTapOfASlowClientLosesTheOldest()
{
    Bench bench;
    fill(bench, 1);
    bench.open();
    (void)bench.ask("tap.open", R"({"tap":"t","topic":"/a","previewBytes":4096})");
    bench.wire.pending = 1;
    bench.wire.drains = false;
    for (int i = 0; i < 100; ++i)
        bench.control.tapped.push_back(recordOf(bench, QByteArray(4096, 'x')));
    run(bench, 125);
    bench.wire.pending = 0;
    bench.wire.drains = true;
    pumpAll(bench);
    const auto notices = noticesOf(bench, "tap.data");
    const auto kept = TapChannel::kMaxWaitingBytes / 4096;
    QCOMPARE(notices.size(), kept);
    QCOMPARE(notices.front().value(QLatin1String("lost")).toInt(), int(100 - kept));
    QCOMPARE(notices.front().value(QLatin1String("n")).toInt(), 1);
    QCOMPARE(notices.last().value(QLatin1String("lost")).toInt(-1), 0);
}

void ActsTest::aTapThatNobodyReadsIsEnded()
{
    Bench bench;
    fill(bench, 1);
    bench.open();
    (void)bench.ask("tap.open", R"({"tap":"t","topic":"/a","maxSeconds":300})");
    bench.wire.pending = 1;
    bench.wire.drains = false;
    bench.control.tapped.push_back(recordOf(bench, "x"));
    run(bench, 12'000);
    QVERIFY(bench.control.taps.empty());
    bench.wire.pending = 0;
    pumpAll(bench);
    QCOMPARE(noticesOf(bench, "tap.end").front().value(QLatin1String("reason")).toString(), QStringLiteral("busy"));
}

void ActsTest::tapsEndWithTheSession()
{
    Bench bench;
    fill(bench, 1);
    bench.open();
    (void)bench.ask("tap.open", R"({"tap":"t","topic":"/a"})");
    (void)bench.ask("tap.open", R"({"tap":"u","connection":1,"direction":"out"})");
    QCOMPARE(bench.errorOf("tap.open", R"({"tap":"t","topic":"/a"})"), QStringLiteral("Conflict"));
    QCOMPARE(bench.errorOf("tap.open", R"({"tap":"v","topic":"/a"})"), QStringLiteral("LimitReached"));
    QCOMPARE(bench.control.taps.size(), 2u);
    QVERIFY(bench.control.taps[0].in && !bench.control.taps[0].out && bench.control.taps[1].out);
    bench.session.reset();
    QVERIFY(bench.control.taps.empty());
    QVERIFY(bench.taps.all().empty());
}

QTEST_GUILESS_MAIN(ActsTest)
#include "actstest.moc"
