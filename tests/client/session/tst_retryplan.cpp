// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/retryplan.h"

#include <QTest>

using namespace relay::client::session;
using namespace std::chrono_literals;

namespace {

constexpr double kAlmostOne = 0.999999;

//! The longest that the next waits may be, in whole seconds.
QList<qint64> longest(RetryPlan &plan, int count, const Setback &setback = {})
{
    QList<qint64> seconds;
    for (int i = 0; i < count; ++i)
        seconds.append(std::chrono::round<std::chrono::seconds>(plan.next(setback, kAlmostOne)).count());
    return seconds;
}

} // namespace

class TestRetryPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void waitsGrowToTenSecondsAndNeverFallBelowOne()
    {
        RetryPlan plan;
        QCOMPARE(longest(plan, 5), (QList<qint64> { 2, 4, 8, 10, 10 }));
        for (int i = 0; i < 5; ++i)
            QCOMPARE(plan.next({}, 0), std::chrono::milliseconds(1s));
    }

    void aConnectionThatLivedMakesTheNextTrySoon()
    {
        RetryPlan plan;
        (void)longest(plan, 4);
        QCOMPARE(longest(plan, 1, { .lived = 4999ms }), QList<qint64> { 10 });
        QCOMPARE(longest(plan, 1, { .lived = 5s }), QList<qint64> { 2 });
    }

    void nobodyComesBackBeforeTheTimeThatAServerNamed()
    {
        RetryPlan plan;
        QCOMPARE(plan.next({ .retryAfter = 30s }, 0), std::chrono::milliseconds(30s));
        const auto late = plan.next({ .retryAfter = 30s }, kAlmostOne);
        QVERIFY(late > 31s && late <= 39s);
        QVERIFY(RetryPlan().next({ .retryAfter = 30s, .isRefusal = true }, 0) >= 30s);
    }

    void aRefusalIsTriedSlowlyFromTheStart()
    {
        RetryPlan plan;
        QCOMPARE(plan.next({ .isRefusal = true }, 0), std::chrono::milliseconds(5s));
        QCOMPARE(longest(plan, 2, { .isRefusal = true }), (QList<qint64> { 10, 10 }));
    }
};

QTEST_GUILESS_MAIN(TestRetryPlan)
#include "tst_retryplan.moc"
