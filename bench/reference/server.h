// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/reference/ring.h"
#include "bench/reference/topic.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <sys/types.h>

namespace relay::reference {

/*!
 * A websocket topic relay reduced to what cannot be left out: epoll, the opening handshake, unmasking, and one send() for
 * each reader and pass, or all of a pass by io_uring. No limits, no checks, no pings, no statistics; it trusts its peers
 * and serves measurements only.
 * /in/x sends to the readers of /out/x, every other path is N:N.
 */
class Server
{
public:
    //! On 127.0.0.1. Throws std::system_error.
    Server(std::uint16_t port, bool usesRing);
    [[noreturn]] void run();

private:
    void acceptAll();
    void readable(Peer &peer);
    void answerRequest(Peer &peer);
    [[nodiscard]] std::size_t takeFrames(Peer &peer, std::span<const char> input);
    void send(Peer &peer, std::span<const char> bytes);
    void sent(Peer &peer, std::span<const char> bytes, ssize_t taken, int error);
    void sendBacklog(Peer &peer);
    void watch(Peer &peer, bool alsoWritable);
    void drop(Peer &peer);
    void endPass();

    int m_epoll = -1;
    int m_listener = -1;
    std::unordered_map<std::string, Topic> m_topics;
    std::vector<Topic *> m_dirty;
    std::unordered_map<int, std::unique_ptr<Peer>> m_peers; // by descriptor
    std::vector<std::unique_ptr<Peer>> m_dropped;
    std::vector<char> m_buffer;
    std::unique_ptr<Ring> m_ring; // nothing: send() for each
};

} // namespace relay::reference
