// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/load/delivery.h"
#include "bench/load/options.h"
#include "bench/load/peer.h"
#include "bench/load/publisher.h"

#include <cstdint>
#include <span>
#include <vector>

namespace relay::load {

//! Sends and receives on open connections. The peers outlive it and stay where they are.
class Traffic
{
public:
    Traffic(const Options &options, std::span<Peer> peers);
    ~Traffic();
    Traffic(const Traffic &) = delete;
    Traffic &operator=(const Traffic &) = delete;

    //! Sends, by window or by rate, and receives until then.
    void runUntil(std::int64_t endNs);
    //! Only receives, until everything has come or nothing comes any more.
    void drain();

    [[nodiscard]] Delivery &delivery() { return m_delivery; }
    //! Messages that readers should have got by now.
    [[nodiscard]] std::uint64_t expected() const;

private:
    void publishByWindow();
    //! Returns when the next message is due.
    [[nodiscard]] std::int64_t publishByRate();
    void sendUnsent(Peer &peer);
    void wait(std::int64_t untilNs);
    void readable(Peer &peer);
    [[nodiscard]] bool readOnce(Peer &peer); //!< false: nothing more now

    const Options &m_options;
    int m_epoll;
    std::vector<Publisher> m_publishers;
    std::vector<Peer *> m_publishing; // the peer of each publisher
    Delivery m_delivery;
    std::vector<char> m_buffer;
    std::int64_t m_startNs;
    std::uint64_t m_due = 0; // messages by rate since then
};

} // namespace relay::load
