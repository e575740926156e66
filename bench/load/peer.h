// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/load/framereader.h"
#include "bench/load/wire.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace relay::load {

//! What a connection is for.
enum class Role : std::uint8_t {
    Reader,
    Publisher,
    Both, //!< N:N
    Idle, //!< holds the connection and gets nothing
    Slow, //!< a reader that does not read at all
};

struct Peer
{
    Role role = Role::Reader;
    Wire wire;
    std::uint32_t topic = 0;
    std::uint32_t publisher = UINT32_MAX; //!< its number, for those who publish
    std::string path;
    std::string head; //!< answer to the handshake, while it comes
    bool isOpen = false;
    bool isShaking = false; //!< hands, with TLS, before the request
    bool isWaiting = false; //!< epoll tells when it takes more
    std::string unsent;
    FrameReader frames;
    std::vector<std::uint32_t> next; //!< sequence expected of each publisher of the topic

    [[nodiscard]] bool reads() const { return role == Role::Reader || role == Role::Both; }
    [[nodiscard]] bool publishes() const { return role == Role::Publisher || role == Role::Both; }
};

} // namespace relay::load
