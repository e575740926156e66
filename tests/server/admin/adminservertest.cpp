// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/adminserver.h"
#include "tests/server/admin/fakes.h"

#include <QFile>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QtTest>

#include <malloc.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace relay::admin;
using namespace relay::tests;

namespace {

//! A client that is nothing but a socket.
class Caller
{
public:
    explicit Caller(const QString &path) { socket.connectToServer(path); }

    QJsonObject nextLine()
    {
        if (!QTest::qWaitFor([&] { return socket.canReadLine() || socket.state() == QLocalSocket::UnconnectedState; },
                             5000))
            return {};
        return QJsonDocument::fromJson(socket.readLine()).object();
    }
    QJsonObject ask(const QByteArray &line)
    {
        socket.write(line + '\n');
        for (;;) {
            const QJsonObject answer = nextLine();
            if (answer.isEmpty() || answer.contains(QLatin1String("id")))
                return answer;
        }
    }
    void open() { (void)ask(R"({"id":1,"method":"session.open","params":{"protocol":"relay-admin/1"}})"); }

    QLocalSocket socket;
};

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kIsSanitized = true; // its allocator keeps freed memory for a while: how much is resident says nothing
#else
constexpr bool kIsSanitized = false;
#endif

qint64 residentBytes()
{
    ::malloc_trim(0);
    QFile file(QStringLiteral("/proc/self/statm"));
    (void)file.open(QIODevice::ReadOnly);
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

} // namespace

//! The socket itself; what is said over it is the session's test.
class AdminServerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void servesASession();
    void refusesASecondServer();
    void startsAfterACrash();
    void aReplacedSocketFileIsLeftAlone();
    void endsSessionsWithAWord();
    void tellsTheWorkersWhenSomebodyWatches();
    void halfClosedClientGetsItsAnswers();
    void slowSubscriberCostsABoundedAmount();
    void floodOfCallsWithoutReadingIsBounded();
    void limitsTheNumberOfSessions();

private:
    std::unique_ptr<AdminServer> makeServer()
    {
        auto server = std::make_unique<AdminServer>(m_bench->ledger, m_bench->control,
                                                    Setup { m_bench->info, &m_bench->access });
        return server;
    }
    QString path() const { return m_directory->filePath(QStringLiteral("admin.sock")); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Bench> m_bench;
};

void AdminServerTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_bench = std::make_unique<Bench>();
}

void AdminServerTest::servesASession()
{
    const auto server = makeServer();
    QCOMPARE(server->start(path()), std::nullopt);
    Caller caller(path());
    const QJsonObject hello = caller.nextLine().value(QLatin1String("params")).toObject();
    QCOMPARE(hello.value(QLatin1String("auth")).toObject().value(QLatin1String("role")).toString(),
             QStringLiteral("admin"));
    QCOMPARE(hello.value(QLatin1String("auth")).toObject().value(QLatin1String("uid")).toInt(), int(::getuid()));
    caller.open();
    const QJsonObject info = caller.ask(R"({"id":2,"method":"server.info"})").value(QLatin1String("result")).toObject();
    QCOMPARE(info.value(QLatin1String("version")).toString(), QStringLiteral("1.2.3"));
    QCOMPARE(info.value(QLatin1String("sessions")).toInt(), 1);
    const QJsonObject events
        = caller.ask(R"({"id":3,"method":"events.list"})").value(QLatin1String("result")).toObject();
    QCOMPARE(events.value(QLatin1String("rows")).toArray().first().toArray().last().toObject(),
             (QJsonObject { { QStringLiteral("name"), m_bench->info.name },
                            { QStringLiteral("version"), QStringLiteral("1.2.3") },
                            { QStringLiteral("pid"), qint64(m_bench->info.pid) } }));
    caller.socket.disconnectFromServer();
    QTRY_COMPARE(server->sessionCount(), 0);
}

void AdminServerTest::refusesASecondServer()
{
    const auto first = makeServer();
    QCOMPARE(first->start(path()), std::nullopt);
    {
        const auto second = makeServer();
        const auto problem = second->start(path());
        QVERIFY(problem);
        QVERIFY(problem->contains(QStringLiteral("another relayd (pid %1)").arg(::getpid())));
    }
    Caller caller(path()); // the first is untouched by the second's end
    QVERIFY(!caller.nextLine().isEmpty());
}

void AdminServerTest::startsAfterACrash()
{
    {
        QLocalServer crashed;
        QVERIFY(crashed.listen(path()));
        QVERIFY(::rename(QFile::encodeName(path()).constData(), QFile::encodeName(path() + QLatin1Char('x')).constData())
                == 0);
    }
    QVERIFY(::rename(QFile::encodeName(path() + QLatin1Char('x')).constData(), QFile::encodeName(path()).constData())
            == 0);
    QVERIFY(QFile::exists(path()));
    const auto server = makeServer();
    QCOMPARE(server->start(path()), std::nullopt);
    Caller caller(path());
    QVERIFY(!caller.nextLine().isEmpty());
}

void AdminServerTest::aReplacedSocketFileIsLeftAlone()
{
    auto server = makeServer();
    QCOMPARE(server->start(path()), std::nullopt);
    QVERIFY(QFile::remove(path()));
    QLocalServer other;
    QVERIFY(other.listen(path()));
    server.reset();
    QVERIFY(QFile::exists(path()));
}

