// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/filter.h"
#include "tests/server/stats/reports.h"

#include <QtTest>

using namespace relay::admin;
using namespace relay::stats;

class FilterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void matches_data();
    void matches();
    void refuses_data();
    void refuses();
    void topicsTakeBareWordsAndTopicOnly();
    void bookingsTakeBareWordsAndBookingOnly();
};

void FilterTest::matches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isMatch");
    const auto row = [](const char *text, bool isMatch) { QTest::newRow(text) << QString::fromUtf8(text) << isMatch; };
    row("", true);
    row("demo", true);
    row("DEMO", true);
    row("nothing", false);
    row("127.0.0.1:40007", true);
    row("topic:demo", true);
    row("topic:/in", false);
    row("path:/in", true);
    row("agent:firefox", true);
    row("agent:demo", false);
    row("booking:b-1", true);
    row("role:publisher", true);
    row("role:PUBLISHER", true);
    row("role:pub", false);
    row("kind:video", true);
    row("transport:http", true);
    row("transport:ws", false);
    row("demo role:publisher", true);
    row("demo role:subscriber", false);
    row("  demo   firefox ", true);
    row("zürich", true);
}

void FilterTest::matches()
{
    QFETCH(QString, text);
    Facts facts = relay::tests::factsOf(7, "/out/demo", Role::Publisher);
    facts.path = "/in/demo";
    facts.kind = Kind::Video;
    facts.transport = Transport::Http;
    facts.userAgent = QStringLiteral("Firefox Zürich");
    facts.bookingId = QStringLiteral("b-1");
    const auto filter = Filter::parse(text);
    QTEST(std::get<Filter>(filter).matches(facts), "isMatch");
}

void FilterTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : { "colour:red", "topic:", "demo rol:x" })
        QTest::newRow(text) << QString::fromLatin1(text);
}

void FilterTest::refuses()
{
    QFETCH(QString, text);
    const auto filter = Filter::parse(text);
    QVERIFY(std::holds_alternative<Error>(filter));
    QCOMPARE(std::get<Error>(filter).kind, ErrorClass::InvalidFilter);
}

void FilterTest::topicsTakeBareWordsAndTopicOnly()
{
    const auto words = std::get<Filter>(Filter::parse(QStringLiteral("demo topic:out")));
    QVERIFY(words.isForTopics());
    QVERIFY(words.matchesTopic("/out/demo"));
    QVERIFY(!words.matchesTopic("/bi/demo"));
    QVERIFY(!std::get<Filter>(Filter::parse(QStringLiteral("role:both"))).isForTopics());
}

void FilterTest::bookingsTakeBareWordsAndBookingOnly()
{
    const auto words = std::get<Filter>(Filter::parse(QStringLiteral("cq3 booking:8L")));
    QVERIFY(words.isForBookings());
    QVERIFY(words.matchesBooking(QStringLiteral("cq3v8l2k")));
    QVERIFY(!words.matchesBooking(QStringLiteral("cq3v9m2k")));
    QVERIFY(!std::get<Filter>(Filter::parse(QStringLiteral("topic:lab"))).isForBookings());
}

QTEST_GUILESS_MAIN(FilterTest)
#include "filtertest.moc"
