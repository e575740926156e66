// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/load/peer.h"

#include <cstddef>
#include <span>

namespace relay::load {

//! Opens connections, 64 at a time.
class Connector
{
public:
    Connector(int port, Transport transport);
    ~Connector();
    Connector(const Connector &) = delete;
    Connector &operator=(const Connector &) = delete;

    //! Returns when all are open; throws Failure when one is refused or nothing happens for 10 s.
    void open(std::span<Peer> peers);

private:
    void start(Peer &peer);
    void shakeHands(Peer &peer) const;
    void request(Peer &peer) const;
    //! True: the connection is open.
    [[nodiscard]] bool readAnswer(Peer &peer) const;
    void watch(Peer &peer, bool isNew);

    int m_port;
    Transport m_transport;
    int m_epoll;
};

} // namespace relay::load
