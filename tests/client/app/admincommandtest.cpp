// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/program.h"
#include "tests/client/support/fakeadminserver.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QtTest>

#include <unistd.h>

using relay::client::Connection;
using relay::tests::FakeAdminServer;
using relay::tests::FakeAdminThread;

namespace {

//! What a command left behind.
struct Outcome
{
    int code = -1;
    QString out;
    QString error;
};

//! Sends a file descriptor into a file for as long as it lives.
class Redirection
{
public:
    Redirection(int descriptor, const QString &path)
        : m_descriptor(descriptor)
        , m_saved(::dup(descriptor))
        , m_file(path)
    {
        (void)m_file.open(QIODevice::ReadWrite | QIODevice::Truncate);
        ::dup2(m_file.handle(), descriptor);
    }
    QString end()
    {
        std::fflush(nullptr);
        ::dup2(m_saved, m_descriptor);
        ::close(m_saved);
        m_file.seek(0);
        return QString::fromUtf8(m_file.readAll());
    }

private:
    int m_descriptor;
    int m_saved;
    QFile m_file;
};

Outcome run(const QStringList &words)
{
    const QTemporaryDir directory;
    Redirection out(STDOUT_FILENO, directory.filePath(QStringLiteral("out")));
    Redirection error(STDERR_FILENO, directory.filePath(QStringLiteral("err")));
    Outcome outcome;
    outcome.code = relay::client::runProgram(QStringList { QStringLiteral("relay") } + words);
    outcome.out = out.end();
    outcome.error = error.end();
    return outcome;
}

Connection connectionOn(quint64 id, const QString &topic)
{
    Connection connection;
    connection.id = id;
    connection.topic = topic;
    connection.role = QStringLiteral("both");
    connection.transport = QStringLiteral("ws");
    return connection;
}

} // namespace

class AdminCommandTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void wrongUsageEndsWith2_data();
    void wrongUsageEndsWith2();
    void helpNamesWhatExists();
    void missingSocketSaysWhereItLooked();
    void missingSocketByNameIsNamed();
    void jsonIsAnArrayOfObjects();
    void tableForPeople();
    void kickEndsExactlyThese();
    void kickOfSomebodyGoneFails();
    void kickByBookingEndsItsConnections();
    void denyTellsTheServerAndThePerson();
    void denyInOpenModeFails();
    void allowTakesItBack();
    void refusalOfTheServerIsShown();
    void watchPrintsALineAnUpdate();

private:
    Outcome admin(const QStringList &words)
    {
        return run(QStringList { QStringLiteral("admin"), QStringLiteral("--socket"), m_path } + words);
    }
    std::unique_ptr<FakeAdminThread> m_server;
    QString m_path;
};

void AdminCommandTest::init()
{
    m_server = std::make_unique<FakeAdminThread>();
    m_server->run([this](FakeAdminServer &server) {
        server.limitIntervals(std::chrono::milliseconds(50));
        server.listen();
        server.world().set(connectionOn(3, QStringLiteral("/out/demo")));
        server.world().set(connectionOn(4, QStringLiteral("/bi/x")));
        m_path = server.path();
    });
}

void AdminCommandTest::cleanup()
{
    m_server.reset();
}

void AdminCommandTest::wrongUsageEndsWith2_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *words, const char *says) {
        QTest::newRow(words) << QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts)
                             << QString::fromLatin1(says);
    };
    row("", "admin, send, watch, host, file, monitor, client, shell, token, version");
    row("guest",
        "no command 'guest'. There are: admin, send, watch, host, file, monitor, client, shell, token, version.");
    row("guest --x", "no command 'guest'");
    row("monitor --x", "there is no option -x");
    row("completion", "for bash only");
    row("admin", "which action");
    row("admin explode", "no action 'explode'");
    row("admin connections extra", "one word too many");
    row("admin connections --colour", "colour");
    row("admin kick", "kick whom");
    row("admin kick seven", "'seven' is no connection id");
    row("admin kick 0", "'0' is no connection id");
    row("admin kick 3 --booking b", "only one of them");
    row("admin kick --booking=", "--booking needs");
    row("admin deny", "deny which booking");
    row("admin deny b c", "deny which booking");
    row("admin allow", "allow which booking");
    row("admin denied b", "one word too many");
    row("admin deny b --until tomorrow", "--until 'tomorrow' is no time");
    row("admin deny b --until 2020-01-01T00:00Z", "is over");
    row("admin watch --count x", "--count");
    row("version now", "takes no arguments");
}

