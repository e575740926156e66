// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/servicemanager.h"

#include "server/loop/clock.h"
#include "server/loop/descriptor.h"

#include <QLoggingCategory>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace relay::app {

namespace {

Q_LOGGING_CATEGORY(lcService, "relay.service")

std::optional<std::chrono::milliseconds> periodOf(const QProcessEnvironment &environment)
{
    const QString process = environment.value(QStringLiteral("WATCHDOG_PID"));
    const qint64 period = environment.value(QStringLiteral("WATCHDOG_USEC")).toLongLong() / 1000;
    const bool isForUs = process.isEmpty() || process.toLongLong() == ::getpid();
    return isForUs && period > 0 ? std::optional(std::chrono::milliseconds(period)) : std::nullopt;
}

} // namespace

ServiceManager::ServiceManager(const QProcessEnvironment &environment)
    : m_socket(environment.value(QStringLiteral("NOTIFY_SOCKET")).toLocal8Bit())
    , m_watchdogPeriod(periodOf(environment))
{
}

void ServiceManager::tellReady(const QByteArray &status) const
{
    tell("READY=1\nSTATUS=" + status);
}

void ServiceManager::tellReloading() const
{
    tell("RELOADING=1\nMONOTONIC_USEC=" + QByteArray::number(qint64(loop::monotonicMs() * 1000)));
}

void ServiceManager::tellStopping() const
{
    tell("STOPPING=1");
}

void ServiceManager::tellAlive() const
{
    tell("WATCHDOG=1");
}

void ServiceManager::tell(const QByteArray &state) const
{
    sockaddr_un address {};
    address.sun_family = AF_UNIX;
    if (m_socket.isEmpty() || std::size_t(m_socket.size()) >= sizeof address.sun_path)
        return;
    std::copy(m_socket.begin(), m_socket.end(), address.sun_path);
    if (address.sun_path[0] == '@')
        address.sun_path[0] = '\0';
    const socklen_t length = socklen_t(offsetof(sockaddr_un, sun_path) + std::size_t(m_socket.size()));
    const loop::Descriptor socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    const ssize_t sent = ::sendto(socket.get(), state.constData(), std::size_t(state.size()), MSG_NOSIGNAL,
                                  reinterpret_cast<const sockaddr *>(&address), length);
    if (sent < 0)
        qCWarning(lcService) << "the service manager cannot be told" << state.left(state.indexOf('=')) << "-"
                             << std::strerror(errno);
}

} // namespace relay::app
