// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed/commandline.h"
#include "client/retry/backoff.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTimer>

namespace relay::client::feed {

struct CommandStatus
{
    enum class State { Stopped, Running, Waiting, Stopping };
    State state = State::Stopped;
    QString text = {};                    //!< for people: how it ended last; empty: it never has
    std::chrono::milliseconds wait { 0 }; //!< before it is started again
    qint64 pid = 0;                       //!< 0: does not run
    quint64 restarts = 0;
};

/*!
 * A command that runs as long as this object wants it: started again after 1 to 30 s whenever it ends, ended by SIGTERM,
 * and 3 s later by SIGKILL, together with what it has started and left in its process group. It dies with this program,
 * also when that is killed. No shell. One thread, which has to live as long as the program.
 */
class Supervisor : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kPatience { 3000 };

    explicit Supervisor(CommandLine line, QObject *parent = nullptr);
    ~Supervisor() override; //!< kills what still runs

    void start();
    void stop(); //!< stopped() follows, at once when nothing runs
    [[nodiscard]] const CommandStatus &status() const { return m_status; }
    [[nodiscard]] QString program() const { return m_line.program; }

Q_SIGNALS:
    void statusChanged();
    //! It ended by itself, or could not be started; with the last lines of what it wrote to standard error.
    void ended(const QString &text, const QStringList &lastLines);
    void stopped();

private:
    void launch();
    void finished(const QString &how);
    void again(const QString &how);
    void takeErrors();
    void keepErrorLine();
    void signalAll(int signal);
    void set(CommandStatus::State state);

    CommandLine m_line;
    QProcess m_process;
    CommandStatus m_status;
    Backoff m_backoff;
    QTimer m_retry;
    QTimer m_patience;
    QElapsedTimer m_since;
    qint64 m_group = 0; // of processes; 0: none was begun
    QByteArray m_errorLine;
    QStringList m_errorLines;
};

} // namespace relay::client::feed
