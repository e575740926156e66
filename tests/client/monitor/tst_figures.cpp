// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/monitor/figures.h"

#include <QTest>

using namespace relay::client::monitor;
using namespace std::chrono_literals;

class TestFigures : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ofNothingThereIsNothing()
    {
        const Figures figures;
        QCOMPARE(figures.received(), std::uint64_t(0));
        QVERIFY(!figures.last());
        QCOMPARE(figures.quantile(0.5), Time(0));
        QCOMPARE(figures.least(), Time(0));
    }

    void quantilesAreExact()
    {
        Figures figures;
        for (int i = 100; i >= 1; --i)
            figures.took(i * 1ms);
        QCOMPARE(figures.quantile(0), Time(1ms));
        QCOMPARE(figures.quantile(0.5), Time(50ms));
        QCOMPARE(figures.quantile(0.99), Time(99ms));
        QCOMPARE(figures.quantile(1), Time(100ms));
        QCOMPARE(figures.least(), Time(1ms));
        QCOMPARE(figures.most(), Time(100ms));
        QCOMPARE(figures.sum(), Time(5050ms));
        QCOMPARE(figures.last().value(), Time(1ms));
    }

    void quantilesAreOfTheRecentOnesTheRestIsOfAll()
    {
        Figures figures;
        figures.took(1h);
        for (std::size_t i = 0; i < Figures::kRecent; ++i)
            figures.took(2ms);
        QCOMPARE(figures.quantile(1), Time(2ms));
        QCOMPARE(figures.most(), Time(1h));
        QCOMPARE(figures.received(), std::uint64_t(Figures::kRecent + 1));
    }

    void bucketsTakeWhatIsOnTheirBoundAndAddUp()
    {
        Figures figures;
        for (const Time latency : { Time(5ms), Time(5ms + 1ns), Time(10s), Time(11s) })
            figures.took(latency);
        const auto within = figures.within();
        QCOMPARE(within.front(), std::uint64_t(1));
        QCOMPARE(within[1], std::uint64_t(2));
        QCOMPARE(within[9], std::uint64_t(2));
        QCOMPARE(within.back(), std::uint64_t(3));
        QCOMPARE(figures.received(), std::uint64_t(4));
    }
};

QTEST_GUILESS_MAIN(TestFigures)
#include "tst_figures.moc"
