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
    explicit Connector(int port);
    ~Connector();
    Connector(const Connector &) = delete;
    Connector &operator=(const Connector &) = delete;

    //! Returns when all are open; throws Failure when one is refused or nothing happens for 10 s.
    void open(std::span<Peer> peers);

private:
    void start(Peer &peer);
    void request(Peer &peer) const;
    //! True: the connection is open.
    [[nodiscard]] bool readAnswer(Peer &peer) const;
    void watch(Peer &peer, bool isNew);

    int m_port;
    int m_epoll;
};

} // namespace relay::load
