// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcessEnvironment>

#include <chrono>
#include <optional>

namespace relay::app {

/*!
 * Tells systemd, or who else has set NOTIFY_SOCKET, how relayd is: sd_notify(3) without its library, one datagram each.
 * Where nobody asked, nothing is told. Any thread.
 */
class ServiceManager
{
public:
    explicit ServiceManager(const QProcessEnvironment &environment);

    void tellReady(const QByteArray &status) const; //!< a line for `systemctl status`
    void tellReloading() const;                     //!< until it is told ready again
    void tellStopping() const;
    void tellAlive() const;

    //! How often it wants to be told that relayd is alive, at least: WATCHDOG_USEC. None: never.
    [[nodiscard]] std::optional<std::chrono::milliseconds> watchdogPeriod() const { return m_watchdogPeriod; }

private:
    void tell(const QByteArray &state) const;

    QByteArray m_socket; // path, or '@' and an abstract name; empty: nobody asked
    std::optional<std::chrono::milliseconds> m_watchdogPeriod;
};

} // namespace relay::app
