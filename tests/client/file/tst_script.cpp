// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/file/script.h"

#include <QTest>

using namespace relay::client::file;
using namespace std::chrono_literals;

namespace {

template<typename T>
T only(const char *line)
{
    const Script script = parseScript(line);
    if (script.steps.size() != 1 || !script.faults.empty() || !std::holds_alternative<T>(script.steps.front())) {
        QTest::qFail(line, __FILE__, __LINE__);
        return {};
    }
    return std::get<T>(script.steps.front());
}

} // namespace

class TestScript : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsNothingElseIsSentAsItIs();
    void aDelayWaitsAndThenSends();
    void delaysNeedAUnitUnlessTheyAreNone();
    void aConditionHasPatternCountAndTimeout();
    void aConditionThatCannotBeMetDoesNotWait();
    void filtersAcceptDenyAndReset();
    void remarksAreLoggedWhenMarkedWithOnePlus();
    void faultyLines_data();
    void faultyLines();
    void faultsNameTheirLineAndTheRestIsKept();
};

void TestScript::whatIsNothingElseIsSentAsItIs()
{
    QCOMPARE(only<Sending>(R"({"some":"msg"})").text, QStringLiteral(R"({"some":"msg"})"));
    QCOMPARE(only<Sending>("\r\n").text, QString());
    QCOMPARE(only<Sending>("  spaces stay  \r\n").text, QStringLiteral("  spaces stay  "));
    QCOMPARE(only<Sending>("a < b > c").text, QStringLiteral("a < b > c"));
}

void TestScript::aDelayWaitsAndThenSends()
{
    const auto delay = only<Delay>(R"([0.1s] {"an":"other"})");
    QCOMPARE(delay.time, std::chrono::nanoseconds(100ms));
    QCOMPARE(delay.text, QStringLiteral(R"({"an":"other"})"));
    QVERIFY(only<Delay>(" [ 1m30s ] ").text.isEmpty());
    QCOMPARE(only<Delay>(" [ 1m30s ] ").time, std::chrono::nanoseconds(90s));
}

void TestScript::delaysNeedAUnitUnlessTheyAreNone()
{
    QCOMPARE(only<Delay>(R"([] {"yet an":"other"})").time, std::chrono::nanoseconds(0));
    QCOMPARE(only<Delay>("[0] x").time, std::chrono::nanoseconds(0));
    QCOMPARE(parseScript("[0.1] x").faults.size(), std::size_t(1));
}

void TestScript::aConditionHasPatternCountAndTimeout()
{
    const auto condition = only<Condition>(R"(<'^foo\s*',5,100ms> {"send":"foos"})");
    QCOMPARE(condition.pattern.pattern(), QStringLiteral(R"(^foo\s*)"));
    QCOMPARE(condition.count, qint64(5));
    QCOMPARE(condition.timeout, std::chrono::nanoseconds(100ms));
    QCOMPARE(condition.text, QStringLiteral(R"({"send":"foos"})"));
    QVERIFY(condition.waits());
}

void TestScript::aConditionThatCannotBeMetDoesNotWait()
{
    QVERIFY(!only<Condition>("<'',5,1s> x").waits());
    QVERIFY(!only<Condition>("<'a',0,1s> x").waits());
    QVERIFY(!only<Condition>("<'a',1,0s> x").waits());
}

void TestScript::filtersAcceptDenyAndReset()
{
    QCOMPARE(only<FilterChange>("|+> [a-h]").verb, FilterChange::Verb::Accept);
    QCOMPARE(only<FilterChange>("|+> [a-h]").pattern.pattern(), QStringLiteral("[a-h]"));
    QCOMPARE(only<FilterChange>("|->[0-9]").verb, FilterChange::Verb::Deny);
    QCOMPARE(only<FilterChange>("| Deny > x").verb, FilterChange::Verb::Deny);
    QCOMPARE(only<FilterChange>("|reset>").verb, FilterChange::Verb::Reset);
}

void TestScript::remarksAreLoggedWhenMarkedWithOnePlus()
{
    QVERIFY(only<Remark>("#+ begin").isLogged);
    QCOMPARE(only<Remark>("#+ begin").text, QStringLiteral("begin"));
    QVERIFY(!only<Remark>(" ## begin").isLogged);
    QVERIFY(!only<Remark>("#++ begin").isLogged);
    QVERIFY(!only<Remark>("#- begin").isLogged);
}

void TestScript::faultyLines_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line : {
             R"([0.1] {"no":"unit"})",
             "[soon] x",
             R"(<'^foo\s*',,10s>)",
             R"(<'^foo\s*',5,>)",
             "<'a',1,10> x",
             "<oops> x",
             R"(<'(',1,1s> x)",
             "|X>",
             R"(|a> ^\/(?!\/)(.*?))",
             R"(|a> (a)\1)",
             "|a> (?<=x)y",
             "|a> (?>x)y",
             "|a> x++",
             "|d> [",
             "[99999999999999999999h] x",
         })
        QTest::newRow(line) << QByteArray(line);
}

void TestScript::faultyLines()
{
    QFETCH(QByteArray, line);
    const Script script = parseScript(line);
    QVERIFY(script.steps.empty());
    QCOMPARE(script.faults.size(), std::size_t(1));
    QVERIFY(!script.faults.front().text.isEmpty());
}

void TestScript::faultsNameTheirLineAndTheRestIsKept()
{
    const Script script = parseScript("one\n|X>\n\n[10] x\nlast");
    QCOMPARE(script.steps.size(), std::size_t(3));
    QCOMPARE(script.faults.size(), std::size_t(2));
    QCOMPARE(script.faults.at(0).line, 2);
    QCOMPARE(script.faults.at(1).line, 4);
}

QTEST_GUILESS_MAIN(TestScript)
#include "tst_script.moc"
