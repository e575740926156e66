// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/feed/supervisor.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

#include <sys/wait.h>

using namespace relay::client::feed;
using namespace std::chrono_literals;
using State = CommandStatus::State;

class TestSupervisor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_supervisor.reset(); }

    void aCommandThatEndsIsStartedAgainAndNotAtOnce()
    {
        begin("echo one >&2; printf 'two\\rthree' >&2; exit 3");
        QSignalSpy ended(m_supervisor.get(), &Supervisor::ended);
        QElapsedTimer clock;
        clock.start();
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(ended[0][0].toString(), QStringLiteral("ended with 3"));
        const QStringList lines { QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three") };
        QCOMPARE(ended[0][1].toStringList(), lines);
        QCOMPARE(status().state, State::Waiting);
        QVERIFY(status().wait >= 1s && status().wait <= 2s);
        QCOMPARE(status().pid, 0);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, 20000);
        QVERIFY(std::chrono::milliseconds(clock.elapsed()) >= 950ms);
        QCOMPARE(status().restarts, 1U);
        QCOMPARE(ended[1][1].toStringList(), lines); // of its own life only
    }

    void aCommandThatIsKilledIsStartedAgain()
    {
        begin("exec sleep 1000");
        QTRY_VERIFY(status().pid > 0);
        const auto first = pid_t(status().pid);
        ::kill(first, SIGKILL);
        QTRY_COMPARE(status().state, State::Waiting);
        QCOMPARE(status().text, QStringLiteral("was ended by signal 9"));
        QCOMPARE(::waitpid(first, nullptr, WNOHANG), -1); // no zombie of ours
        QTRY_VERIFY_WITH_TIMEOUT(status().pid > 0 && status().pid != first, 20000);
        QCOMPARE(status().state, State::Running);
    }

    void aProgramThatIsNotThereIsSaidAndWaitedFor()
    {
        m_supervisor = std::make_unique<Supervisor>(CommandLine { m_directory->filePath(QStringLiteral("none")), {} });
        QSignalSpy ended(m_supervisor.get(), &Supervisor::ended);
        m_supervisor->start();
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(ended[0][0].toString().startsWith(QStringLiteral("cannot be started: ")));
        QCOMPARE(status().state, State::Waiting);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, 20000);
        QCOMPARE(status().restarts, 1U);
        stop(1s);
    }

    void stoppingIsAskedForFirst()
    {
        const QString mark = m_directory->filePath(QStringLiteral("mark"));
        begin(QStringLiteral("trap 'echo bye >%1; exit' TERM; echo ready >%1; while :; do sleep 0.05; done").arg(mark));
        QTRY_COMPARE(contents(mark), QByteArray("ready\n"));
        stop(2500ms);
        QCOMPARE(contents(mark), QByteArray("bye\n"));
        QCOMPARE(status().restarts, 0U);
    }

    void whoeverDoesNotEndIsKilled()
    {
        const QString mark = m_directory->filePath(QStringLiteral("mark"));
        begin(QStringLiteral("trap '' TERM; echo ready >%1; while :; do sleep 0.05; done").arg(mark));
        QTRY_COMPARE(contents(mark), QByteArray("ready\n"));
        QElapsedTimer clock;
        clock.start();
        stop(20s);
        QVERIFY(std::chrono::milliseconds(clock.elapsed()) >= Supervisor::kPatience - 200ms);
    }

    void aBlockedSignalOfOursReachesIt()
    {
        sigset_t signals;
        sigset_t before;
        sigemptyset(&signals);
        sigaddset(&signals, SIGTERM);
        sigprocmask(SIG_BLOCK, &signals, &before);
        begin("exec sleep 1000");
        sigprocmask(SIG_SETMASK, &before, nullptr);
        QTRY_VERIFY(status().pid > 0);
        stop(2500ms);
    }

    void whatItLeavesBehindIsEndedToo()
    {
        const QString mark = m_directory->filePath(QStringLiteral("mark"));
        begin(QStringLiteral("sleep 1000 & echo $! >%1; exit 1").arg(mark));
        QTRY_COMPARE(status().state, State::Waiting);
        const int left = contents(mark).trimmed().toInt();
        QVERIFY(left > 0);
        QTRY_VERIFY(isGone(left));
    }

    void linesOfErrorsAreBounded()
    {
        begin("i=0; while [ $i -lt 1000 ]; do echo $i >&2; i=$((i+1)); done; head -c 100000 /dev/zero | tr '\\0' x >&2;"
              "printf '\\033[2Jred\\n' >&2; exit 1");
        QSignalSpy ended(m_supervisor.get(), &Supervisor::ended);
        QTRY_COMPARE(ended.size(), 1);
        const QStringList lines = ended[0][1].toStringList();
        QCOMPARE(lines.size(), 10);
        QCOMPARE(lines.first(), QStringLiteral("991"));
        QVERIFY(lines.last().size() <= 300);
        QVERIFY(!lines.join(u' ').contains(QChar(0x1b)));
    }

private:
    void begin(const QString &script)
    {
        m_supervisor
            = std::make_unique<Supervisor>(CommandLine { QStringLiteral("/bin/sh"), { QStringLiteral("-c"), script } });
        m_supervisor->start();
    }
    void begin(const char *script) { begin(QString::fromLatin1(script)); }

    void stop(std::chrono::milliseconds within)
    {
        QSignalSpy stopped(m_supervisor.get(), &Supervisor::stopped);
        const auto pid = int(status().pid);
        m_supervisor->stop();
        QTRY_COMPARE_WITH_TIMEOUT(stopped.size(), 1, int(within.count()));
        QCOMPARE(status().state, State::Stopped);
        QVERIFY(pid == 0 || isGone(pid));
    }

    [[nodiscard]] static bool isGone(int pid)
    {
        // A zombie of a parent that is gone is as good: init has to fetch it.
        const QByteArray stat = contents(QStringLiteral("/proc/%1/stat").arg(pid));
        return stat.isEmpty() || stat.mid(stat.lastIndexOf(')') + 2, 1) == "Z";
    }

    [[nodiscard]] static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    [[nodiscard]] const CommandStatus &status() const { return m_supervisor->status(); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Supervisor> m_supervisor;
};

QTEST_GUILESS_MAIN(TestSupervisor)
#include "tst_supervisor.moc"
