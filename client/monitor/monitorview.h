// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/monitor/alarmcommand.h"
#include "client/monitor/flights.h"

#include <QJsonObject>
#include <QTimer>

namespace relay::client::monitor {

//! "4 sent, 3 received, 1 lost, 0 late (over 200 ms); least/p50/p99/most 0.10/0.12/0.20/0.20 ms". Pure.
[[nodiscard]] QString summaryText(const Figures &figures, Time threshold);
//! "0.12 ms now, p50 0.12 ms, p99 0.20 ms, 3 of 4 received, misses in a row: 0". Pure.
[[nodiscard]] QString statusText(const Figures &figures, int misses, bool isConnected);
//! The same for programs, and each event. Latencies in ms. Pure.
[[nodiscard]] QJsonObject summaryJson(const Figures &figures);
[[nodiscard]] QJsonObject eventJson(const Event &event, Stamp now);
[[nodiscard]] QJsonObject alarmJson(const Alarm &alarm);

/*!
 * What people see on standard output while it runs: one line that renews itself, if that is a terminal; or JSON, a line
 * for each event. One thread.
 */
class MonitorView
{
public:
    MonitorView(bool isJson, bool isQuiet);
    ~MonitorView();

    void event(const QJsonObject &object);
    void status(const QString &line);
    void summary(const Figures &figures, Time threshold);
    void clear(); //!< before something else is written

private:
    bool m_isJson;
    bool m_isQuiet;
    bool m_isTerminal;
    bool m_hasLine = false;
};

} // namespace relay::client::monitor
