// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace relay::reference {

//! The header of a frame from a client; everything is believed.
struct FrameHead
{
    std::uint8_t opcode = 0;
    std::size_t headSize = 0; //!< 0: more bytes are needed to know
    std::size_t payloadSize = 0;
    std::array<std::uint8_t, 4> mask {};
};

[[nodiscard]] FrameHead readHead(std::span<const char> input);

//! Appends a server's frame with the unmasked payload.
void appendFrame(std::string &out, const FrameHead &head, std::span<const char> maskedPayload);

} // namespace relay::reference
