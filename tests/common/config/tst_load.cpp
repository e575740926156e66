// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/config/load.h"
#include "tests/common/config/table.h"

#include <QTemporaryDir>
#include <QTest>

using namespace relay::config;
using namespace std::chrono_literals;

using Variables = QList<QPair<QString, QString>>;

class LoadTest : public QObject
{
    Q_OBJECT

private:
    std::variant<Settings, Exit> loaded(const QStringList &flags, const Variables &variables = {},
                                        const QByteArray &file = {}) const
    {
        QProcessEnvironment environment;
        for (const auto &[name, value] : variables)
            environment.insert(name, value);
        QStringList arguments { QStringLiteral("sample") };
        if (!file.isEmpty()) {
            QFile written(configFile());
            if (!written.open(QIODevice::WriteOnly) || written.write(file) != file.size())
                qFatal("cannot write %s", qPrintable(configFile()));
            arguments << QStringLiteral("--config") << configFile();
        }
        return load(sampleTable(), arguments + flags, environment);
    }

    Settings settings(const QStringList &flags, const Variables &variables = {}, const QByteArray &file = {}) const
    {
        auto result = loaded(flags, variables, file);
        if (const auto *exit = std::get_if<Exit>(&result))
            qWarning("%s", qPrintable(exit->text));
        return std::holds_alternative<Settings>(result) ? std::get<Settings>(result) : Settings();
    }

    //! What is printed, without the line about --help.
    QString error(const QStringList &flags, const Variables &variables = {}, const QByteArray &file = {}) const
    {
        const auto result = loaded(flags, variables, file);
        const auto *exit = std::get_if<Exit>(&result);
        if (!exit || exit->code != 2 || !exit->isError)
            return QStringLiteral("(no error)");
        QString text = exit->text;
        return text.remove(QStringLiteral("\"sample --help\" lists the options.\n"))
            .replace(configFile(), QStringLiteral("FILE"));
    }

    QString configFile() const { return m_directory.filePath(QStringLiteral("sample.conf")); }

    QTemporaryDir m_directory;

private Q_SLOTS:
    void choicesMayBeWrittenInCapitals()
    {
        QCOMPARE(settings({}, { { QStringLiteral("RELAY_LOG_LEVEL"), QStringLiteral("WARN") } })
                     .text(QStringLiteral("log-level")),
                 QStringLiteral("warn"));
    }

    void whatWasWrittenIsTold()
    {
        const Settings given = settings({ QStringLiteral("--max-message"), QStringLiteral("64KiB") },
                                        { { QStringLiteral("RELAY_SECRET"), QStringLiteral("hidden") } });
        QCOMPARE(given.written(QStringLiteral("max-message")), QStringList { QStringLiteral("64KiB") });
        QCOMPARE(given.written(QStringLiteral("secret")), QStringList());
    }

    void strongerSourceWins_data()
    {
        QTest::addColumn<QStringList>("flags");
        QTest::addColumn<QStringList>("variables"); // name, value, name, value
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("listen");
        QTest::addColumn<int>("source");
        const QStringList flag { QStringLiteral("--listen"), QStringLiteral("flag:1") };
        const QStringList own { QStringLiteral("RELAY_LISTEN"), QStringLiteral("own:1") };
        const QStringList other { QStringLiteral("CROSSBAR_LISTEN"), QStringLiteral("other:1") };
        const QStringList empty { QStringLiteral("RELAY_LISTEN"), QString() };
        const QByteArray file("listen = \"file:1\"\n");
        const auto row = [](const char *name, const QStringList &flags, const QStringList &variables,
                            const QByteArray &text, const char *listen, Source source) {
            QTest::newRow(name) << flags << variables << text << QString::fromLatin1(listen) << int(source);
        };
        row("default", {}, {}, {}, "127.0.0.1:9999", Source::Default);
        row("file over default", {}, {}, file, "file:1", Source::File);
        row("other variable over file", {}, other, file, "other:1", Source::Environment);
        row("own variable over other", {}, own + other, file, "own:1", Source::Environment);
        row("flag over all", flag, own + other, file, "flag:1", Source::Flag);
        row("empty variable is none", {}, empty, file, "file:1", Source::File);
        row("empty variable lets the other", {}, empty + other, file, "other:1", Source::Environment);
        row("last flag counts", flag + QStringList { QStringLiteral("--listen=last:1") }, {}, {}, "last:1",
            Source::Flag);
    }

    void strongerSourceWins()
    {
        QFETCH(QStringList, flags);
        QFETCH(QStringList, variables);
        QFETCH(QByteArray, file);
        QFETCH(QString, listen);
        QFETCH(int, source);
        Variables pairs;
        for (qsizetype i = 0; i < variables.size(); i += 2)
            pairs.append({ variables[i], variables[i + 1] });
        const Settings result = settings(flags, pairs, file);
        QCOMPARE(result.text(u"listen"), listen);
        QCOMPARE(int(result.source(u"listen")), source);
        QCOMPARE(result.isSet(u"listen"), Source(source) != Source::Default);
    }

