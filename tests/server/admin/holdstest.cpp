// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/admin/fakes.h"

#include <QtTest>

using namespace relay;
using namespace relay::admin;
using namespace relay::tests;
using stats::ShellPart;

namespace {

QHostAddress addressOf(stats::ConnectionId id)
{
    return QHostAddress(quint32(0xC0000200 + id)); // 192.0.2.<id>
}

void connectShell(Bench &bench, stats::ConnectionId id, ShellPart part, const QByteArray &session)
{
    const QByteArray topic = session.isEmpty() ? QByteArray("/connect/spin30") : "/connect/spin30/" + session;
    QVERIFY(!bench.access.enter({ id, addressOf(id), {} }));
    auto facts = factsOf(id, topic);
    stats::ShellFacts shell;
    shell.part = part;
    shell.host = "spin30";
    shell.session = session;
    facts.shell = std::make_shared<const stats::ShellFacts>(std::move(shell));
    bench.ledger.apply(opened(facts));
}

std::optional<access::Reason> faultOf(Bench &bench, stats::ConnectionId id, const QByteArray &topic)
{
    const auto refusal = bench.access.barred({ 100 + id, addressOf(id), topic }, nullptr);
    return refusal ? std::optional(refusal->reason) : std::nullopt;
}

} // namespace

//! What an order to kick and hold keeps from coming back.
class HoldsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTopicIsHeldAsItIs();
    void aShellIsHeldByItsHost();
};

void HoldsTest::aTopicIsHeldAsItIs()
{
    Bench bench;
    QVERIFY(!bench.access.enter({ 1, addressOf(1), "/out/demo" }));
    bench.ledger.apply(opened(factsOf(1, "/out/demo")));
    bench.open();
    (void)bench.ask("connections.kick", R"({"ids":[1],"holdSeconds":60})");
    QCOMPARE(faultOf(bench, 1, "/out/demo"), std::optional(access::Reason::Held));
    QCOMPARE(faultOf(bench, 1, "/out/other"), std::nullopt);
}

void HoldsTest::aShellIsHeldByItsHost()
{
    Bench bench;
    connectShell(bench, 1, ShellPart::Management, {});
    connectShell(bench, 2, ShellPart::Client, "u1");
    connectShell(bench, 3, ShellPart::Host, "u1");
    bench.open();
    (void)bench.ask("connections.kick", R"({"ids":[2,3],"holdSeconds":60})");
    QCOMPARE(faultOf(bench, 2, "/connect/spin30"), std::optional(access::Reason::Held));
    QCOMPARE(faultOf(bench, 3, "/connect/spin30"), std::nullopt); // its host is to serve others
    QCOMPARE(bench.access.holds().size(), 1u);
    (void)bench.ask("connections.kick", R"({"ids":[1],"holdSeconds":60})");
    QCOMPARE(faultOf(bench, 1, "/connect/spin30"), std::optional(access::Reason::Held));
}

QTEST_GUILESS_MAIN(HoldsTest)
#include "holdstest.moc"
