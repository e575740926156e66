// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stats/ledger.h"
#include "tests/server/stats/reports.h"

#include <QtTest>

using namespace relay::stats;
using namespace relay::tests;

namespace {

//! Writes down what it hears.
class Diary : public ChangeListener
{
public:
    void connectionOpened(ConnectionId id) override { lines << QStringLiteral("open %1").arg(id); }
    void factsChanged(ConnectionId id) override { lines << QStringLiteral("facts %1").arg(id); }
    void countersChanged(ConnectionId id) override { lines << QStringLiteral("count %1").arg(id); }
    void connectionClosed(ConnectionId id) override { lines << QStringLiteral("close %1").arg(id); }
    void topicChanged(const QByteArray &id) override { lines << QStringLiteral("topic %1").arg(QString::fromUtf8(id)); }
    void topicGone(const QByteArray &id) override { lines << QStringLiteral("gone %1").arg(QString::fromUtf8(id)); }
    QStringList take() { return std::exchange(lines, {}); }

    QStringList lines;
};

} // namespace

class LedgerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void opensCountsAndCloses();
    void topicSumsAreExactForWhoIsThere();
    void theTwoLegsOfAShellAreOne();
    void sumsOfThoseWhoLeftStay();
    void openingsAndEndsOfSlowReadersAreCountedForEver();
    void topicEndsWithItsLastConnection();
    void aVideoMakesOneOfItsTopic();
    void theFirstRateIsOverTheWholeReport();
    void tellsInOrder();
    void silenceFadesToZeroEverywhere();
    void dropsAndOldQueuesMarkASlowReader();
    void unknownIdsAreIgnored();
    void anIdIsNeverTakenTwice();
    void closedRingIsBoundedNewestFirst();
    void closedWithoutFiguresKeepsTheLastOnes();
    void loopLagIsTheWorst();
    void randomReportsAgreeWithASlowModel();

private:
    std::int64_t m_now = 0;
    std::unique_ptr<Ledger> m_ledger;
};

void LedgerTest::init()
{
    m_now = 1000;
    m_ledger = std::make_unique<Ledger>([this] { return m_now; });
}

void LedgerTest::theTwoLegsOfAShellAreOne()
{
    const auto leg = [](relay::stats::ConnectionId id, relay::stats::ShellPart part, const QByteArray &session) {
        auto facts = factsOf(id, session.isEmpty() ? QByteArray("/connect/h") : QByteArray("/connect/h/" + session),
                             part == relay::stats::ShellPart::Client ? Role::Client : Role::Host);
        relay::stats::ShellFacts shell;
        shell.part = part;
        shell.host = "h";
        shell.session = session;
        facts.shell = std::make_shared<const relay::stats::ShellFacts>(shell);
        return opened(facts);
    };
    using relay::stats::ShellPart;
    m_ledger->apply(leg(1, ShellPart::Management, {}));
    QVERIFY(m_ledger->shells().empty());
    m_ledger->apply(leg(2, ShellPart::Client, "a"));
    m_ledger->apply(leg(3, ShellPart::Client, "b"));
    m_ledger->apply(leg(4, ShellPart::Host, "b"));
    QCOMPARE(m_ledger->shells().size(), std::size_t(2));
    QVERIFY(!m_ledger->shells().at(2).host);
    QCOMPARE(m_ledger->shells().at(3).host, m_ledger->find(4));
    QCOMPARE(m_ledger->shells().at(3).client, m_ledger->find(3));
    QCOMPARE(m_ledger->shellOf(4), 3u);
    QCOMPARE(m_ledger->shellOf(3), 3u);
    QCOMPARE(m_ledger->shellOf(1), 0u);
    QCOMPARE(m_ledger->shellOf(99), 0u);
    m_ledger->apply(closed(4));
    QVERIFY(!m_ledger->shells().at(3).host);
    m_ledger->apply(closed(3));
    QCOMPARE(m_ledger->shells().size(), std::size_t(1));
    m_ledger->apply(leg(5, ShellPart::Host, "c")); // whose client has gone before it came
    QCOMPARE(m_ledger->shellOf(5), 0u);
    m_ledger->apply(closed(5));
    m_ledger->apply(closed(2));
    QVERIFY(m_ledger->shells().empty());
}

