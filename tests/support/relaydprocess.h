// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <chrono>

namespace relay::support {

/*!
 * A relayd for a C++ test: the program that $RELAYD names, in the foreground on a free port of loopback, with its
 * admin socket in a temporary directory. Ended with SIGTERM (then SIGKILL) when this object goes.
 *
 *     RelaydProcess relayd;
 *     QVERIFY2(relayd.start(), qPrintable(relayd.log()));
 */
class RelaydProcess
{
public:
    explicit RelaydProcess(const QStringList &moreArguments = {});
    ~RelaydProcess();
    Q_DISABLE_COPY_MOVE(RelaydProcess)

    //! Waits for the line that says it listens. False: log() says why. May be called again after stop().
    [[nodiscard]] bool start(std::chrono::milliseconds limit = std::chrono::seconds(10));
    //! SIGTERM, and the exit code; -1 when it had to be killed or crashed.
    int stop(std::chrono::milliseconds limit = std::chrono::seconds(6));
    //! Any signal, such as SIGSTOP and SIGCONT.
    void sendSignal(int number) const;

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString adminSocket() const;
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    [[nodiscard]] QString log() const { return m_log; }

private:
    void takeOutput();

    QTemporaryDir m_directory;
    QProcess m_process;
    QStringList m_moreArguments;
    QString m_log;
    quint16 m_port = 0;
};

} // namespace relay::support
