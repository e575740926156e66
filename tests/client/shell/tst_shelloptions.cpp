// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/shell/endings.h"
#include "client/shell/shelloptions.h"

#include <QTest>

using namespace relay::client::shell;
using namespace std::chrono_literals;
namespace session = relay::client::session;

namespace {

const QString kAccess = QStringLiteral("https://relay.example.org/access/api/v1/connect/pi7");

QProcessEnvironment environment(const QHash<QString, QString> &variables)
{
    QProcessEnvironment made;
    for (auto variable = variables.begin(); variable != variables.end(); ++variable)
        made.insert(variable.key(), variable.value());
    return made;
}

ShellOptions read(Side side, const QStringList &words, const QHash<QString, QString> &variables)
{
    auto options = readShellOptions(side, words, environment(variables));
    if (const auto *exit = std::get_if<relay::config::Exit>(&options))
        qFatal("%s", qPrintable(exit->text));
    return std::get<ShellOptions>(std::move(options));
}

QString refusal(Side side, const QStringList &words)
{
    const auto options = readShellOptions(side, words,
                                          environment({ { u"RELAY_SHELL_HOST_TOKEN"_qs, u"a.b.c"_qs },
                                                        { u"RELAY_SHELL_CLIENT_TOKEN"_qs, u"a.b.c"_qs } }));
    const auto *exit = std::get_if<relay::config::Exit>(&options);
    return exit && exit->code == 2 ? exit->text : QString();
}

session::Status ended(int code, bool isRefusal = false)
{
    return { .state = session::Status::State::Ended, .text = u"why"_qs, .isRefusal = isRefusal, .code = code };
}

} // namespace

class TestShellOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void placesAreReadAndWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected"); // empty: it is none
        QTest::newRow("port") << u"22"_qs << u"usual:22"_qs;
        QTest::newRow("name") << u"pi.local:2222"_qs << u"pi.local:2222"_qs;
        QTest::newRow("IPv6") << u"[::1]:22"_qs << u"[::1]:22"_qs;
        QTest::newRow("IPv6 without brackets") << u"::1:22"_qs << QString();
        QTest::newRow("brackets around a name") << u"[pi]:22"_qs << QString();
        QTest::newRow("no host") << u":22"_qs << QString();
        QTest::newRow("no port") << u"pi:"_qs << QString();
        QTest::newRow("port 0") << u"pi:0"_qs << QString();
        QTest::newRow("a port too high") << u"pi:65536"_qs << QString();
        QTest::newRow("an address of the web") << u"http://pi:80"_qs << QString();
        QTest::newRow("nothing") << QString() << QString();
    }

    void placesAreReadAndWritten()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto place = parsePlace(text, u"usual"_qs);
        QCOMPARE(place ? textOf(*place) : QString(), expected);
    }

    void aHostServesOneTargetWithoutANameAndOthersWith()
    {
        const auto options = read(
            Side::Host, { u"--to"_qs, u"localhost:22"_qs, u"--to"_qs, u"db=10.0.0.5:5432"_qs, u"--access"_qs, kAccess },
            { { u"RELAY_SHELL_HOST_TOKEN"_qs, u"a.b.c"_qs } });
        QCOMPARE(options.places, (Places { { {}, { u"localhost"_qs, 22 } }, { u"db"_qs, { u"10.0.0.5"_qs, 5432 } } }));
        QCOMPARE(options.relay.access.toString(), kAccess);
        QCOMPARE(options.resumeFor, 60s);
    }

    void theVariablesOfBeforeCount()
    {
        const auto host = read(Side::Host, {},
                               { { u"JUMP_HOST_LOCAL_PORT"_qs, u"2200"_qs },
                                 { u"JUMP_HOST_ACCESS"_qs, kAccess },
                                 { u"JUMP_HOST_TOKEN"_qs, u"a.b.c"_qs },
                                 { u"JUMP_HOST_DEVELOPMENT"_qs, u"true"_qs } });
        QCOMPARE(host.places.value({}), (Place { u"localhost"_qs, 2200 }));
        QCOMPARE(host.relay.token, QByteArray("a.b.c"));
        QCOMPARE(host.warnings.size(), 1);
        const auto client = read(Side::Client, {},
                                 { { u"JUMP_CLIENT_LOCAL_PORT"_qs, u"8082"_qs },
                                   { u"JUMP_CLIENT_RELAY_SESSION"_qs, kAccess },
                                   { u"JUMP_CLIENT_TOKEN"_qs, u"a.b.c"_qs },
                                   { u"JUMP_CLIENT_LOG_LEVEL"_qs, u"error"_qs } });
        QCOMPARE(client.listen, (Place { u"127.0.0.1"_qs, 8082 })); // those of before listen for everybody
        QVERIFY(client.isQuiet);
    }

    void whatCannotBeIsRefusedWithASentence_data()
    {
        QTest::addColumn<bool>("isHost");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("part");
        const QStringList access { u"--access"_qs, kAccess };
        QTest::newRow("no access point") << true << QStringList {} << u"--access"_qs;
        QTest::newRow("a websocket") << true << QStringList { u"--access"_qs, u"wss://r/x"_qs } << u"access point"_qs;
        QTest::newRow("two without a name")
            << true << access + QStringList { u"--to"_qs, u"22"_qs, u"--to"_qs, u"23"_qs } << u"without a name"_qs;
        QTest::newRow("two of a name") << true
                                       << access + QStringList { u"--to"_qs, u"a=22"_qs, u"--to"_qs, u"a=23"_qs }
                                       << u"of the name a"_qs;
        QTest::newRow("no place") << true << access + QStringList { u"--to"_qs, u"db="_qs } << u"HOST:PORT"_qs;
        QTest::newRow("no name") << true << access + QStringList { u"--to"_qs, u"a b=22"_qs } << u"HOST:PORT"_qs;
        QTest::newRow("two ways") << false << access + QStringList { u"--stdio"_qs, u"--listen"_qs, u"1"_qs }
                                  << u"two ways"_qs;
        QTest::newRow("a target with a colon")
            << false << access + QStringList { u"--target"_qs, u"h:22"_qs } << u"letters"_qs;
    }

    void whatCannotBeIsRefusedWithASentence()
    {
        QFETCH(bool, isHost);
        QFETCH(QStringList, words);
        QFETCH(QString, part);
        const QString said = refusal(isHost ? Side::Host : Side::Client, words);
        QVERIFY2(said.contains(part), qPrintable(said));
    }

    void whatIsFinalIsNotTriedAgain()
    {
        for (const int code : { 4000, 4401, 4403 })
            QVERIFY(verdictOn(ended(code)) == Verdict::Final);
        for (const int code : { 0, 1000, 1001, 1006, 1011, 4408 })
            QVERIFY(verdictOn(ended(code)) == Verdict::Lost);
        QVERIFY(verdictOn(ended(0, true)) == Verdict::Final);
        QCOMPARE(tell(ended(0)), u"why"_qs);
        QVERIFY(tell(ended(4401)).contains(u"token"_qs));
    }

    void tryingAgainBeginsSoonAndIsNeverFrantic()
    {
        QCOMPARE(resumeDelay(0, 0), 50ms);
        QCOMPARE(resumeDelay(0, 1), 100ms);
        for (int tries = 1; tries < 100; ++tries)
            QVERIFY(resumeDelay(tries, 0.5) >= resumeDelay(tries - 1, 0.5) && resumeDelay(tries, 1) <= 2s);
        QCOMPARE(resumeDelay(99, 1), 2000ms);
    }
};

QTEST_GUILESS_MAIN(TestShellOptions)
#include "tst_shelloptions.moc"
