// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/monitor/alarmcommand.h"

#include <QProcess>

#include <csignal>

#include <unistd.h>

namespace relay::client::monitor {

namespace {

QString seconds(Time time)
{
    return QString::number(std::chrono::duration<double>(time).count(), 'g', 9);
}

// In the child, between fork and exec: only what is safe there.
void prepareChild()
{
    ::dup2(STDERR_FILENO, STDOUT_FILENO); // standard output is the monitor's own, perhaps JSON
    sigset_t none;
    sigemptyset(&none);
    ::pthread_sigmask(SIG_SETMASK, &none, nullptr); // the monitor takes its signals from a descriptor
}

} // namespace

QString wordFor(Alarm::Reason reason)
{
    switch (reason) {
    case Alarm::Reason::Late: return u"late"_qs;
    case Alarm::Reason::Missing: return u"missing"_qs;
    case Alarm::Reason::Unsent: return u"unsent"_qs;
    }
    return {};
}

QProcessEnvironment environmentFor(const Alarm &alarm, const MonitorOptions &options, QProcessEnvironment environment)
{
    environment.remove(u"RELAY_MONITOR_SECRET"_qs);
    environment.remove(u"RELAY_MONITOR_TOKEN"_qs);
    environment.insert(u"RELAY_MONITOR_REASON"_qs, wordFor(alarm.reason));
    environment.insert(u"RELAY_MONITOR_MISSES"_qs, QString::number(alarm.misses));
    environment.insert(u"RELAY_MONITOR_LATENCY"_qs, alarm.latency ? seconds(*alarm.latency) : QString());
    environment.insert(u"RELAY_MONITOR_THRESHOLD"_qs, seconds(options.threshold));
    environment.insert(u"RELAY_MONITOR_AUDIENCE"_qs, options.identity.audience);
    environment.insert(u"RELAY_MONITOR_TOPIC"_qs, options.identity.topic);
    environment.insert(u"RELAY_MONITOR_NODE"_qs, options.identity.node);
    return environment;
}

AlarmCommand::AlarmCommand(const MonitorOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
{
}

AlarmCommand::~AlarmCommand()
{
    if (m_process && m_process->state() != QProcess::NotRunning) {
        m_process->disconnect();
        // A QProcess that is deleted kills its child, which may be in the middle of a restart: this one never is, and
        // is kept where it is no leak.
        [[gnu::used]] static QProcess *s_running = nullptr;
        s_running = m_process.release();
    }
}

void AlarmCommand::run(const Alarm &alarm)
{
    if (m_process && m_process->state() != QProcess::NotRunning) {
        Q_EMIT ended(0, u"the command of the alarm before is still running"_qs);
        return;
    }
    m_process = std::make_unique<QProcess>();
    m_process->setProgram(m_options.command.constFirst());
    m_process->setArguments(m_options.command.mid(1));
    m_process->setProcessEnvironment(environmentFor(alarm, m_options, m_options.session.environment));
    m_process->setProcessChannelMode(QProcess::ForwardedChannels);
    m_process->setStandardInputFile(QProcess::nullDevice());
    m_process->setChildProcessModifier(prepareChild);
    connect(m_process.get(), &QProcess::started, this, [this] { Q_EMIT started(m_process->processId()); });
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT ended(0, u"the command cannot be started: "_qs + m_process->errorString());
    });
    connect(m_process.get(), &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        Q_EMIT ended(code, status == QProcess::CrashExit ? u"the command was ended by a signal"_qs : QString());
    });
    m_process->start();
}

} // namespace relay::client::monitor
