// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ws/protocol.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace relay::ws {

/*!
 * Writes the header of one whole, unmasked frame (FIN set) and returns its length, 2, 4 or 10 bytes.
 * RFC 6455, section 5.2; the shortest form of the length, as it demands.
 */
[[nodiscard]] std::size_t encodeHeader(std::span<char, kMaxHeader> out, Opcode opcode, std::uint64_t payloadLength);

//! The same with a masking key, as a client must send it: 6, 8 or 14 bytes.
[[nodiscard]] std::size_t encodeMaskedHeader(std::span<char, kMaxHeader> out, Opcode opcode,
                                             std::uint64_t payloadLength, std::array<std::uint8_t, 4> mask);

//! A whole server frame as a string: for control frames and tests, not for the hot path.
[[nodiscard]] std::string encodeFrame(Opcode opcode, std::string_view payload);

//! A close frame; the reason is cut to 123 bytes at a character of UTF-8. kNoStatus gives an empty payload.
[[nodiscard]] std::string encodeClose(std::uint16_t code, std::string_view reason);

} // namespace relay::ws
