// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/scale.h"

#include <QTest>

#include <limits>

using namespace relay::gui::chart;

class TestScale : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void maximumSteps_data();
    void maximumSteps();
    void unitFollowsTheMaximum_data();
    void unitFollowsTheMaximum();
    void valueLines_data();
    void valueLines();
    void timeLinesStandOnRoundTimes();
    void textsAreShort();
    void maximumGrowsAtOnceAndShrinksLater();
    void shrinkingWaitsForTheWholeTime();
};

void TestScale::maximumSteps_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("maximum");
    QTest::newRow("nothing") << 0.0 << 1.0;
    QTest::newRow("negative") << -3.0 << 1.0;
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << 1.0;
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << 1.0;
    QTest::newRow("exactly one") << 1.0 << 1.0;
    QTest::newRow("above one") << 1.01 << 2.0;
    QTest::newRow("above two") << 2.3 << 3.0;
    QTest::newRow("above three") << 4.6 << 6.0;
    QTest::newRow("above six") << 6.1 << 10.0;
    QTest::newRow("exactly ten") << 10.0 << 10.0;
    QTest::newRow("hundreds") << 204.1 << 300.0;
    QTest::newRow("below one") << 0.25 << 0.3;
    QTest::newRow("rounding") << 0.1 * 3 << 0.3;
    QTest::newRow("large") << 4.62e9 << 6e9;
}

void TestScale::maximumSteps()
{
    QFETCH(double, value);
    QFETCH(double, maximum);
    QCOMPARE(roundMaximum(value), maximum);
}

void TestScale::unitFollowsTheMaximum_data()
{
    QTest::addColumn<double>("maximum");
    QTest::addColumn<QString>("name");
    QTest::newRow("bits") << 600.0 << QStringLiteral("bit/s");
    QTest::newRow("thousands") << 1000.0 << QStringLiteral("kbit/s");
    QTest::newRow("many thousands") << 600e3 << QStringLiteral("kbit/s");
    QTest::newRow("millions") << 1e6 << QStringLiteral("Mbit/s");
    QTest::newRow("thousand millions") << 1e9 << QStringLiteral("Gbit/s");
    QTest::newRow("beyond") << 3e12 << QStringLiteral("Gbit/s");
}

void TestScale::unitFollowsTheMaximum()
{
    QFETCH(double, maximum);
    QFETCH(QString, name);
    QCOMPARE(QString(unitFor(maximum).name), name);
}

void TestScale::valueLines_data()
{
    QTest::addColumn<double>("maximum");
    QTest::addColumn<bool>("isLow");
    QTest::addColumn<QVector<double>>("ticks");
    QTest::newRow("one") << 1.0 << false << QVector<double> { 0, 0.5, 1 };
    QTest::newRow("two") << 20.0 << false << QVector<double> { 0, 10, 20 };
    QTest::newRow("three") << 3e6 << false << QVector<double> { 0, 1e6, 2e6, 3e6 };
    QTest::newRow("six") << 6.0 << false << QVector<double> { 0, 2, 4, 6 };
    QTest::newRow("ten") << 10.0 << false << QVector<double> { 0, 5, 10 };
    QTest::newRow("low lane") << 300.0 << true << QVector<double> { 0, 300 };
    QTest::newRow("nothing") << 0.0 << false << QVector<double> { 0 };
}

void TestScale::valueLines()
{
    QFETCH(double, maximum);
    QFETCH(bool, isLow);
    QFETCH(QVector<double>, ticks);
    QCOMPARE(valueTicks(maximum, isLow), ticks);
}

void TestScale::timeLinesStandOnRoundTimes()
{
    QCOMPARE(timeTicks(61'000, 361'000, 6, 0), (QVector<qint64> { 120'000, 180'000, 240'000, 300'000, 360'000 }));
    QCOMPARE(timeTicks(60'000, 120'000, 2, 0), (QVector<qint64> { 60'000, 120'000 }));
    QCOMPARE(timeTicks(0, 10'000, 6, 0), (QVector<qint64> { 0, 2'000, 4'000, 6'000, 8'000, 10'000 }));
    QVERIFY(timeTicks(61'000, 62'000, 1, 0).size() <= 2);
    // A day in a zone half an hour off: the lines stand on its full hours.
    const qint64 offset = 19'800'000;
    const QVector<qint64> day = timeTicks(0, 86'400'000, 6, offset);
    QVERIFY(day.size() >= 3 && day.size() <= 6);
    for (const qint64 tick : day)
        QCOMPARE((tick + offset) % 3'600'000, 0);
}

void TestScale::textsAreShort()
{
    const QLocale english(QLocale::English);
    const QLocale german(QLocale::German);
    QCOMPARE(tickText(300, english), QStringLiteral("300"));
    QCOMPARE(tickText(0.5, german), QStringLiteral("0,5"));
    QCOMPARE(rateText(4.572e9, unitFor(6e9), english), QStringLiteral("4.57 Gbit/s"));
    QCOMPARE(rateText(204.12e6, unitFor(300e6), german), QStringLiteral("204,1 Mbit/s"));
    QCOMPARE(rateText(0, unitFor(1e3), english), QStringLiteral("0.00 kbit/s"));
}

void TestScale::maximumGrowsAtOnceAndShrinksLater()
{
    AxisMaximum maximum(1);
    QCOMPARE(maximum.update(0.2, 0), 1.0);
    QCOMPARE(maximum.update(55, 1000), 60.0);
    QCOMPARE(maximum.update(4, 2000), 60.0);
    QCOMPARE(maximum.update(15, 6000), 60.0);
    QCOMPARE(maximum.update(4, 11'999), 60.0);
    QCOMPARE(maximum.update(4, 12'000), 20.0); // the largest of the 10 s counts, not the latest
    QCOMPARE(maximum.value(), 20.0);
}

void TestScale::shrinkingWaitsForTheWholeTime()
{
    AxisMaximum maximum(1);
    maximum.update(55, 0);
    maximum.update(4, 1000);
    maximum.update(58, 9000); // needed again: the wait begins anew
    QCOMPARE(maximum.update(4, 11'500), 60.0);
    QCOMPARE(maximum.update(4, 21'499), 60.0);
    QCOMPARE(maximum.update(4, 21'500), 6.0);
}

QTEST_APPLESS_MAIN(TestScale)
#include "tst_scale.moc"
