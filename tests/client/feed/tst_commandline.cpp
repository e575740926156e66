// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/feed/commandline.h"

#include <QTest>

using namespace relay::client::feed;

class TestCommandLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wordsAreSplitAsByNoShell_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("program");
        QTest::addColumn<QStringList>("arguments");
        using Words = QStringList;
        const auto s = [](const char *text) { return QString::fromUtf8(text); };
        QTest::newRow("alone") << s("ffmpeg") << s("ffmpeg") << Words();
        QTest::newRow("blanks") << s("  a   b\tc ") << s("a") << Words { s("b"), s("c") };
        QTest::newRow("quotes") << s("\"/opt/my tools/x\" -m \"a b\"") << s("/opt/my tools/x")
                                << Words { s("-m"), s("a b") };
        QTest::newRow("a quote") << s("echo \"\"\"hi\"\"\" a\"\"\"b") << s("echo") << Words { s("\"hi\""), s("a\"b") };
        QTest::newRow("no shell") << s("x $HOME '*' | y") << s("x") << Words { s("$HOME"), s("'*'"), s("|"), s("y") };
    }
    void wordsAreSplitAsByNoShell()
    {
        QFETCH(QString, text);
        QFETCH(QString, program);
        QFETCH(QStringList, arguments);
        const auto line = parseCommandLine(text);
        QVERIFY(std::holds_alternative<CommandLine>(line));
        QCOMPARE(std::get<CommandLine>(line).program, program);
        QCOMPARE(std::get<CommandLine>(line).arguments, arguments);
    }

    void whatIsNoCommandIsSaid_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << QString() << QStringLiteral("program");
        QTest::newRow("blanks") << QStringLiteral("  \t") << QStringLiteral("program");
        QTest::newRow("nothing in quotes") << QStringLiteral("\"\"") << QStringLiteral("program");
        QTest::newRow("open quotation") << QStringLiteral("a \"b c") << QStringLiteral("quotation");
        QTest::newRow("four quotes") << QStringLiteral("a \"\"\"\"") << QStringLiteral("quotation");
        QTest::newRow("zero byte") << QStringLiteral("a b") + QChar::Null << QStringLiteral("zero byte");
    }
    void whatIsNoCommandIsSaid()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const auto line = parseCommandLine(text);
        QVERIFY(std::holds_alternative<QString>(line));
        QVERIFY(std::get<QString>(line).startsWith(QStringLiteral("must ")));
        QVERIFY2(std::get<QString>(line).contains(says), qPrintable(std::get<QString>(line)));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
