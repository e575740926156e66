// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/commandapi.h"

#include <QTest>

using namespace relay::client::host;

class TestHostCommands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_rules = std::make_unique<Rules>();
        m_rules->addDestination({ kApiRule, QStringLiteral("api"), QStringLiteral("ws://a"), {}, {} });
    }

    void commandsAreAnsweredInOrder_data()
    {
        QTest::addColumn<QByteArrayList>("commands");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("health") << QByteArrayList { R"({"verb":"healthcheck"})" }
                                << QByteArray(R"({"healthcheck":"ok"})");
        QTest::newRow("keys in any case")
            << QByteArrayList { R"({"Verb":"healthcheck"})" } << QByteArray(R"({"healthcheck":"ok"})");
        const QByteArray addStream = R"({"verb":"add","what":"stream","rule":{"stream":"s","feeds":["a"]}})";
        QTest::newRow("add stream") << QByteArrayList { addStream } << QByteArray(R"({"stream":"s","feeds":["a"]})");
        QTest::newRow("list streams") << QByteArrayList { addStream, R"({"verb":"list","what":"stream","which":"all"})" }
                                      << QByteArray(R"({"s":["a"]})");
        QTest::newRow("list a stream") << QByteArrayList { addStream, R"({"verb":"list","what":"stream","which":"s"})" }
                                       << QByteArray(R"({"feeds":["a"]})");
        QTest::newRow("no such stream") << QByteArrayList { R"({"verb":"list","what":"stream","which":"x"})" }
                                        << QByteArray(R"({"feeds":null})");
        QTest::newRow("delete a stream") << QByteArrayList { R"({"verb":"delete","what":"stream","which":"s"})" }
                                         << QByteArray(R"({"deleted":"s"})");
        QTest::newRow("delete all streams") << QByteArrayList { R"({"verb":"delete","what":"stream","which":"all"})" }
                                            << QByteArray(R"({"deleted":"deleteAll"})");
        const QByteArray addRule = R"({"verb":"add","what":"destination","rule":{"id":"0","stream":"v"}})";
        const QByteArray rule = R"({"id":"0","stream":"v","destination":"","token":"","file":""})";
        QTest::newRow("add destination") << QByteArrayList { addRule } << rule;
        QTest::newRow("list a destination")
            << QByteArrayList { addRule, R"({"verb":"list","what":"destination","which":"0"})" } << rule;
        QTest::newRow("delete a destination")
            << QByteArrayList { R"({"verb":"delete","what":"destination","which":"0"})" }
            << QByteArray(R"({"deleted":"0"})");
        QTest::newRow("the way in stays")
            << QByteArrayList { R"({"verb":"delete","what":"destination","which":"apiRule"})" }
            << QByteArray(R"({"error":"cannot delete apiRule"})");
        for (const char *nonsense : { "", "hello", "[]", "{}", R"({"verb":"add"})", R"({"verb":"list","what":"stream"})",
                                      R"({"verb":"add","what":"cake","rule":{}})" }) {
            QTest::newRow(nonsense) << QByteArrayList { nonsense } << QByteArray(R"({"error":"unrecognised Command"})");
        }
        QTest::newRow("add without a rule")
            << QByteArrayList { R"({"verb":"add","what":"stream"})" } << QByteArray(R"({"error":"add needs a rule"})");
    }

    void commandsAreAnsweredInOrder()
    {
        QFETCH(QByteArrayList, commands);
        QFETCH(QByteArray, answer);
        QByteArray last;
        for (const QByteArray &command : std::as_const(commands))
            last = answerCommand(*m_rules, command);
        QCOMPARE(last, answer);
    }

    void deletingAllDestinationsKeepsTheWayIn()
    {
        QVERIFY(!answerCommand(*m_rules, R"({"verb":"add","what":"destination","rule":{"id":"0"}})").contains("error"));
        QCOMPARE(answerCommand(*m_rules, R"({"verb":"delete","what":"destination","which":"all"})"),
                 QByteArray(R"({"deleted":"deleteAll"})"));
        QCOMPARE(m_rules->destinations().size(), std::size_t(1));
        QVERIFY(m_rules->destination(kApiRule));
    }

private:
    std::unique_ptr<Rules> m_rules;
};

QTEST_GUILESS_MAIN(TestHostCommands)
#include "tst_hostcommands.moc"
