// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/config/file.h"
#include "common/config/load.h"
#include "common/config/message.h"
#include "tests/common/config/table.h"

#include <QTest>

using namespace relay::config;

namespace {

QString printedConfig(const QStringList &flags, const QProcessEnvironment &environment)
{
    const auto result = load(
        sampleTable(), QStringList { QStringLiteral("sample"), QStringLiteral("--print-config") } + flags, environment);
    const auto *exit = std::get_if<Exit>(&result);
    return exit && exit->code == 0 ? exit->text : QString();
}

} // namespace

class MessageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helpShowsEveryOptionWithItsSources()
    {
        const QString help = helpText(sampleTable());
        QVERIFY(help.startsWith(QStringLiteral("Usage: sample [options]\nShows what an option can be.\n")));
        QVERIFY(help.contains(QStringLiteral("  --listen ADDRESS:PORT\n"
                                             "      Address to listen on\n"
                                             "      [default 127.0.0.1:9999; RELAY_LISTEN, CROSSBAR_LISTEN]\n")));
        QVERIFY(help.contains(QStringLiteral("  --open\n      Serve everybody\n      [RELAY_OPEN]\n")));
        QVERIFY(help.contains(QStringLiteral("[one of debug, info, warn; default info; RELAY_LOG_LEVEL]")));
        QVERIFY(help.contains(QStringLiteral("  --origin ORIGIN\n")));
        QVERIFY(help.contains(QStringLiteral("[may be repeated; RELAY_ORIGIN]")));
        QVERIFY(help.contains(QStringLiteral("  RELAY_SECRET\n")));
        QVERIFY(!help.contains(QStringLiteral("--secret")));
        for (const char *builtIn : { "--config FILE", "--print-config", "-v, --version", "-h, --help" })
            QVERIFY2(help.contains(QString::fromLatin1(builtIn)), builtIn);
    }

    void helpSaysWhatLiesBetweenTheEntriesOfAVariable()
    {
        const auto helpWith = [](char16_t separator) {
            return helpText({ .program = QStringLiteral("sample"),
                              .summary = {},
                              .version = {},
                              .options = { { .name = QStringLiteral("feed"),
                                             .help = QStringLiteral("An instrument"),
                                             .kind = Kind::List,
                                             .separator = separator } } });
        };
        QVERIFY(
            helpWith(u';').contains(QStringLiteral("[may be repeated; in the variable ; lies between; RELAY_FEED]")));
        QVERIFY(helpWith(u'\n').contains(QStringLiteral("in the variable a newline lies between")));
    }

    void helpShowsPositionals()
    {
        OptionTable table = sampleTable();
        table.hasFile = false;
        table.positionals = { { QStringLiteral("ID"), QStringLiteral("Which connection"), true },
                              { QStringLiteral("REASON"), QStringLiteral("Why"), false } };
        const QString help = helpText(table);
        QVERIFY(help.startsWith(QStringLiteral("Usage: sample [options] ID [REASON]\n")));
        QVERIFY(help.contains(QStringLiteral("  ID\n      Which connection\n")));
        QVERIFY(!help.contains(QStringLiteral("--config")));
    }

    void printedConfigNamesSourcesAndHidesSecrets()
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("CROSSBAR_LISTEN"), QStringLiteral("127.0.0.1:1"));
        environment.insert(QStringLiteral("RELAY_SECRET"), QStringLiteral("hunter22"));
        const QString text = printedConfig({ QStringLiteral("--workers=3"), QStringLiteral("--open") }, environment);
        const QStringList expected {
            QStringLiteral("# sample 1.2.3: the configuration in force, and where each value comes from"),
            QStringLiteral("listen = \"127.0.0.1:1\"  # CROSSBAR_LISTEN"),
            QStringLiteral("max_message = \"10MiB\"  # default"),
            QStringLiteral("ping_every = \"25s\"  # default"),
            QStringLiteral("workers = 3  # --workers"),
            QStringLiteral("open = true  # --open"),
            QStringLiteral("# web.origins is not set"),
            QStringLiteral("log_level = \"info\"  # default"),
            QStringLiteral("# secret is set by RELAY_SECRET, not shown"),
            QString(),
        };
        QCOMPARE(text.split(u'\n'), expected);
    }

    void printedConfigIsAConfigurationFile()
    {
        const QStringList flags { QStringLiteral("--listen"),    QStringLiteral("a\"b\\c\td\u00e9"),
                                  QStringLiteral("--workers=3"), QStringLiteral("--no-open"),
                                  QStringLiteral("--origin=x"),  QStringLiteral("--origin=\"y") };
        const QString text = printedConfig(flags, {});
        const FileContent content = parseFile(sampleTable(), text.toUtf8(), QStringLiteral("printed"));
        QCOMPARE(content.errors, QStringList());
        const auto texts = [&](const char *name) { return content.values[QString::fromLatin1(name)].texts; };
        QCOMPARE(texts("listen"), QStringList { QStringLiteral("a\"b\\c\td\u00e9") });
        QCOMPARE(texts("origin"), QStringList({ QStringLiteral("x"), QStringLiteral("\"y") }));
        QCOMPARE(texts("open"), QStringList { QStringLiteral("false") });
        QCOMPARE(content.values.size(), 7);
    }
};

QTEST_APPLESS_MAIN(MessageTest)
#include "tst_message.moc"