void LedgerTest::opensCountsAndCloses()
{
    m_ledger->apply(opened(factsOf(7, "/out/demo", Role::Publisher), 3));
    m_now += 1000;
    m_ledger->apply(counted(countersOf(7, 10, 5000), 3));
    const ConnectionEntry *entry = m_ledger->find(7);
    QVERIFY(entry);
    QCOMPARE(entry->worker, 3);
    QCOMPARE(entry->counters.inBytes, 5000u);
    QCOMPARE(entry->rates.inRate(), 5000);
    m_ledger->apply(closed(7, countersOf(7, 12, 6000), 4000, QStringLiteral("enough")));
    QVERIFY(!m_ledger->find(7));
    const ClosedEntry &gone = m_ledger->recentlyClosed().front();
    QCOMPARE(gone.code, 4000);
    QCOMPARE(gone.reason, QStringLiteral("enough"));
    QCOMPARE(gone.counters.inMessages, 12u);
    QCOMPARE(m_ledger->totals().inBytes, 6000u);
    QCOMPARE(m_ledger->totals().inRate, 0);
}

void LedgerTest::topicSumsAreExactForWhoIsThere()
{
    m_ledger->apply(opened(factsOf(1, "/out/a", Role::Publisher)));
    m_ledger->apply(opened(factsOf(2, "/out/a", Role::Subscriber)));
    m_ledger->apply(opened(factsOf(3, "/out/a", Role::Subscriber)));
    m_ledger->apply(opened(factsOf(4, "/b", Role::Both)));
    m_now += 1000;
    m_ledger->apply(counted(countersOf(1, 10, 1000)));
    m_ledger->apply(counted(countersOf(2, 0, 0, 10, 1000)));
    m_ledger->apply(counted(countersOf(3, 0, 0, 9, 900)));
    const TopicEntry *topic = m_ledger->findTopic("/out/a");
    QCOMPARE(topic->publishers, 1);
    QCOMPARE(topic->subscribers, 2);
    QCOMPARE(topic->inMessages, 10u);
    QCOMPARE(topic->outMessages, 19u);
    QCOMPARE(topic->inRate, 1000);
    QCOMPARE(topic->outRate, 1900);
    QCOMPARE(m_ledger->findTopic("/b")->publishers, 1);
    QCOMPARE(m_ledger->findTopic("/b")->subscribers, 1);
    m_ledger->apply(closed(2));
    QCOMPARE(topic->outRate, 900);
    QCOMPARE(topic->subscribers, 1);
    QCOMPARE(m_ledger->totals().outRate, 900);
}

void LedgerTest::sumsOfThoseWhoLeftStay()
{
    m_ledger->apply(opened(factsOf(1, "/a")));
    m_ledger->apply(opened(factsOf(2, "/a")));
    m_ledger->apply(counted(countersOf(1, 10, 1000)));
    m_ledger->apply(closed(1, countersOf(1, 11, 1100)));
    QCOMPARE(m_ledger->findTopic("/a")->inMessages, 11u);
    QCOMPARE(m_ledger->totals().inMessages, 11u);
}

void LedgerTest::openingsAndEndsOfSlowReadersAreCountedForEver()
{
    for (ConnectionId id = 1; id <= 3; ++id)
        m_ledger->apply(opened(factsOf(id, "/a")));
    m_ledger->apply(opened(factsOf(3, "/a"))); // is no other
    m_ledger->apply(closed(1, {}, 4408));
    m_ledger->apply(closed(1, {}, 4408)); // has gone
    m_ledger->apply(closed(2, {}, 1000));
    QCOMPARE(m_ledger->totals().opened, 3u);
    QCOMPARE(m_ledger->totals().tooSlow, 1u);
}

void LedgerTest::topicEndsWithItsLastConnection()
{
    m_ledger->apply(opened(factsOf(1, "/a")));
    m_ledger->apply(closed(1));
    QVERIFY(m_ledger->topics().empty());
}

void LedgerTest::theFirstRateIsOverTheWholeReport()
{
    m_ledger->apply(Report {});
    m_now += 1000;
    Report report = opened(factsOf(1, "/a"));
    report.counters.push_back(countersOf(1, 10, 5000)); // opened and counted in one report: within the last second
    m_ledger->apply(std::move(report));
    QCOMPARE(m_ledger->find(1)->rates.inRate(), 5000);
}

