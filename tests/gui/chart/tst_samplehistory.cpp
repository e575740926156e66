// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/samplehistory.h"
#include "gui/chart/serverhistory.h"
#include "gui/chart/timewindow.h"

#include <QTest>

using namespace relay::gui::chart;
using namespace std::chrono_literals;

class TestSampleHistory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsOnlyItsSpan();
    void missingSamplesMakeAGap();
    void lateTimerMakesNoGap();
    void lostContactLeavesAnOpenGap();
    void contactRegainedClosesTheGap();
    void repeatedValuesAreForgottenWhenContactWasLost();
    void clockSetBackReplacesWhatCameAfter();
    void nothingIsReadInAGap();
    void peakCountsTheVisiblePartOnly();
    void whatOthersHaveSeenFillsWhatWasMissed();
    void readsTheHistoryOfARelay();
    void aClockThatIsOffIsMadeUpFor();
    void windowFollowsZoomsAndPans();
    void pausedWindowStandsStill();
};

static SampleHistory filled(int seconds)
{
    SampleHistory history(10s, 1s);
    for (int i = 1; i <= seconds; ++i)
        history.add(i * 1000, i, i * 10);
    return history;
}

void TestSampleHistory::keepsOnlyItsSpan()
{
    const SampleHistory history = filled(1000);
    QCOMPARE(history.count(), 12);
    QCOMPARE(history.at(0).at, 989'000);
    QCOMPARE(history.last(), (Sample { 1'000'000, 1000, 10'000, false }));
    QVERIFY(history.gaps(1'000'000).isEmpty());
}

void TestSampleHistory::missingSamplesMakeAGap()
{
    SampleHistory history = filled(3);
    history.add(9000, 1, 1);
    QCOMPARE(history.gaps(9000), (QVector<Gap> { { 3000, 9000, false } }));
}

void TestSampleHistory::lateTimerMakesNoGap()
{
    SampleHistory history = filled(3);
    history.add(5400, 1, 1);
    QVERIFY(history.gaps(5400).isEmpty());
}

void TestSampleHistory::lostContactLeavesAnOpenGap()
{
    SampleHistory history = filled(3);
    QVERIFY(!history.isLost());
    history.loseContact(3000);
    QVERIFY(history.isLost());
    QCOMPARE(history.gaps(7000), (QVector<Gap> { { 3000, 7000, true } }));

    SampleHistory empty(10s, 1s);
    empty.loseContact(1);
    QVERIFY(empty.gaps(7000).isEmpty());
}

void TestSampleHistory::contactRegainedClosesTheGap()
{
    SampleHistory history = filled(3);
    history.loseContact(3000);
    history.add(4000, 5, 5); // so soon that only the loss tells that there was a gap
    QVERIFY(!history.isLost());
    QCOMPARE(history.gaps(9000), (QVector<Gap> { { 3000, 4000, false } }));
}

void TestSampleHistory::repeatedValuesAreForgottenWhenContactWasLost()
{
    SampleHistory history = filled(6);
    history.loseContact(3200);
    QCOMPARE(history.last().at, 3000);
    QCOMPARE(history.gaps(8000), (QVector<Gap> { { 3000, 8000, true } }));
}

void TestSampleHistory::clockSetBackReplacesWhatCameAfter()
{
    SampleHistory history = filled(6);
    history.add(4000, 1, 1);
    QCOMPARE(history.count(), 4);
    QCOMPARE(history.last(), (Sample { 4000, 1, 1, false }));
}

void TestSampleHistory::nothingIsReadInAGap()
{
    SampleHistory history = filled(3);
    history.add(9000, 7, 8);
    QCOMPARE(history.nearest(2600)->at, 3000);
    QCOMPARE(history.nearest(2400)->at, 2000);
    QVERIFY(!history.nearest(6000));
    QVERIFY(!history.nearest(4500));
    QCOMPARE(history.nearest(8900)->in, 7.0);
    QVERIFY(!history.nearest(-5000));
}

void TestSampleHistory::peakCountsTheVisiblePartOnly()
{
    SampleHistory history(10s, 1s);
    history.add(1000, 50, 90);
    history.add(2000, 7, 5);
    history.add(3000, 6, 8);
    QCOMPARE(history.peak(0), (Sample { 0, 50, 90, false }));
    QCOMPARE(history.peak(2000), (Sample { 0, 7, 8, false }));
    QCOMPARE(history.peak(9000), Sample {});
}

void TestSampleHistory::whatOthersHaveSeenFillsWhatWasMissed()
{
    SampleHistory history(20s, 1s);
    for (const qint64 at : { 1000, 2000, 9000, 10'000 })
        history.add(at, 1, 1);
    QCOMPARE(history.gaps(10'000).size(), 1);
    history.merge({ { 3000, 5, 5 }, { 4000, 5, 5 }, { 5000, 5, 5 }, { 6000, 5, 5 }, { 7000, 5, 5 }, { 8000, 5, 5 } });
    QVERIFY(history.gaps(10'000).isEmpty());
    QCOMPARE(history.count(), 10);
    QCOMPARE(history.at(4).in, 5.0);
    // What was not known there either stays a gap, however short it is.
    history.merge({ { 9000, 7, 7 }, { 10'000, 7, 7, true } });
    QCOMPARE(history.gaps(10'000), (QVector<Gap> { { 9000, 10'000, false } }));
    history.loseContact(10'000);
    history.merge({ { 9000, 7, 7 } });
    QVERIFY(history.isLost());
}

using Points = QVector<std::optional<relay::client::HistoryPoint>>;

static relay::client::HistoryReply answer(const Points &points)
{
    return { QStringLiteral("totals"), QStringLiteral("5m"), 1000, 100'000, points };
}

static relay::client::HistoryPoint point(double in, double out)
{
    return { in, out, 0, 0 };
}

void TestSampleHistory::readsTheHistoryOfARelay()
{
    const auto samples = samplesOf(answer({ std::nullopt, point(10, 20), std::nullopt, point(11, 21) }), 104'000);
    QCOMPARE(samples, (QVector<Sample> { { 102'000, 10, 20, false }, { 104'000, 11, 21, true } }));
    QVERIFY(samplesOf({}, 104'000).isEmpty());
    QVERIFY(samplesOf(answer({ std::nullopt, std::nullopt }), 104'000).isEmpty());
}

void TestSampleHistory::aClockThatIsOffIsMadeUpFor()
{
    const auto reply = answer({ point(1, 1), point(2, 2) });
    QCOMPARE(samplesOf(reply, 103'500).last().at, 102'000); // late by a little: as it is
    QCOMPARE(samplesOf(reply, 502'000).last().at, 502'000);
    QCOMPARE(samplesOf(reply, 12'000).first().at, 11'000);
}

void TestSampleHistory::windowFollowsZoomsAndPans()
{
    TimeWindow window(300'000);
    window.setNow(1'000'000);
    QCOMPARE(window.from(), 700'000);
    QVERIFY(window.isWhole());
    window.zoom(2, 850'000); // the middle stays the middle
    QCOMPARE(window.from(), 775'000);
    QCOMPARE(window.to(), 925'000);
    QVERIFY(!window.isFollowing());
    window.pan(1'000'000); // no future
    QCOMPARE(window.to(), 1'000'000);
    QVERIFY(window.isFollowing());
    window.pan(-1'000'000); // and nothing before the range
    QCOMPARE(window.from(), 700'000);
    window.zoom(1000, 700'000);
    QCOMPARE(window.span(), 10'000);
    window.zoom(0.0001, 700'000);
    QVERIFY(window.isWhole());
    window.zoom(2, 1'000'000); // about now: it goes on
    QVERIFY(window.isFollowing());
    window.setNow(1'001'000);
    QCOMPARE(window.to(), 1'001'000);
    window.reset();
    QVERIFY(window.isWhole());
}

void TestSampleHistory::pausedWindowStandsStill()
{
    TimeWindow window(300'000);
    window.setNow(1'000'000);
    window.setPaused(true);
    window.setNow(1'600'000);
    QCOMPARE(window.to(), 1'000'000);
    window.pan(-10'000); // further back than there is: it stays where it was
    QCOMPARE(window.to(), 1'000'000);
    window.setPaused(false);
    QCOMPARE(window.to(), 1'600'000);
    window.zoom(2, 1'600'000);
    window.setRange(3'600'000);
    QVERIFY(window.isWhole());
    QCOMPARE(window.span(), 3'600'000);
}

QTEST_APPLESS_MAIN(TestSampleHistory)
#include "tst_samplehistory.moc"
