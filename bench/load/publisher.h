// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/load/options.h"
#include "bench/load/peer.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace relay::load {

//! Makes the messages of one publisher and knows which of them are under way.
class Publisher
{
public:
    Publisher(const Options &options, std::uint32_t number);

    //! Adds a message, stamped with this time, to what the peer has to send.
    void publish(Peer &peer, std::int64_t stampNs);

    //! Whether the window has room. Always while messages are sent by rate.
    [[nodiscard]] bool hasRoom() const { return m_missing.empty() || m_next - m_oldest < m_missing.size(); }
    //! One receiver has this message, or never will.
    void resolved(std::uint32_t sequence);

    [[nodiscard]] std::uint32_t published() const { return m_next; }

private:
    std::uint32_t m_number;
    std::uint32_t m_receivers;
    std::uint32_t m_next = 0;             // sequence
    std::uint32_t m_oldest = 0;           // sequence of the first one that somebody misses
    std::vector<std::uint32_t> m_missing; // receivers that wait for a message, by sequence modulo the window
    std::string m_frame;                  // masked; each message has another stamp
    std::size_t m_headSize = 0;
};

} // namespace relay::load
