// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/samplehistory.h"

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

QTEST_APPLESS_MAIN(TestSampleHistory)
#include "tst_samplehistory.moc"
