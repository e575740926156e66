// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/worker/reporter.h"

#include <QtTest>

using namespace relay;
using namespace relay::worker;

class ReporterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Whoever asks for statistics gets a report between two ticks.
    void aReportBetweenTwoTicksTellsTheLastLag()
    {
        QList<double> told;
        Reporter reporter(0, [&](const stats::Report &report) { told << report.loopLagMs; });
        reporter.ticked(300);
        reporter.deliver();
        reporter.deliver();
        reporter.ticked(0);
        reporter.deliver();
        QCOMPARE(told, (QList<double> { 300, 300, 0 }));
    }

    void aLagIsNotLostWithATickThatReportsNothing()
    {
        QList<double> told;
        Reporter reporter(0, [&](const stats::Report &report) { told << report.loopLagMs; });
        reporter.ticked(20);
        reporter.ticked(300);
        reporter.ticked(1);
        reporter.deliver();
        reporter.ticked(2);
        reporter.deliver();
        QCOMPARE(told, (QList<double> { 300, 2 }));
    }
};

QTEST_APPLESS_MAIN(ReporterTest)
#include "tst_reporter.moc"
