// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/relaydprocess.h"

#include <QDeadlineTimer>
#include <QRegularExpression>

#include <csignal>

namespace relay::support {

// Short, since a socket path has at most 107 bytes.
RelaydProcess::RelaydProcess(const QStringList &moreArguments)
    : m_directory(QStringLiteral("/tmp/rlXXXXXX"))
    , m_moreArguments(moreArguments)
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
}

RelaydProcess::~RelaydProcess()
{
    stop();
}

QString RelaydProcess::adminSocket() const
{
    return m_directory.filePath(QStringLiteral("admin.sock"));
}

bool RelaydProcess::start(std::chrono::milliseconds limit)
{
    const QString program = qEnvironmentVariable("RELAYD");
    if (program.isEmpty()) {
        m_log = QStringLiteral("RELAYD does not say where relayd is; run this by ctest");
        return false;
    }
    m_port = 0;
    m_log.clear();
    const QStringList fixed { QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                              QStringLiteral("--admin-socket"), adminSocket() };
    m_process.start(program, fixed + m_moreArguments);
    const QDeadlineTimer deadline(limit);
    while (m_port == 0 && !deadline.hasExpired()) {
        if (m_process.state() == QProcess::NotRunning) {
            takeOutput();
            m_log += QStringLiteral("\nrelayd ended before it listened: ") + m_process.errorString();
            return false;
        }
        m_process.waitForReadyRead(50);
        takeOutput();
    }
    return m_port != 0;
}

void RelaydProcess::takeOutput()
{
    m_log += QString::fromUtf8(m_process.readAll());
    static const QRegularExpression ready(QStringLiteral("listening on ws://127\\.0\\.0\\.1:(\\d+)\\s"));
    if (const QRegularExpressionMatch found = ready.match(m_log); found.hasMatch())
        m_port = found.captured(1).toUShort();
}

int RelaydProcess::stop(std::chrono::milliseconds limit)
{
    if (m_process.state() == QProcess::NotRunning)
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    sendSignal(SIGCONT); // a test may have stopped it
    m_process.terminate();
    if (!m_process.waitForFinished(int(limit.count()))) {
        m_process.kill();
        m_process.waitForFinished();
        takeOutput();
        return -1;
    }
    takeOutput();
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void RelaydProcess::sendSignal(int number) const
{
    if (m_process.state() == QProcess::Running)
        ::kill(pid_t(m_process.processId()), number);
}

} // namespace relay::support