    void valuesComeTyped()
    {
        const Settings defaults = settings({});
        QCOMPARE(defaults.bytes(u"max-message"), 10485760);
        QCOMPARE(defaults.milliseconds(u"ping-every"), 25s);
        QCOMPARE(defaults.integer(u"workers"), 1);
        QCOMPARE(defaults.isOn(u"open"), false);
        QCOMPARE(defaults.list(u"origin"), QStringList());
        QCOMPARE(defaults.text(u"secret"), QString());

        const Settings given = settings({ QStringLiteral("--max-message=1KiB"), QStringLiteral("--ping-every"),
                                          QStringLiteral("1us"), QStringLiteral("--open"), QStringLiteral("--origin"),
                                          QStringLiteral("a,b"), QStringLiteral("--origin"), QStringLiteral("c") },
                                        { { QStringLiteral("RELAY_SECRET"), QStringLiteral("s3cret") } });
        QCOMPARE(given.bytes(u"max-message"), 1024);
        QCOMPARE(given.duration(u"ping-every"), 1us);
        QCOMPARE(given.isOn(u"open"), true);
        QCOMPARE(given.list(u"origin"), QStringList({ QStringLiteral("a,b"), QStringLiteral("c") }));
        QCOMPARE(given.text(u"secret"), QStringLiteral("s3cret"));
    }