void AdminCommandTest::wrongUsageEndsWith2()
{
    QFETCH(QStringList, words);
    QFETCH(QString, says);
    const Outcome outcome = run(words);
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.error.contains(says), qPrintable(outcome.error));
    QVERIFY(outcome.out.isEmpty());
}

void AdminCommandTest::helpNamesWhatExists()
{
    QVERIFY(run({ QStringLiteral("--help") }).out.contains(QLatin1String("admin")));
    const Outcome help = run({ QStringLiteral("admin"), QStringLiteral("--help") });
    QCOMPARE(help.code, 0);
    for (const char *word : { "connections", "topics", "kick", "watch", "info", "deny BOOKING", "allow ", "denied",
                              "--socket", "--json", "--reason", "--booking", "--until" })
        QVERIFY2(help.out.contains(QString::fromLatin1(word)), word);
    QCOMPARE(run({ QStringLiteral("version") }).out, QStringLiteral("relay " RELAY_VERSION "\n"));
}

void AdminCommandTest::missingSocketSaysWhereItLooked()
{
    const QTemporaryDir empty;
    qunsetenv("RELAY_ADMIN_SOCKET");
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(empty.path()));
    const Outcome outcome = run({ QStringLiteral("admin"), QStringLiteral("connections") });
    if (outcome.code == 0)
        QSKIP("a relayd runs here as a service");
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.error.contains(empty.path()), qPrintable(outcome.error));
    QVERIFY2(outcome.error.contains(QLatin1String("/run/relay/admin.sock")), qPrintable(outcome.error));
}

void AdminCommandTest::missingSocketByNameIsNamed()
{
    const QString path = m_path + QStringLiteral("-none");
    const Outcome outcome = run({ QStringLiteral("admin"), QStringLiteral("--socket"), path, QStringLiteral("info") });
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.error.contains(path), qPrintable(outcome.error));
}

void AdminCommandTest::jsonIsAnArrayOfObjects()
{
    const Outcome outcome = admin({ QStringLiteral("--json"), QStringLiteral("connections") });
    QCOMPARE(outcome.code, 0);
    const QJsonArray all = QJsonDocument::fromJson(outcome.out.toUtf8()).array();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.first().toObject().value(QLatin1String("id")).toInt(), 3);
    QCOMPARE(all.first().toObject().value(QLatin1String("topic")).toString(), QStringLiteral("/out/demo"));
}

void AdminCommandTest::tableForPeople()
{
    const Outcome outcome = admin({ QStringLiteral("topics") });
    QCOMPARE(outcome.code, 0);
    const QStringList lines = outcome.out.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.first().startsWith(QLatin1String("TOPIC")));
}

void AdminCommandTest::kickEndsExactlyThese()
{
    const Outcome outcome = admin(
        { QStringLiteral("kick"), QStringLiteral("3"), QStringLiteral("--reason"), QStringLiteral("time is up") });
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.out, QStringLiteral("kicked: 3\n"));
    m_server->run([](FakeAdminServer &server) {
        QCOMPARE(server.kicks().size(), 1);
        QCOMPARE(server.kicks().first().ids, QVector<quint64> { 3 });
        QCOMPARE(server.kicks().first().reason, QStringLiteral("time is up"));
    });
}

void AdminCommandTest::kickOfSomebodyGoneFails()
{
    const Outcome outcome
        = admin({ QStringLiteral("kick"), QStringLiteral("4"), QStringLiteral("99"), QStringLiteral("--json") });
    QCOMPARE(outcome.code, 1);
    QVERIFY(outcome.error.contains(QLatin1String("not there any more: 99")));
    const QJsonObject result = QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    QCOMPARE(result.value(QLatin1String("kicked")).toArray(), QJsonArray { 4 });
}

