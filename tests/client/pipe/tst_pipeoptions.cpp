// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/pipe/pipeoptions.h"

#include <QTest>

using namespace relay;
using namespace relay::client::pipe;

namespace {

QString refusal(Direction direction, const QStringList &words)
{
    const auto read = readPipeOptions(direction, words, {});
    const auto *exit = std::get_if<config::Exit>(&read);
    return exit ? exit->text : QString();
}

} // namespace

class TestPipeOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNameIsATopicOfTheServer()
    {
        const QString server = QStringLiteral("ws://relay.example:9999/");
        QCOMPARE(urlOf(Direction::Send, QStringLiteral("demo"), server),
                 QStringLiteral("ws://relay.example:9999/in/demo"));
        QCOMPARE(urlOf(Direction::Watch, QStringLiteral("demo"), server),
                 QStringLiteral("ws://relay.example:9999/out/demo"));
        QCOMPARE(urlOf(Direction::Watch, QStringLiteral("/bi/x"), server),
                 QStringLiteral("ws://relay.example:9999/bi/x"));
        QCOMPARE(urlOf(Direction::Watch, QStringLiteral("wss://h/x"), server), QStringLiteral("wss://h/x"));
    }

    void whatIsAskedForWronglyIsSaid()
    {
        QVERIFY(refusal(Direction::Watch, {}).contains(QStringLiteral("TOPIC")));
        QVERIFY(refusal(Direction::Watch, { QStringLiteral("https://h/session/x") })
                    .contains(QStringLiteral("--token-file")));
        QVERIFY(refusal(Direction::Send, { QStringLiteral("ftp://h/x") }).contains(QStringLiteral("http")));
        QVERIFY(
            !refusal(Direction::Send, { QStringLiteral("x"), QStringLiteral("--as"), QStringLiteral("cake") }).isEmpty());
        QVERIFY(!refusal(Direction::Watch,
                         { QStringLiteral("x"), QStringLiteral("--ca-file"), QStringLiteral("/dev/null") })
                     .isEmpty());
    }

    void defaultsAreThoseOfLongLife()
    {
        const auto options = std::get<PipeOptions>(readPipeOptions(Direction::Send, { QStringLiteral("demo") }, {}));
        QVERIFY(options.session.reconnects);
        QVERIFY(options.form == Form::Auto);
        QCOMPARE(options.target.address.target, QByteArray("/in/demo"));
    }
};

QTEST_GUILESS_MAIN(TestPipeOptions)
#include "tst_pipeoptions.moc"
