// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/config/file.h"
#include "tests/common/config/table.h"

#include <QTemporaryDir>
#include <QTest>

using namespace relay::config;

class FileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKind()
    {
        const FileContent content = parseFile(sampleTable(),
                                              "# comment\n"
                                              "listen = \"[::1]:80\"\n"
                                              "max_message = 4096\n"
                                              "ping_every = \"1m\"\n"
                                              "workers = 2\n"
                                              "open = true\n"
                                              "[web]\n"
                                              "origins = [\"https://a\", 'https://b']\n",
                                              QStringLiteral("f"));
        QCOMPARE(content.errors, QStringList());
        const auto texts = [&](const char *name) { return content.values[QString::fromLatin1(name)].texts; };
        QCOMPARE(texts("listen"), QStringList { QStringLiteral("[::1]:80") });
        QCOMPARE(texts("max-message"), QStringList { QStringLiteral("4096") });
        QCOMPARE(texts("ping-every"), QStringList { QStringLiteral("1m") });
        QCOMPARE(texts("workers"), QStringList { QStringLiteral("2") });
        QCOMPARE(texts("open"), QStringList { QStringLiteral("true") });
        QCOMPARE(texts("origin"), QStringList({ QStringLiteral("https://a"), QStringLiteral("https://b") }));
        QCOMPARE(content.values.size(), 6);
        QCOMPARE(content.values[QStringLiteral("workers")].place, QStringLiteral("f:5"));
        QCOMPARE(content.values[QStringLiteral("origin")].place, QStringLiteral("f:8"));
    }

    void aSecretThatIsWrittenWronglyIsNotRepeated_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             { "hunter2222", "truehunter2222", "\"hunter2222", "'hunter2222", "\"hunter2222\" hunter2222",
               "\"\\hunter2222\"", "0xhunter2222", "[hunter2222", "\"\"\"hunter2222" })
            QTest::newRow(text) << QByteArray(text);
    }

    void aSecretThatIsWrittenWronglyIsNotRepeated()
    {
        QFETCH(QByteArray, text);
        const FileContent content
            = parseFile(sampleTable(), "workers = 1\nsecret = " + text + "\n", QStringLiteral("f"));
        QCOMPARE(content.errors.size(), 1);
        QVERIFY2(content.errors.first().startsWith(QStringLiteral("f:")), qPrintable(content.errors.first()));
        QVERIFY2(!content.errors.first().contains(QStringLiteral("unter2")), qPrintable(content.errors.first()));
    }

    void entriesMayBeTables()
    {
        OptionTable table = sampleTable();
        table.options.push_back({ .name = QStringLiteral("rule"),
                                  .help = QStringLiteral("A rule"),
                                  .kind = Kind::List,
                                  .entryKeys = { QStringLiteral("match"), QStringLiteral("kind") } });
        const auto read = [&](const char *text) { return parseFile(table, text, QStringLiteral("f")); };
        const QStringList two { QStringLiteral("/a*=video"), QStringLiteral("/b=data") };
        QCOMPARE(read("[[rule]]\nmatch = \"/a*\"\nkind = \"video\"\n[[rule]]\nkind = \"data\"\nmatch = \"/b\"\n")
                     .values[QStringLiteral("rule")]
                     .texts,
                 two);
        QCOMPARE(read("rule = [\"/a*=video\", \"/b=data\"]\n").values[QStringLiteral("rule")].texts,
                 two); // as --print-config writes it
        const QStringList error { QStringLiteral(
            "f:1: rule must be tables [[rule]] with the keys match and kind, each a string, not what stands there") };
        QCOMPARE(read("[[rule]]\nmatch = \"/a\"\n").errors, error);
        QCOMPARE(read("[[rule]]\nmatch = \"/a\"\nkind = 1\n").errors, error);
        QCOMPARE(read("[[rule]]\nmatch = \"/a\"\nkind = \"data\"\nmore = \"x\"\n").errors, error);
    }

    void errorsNameTheLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const char *text, const char *error) {
            QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(error);
        };
        row("unknown key", "open = true\nlisten_on = \"x\"\n", "f:2: unknown key \"listen_on\"; did you mean listen?");
        row("nothing near", "colour = 1\n", "f:1: unknown key \"colour\"");
        row("flag spelling", "max-message = 1\n", "f:1: unknown key \"max-message\"; did you mean max_message?");
        row("in known table", "[web]\norigin = []\n", "f:2: unknown key \"web.origin\"; did you mean web.origins?");
        row("unknown table", "[lisen]\na = 1\n", "f:1: unknown key \"lisen\"; did you mean listen?");
        row("array of tables", "[[topic]]\nkind = 1\n", "f:1: unknown key \"topic\"");
        row("table for value", "[listen]\na = 1\n", "f:1: listen must be a string in quotes, not a table");
        row("value for table", "web = 1\n", "f:1: unknown key \"web\"");
        row("number for string", "listen = 80\n", "f:1: listen must be a string in quotes, not a whole number");
        row("string for number", "workers = \"2\"\n", "f:1: workers must be a whole number, not a string");
        row("point", "ping_every = 1.5\n",
            "f:1: ping_every must be a number of seconds or a string such as \"1m30s\", not a number with a point");
        row("number for truth", "\n\nopen = 1\n", "f:3: open must be true or false, not a whole number");
        row("mixed array", "web.origins = [\"a\", 1]\n", "f:1: web.origins must be an array of strings, not an array");
        row("date", "listen = 2020-01-01\n", "f:1: listen must be a string in quotes, not a date or time");
        row("newline in key", "\"a\\nb\" = 1\n", "f:1: unknown key \"a\\nb\"");
    }

    void errorsNameTheLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, error);
        QCOMPARE(parseFile(sampleTable(), text, QStringLiteral("f")).errors, QStringList { error });
    }

    void syntaxErrorsNameTheLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("no value") << QByteArray("open = true\nlisten =\n") << 2;
        QTest::newRow("open string") << QByteArray("listen = \"a\n") << 1;
        QTest::newRow("twice") << QByteArray("open = true\nopen = false\n") << 2;
        QTest::newRow("bad UTF-8") << QByteArray("open = true\n# \xff\n") << 2;
        QTest::newRow("NUL") << QByteArray("listen = \"a\0b\"\n", 15) << 1;
    }

    void syntaxErrorsNameTheLine()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        const FileContent content = parseFile(sampleTable(), text, QStringLiteral("f"));
        QCOMPARE(content.errors.size(), 1);
        QVERIFY2(content.errors[0].startsWith(QStringLiteral("f:%1: not valid TOML: ").arg(line)),
                 qPrintable(content.errors[0]));
        QVERIFY(!content.errors[0].contains(u'\n'));
        QVERIFY(content.values.isEmpty());
    }

    void severalErrorsAreToldAtOnce()
    {
        const FileContent content = parseFile(sampleTable(), "a = 1\nworkers = \"x\"\nopen = 3\n", QStringLiteral("f"));
        QCOMPARE(content.errors.size(), 3);
    }

    void missingFileIsAnError()
    {
        const FileContent content = readFile(sampleTable(), QStringLiteral("/nonexistent/relay.conf"));
        QCOMPARE(content.errors,
                 QStringList { QStringLiteral("/nonexistent/relay.conf: cannot be read: No such file or directory") });
    }

    void hugeFileIsRefused()
    {
        QTemporaryDir directory;
        QFile file(directory.filePath(QStringLiteral("big")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(1024 * 1024 + 1));
        file.close();
        const FileContent content = readFile(sampleTable(), file.fileName());
        QCOMPARE(content.errors.size(), 1);
        QVERIFY(content.errors[0].contains(QStringLiteral("larger than 1 MiB")));
    }

    void readableSecretIsWarnedOf_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isOpen");
        QTest::addColumn<int>("warnings");
        QTest::newRow("secret, others read") << QByteArray("secret = \"abcd\"") << true << 1;
        QTest::newRow("secret, private") << QByteArray("secret = \"abcd\"") << false << 0;
        QTest::newRow("no secret") << QByteArray("open = true") << true << 0;
    }

    void readableSecretIsWarnedOf()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isOpen);
        QFETCH(int, warnings);
        QTemporaryDir directory;
        QFile file(directory.filePath(QStringLiteral("conf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        QFile::Permissions permissions = QFile::ReadOwner | QFile::WriteOwner;
        file.setPermissions(isOpen ? permissions | QFile::ReadOther : permissions);
        file.close();
        const FileContent content = readFile(sampleTable(), file.fileName());
        QCOMPARE(content.errors, QStringList());
        QCOMPARE(content.warnings.size(), warnings);
    }
};

QTEST_APPLESS_MAIN(FileTest)
#include "tst_file.moc"