void AdminCommandTest::kickByBookingEndsItsConnections()
{
    m_server->run([](FakeAdminServer &server) {
        Connection booked = connectionOn(5, QStringLiteral("/session/lab"));
        booked.bookingId = QStringLiteral("b1");
        server.world().set(booked);
    });
    const Outcome outcome = admin({ QStringLiteral("kick"), QStringLiteral("--booking"), QStringLiteral("b1") });
    QCOMPARE(outcome.out, QStringLiteral("kicked: 5\n"));
    QCOMPARE(outcome.code, 0);
}

void AdminCommandTest::denyTellsTheServerAndThePerson()
{
    m_server->run([](FakeAdminServer &server) {
        server.setMode(QStringLiteral("secured"));
        Connection booked = connectionOn(5, QStringLiteral("/session/lab"));
        booked.bookingId = QStringLiteral("b1");
        server.world().set(booked);
    });
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const Outcome outcome = admin({ QStringLiteral("deny"), QStringLiteral("b1"), QStringLiteral("--until"),
                                    QStringLiteral("2h"), QStringLiteral("--reason"), QStringLiteral("jammed") });
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.startsWith(QLatin1String("denied: b1 until ")), qPrintable(outcome.out));
    QVERIFY2(outcome.out.endsWith(QLatin1String(", 1 connection cut\n")), qPrintable(outcome.out));
    m_server->run([before](FakeAdminServer &server) {
        const QJsonObject params = server.calls().last().params;
        QCOMPARE(params.value(QLatin1String("bookingId")).toString(), QStringLiteral("b1"));
        QCOMPARE(params.value(QLatin1String("reason")).toString(), QStringLiteral("jammed"));
        QVERIFY(!params.value(QLatin1String("requestKey")).toString().isEmpty());
        const qint64 until = params.value(QLatin1String("until")).toInteger();
        QVERIFY(until >= before + 7'200'000 && until < before + 7'260'000);
    });
    const Outcome list = admin({ QStringLiteral("--json"), QStringLiteral("denied") });
    const QJsonArray rows = QJsonDocument::fromJson(list.out.toUtf8()).array();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().toObject().value(QLatin1String("reason")).toString(), QStringLiteral("jammed"));
}

void AdminCommandTest::denyInOpenModeFails()
{
    const Outcome outcome = admin({ QStringLiteral("deny"), QStringLiteral("b1") });
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.error.contains(QLatin1String("open mode")), qPrintable(outcome.error));
}

void AdminCommandTest::allowTakesItBack()
{
    m_server->run([](FakeAdminServer &server) { server.setMode(QStringLiteral("secured")); });
    QCOMPARE(admin({ QStringLiteral("deny"), QStringLiteral("b1") }).code, 0);
    QCOMPARE(admin({ QStringLiteral("allow"), QStringLiteral("b1") }).out, QStringLiteral("allowed again: b1\n"));
    const Outcome again = admin({ QStringLiteral("allow"), QStringLiteral("b1") });
    QCOMPARE(again.code, 1);
    QVERIFY2(again.error.contains(QLatin1String("not denied")), qPrintable(again.error));
}

void AdminCommandTest::refusalOfTheServerIsShown()
{
    m_server->run([](FakeAdminServer &server) { server.setRefusal(QStringLiteral("User bob may not.")); });
    const Outcome outcome = admin({ QStringLiteral("info") });
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.error, QStringLiteral("relay: User bob may not.\n"));
}

void AdminCommandTest::watchPrintsALineAnUpdate()
{
    const Outcome outcome
        = admin({ QStringLiteral("watch"), QStringLiteral("--json"), QStringLiteral("--count"), QStringLiteral("2") });
    QCOMPARE(outcome.code, 0);
    const QStringList lines = outcome.out.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    for (const QString &line : lines)
        QCOMPARE(QJsonDocument::fromJson(line.toUtf8()).object().value(QLatin1String("connections")).toInt(), 2);
}

QTEST_GUILESS_MAIN(AdminCommandTest)
#include "admincommandtest.moc"
