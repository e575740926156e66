// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/rulesfile.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace relay::client::host;

class TestRulesFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("rules.json"));
    }

    void rulesComeBackAsTheyWere()
    {
        const Destination rule { QStringLiteral("0"),      QStringLiteral("stream/x"), QStringLiteral("https://a"),
                                 QStringLiteral("t\"ken"), QStringLiteral("/f"),       QStringLiteral("/t") };
        {
            Rules rules;
            RulesFile file(rules, m_path);
            QCOMPARE(file.load(), QString());
            rules.addDestination(rule);
            rules.addStream(QStringLiteral("stream/x"), { QStringLiteral("a"), QStringLiteral("b") });
            file.save();
        }
        Rules rules;
        RulesFile file(rules, m_path);
        QCOMPARE(file.load(), QString());
        QCOMPARE(rules.destination(QStringLiteral("0")), std::optional(rule));
        QCOMPARE(rules.feedsOf(QStringLiteral("stream/x")), QStringList({ QStringLiteral("a"), QStringLiteral("b") }));
    }

    void onlyItsOwnerReadsIt_alsoWhereOthersCouldBefore()
    {
        write("{}");
        QVERIFY(QFile(m_path).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        Rules rules;
        RulesFile file(rules, m_path);
        QCOMPARE(file.load(), QString());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile(m_path).permissions() & others));
    }

    void whatWasWrittenByHandStaysUntilThereIsAChange()
    {
        const QByteArray content = "{ \"streams\":\n{\"stream/x\":[\"a\"]}}";
        write(content);
        Rules rules;
        RulesFile file(rules, m_path);
        QCOMPARE(file.load(), QString());
        file.save();
        QCOMPARE(text(), content);
        rules.addStream(QStringLiteral("stream/y"), {});
        file.save();
        QVERIFY(text().contains("stream/x") && text().contains("stream/y"));
    }

    void changesAreSavedSoon()
    {
        Rules rules;
        RulesFile file(rules, m_path);
        QCOMPARE(file.load(), QString());
        rules.addStream(QStringLiteral("stream/soon"), {});
        QTRY_VERIFY(text().contains("stream/soon"));
        rules.removeAllStreams();
        QTRY_VERIFY(!text().contains("stream/soon"));
    }

    void theRuleOfSomebodyElseIsNotSaved()
    {
        Rules rules;
        RulesFile file(rules, m_path, kApiRule);
        QCOMPARE(file.load(), QString());
        rules.addDestination({ kApiRule, kApiFeed, QStringLiteral("ws://a"), {}, {} });
        file.save();
        QVERIFY(!text().contains("apiRule"));
    }

    void aBrokenFileIsRefusedAndLeftAsItIs_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("told");
        QTest::addRow("no JSON") << QByteArray("{\"destinations\":") << QStringLiteral("at byte");
        QTest::addRow("an array") << QByteArray("[]") << QStringLiteral("one JSON object");
        QTest::addRow("a list of rules") << QByteArray(R"({"destinations":[]})") << QStringLiteral("\"destinations\"");
        QTest::addRow("a rule of text") << QByteArray(R"({"destinations":{"0":"x"}})") << QStringLiteral("\"0\"");
        QTest::addRow("a number") << QByteArray(R"({"destinations":{"0":{"stream":5}}})") << QStringLiteral("stream");
        QTest::addRow("feeds") << QByteArray(R"({"streams":{"s":"a"}})") << QStringLiteral("feeds");
        QTest::addRow("hidden") << QByteArray(R"({"destinations":{"0":{"token":"***"}}})") << QStringLiteral("***");
    }

    void aBrokenFileIsRefusedAndLeftAsItIs()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, told);
        write(content);
        Rules rules;
        RulesFile file(rules, m_path);
        const QString fault = file.load();
        QVERIFY2(fault.contains(told) && fault.contains(m_path), qPrintable(fault));
        QVERIFY(rules.destinations().empty() && rules.streams().empty());
        QCOMPARE(text(), content);
    }

    void whereNothingCanBeWrittenIsFoundAtTheStart()
    {
        Rules rules;
        RulesFile file(rules, m_folder->filePath(QStringLiteral("missing/rules.json")));
        QVERIFY(file.load().contains(QStringLiteral("cannot write")));
    }

    void aDiskThatIsGoneIsTold()
    {
        Rules rules;
        RulesFile file(rules, m_path);
        QCOMPARE(file.load(), QString());
        const QSignalSpy failed(&file, &RulesFile::failed);
        QVERIFY(m_folder->remove());
        rules.addStream(QStringLiteral("s"), {});
        file.save();
        QCOMPARE(failed.size(), 1);
    }

private:
    [[nodiscard]] QByteArray text() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void write(const QByteArray &content) const
    {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestRulesFile)
#include "tst_rulesfile.moc"
