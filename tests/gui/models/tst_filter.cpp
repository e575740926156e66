// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/filter.h"
#include "tests/gui/models/builders.h"

#include <QTest>

using namespace relay;
using namespace relay::gui;
using namespace relay::tests;

class TestFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void letsThrough_data();
    void letsThrough();
    void saysWhatItCannotRead_data();
    void saysWhatItCannotRead();
    void anUnreadableTermHidesNothing();
    void aTopicAnswersOnlyWhatItCan();
    void aTermIsMadeOfATopic();
    void survivesAnything();
};

void TestFilter::letsThrough_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("passes");
    const auto row = [](const char *text, bool passes) { QTest::newRow(text) << QString::fromUtf8(text) << passes; };
    // The subject: a dropping video reader of /out/spin35-st-video at 203.0.113.7:40000, 1.21 Mbit/s, 388 ms, 1 MiB queued, 18 drops/s.
    row("", true);
    row("   ", true);
    row("spin35", true);
    row("SPIN35", true);
    row("spin36", false);
    row("203.0.113", true);
    row("firefox", true);
    row("spin35 firefox", true);
    row("spin35 chrome", false);
    row("cq3v8", true);
    row("topic:spin35", true);
    row("topic:firefox", false);
    row("topic:spin*", true);
    row("topic:spin35", true);
    row("topic:*-video", true);
    row("topic:*-data", false);
    row("topic:/out/spin35-st-video", true);
    row("topic:/out/spin35", false);
    row("topic:pin*", false);
    row("topic:spin3?-st-video", true);
    row("topic:", true);
    row("role:subscriber", true);
    row("role:publisher", false);
    row("kind:video", true);
    row("kind:shell", false);
    row("status:dropping", true);
    row("STATUS:Dropping", true);
    row("status:healthy", false);
    row("address:203.", true);
    row("address:10.", false);
    row("agent:fire", true);
    row("agent:\"Firefox 133\"", true);
    row("\"Firefox 134\"", false);
    row("booking:cq3v8l2k", true);
    row("drops>0", true);
    row("drops>18", false);
    row("drops>=18", true);
    row("drops<5", false);
    row("queue>512K", true);
    row("queue>1M", false);
    row("queue>=1M", true);
    row("queue=1m", true);
    row("rtt>200", true);
    row("rtt<200", false);
    row("out>1", true);
    row("out>1.3", false);
    row("in>0", false);
    row("in=0", true);
    row("topic:spin35 drops>0 rtt>200", true);
    row("topic:spin35 drops>0 rtt>400", false);
    row("2001:db8::1", false);
    row("foo:bar", false);
}

void TestFilter::letsThrough()
{
    QFETCH(QString, text);
    client::Connection c = reader(7);
    c.bookingId = QStringLiteral("cq3v8l2k1b0c");
    c.outRate = 1.21e6 / 8;
    c.rttMs = 388;
    c.queuedBytes = 1024 * 1024;
    QTEST(Filter::parse(text).matches({ c, Status::Dropping, 18 }), "passes");
}

void TestFilter::saysWhatItCannotRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("problems");
    QTest::newRow("fine") << QStringLiteral("drops>0 queue>1.5M") << 0;
    QTest::newRow("half typed") << QStringLiteral("drops>") << 1;
    QTest::newRow("no number") << QStringLiteral("rtt>fast") << 1;
    QTest::newRow("two") << QStringLiteral("rtt>fast in>x spin") << 2;
    QTest::newRow("wrong unit") << QStringLiteral("queue>1MiB") << 1;
}

void TestFilter::saysWhatItCannotRead()
{
    QFETCH(QString, text);
    const Filter filter = Filter::parse(text);
    QTEST(int(filter.problems().size()), "problems");
}

void TestFilter::anUnreadableTermHidesNothing()
{
    QVERIFY(Filter::parse(QStringLiteral("drops>")).matches({ reader(1), Status::Healthy, 0 }));
}

void TestFilter::aTopicAnswersOnlyWhatItCan()
{
    client::Connection topic;
    topic.topic = QStringLiteral("/out/spin35-st-video");
    topic.kind = QStringLiteral("video");
    const FilterSubject subject { topic, Status::Healthy, 0 };
    QVERIFY(Filter::parse(QStringLiteral("topic:spin* kind:video")).matchesTopic(subject));
    QVERIFY(Filter::parse(QStringLiteral("role:publisher rtt>200 address:10.")).matchesTopic(subject));
    QVERIFY(!Filter::parse(QStringLiteral("drops>0")).matchesTopic(subject));
    QVERIFY(!Filter::parse(QStringLiteral("pend")).matchesTopic(subject));
}

void TestFilter::aTermIsMadeOfATopic()
{
    QCOMPARE(Filter::topicTerm(QStringLiteral("/out/spin35")), QStringLiteral("topic:/out/spin35"));
    for (const char *topic : { "/out/spin35", "/out/two words", "/out/a\ttab" }) {
        client::Connection connection;
        connection.topic = QString::fromLatin1(topic);
        const Filter filter = Filter::parse(Filter::topicTerm(connection.topic));
        QVERIFY2(filter.matches({ connection, Status::Healthy, 0 }), topic);
        connection.topic += QLatin1Char('x');
        QVERIFY2(!filter.matches({ connection, Status::Healthy, 0 }), topic);
    }
}

void TestFilter::survivesAnything()
{
    for (const char *text : { "\"", "\"\"", ":", "::", ">", "topic:[", "topic:(*", "a\"b c", "drops>>1", "in<=-1",
                              "topic:\\*", "\xF0\x9F\x98\x80*" })
        Q_UNUSED(Filter::parse(QString::fromUtf8(text)).matches({ reader(1), Status::Healthy, 0 }));
    const Filter bracket = Filter::parse(QStringLiteral("topic:*[1]"));
    QVERIFY(bracket.matches({ reader(1, QStringLiteral("/out/a[1]")), Status::Healthy, 0 }));
}

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