void LedgerTest::aVideoMakesOneOfItsTopic()
{
    Diary diary;
    m_ledger->addListener(&diary);
    m_ledger->apply(opened(factsOf(1, "/out/a", Role::Subscriber)));
    diary.take();
    Facts camera = factsOf(2, "/out/a", Role::Publisher);
    camera.kind = Kind::Video;
    m_ledger->apply(opened(camera));
    QCOMPARE(diary.take(),
             (QStringList { QStringLiteral("facts 1"), QStringLiteral("open 2"), QStringLiteral("topic /out/a") }));
    m_ledger->apply(opened(factsOf(3, "/out/a", Role::Subscriber)));
    for (const ConnectionId id : { 1, 2, 3 })
        QCOMPARE(m_ledger->find(id)->facts.kind, Kind::Video);
    QCOMPARE(m_ledger->findTopic("/out/a")->kind, Kind::Video);
    m_ledger->removeListener(&diary);
}

void LedgerTest::tellsInOrder()
{
    Diary diary;
    m_ledger->addListener(&diary);
    m_ledger->apply(opened(factsOf(1, "/a")));
    QCOMPARE(diary.take(), (QStringList { QStringLiteral("open 1"), QStringLiteral("topic /a") }));
    m_ledger->apply(counted(countersOf(1, 1, 1)));
    QCOMPARE(diary.take(), (QStringList { QStringLiteral("count 1"), QStringLiteral("topic /a") }));
    m_ledger->apply(closed(1));
    QCOMPARE(diary.take(), (QStringList { QStringLiteral("close 1"), QStringLiteral("gone /a") }));
    m_ledger->removeListener(&diary);
    m_ledger->apply(opened(factsOf(2, "/a")));
    QVERIFY(diary.lines.isEmpty());
}

void LedgerTest::silenceFadesToZeroEverywhere()
{
    Diary diary;
    m_ledger->apply(opened(factsOf(1, "/a")));
    m_now += 1000;
    m_ledger->apply(counted(countersOf(1, 5, 5000)));
    m_ledger->addListener(&diary);
    m_now += 1000;
    m_ledger->tick();
    QCOMPARE(m_ledger->totals().inRate, 5000);
    QVERIFY(diary.lines.isEmpty());
    m_now += 1500;
    m_ledger->tick();
    QCOMPARE(m_ledger->find(1)->rates.inRate(), 0);
    QCOMPARE(m_ledger->findTopic("/a")->inRate, 0);
    QCOMPARE(m_ledger->totals().inRate, 0);
    QCOMPARE(diary.take(), (QStringList { QStringLiteral("count 1"), QStringLiteral("topic /a") }));
    m_ledger->tick();
    QVERIFY(diary.lines.isEmpty());
}

void LedgerTest::dropsAndOldQueuesMarkASlowReader()
{
    m_ledger->apply(opened(factsOf(1, "/a")));
    Counters counters = countersOf(1, 0, 0, 1, 1);
    counters.dropped = 2;
    m_ledger->apply(counted(counters));
    QCOMPARE(m_ledger->findTopic("/a")->slowReaders, 1);
    QCOMPARE(m_ledger->findTopic("/a")->dropped, 2u);
    m_now += 6000;
    m_ledger->tick();
    QCOMPARE(m_ledger->findTopic("/a")->slowReaders, 0);
    counters.queuedMs = 900;
    m_ledger->apply(counted(counters));
    m_now += 60'000;
    m_ledger->tick(); // still queued, for all we know
    QCOMPARE(m_ledger->findTopic("/a")->slowReaders, 1);
    counters.queuedMs = 0;
    m_ledger->apply(counted(counters));
    QCOMPARE(m_ledger->findTopic("/a")->slowReaders, 0);
}

void LedgerTest::unknownIdsAreIgnored()
{
    m_ledger->apply(counted(countersOf(99, 1, 1)));
    m_ledger->apply(closed(99));
    QVERIFY(m_ledger->connections().empty());
    QVERIFY(m_ledger->recentlyClosed().empty());
    QCOMPARE(m_ledger->totals().inMessages, 0u);
}

