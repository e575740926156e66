// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/sessionstats.h"
#include "server/loop/clock.h"
#include "tests/server/stats/reports.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

using namespace relay;
using namespace relay::tests;

namespace {

struct Sent
{
    int worker = 0;
    stats::ConnectionId id = 0;
    std::vector<QByteArray> messages;
    std::int64_t at = 0; //!< monotonic, ms
};

//! The workers, who only write down what they are told.
class FakeControl final : public stats::Control
{
public:
    void close(int, stats::ConnectionId, std::uint16_t, QByteArray, std::function<void(bool)>) override { }
    void send(int worker, stats::ConnectionId id, std::vector<QByteArray> textMessages) override
    {
        sent.push_back({ worker, id, std::move(textMessages), loop::monotonicMs() });
    }
    void setTaps(std::vector<stats::TapSpec>) override { }
    void collectTaps(std::function<void(std::vector<stats::TapRecord>)>) override { }
    void setWatched(bool) override { }

    std::vector<Sent> sent;
};

stats::Facts client(stats::ConnectionId id, bool mayRead = true, bool mayWrite = true)
{
    stats::Facts facts = factsOf(id, "stats");
    facts.path = "/session/stats";
    facts.mayRead = mayRead;
    facts.mayWrite = mayWrite;
    return facts;
}

constexpr std::int64_t kNeverHereMs = 3'600'000;
constexpr std::int64_t kASecondMs = 998; // by clocks that count whole milliseconds, at both ends

} // namespace

class SessionStatsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_control.sent.clear(); }

    void aReportIsOneMessageForEachReader();
    void requestIsAnsweredAtOnceAndTheNextASecondLater();
    void reportsComeByThemselvesNotFasterThanOneASecond();
    void requestAndPeriodTogetherStayBelowOneASecond();
    void whoMayNotReadGetsNothing();
    void clientsOfOtherTopicsAreNone();
    void nobodyListensNothingIsWritten();

private:
    FakeControl m_control;
};

void SessionStatsTest::aReportIsOneMessageForEachReader()
{
    stats::Ledger ledger;
    app::SessionStats stats(ledger, m_control, { 1000 }, kNeverHereMs);
    ledger.apply(opened(factsOf(1, "lab"), 0));
    ledger.apply(opened(client(2), 1));
    ledger.apply(opened(client(3, true, false), 1));
    QVERIFY(stats.takeRequest(2));
    QCOMPARE(m_control.sent.size(), std::size_t(2));
    QCOMPARE(m_control.sent[0].id, 2u);
    QCOMPARE(m_control.sent[1].id, 3u);
    for (const Sent &sent : m_control.sent) {
        QCOMPARE(sent.worker, 1);
        QCOMPARE(sent.messages.size(), std::size_t(1));
        QCOMPARE(QJsonDocument::fromJson(sent.messages[0]).array().size(), 4); // with the relay itself
    }
}

void SessionStatsTest::requestIsAnsweredAtOnceAndTheNextASecondLater()
{
    stats::Ledger ledger;
    app::SessionStats stats(ledger, m_control, { 1000 }, kNeverHereMs);
    ledger.apply(opened(client(1)));
    for (int i = 0; i < 100; ++i)
        QVERIFY(stats.takeRequest(1));
    QCOMPARE(m_control.sent.size(), std::size_t(1));
    QTRY_COMPARE(m_control.sent.size(), std::size_t(2)); // all that came meanwhile
    QVERIFY(m_control.sent[1].at - m_control.sent[0].at >= kASecondMs);
    QVERIFY(stats.takeRequest(1)); // which comes a second after that one
    QTRY_COMPARE(m_control.sent.size(), std::size_t(3));
    QVERIFY(m_control.sent[2].at - m_control.sent[1].at >= kASecondMs);
}

void SessionStatsTest::reportsComeByThemselvesNotFasterThanOneASecond()
{
    stats::Ledger ledger;
    app::SessionStats stats(ledger, m_control, { 1000 }, 10); // 10 ms are 1 s here
    ledger.apply(opened(client(1)));
    const std::int64_t start = loop::monotonicMs();
    QTRY_COMPARE(m_control.sent.size(), std::size_t(2));
    QVERIFY(m_control.sent[0].at - start >= kASecondMs);
    QVERIFY(m_control.sent[1].at - m_control.sent[0].at >= kASecondMs);
}

void SessionStatsTest::requestAndPeriodTogetherStayBelowOneASecond()
{
    stats::Ledger ledger;
    app::SessionStats stats(ledger, m_control, { 1000 }, 1300);
    ledger.apply(opened(client(1)));
    QElapsedTimer watch;
    watch.start();
    while (watch.elapsed() < 1000) // a request shortly before the period ends
        QTest::qWait(20);
    QVERIFY(stats.takeRequest(1));
    QTRY_COMPARE(m_control.sent.size(), std::size_t(2));
    QVERIFY(m_control.sent[1].at - m_control.sent[0].at >= kASecondMs);
}

void SessionStatsTest::whoMayNotReadGetsNothing()
{
    stats::Ledger ledger;
    app::SessionStats stats(ledger, m_control, { 1000 }, kNeverHereMs);
    ledger.apply(opened(client(1, false, true)));
    QVERIFY(stats.takeRequest(1));
    QVERIFY(m_control.sent.empty());
}

void SessionStatsTest::clientsOfOtherTopicsAreNone()
{
    stats::Ledger ledger;
    app::SessionStats stats(ledger, m_control, { 1000 }, kNeverHereMs);
    ledger.apply(opened(factsOf(1, "stats"))); // of that name only
    ledger.apply(opened(client(2)));
    QVERIFY(!stats.takeRequest(1));
    QVERIFY(!stats.takeRequest(4711));
    QVERIFY(m_control.sent.empty());
    ledger.apply(closed(2));
    QVERIFY(!stats.takeRequest(2));
}

void SessionStatsTest::nobodyListensNothingIsWritten()
{
    stats::Ledger ledger;
    app::SessionStats stats(ledger, m_control, { 1000 }, 1000);
    ledger.apply(opened(client(1)));
    QVERIFY(stats.takeRequest(1));
    QVERIFY(stats.takeRequest(1)); // would be answered in a second
    ledger.apply(closed(1));
    QTest::qWait(1500);
    QCOMPARE(m_control.sent.size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(SessionStatsTest)
#include "tst_sessionstats.moc"
