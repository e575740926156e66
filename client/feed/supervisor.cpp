// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/feed/supervisor.h"

#include "common/format/escape.h"

#include <QRandomGenerator>

#include <csignal>
#include <utility>

#include <sys/prctl.h>
#include <unistd.h>

namespace relay::client::feed {

namespace {

using namespace std::chrono_literals;
using State = CommandStatus::State;

constexpr auto kLongestWait = 30s;
constexpr auto kGoodLife = 30s;
constexpr qsizetype kKeptLines = 10;
constexpr qsizetype kKeptOfLine = 300; // bytes

//! In the child, before it is another program: only what a signal handler may do, too.
void prepare(pid_t parent)
{
    ::setpgid(0, 0);
    // A blocked signal stays so across exec: it would never hear SIGTERM.
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent)
        ::_exit(1); // the parent died before it could be told so
}

QString howItEnded(const QProcess &process)
{
    return process.exitStatus() == QProcess::CrashExit
        ? QStringLiteral("was ended by signal %1").arg(process.exitCode())
        : QStringLiteral("ended with %1").arg(process.exitCode());
}

} // namespace

Supervisor::Supervisor(CommandLine line, QObject *parent)
    : QObject(parent)
    , m_line(std::move(line))
    , m_backoff(kLongestWait)
{
    m_retry.setSingleShot(true);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatience);
    m_process.setProgram(m_line.program);
    m_process.setArguments(m_line.arguments);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setChildProcessModifier([parent = ::getpid()] { prepare(parent); });
    connect(&m_retry, &QTimer::timeout, this, &Supervisor::launch);
    connect(&m_patience, &QTimer::timeout, this, [this] { signalAll(SIGKILL); });
    connect(&m_process, &QProcess::readyReadStandardError, this, &Supervisor::takeErrors);
    connect(&m_process, &QProcess::finished, this, [this] { finished(howItEnded(m_process)); });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finished(QStringLiteral("cannot be started: ") + m_process.errorString());
    });
}

Supervisor::~Supervisor()
{
    m_process.disconnect(this);
    signalAll(SIGKILL);
    m_process.waitForFinished();
}

void Supervisor::start()
{
    if (m_status.state == State::Stopped)
        launch();
}

void Supervisor::stop()
{
    m_retry.stop();
    if (m_process.state() == QProcess::NotRunning) {
        set(State::Stopped);
        Q_EMIT stopped();
        return;
    }
    if (m_status.state == State::Stopping)
        return;
    set(State::Stopping);
    m_patience.start();
    signalAll(SIGTERM);
}

void Supervisor::launch()
{
    m_errorLine.clear();
    m_errorLines.clear();
    if (!m_status.text.isEmpty())
        ++m_status.restarts;
    m_since.start();
    set(State::Running);
    m_process.start();
    m_group = m_status.pid = m_process.processId();
    if (m_group > 0)
        ::setpgid(pid_t(m_group), pid_t(m_group)); // it does so too, and whoever is first may signal it
}

void Supervisor::finished(const QString &how)
{
    takeErrors();
    signalAll(SIGKILL); // what it left behind may hold a camera that the next one needs
    m_group = m_status.pid = 0;
    m_patience.stop();
    if (m_status.state == State::Stopping) {
        set(State::Stopped);
        Q_EMIT stopped();
        return;
    }
    if (std::chrono::milliseconds(m_since.elapsed()) >= kGoodLife)
        m_backoff.reset();
    again(how);
}

void Supervisor::again(const QString &how)
{
    m_status.text = how;
    m_status.wait = m_backoff.next(QRandomGenerator::global()->generateDouble());
    m_retry.start(m_status.wait);
    if (!m_errorLine.isEmpty())
        keepErrorLine();
    set(State::Waiting);
    Q_EMIT ended(how, m_errorLines);
}

void Supervisor::takeErrors()
{
    const QByteArray bytes = m_process.readAllStandardError();
    for (const char c : bytes) {
        if (c != '\n' && c != '\r') { // figures that overwrite one another end with the latter
            if (m_errorLine.size() < kKeptOfLine)
                m_errorLine.append(c);
            continue;
        }
        if (!m_errorLine.isEmpty())
            keepErrorLine();
    }
}

void Supervisor::keepErrorLine()
{
    m_errorLines.append(format::escaped(QString::fromUtf8(std::exchange(m_errorLine, {}))));
    if (m_errorLines.size() > kKeptLines)
        m_errorLines.removeFirst();
}

void Supervisor::signalAll(int signal)
{
    if (m_group > 0)
        ::kill(-pid_t(m_group), signal);
}

void Supervisor::set(State state)
{
    m_status.state = state;
    if (state != State::Waiting)
        m_status.wait = 0ms;
    Q_EMIT statusChanged();
}

} // namespace relay::client::feed