    void variableHoldsAListByCommas()
    {
        const Settings result = settings({}, { { QStringLiteral("RELAY_ORIGIN"), QStringLiteral("a, b,,c") } });
        QCOMPARE(result.list(u"origin"), QStringList({ QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c") }));
    }

    void variableHoldsAListByItsOwnSeparator()
    {
        const OptionTable table { .program = QStringLiteral("sample"),
                                  .summary = {},
                                  .version = {},
                                  .options = { { .name = QStringLiteral("feed"),
                                                 .help = QStringLiteral("An instrument"),
                                                 .kind = Kind::List,
                                                 .separator = u';' } } };
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("RELAY_FEED"), QStringLiteral("a,raw; b ,c;;d"));
        const auto result = load(table, { QStringLiteral("sample") }, environment);
        QCOMPARE(std::get<Settings>(result).list(u"feed"),
                 QStringList({ QStringLiteral("a,raw"), QStringLiteral("b ,c"), QStringLiteral("d") }));
    }

    void strongerListReplacesTheWeaker()
    {
        const Settings result = settings({ QStringLiteral("--origin=x") }, {}, "web.origins = ['a', 'b']\n");
        QCOMPARE(result.list(u"origin"), QStringList { QStringLiteral("x") });
    }

    void booleanCanBeSwitchedOffByFlag()
    {
        const Variables on { { QStringLiteral("RELAY_OPEN"), QStringLiteral("yes") } };
        QVERIFY(settings({}, on).isOn(u"open"));
        QVERIFY(!settings({ QStringLiteral("--no-open") }, on).isOn(u"open"));
        QVERIFY(settings({ QStringLiteral("--no-open"), QStringLiteral("--open") }).isOn(u"open"));
        QVERIFY(!settings({ QStringLiteral("--open"), QStringLiteral("--no-open") }).isOn(u"open"));
    }

    void fileIsNamedByTheEnvironmentToo()
    {
        QFile written(configFile());
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write("workers = 7\n");
        written.close();
        QCOMPARE(settings({}, { { QStringLiteral("RELAY_CONFIG"), configFile() } }).integer(u"workers"), 7);
    }

    void errorNamesSourceValueAndWhatIsAllowed_data()
    {
        QTest::addColumn<QStringList>("flags");
        QTest::addColumn<QStringList>("variables");
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("text");
        const auto row
            = [](const char *name, const QStringList &flags, const QStringList &variables, const QByteArray &file,
                 const char *text) { QTest::newRow(name) << flags << variables << file << QString::fromUtf8(text); };
        const auto words = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
        row("flag", words("--workers many"), {}, {}, "sample: --workers is \"many\" but must be a whole number\n");
        row("variable", {}, words("RELAY_WORKERS 65"), {}, "sample: RELAY_WORKERS is \"65\" but must be from 1 to 64\n");
        row("file", {}, {}, "\nworkers = 0\n", "sample: FILE:2: workers is \"0\" but must be from 1 to 64\n");
        row("choice", words("--log-level loud"), {}, {},
            "sample: --log-level is \"loud\" but must be one of debug, info, warn\n");
        row("check of an entry", {}, { QStringLiteral("RELAY_ORIGIN"), QStringLiteral("a,b c") }, {},
            "sample: RELAY_ORIGIN is \"b c\" but must have no blank\n");
        row("check of an entry in the file", {}, {}, "web.origins = ['a', 'b c']\n",
            "sample: FILE:1: web.origins is \"b c\" but must have no blank\n");
        row("secret is not shown", {}, words("RELAY_SECRET abc"), {},
            "sample: RELAY_SECRET must have at least 4 bytes\n");
        row("weaker value is not judged", words("--workers 2"), words("RELAY_WORKERS x"), {}, "(no error)");
        row("two at once", words("--workers 0 --max-message x"), {}, {},
            "sample: --max-message is \"x\" but must be a number of bytes, alone or with KiB, MiB or GiB, such as 10MiB\n"
            "sample: --workers is \"0\" but must be from 1 to 64\n");
        row("empty flag", words("--workers="), {}, {}, "sample: --workers is \"\" but must be a whole number\n");
        row("no line is injected", { QStringLiteral("--workers"), QStringLiteral("1\nok") }, {}, {},
            "sample: --workers is \"1\\nok\" but must be a whole number\n");
        row("unknown flag", words("--lisen x:1"), {}, {},
            "sample: there is no option --lisen; did you mean --listen?\nsample: \"x:1\" is one word too many\n");
        row("unknown letter", words("-z"), {}, {}, "sample: there is no option -z\n");
        row("word", words("stray"), {}, {}, "sample: \"stray\" is one word too many\n");
        row("no value", words("--workers"), {}, {}, "sample: Missing value after '--workers'.\n");
        row("unknown key", {}, {}, "worker = 1\n", "sample: FILE:1: unknown key \"worker\"; did you mean workers?\n");
    }

    void errorNamesSourceValueAndWhatIsAllowed()
    {
        QFETCH(QStringList, flags);
        QFETCH(QStringList, variables);
        QFETCH(QByteArray, file);
        QFETCH(QString, text);
        Variables pairs;
        for (qsizetype i = 0; i < variables.size(); i += 2)
            pairs.append({ variables[i], variables[i + 1] });
        QCOMPARE(error(flags, pairs, file), text);
    }

    void secretIsNoFlag()
    {
        const QString text = error({ QStringLiteral("--secret"), QStringLiteral("hunter22") });
        QVERIFY2(text.contains(QStringLiteral("set RELAY_SECRET or put secret into the file of --config")),
                 qPrintable(text));
        QVERIFY(!text.contains(QStringLiteral("hunter22")));
    }

    void positionalsAreCountedAndKept()
    {
        OptionTable table = sampleTable();
        table.positionals = { { QStringLiteral("ID"), QStringLiteral("Which"), true },
                              { QStringLiteral("REASON"), QStringLiteral("Why"), false } };
        const auto run = [&](const QStringList &words) {
            return load(table, QStringList { QStringLiteral("sample") } + words, {});
        };
        const auto one = run({ QStringLiteral("7") });
        QCOMPARE(std::get<Settings>(one).positionals(), QStringList { QStringLiteral("7") });
        const auto dashed = run({ QStringLiteral("--open"), QStringLiteral("--"), QStringLiteral("--7") });
        QCOMPARE(std::get<Settings>(dashed).positionals(), QStringList { QStringLiteral("--7") });
        QVERIFY(std::get<Exit>(run({})).text.startsWith(QStringLiteral("sample: ID is missing\n")));
        QVERIFY(std::holds_alternative<Exit>(run({ QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3") })));
    }

    void programRefusesInTheSameWords()
    {
        const Exit exit = settings({ QStringLiteral("--listen"), QStringLiteral("0.0.0.0:1") })
                              .refuse(u"listen", QStringLiteral("must be a loopback address"));
        QCOMPARE(exit.code, 2);
        QVERIFY(
            exit.text.startsWith(QStringLiteral("sample: --listen is \"0.0.0.0:1\" but must be a loopback address\n")));
    }

    void helpAndVersionWinOverErrors()
    {
        for (const char *flag : { "--help", "-h", "--version", "-v" }) {
            const auto result
                = loaded({ QString::fromLatin1(flag), QStringLiteral("--workers=x"), QStringLiteral("--nope") });
            QVERIFY(std::holds_alternative<Exit>(result));
            QCOMPARE(std::get<Exit>(result).code, 0);
            QVERIFY(!std::get<Exit>(result).isError);
        }
        QCOMPARE(std::get<Exit>(loaded({ QStringLiteral("--version") })).text, QStringLiteral("sample 1.2.3\n"));
    }

    void programWithoutAFileHasNoFlagForIt()
    {
        OptionTable table = sampleTable();
        table.hasFile = false;
        const auto result = load(table, { QStringLiteral("sample"), QStringLiteral("--config=x") }, {});
        QVERIFY(std::get<Exit>(result).text.startsWith(QStringLiteral("sample: there is no option --config")));
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("RELAY_CONFIG"), QStringLiteral("/nonexistent"));
        QVERIFY(std::holds_alternative<Settings>(load(table, { QStringLiteral("sample") }, environment)));
    }
};

QTEST_APPLESS_MAIN(LoadTest)
#include "tst_load.moc"