void LedgerTest::anIdIsNeverTakenTwice()
{
    m_ledger->apply(opened(factsOf(1, "/a")));
    m_ledger->apply(opened(factsOf(1, "/b")));
    QCOMPARE(m_ledger->find(1)->facts.topic, QByteArray("/a"));
    QCOMPARE(m_ledger->topics().size(), 1u);
}

void LedgerTest::closedRingIsBoundedNewestFirst()
{
    for (ConnectionId id = 1; id <= Ledger::kClosedKept + 10; ++id) {
        m_ledger->apply(opened(factsOf(id, "/a")));
        m_ledger->apply(closed(id));
    }
    QCOMPARE(m_ledger->recentlyClosed().size(), Ledger::kClosedKept);
    QCOMPARE(m_ledger->recentlyClosed().front().facts.id, Ledger::kClosedKept + 10);
}

void LedgerTest::closedWithoutFiguresKeepsTheLastOnes()
{
    m_ledger->apply(opened(factsOf(1, "/a")));
    m_ledger->apply(counted(countersOf(1, 4, 400)));
    m_ledger->apply(closed(1));
    QCOMPARE(m_ledger->recentlyClosed().front().counters.inBytes, 400u);
}

void LedgerTest::loopLagIsTheWorst()
{
    Report first;
    first.worker = 0;
    first.loopLagMs = 0.5;
    Report second;
    second.worker = 1;
    second.loopLagMs = 7.25;
    m_ledger->apply(std::move(first));
    m_ledger->apply(std::move(second));
    QCOMPARE(m_ledger->totals().loopLagMs, 7.25);
}

// Whatever comes in whatever order, the running sums equal those of a count from scratch.
void LedgerTest::randomReportsAgreeWithASlowModel()
{
    QRandomGenerator random(42);
    ConnectionId lastId = 0;
    for (int step = 0; step < 5000; ++step) {
        m_now += random.bounded(400);
        const auto known = [&] { return lastId == 0 ? 0 : ConnectionId(random.bounded(int(lastId)) + 1); };
        switch (random.bounded(4)) {
        case 0:
            ++lastId;
            m_ledger->apply(opened(factsOf(lastId, "/t" + QByteArray::number(lastId % 7), Role(random.bounded(3)))));
            break;
        case 1: m_ledger->apply(closed(known())); break;
        case 2: {
            const ConnectionId id = known();
            Counters next = m_ledger->find(id) ? m_ledger->find(id)->counters : countersOf(id, 0, 0);
            next.inMessages += random.bounded(5u);
            next.inBytes += random.bounded(5000u);
            next.outBytes += random.bounded(5000u);
            next.dropped += random.bounded(2u);
            next.queuedMs = random.bounded(500);
            m_ledger->apply(counted(next));
            break;
        }
        default: m_ledger->tick();
        }
    }
    QVERIFY(lastId > 100);
    std::map<QByteArray, TopicEntry> expected;
    std::int64_t inRate = 0;
    for (const auto &[id, entry] : m_ledger->connections()) {
        TopicEntry &topic = expected[entry.facts.topic];
        topic.inRate += entry.rates.inRate();
        topic.outRate += entry.rates.outRate();
        topic.slowReaders += entry.isSlow;
        topic.publishers += entry.facts.role != Role::Subscriber;
        topic.subscribers += entry.facts.role != Role::Publisher;
        topic.members.push_back(id);
        inRate += entry.rates.inRate();
    }
    QCOMPARE(m_ledger->totals().inRate, inRate);
    QCOMPARE(m_ledger->topics().size(), expected.size());
    for (const auto &[id, topic] : m_ledger->topics()) {
        QCOMPARE(topic.inRate, expected[id].inRate);
        QCOMPARE(topic.outRate, expected[id].outRate);
        QCOMPARE(topic.slowReaders, expected[id].slowReaders);
        QCOMPARE(topic.publishers, expected[id].publishers);
        QCOMPARE(topic.subscribers, expected[id].subscribers);
        QCOMPARE(topic.members, expected[id].members);
    }
}

QTEST_GUILESS_MAIN(LedgerTest)
#include "ledgertest.moc"
