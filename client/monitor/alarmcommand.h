// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/monitor/figures.h"
#include "client/monitor/monitoroptions.h"

#include <QObject>

#include <memory>

class QProcess;

namespace relay::client::monitor {

//! Why there is an alarm.
struct Alarm
{
    enum class Reason {
        Late,    //!< messages take longer than the threshold
        Missing, //!< messages do not come
        Unsent,  //!< there is no connection
    };
    Reason reason = Reason::Late; //!< of the last miss
    int misses = 0;               //!< in a row
    std::optional<Time> latency;  //!< of the last miss, if it came
};

[[nodiscard]] QString wordFor(Alarm::Reason reason); //!< "late"

/*!
 * Variables that the command gets besides those of the monitor: RELAY_MONITOR_REASON, _MISSES, _LATENCY (seconds, empty
 * without one), _THRESHOLD (seconds), _AUDIENCE, _TOPIC, _NODE. Secret and token of the monitor are left out. Pure.
 */
[[nodiscard]] QProcessEnvironment environmentFor(const Alarm &alarm, const MonitorOptions &options,
                                                 QProcessEnvironment environment);

/*!
 * Runs the command of an alarm, one at a time; what it writes goes to standard error. It goes on when this ends. One
 * thread.
 */
class AlarmCommand : public QObject
{
    Q_OBJECT
public:
    explicit AlarmCommand(const MonitorOptions &options, QObject *parent = nullptr);
    ~AlarmCommand() override;

    void run(const Alarm &alarm);

Q_SIGNALS:
    void started(qint64 pid);
    void ended(int exitCode, const QString &fault); //!< fault: why there is no exit code; else empty

private:
    MonitorOptions m_options;
    std::unique_ptr<QProcess> m_process;
};

} // namespace relay::client::monitor