void AdminServerTest::endsSessionsWithAWord()
{
    const auto server = makeServer();
    QCOMPARE(server->start(path()), std::nullopt);
    Caller caller(path());
    caller.open();
    server->stop(QStringLiteral("maintenance"));
    QVERIFY(!QFile::exists(path()));
    const QJsonObject last = caller.nextLine();
    QCOMPARE(last.value(QLatin1String("method")).toString(), QStringLiteral("goingDown"));
    QTRY_COMPARE(caller.socket.state(), QLocalSocket::UnconnectedState);
    server->stop();
}

void AdminServerTest::tellsTheWorkersWhenSomebodyWatches()
{
    const auto server = makeServer();
    QCOMPARE(server->start(path()), std::nullopt);
    Caller caller(path());
    caller.open();
    QVERIFY(m_bench->control.watched.empty());
    (void)caller.ask(R"({"id":2,"method":"subscribe","params":{"sub":"a","stream":"totals"}})");
    QTRY_COMPARE(m_bench->control.watched, std::vector<bool> { true });
    caller.socket.abort();
    QTRY_COMPARE(m_bench->control.watched, (std::vector<bool> { true, false }));
}

// As `printf ... | socat - UNIX-CONNECT:...` does: the writing side ends before the answers have been read.
void AdminServerTest::halfClosedClientGetsItsAnswers()
{
    const auto server = makeServer();
    QCOMPARE(server->start(path()), std::nullopt);
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address {};
    address.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(path());
    std::memcpy(address.sun_path, name.constData(), std::size_t(name.size()));
    QVERIFY(::connect(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0);
    const QByteArray calls = "{\"id\":1,\"method\":\"session.open\",\"params\":{\"protocol\":\"relay-admin/1\"}}\n"
                             "{\"id\":2,\"method\":\"server.info\"}\n";
    QCOMPARE(::write(descriptor, calls.constData(), std::size_t(calls.size())), calls.size());
    ::shutdown(descriptor, SHUT_WR);
    QByteArray got;
    const bool hasEnded = QTest::qWaitFor(
        [&] {
            char bytes[4096];
            const ssize_t count = ::recv(descriptor, bytes, sizeof bytes, MSG_DONTWAIT);
            if (count > 0)
                got.append(bytes, count);
            return count == 0;
        },
        5000);
    ::close(descriptor);
    QVERIFY(hasEnded);
    QVERIFY2(got.contains("\"id\":2"), got.constData());
}

void AdminServerTest::slowSubscriberCostsABoundedAmount()
{
    for (int id = 1; id <= 5000; ++id)
        m_bench->ledger.apply(opened(factsOf(id, "/topic")));
    const auto server = makeServer();
    QCOMPARE(server->start(path()), std::nullopt);
    Caller caller(path());
    caller.open();
    caller.socket.setReadBufferSize(1); // and never read again
    caller.socket.write(R"({"id":2,"method":"subscribe","params":{"sub":"f","stream":"connections","intervalMs":250}})"
                        "\n");
    caller.socket.write(
        R"({"id":3,"method":"subscribe","params":{"sub":"s","stream":"connections.stats","intervalMs":250}})"
        "\n");
    QTest::qWait(600);
    const qint64 before = residentBytes();
    for (int round = 1; round <= 12; ++round) {
        m_bench->now.steady += 250;
        for (int id = 1; id <= 5000; ++id)
            m_bench->ledger.apply(counted(countersOf(id, round, round * 1000)));
        QTest::qWait(250);
    }
    const qint64 grown = residentBytes() - before;
    QVERIFY2(kIsSanitized || grown < 2 * 1024 * 1024, QByteArray::number(grown).constData());
    QCOMPARE(server->sessionCount(), 1);
}

void AdminServerTest::floodOfCallsWithoutReadingIsBounded()
{
    for (int id = 1; id <= 300; ++id)
        m_bench->ledger.apply(opened(factsOf(id, "/topic")));
    const auto server = makeServer();
    QCOMPARE(server->start(path()), std::nullopt);
    Caller caller(path());
    caller.open();
    caller.socket.setReadBufferSize(1);
    const qint64 before = residentBytes();
    const QByteArray calls = QByteArray("{\"id\":1,\"method\":\"connections.list\"}\n").repeated(200);
    for (int i = 0; i < 50; ++i) {
        if (caller.socket.bytesToWrite() < 1024 * 1024)
            caller.socket.write(calls);
        QTest::qWait(5);
    }
    // 10,000 calls of 30 KB each would be 300 MB; ours here is what the caller itself has queued, and our bound.
    const qint64 grown = residentBytes() - before;
    QVERIFY2(kIsSanitized || grown < 4 * 1024 * 1024, QByteArray::number(grown).constData());
}

void AdminServerTest::limitsTheNumberOfSessions()
{
    const auto server = makeServer();
    QCOMPARE(server->start(path()), std::nullopt);
    std::vector<std::unique_ptr<Caller>> callers;
    for (int i = 0; i < 70; ++i) {
        callers.push_back(std::make_unique<Caller>(path()));
        QTest::qWait(1);
    }
    QTRY_COMPARE(server->sessionCount(), 64);
    callers.clear();
    QTRY_COMPARE(server->sessionCount(), 0);
}

QTEST_GUILESS_MAIN(AdminServerTest)
#include "adminservertest.moc"
