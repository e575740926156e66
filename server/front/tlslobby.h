// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/front/lobby.h"

#include <QThread>

#include <memory>

namespace relay::front {

/*!
 * A lobby on a thread of its own, for TLS: a signature of the handshake takes about a millisecond, which neither the
 * accepting thread nor the topics of a worker have to wait for.
 */
class TlsLobby
{
public:
    explicit TlsLobby(Desk &desk);
    ~TlsLobby();

    void admit(Accepted accepted);
    [[nodiscard]] Crowd::Room &room() const { return *m_lobby; }
    [[nodiscard]] int expected() const { return m_lobby->expected(); }
    [[nodiscard]] bool isFull() const { return m_lobby->isFull(); }
    void stop(); //!< none of its visitors is admitted any more when this returns

private:
    std::unique_ptr<QThread> m_thread;
    Lobby *m_lobby = nullptr; // lives on m_thread
};

} // namespace relay::front
