// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/shell/shellhost.h"

#include "common/shell/protocol.h"

#include <algorithm>

namespace relay::client::shell {

namespace {

session::SessionOptions managementOptions(session::SessionOptions options)
{
    options.link.protocol
        = relay::shell::kProtocol; // by which the relay knows that this host understands more than those of before
    options.splitsGluedJson = true;
    return options;
}

HostTunnelOptions tunnelOptions(const ShellOptions &options)
{
    HostTunnelOptions tunnel { .leg = options.session, .resumeFor = options.resumeFor };
    tunnel.leg.reconnects = false; // a place to meet is good for once
    return tunnel;
}

} // namespace

ShellHost::ShellHost(ShellOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_reporter(QStringLiteral("relay shell host"), m_options.isJson, m_options.isQuiet)
    , m_management(m_options.relay, managementOptions(m_options.session))
{
    connect(&m_management, &session::Session::statusChanged, this, &ShellHost::managementChanged);
    connect(&m_management, &session::Session::message, this, [this](ws::Opcode opcode, const QByteArray &payload) {
        if (opcode == ws::Opcode::Text)
            announced(payload);
    });
    connect(&m_management, &session::Session::ended, this, [this] {
        m_hasManagement = false;
        endWhenAllHave();
    });
}

ShellHost::~ShellHost() = default;

void ShellHost::start()
{
    for (const QString &warning : std::as_const(m_options.warnings))
        m_reporter.tell(QStringLiteral("warning"), { { QStringLiteral("text"), warning } }, warning);
    m_management.start();
}

void ShellHost::stop()
{
    if (std::exchange(m_isStopping, true))
        return;
    for (HostTunnel *tunnel : std::vector(m_tunnels))
        tunnel->abort(QStringLiteral("the host is being stopped"));
    m_management.stop();
}

void ShellHost::managementChanged(const session::Status &status)
{
    using State = session::Status::State;
    if (m_options.isJson) {
        m_reporter.changed(status);
        return;
    }
    if (status.state == State::Open) {
        m_lastTold.clear();
        m_reporter.tell({}, {}, QStringLiteral("the relay knows this host now; clients may come"));
    } else if (!status.text.isEmpty() && std::exchange(m_lastTold, status.text) != status.text) {
        m_reporter.changed(status); // a relay that is away for days is worth a line, not one for each try
    }
}

HostTunnel *ShellHost::find(const Announcement &announcement) const
{
    const auto found = std::find_if(m_tunnels.begin(), m_tunnels.end(), [&announcement](const HostTunnel *tunnel) {
        if (tunnel->isOver())
            return false;
        return announcement.isConnect ? !announcement.resume.isEmpty() && tunnel->resume() == announcement.resume
                                      : tunnel->uuid() == announcement.uuid;
    });
    return found == m_tunnels.end() ? nullptr : *found;
}

void ShellHost::announced(const QByteArray &text)
{
    const auto announcement = parseAnnouncement(text);
    if (!announcement || m_isStopping)
        return;
    HostTunnel *known = find(*announcement);
    if (!announcement->isConnect) {
        if (known)
            known->clientLeft();
    } else if (known && known->target() == announcement->target) {
        known->meet(*announcement);
    } else if (!known) {
        begin(*announcement);
    }
}

void ShellHost::begin(const Announcement &announcement)
{
    const auto place = m_options.places.constFind(announcement.target);
    auto *tunnel
        = new HostTunnel(announcement, place == m_options.places.constEnd() ? std::nullopt : std::optional(*place),
                         tunnelOptions(m_options), this);
    m_tunnels.push_back(tunnel);
    follow(tunnel);
    tunnel->meet(announcement);
}

void ShellHost::follow(HostTunnel *tunnel)
{
    const int number = ++m_begun;
    const auto tell = [this, number](const QString &event, const QString &text) {
        m_reporter.tell(event, { { QStringLiteral("connection"), number }, { QStringLiteral("text"), text } },
                        QStringLiteral("connection %1: %2").arg(number).arg(text));
    };
    connect(tunnel, &Tunnel::told, this, [tell](const QString &text) { tell(QStringLiteral("changed"), text); });
    connect(tunnel, &Tunnel::over, this, [tell](const QString &fault) {
        tell(QStringLiteral("closed"), fault.isEmpty() ? QStringLiteral("ended") : fault);
    });
    connect(tunnel, &Tunnel::gone, this, [this, tunnel] {
        std::erase(m_tunnels, tunnel);
        tunnel->deleteLater();
        endWhenAllHave();
    });
}

void ShellHost::endWhenAllHave()
{
    if (m_isStopping && !m_hasManagement && m_tunnels.empty())
        Q_EMIT finished(0);
}

} // namespace relay::client::shell
