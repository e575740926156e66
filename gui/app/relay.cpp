// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/relay.h"

#include "client/admin/localtransport.h"
#include "gui/connect/sshtransport.h"

namespace relay::gui {

Relay::Relay(const Place &place)
    : m_place(place)
    , m_client(makeTransport(), client::ClientTiming {})
    , m_mirror(m_client)
{
}

std::unique_ptr<client::Transport> Relay::makeTransport()
{
    if (!m_place.isRemote())
        return std::make_unique<client::LocalTransport>();
    auto ssh = std::make_unique<SshTransport>(m_place);
    m_ssh = ssh.get();
    return ssh;
}

void Relay::connectToIt()
{
    // Over ssh the transport knows the way; the path is what messages call it.
    m_client.connectToServer(m_place.isRemote() ? m_place.name() : m_place.socketPath, true);
}

} // namespace relay::gui
