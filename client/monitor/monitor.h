// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/monitor/alarmcommand.h"
#include "client/monitor/circuit.h"
#include "client/monitor/metricsserver.h"
#include "client/monitor/monitorview.h"

namespace relay::client::monitor {

/*!
 * relay monitor while it runs: sends a message each interval, judges those that come back, raises the alarm, and takes
 * new connections in time, the old ones being used until the new ones are open. One thread.
 */
class Monitor : public QObject
{
    Q_OBJECT
public:
    explicit Monitor(const MonitorOptions &options, QObject *parent = nullptr);
    ~Monitor() override;

    //! Empty on success, else a sentence.
    [[nodiscard]] QString start();
    void stop();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void wire(Circuit &circuit);
    void ready(const Circuit *circuit);
    void renew();
    void retire(std::unique_ptr<Circuit> circuit);
    void lost(const Circuit *circuit, const QString &why);
    void begin();
    void beat();
    void arrived(Stamp stamp);
    void sweep();
    void watch();
    void take(const Event &event);
    void good();
    void miss(const Alarm &alarm);
    void raise(const Alarm &alarm);
    void commandEnded(int code, const QString &fault);
    void endIfDone();
    [[nodiscard]] bool hasSentAll() const;
    [[nodiscard]] int exitCode() const;
    [[nodiscard]] bool isConnected() const { return m_circuit && m_circuit->isReady(); }

    MonitorOptions m_options;
    Figures m_figures;
    AlarmRule m_rule;
    Flights m_flights;
    MonitorView m_view;
    AlarmCommand m_command;
    MetricsServer m_metrics;
    std::unique_ptr<Circuit> m_circuit;
    std::unique_ptr<Circuit> m_next; // which takes over once it is open
    QTimer m_beat;
    QTimer m_sweep;
    QTimer m_renew;
    QTimer m_show;
    QTimer m_grace;
    Stamp m_lastStamp = 0;
    int m_missesInRow = 0;
    int m_retiring = 0;       // circuits that say goodbye
    bool m_hasRaised = false; // since the last good message
    bool m_isDown = false;    // and has been told
    bool m_isStopping = false;
};

} // namespace relay::client::monitor
