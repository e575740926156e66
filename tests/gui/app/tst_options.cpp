// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/language.h"
#include "gui/app/memory.h"
#include "gui/app/options.h"

#include <QTemporaryDir>
#include <QTest>

using namespace relay;
using namespace relay::gui;

class TestOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsFlags();
    void readsWhatToShowFirst();
    void flagBeatsEnvironment();
    void wrongValuesEndTheProgramWithTwo_data();
    void wrongValuesEndTheProgramWithTwo();
    void helpAndVersionNeedNoWindow();
    void whatIsRememberedComesBack();
    void junkInTheSettingsIsIgnored();
    void languageFallsBackToEnglish();

private:
    static std::variant<Options, config::Exit> read(const QStringList &flags,
                                                    const QProcessEnvironment &environment = {})
    {
        return readOptions(QStringList(QStringLiteral("relay-dashboard")) + flags, environment);
    }
};

void TestOptions::readsFlags()
{
    const auto result = read({ QStringLiteral("--socket"), QStringLiteral("/run/x.sock"),
                               QStringLiteral("--theme=dark"), QStringLiteral("--language"), QStringLiteral("de") });
    const auto &options = std::get<Options>(result);
    QCOMPARE(options.socketPath, QStringLiteral("/run/x.sock"));
    QCOMPARE(options.theme.value(), Theme::Mode::Dark);
    QCOMPARE(options.language, QStringLiteral("de"));
    const auto none = read({});
    QVERIFY(std::get<Options>(none).socketPath.isEmpty());
    QVERIFY(!std::get<Options>(none).theme.has_value());
    QCOMPARE(std::get<Options>(none).start.connection, 0U);
}

void TestOptions::readsWhatToShowFirst()
{
    const auto result = read({ QStringLiteral("--view=routing"), QStringLiteral("--filter"), QStringLiteral("drops>0"),
                               QStringLiteral("--select=17") });
    const Start &start = std::get<Options>(result).start;
    QCOMPARE(start.view, View::Routing);
    QCOMPARE(start.filter, QStringLiteral("drops>0"));
    QCOMPARE(start.connection, 17U);
}

void TestOptions::flagBeatsEnvironment()
{
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("RELAY_ADMIN_SOCKET"), QStringLiteral("/run/env.sock"));
    QCOMPARE(std::get<Options>(read({}, environment)).socketPath, QStringLiteral("/run/env.sock"));
    QCOMPARE(std::get<Options>(read({ QStringLiteral("--socket=/run/flag.sock") }, environment)).socketPath,
             QStringLiteral("/run/flag.sock"));
}

void TestOptions::wrongValuesEndTheProgramWithTwo_data()
{
    QTest::addColumn<QString>("flag");
    QTest::newRow("unknown flag") << QStringLiteral("--sokcet=/x");
    QTest::newRow("relative socket") << QStringLiteral("--socket=x.sock");
    QTest::newRow("socket too long") << QStringLiteral("--socket=/") + QString(120, QLatin1Char('x'));
    QTest::newRow("no such view") << QStringLiteral("--view=pink");
    QTest::newRow("no such number") << QStringLiteral("--select=x");
    QTest::newRow("no such theme") << QStringLiteral("--theme=pink");
}

void TestOptions::wrongValuesEndTheProgramWithTwo()
{
    QFETCH(QString, flag);
    const auto result = read({ flag });
    QVERIFY(std::holds_alternative<config::Exit>(result));
    QCOMPARE(std::get<config::Exit>(result).code, 2);
    QVERIFY(std::get<config::Exit>(result).isError);
}

void TestOptions::helpAndVersionNeedNoWindow()
{
    const auto help = read({ QStringLiteral("--help") });
    QCOMPARE(std::get<config::Exit>(help).code, 0);
    QVERIFY(std::get<config::Exit>(help).text.contains(QStringLiteral("--socket")));
    const auto version = read({ QStringLiteral("--version") });
    QVERIFY(std::get<config::Exit>(version).text.contains(QStringLiteral(RELAY_VERSION)));
}

void TestOptions::whatIsRememberedComesBack()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(QStringLiteral("memory.ini"));
    {
        Memory memory(file);
        QCOMPARE(memory.theme(), Theme::Mode::System);
        memory.setTheme(Theme::Mode::Dark);
        memory.setLanguage(QStringLiteral("de"));
        memory.setRail(true);
        memory.setGeometry("abc");
    }
    const Memory memory(file);
    QCOMPARE(memory.theme(), Theme::Mode::Dark);
    QCOMPARE(memory.language(), QStringLiteral("de"));
    QVERIFY(memory.isRail());
    QCOMPARE(memory.geometry(), QByteArray("abc"));
}

void TestOptions::junkInTheSettingsIsIgnored()
{
    const QTemporaryDir directory;
    const QString file = directory.filePath(QStringLiteral("memory.ini"));
    {
        QSettings settings(file, QSettings::IniFormat);
        settings.setValue(QStringLiteral("window/theme"), QStringLiteral("pink"));
    }
    QCOMPARE(Memory(file).theme(), Theme::Mode::System);
}

void TestOptions::languageFallsBackToEnglish()
{
    QVERIFY(Language::available().contains(QStringLiteral("en")));
    QVERIFY(Language::available().contains(Language::best(QStringLiteral("xx"))));
    QCOMPARE(Language::best(QStringLiteral("en_GB")), QStringLiteral("en"));
}

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
