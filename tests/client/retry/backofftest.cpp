// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/retry/backoff.h"

#include <QtTest>

using namespace std::chrono_literals;
using relay::client::Backoff;

class BackoffTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void growsToTenSeconds();
    void growsToWhatIsAskedFor();
    void neverLessThanASecond();
    void startsAnewAfterReset();
};

void BackoffTest::growsToTenSeconds()
{
    Backoff backoff;
    for (const auto longest : { 2000ms, 4000ms, 8000ms, 10000ms, 10000ms, 10000ms })
        QCOMPARE(backoff.next(1.0), longest);
    QCOMPARE(backoff.tries(), 6);
}

void BackoffTest::growsToWhatIsAskedFor()
{
    Backoff backoff(30s);
    for (const auto longest : { 2s, 4s, 8s, 16s, 30s, 30s })
        QCOMPARE(backoff.next(1.0), std::chrono::milliseconds(longest));
    for (int i = 0; i < 100; ++i)
        QCOMPARE(backoff.next(1.0), 30000ms);
}

void BackoffTest::neverLessThanASecond()
{
    Backoff backoff;
    for (int i = 0; i < 100; ++i)
        QCOMPARE(backoff.next(0.0), 1000ms);
}

void BackoffTest::startsAnewAfterReset()
{
    Backoff backoff;
    for (int i = 0; i < 5; ++i)
        (void)backoff.next(0.5);
    backoff.reset();
    QCOMPARE(backoff.tries(), 0);
    QCOMPARE(backoff.next(0.5), 1500ms);
}

QTEST_GUILESS_MAIN(BackoffTest)
#include "backofftest.moc"
