// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/adminclient.h"
#include "client/admin/mirror.h"
#include "gui/connect/place.h"

namespace relay::gui {

class SshTransport;

//! One relay as the window has it: where it is, the conversation with it, and the live copy.
class Relay
{
public:
    explicit Relay(const Place &place);

    //! And tries again and again, until the client is disconnected.
    void connectToIt();

    [[nodiscard]] const Place &place() const { return m_place; }
    [[nodiscard]] client::AdminClient &client() { return m_client; }
    [[nodiscard]] client::Mirror &mirror() { return m_mirror; }
    [[nodiscard]] const SshTransport *ssh() const { return m_ssh; } //!< null: the relay is on this computer

private:
    [[nodiscard]] std::unique_ptr<client::Transport> makeTransport();

    Place m_place;
    SshTransport *m_ssh = nullptr; //!< the client's
    client::AdminClient m_client;
    client::Mirror m_mirror;
};

} // namespace relay::gui
