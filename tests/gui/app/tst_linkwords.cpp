// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/linkwords.h"

#include <QTest>

using namespace relay;
using namespace relay::gui;

using State = client::AdminClient::State;

class TestLinkWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void openHasNoBanner();
    void lostContactNamesTheTimeAndTheNextTry();
    void neverMetSaysWhatToDo();
    void refusedHasItsOwnWords();
    void aNamedRelayKeepsItsName();
    void sayWhyNothingCanBeDone();
};

void TestLinkWords::openHasNoBanner()
{
    LinkFacts facts;
    facts.state = State::Open;
    facts.asOf = facts.now = 1'800'000'000'000;
    facts.connections = 12;
    facts.roundTripMs = 0.42;
    const LinkView link = LinkWords::describe(facts);
    QVERIFY(link.isLive());
    QCOMPARE(link.detail, QStringLiteral("Connected, 0.4 ms"));
    QVERIFY(link.headline.isEmpty());
    QVERIFY(LinkWords::whyNotNow(link).isEmpty());
    facts.connections = 0;
    QCOMPARE(LinkWords::describe(facts).detail, QStringLiteral("Connected, nothing here yet"));
}

void TestLinkWords::lostContactNamesTheTimeAndTheNextTry()
{
    LinkFacts facts;
    facts.state = State::Lost;
    facts.serverName = QStringLiteral("relay-1.lab");
    facts.asOf = QDateTime(QDate(2026, 11, 22), QTime(12, 3, 7)).toMSecsSinceEpoch();
    facts.now = facts.asOf + 23'000;
    facts.nextTryMs = 3'200;
    facts.attempt = 3;
    const LinkView link = LinkWords::describe(facts);
    QCOMPARE(link.state, LinkView::State::Stale);
    QCOMPARE(link.asOf, QStringLiteral("12:03:07"));
    QCOMPARE(link.detail, QStringLiteral("No answer for 00:23"));
    QCOMPARE(link.headline, QStringLiteral("relay-1.lab has not answered since 12:03:07."));
    QCOMPARE(link.advice, QStringLiteral("Everything below is as of then. Next try in 4 s."));
}

void TestLinkWords::neverMetSaysWhatToDo()
{
    LinkFacts facts;
    facts.state = State::Connecting;
    QCOMPARE(LinkWords::describe(facts).state, LinkView::State::Connecting);
    QVERIFY(LinkWords::describe(facts).headline.isEmpty()); // no alarm in the first moment
    facts.state = State::Lost;
    facts.attempt = 1;
    facts.lastError = QStringLiteral("Nobody listens on /run/relay/admin.sock. Start relayd.");
    const LinkView link = LinkWords::describe(facts);
    QCOMPARE(link.state, LinkView::State::NeverMet);
    QVERIFY(!link.headline.isEmpty());
    QVERIFY(link.advice.contains(QStringLiteral("Start relayd")));
}

void TestLinkWords::refusedHasItsOwnWords()
{
    LinkFacts facts;
    facts.state = State::Refused;
    facts.lastError = QStringLiteral("Your user may not use this socket.");
    const LinkView link = LinkWords::describe(facts);
    QVERIFY(link.headline.contains(QStringLiteral("turned")));
    QVERIFY(link.advice.contains(facts.lastError));
    QVERIFY(!LinkWords::whyNotNow(link).isEmpty());
}

void TestLinkWords::aNamedRelayKeepsItsName()
{
    LinkFacts facts;
    facts.state = State::Open;
    QCOMPARE(LinkWords::describe(facts).relayName, QStringLiteral("This computer"));
    facts.serverName = QStringLiteral("relayd");
    QCOMPARE(LinkWords::describe(facts).relayName, QStringLiteral("This computer"));
    facts.serverName = QStringLiteral("relay-2.lab");
    QCOMPARE(LinkWords::describe(facts).relayName, QStringLiteral("relay-2.lab"));
}

void TestLinkWords::sayWhyNothingCanBeDone()
{
    LinkView link;
    link.relayName = QStringLiteral("relay-1.lab");
    link.state = LinkView::State::Stale;
    QVERIFY(LinkWords::whyNotNow(link).contains(QStringLiteral("relay-1.lab does not answer")));
}

QTEST_GUILESS_MAIN(TestLinkWords)
#include "tst_linkwords.moc"
