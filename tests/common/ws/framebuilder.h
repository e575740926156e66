// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ws/mask.h"
#include "common/ws/protocol.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

//! Writes frames octet by octet, the forbidden ones too; deliberately not by the encoder under test.
namespace relay::ws::test {

inline constexpr MaskKey kKey = { 0x37, 0xFA, 0x21, 0x3D };

struct Frame
{
    std::uint8_t opcode = 0x1;
    std::string payload = {};
    bool fin = true;
    std::uint8_t reserved = 0;                        //!< RSV1 to RSV3 as a number, 1 to 7
    std::optional<MaskKey> key = kKey;                //!< none: not masked
    int lengthOctets = 0;                             //!< 0, 2 or 8 of extended length; 0: the shortest form
    std::optional<std::uint64_t> declaredLength = {}; //!< when it is not that of the payload
};

inline std::string bytes(const Frame &frame)
{
    const std::uint64_t length = frame.declaredLength.value_or(frame.payload.size());
    int octets = frame.lengthOctets;
    if (octets == 0 && length > 125)
        octets = length > 0xFFFF ? 8 : 2;
    std::string out;
    out += static_cast<char>((frame.fin ? 0x80 : 0) | frame.reserved << 4 | frame.opcode);
    const std::uint64_t shortLength = octets == 8 ? 127 : octets == 2 ? 126 : length;
    out += static_cast<char>((frame.key ? 0x80 : 0) | shortLength);
    for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8)
        out += static_cast<char>(length >> shift & 0xFF);
    if (!frame.key)
        return out + frame.payload;
    for (const std::uint8_t octet : *frame.key)
        out += static_cast<char>(octet);
    for (std::size_t i = 0; i < frame.payload.size(); ++i)
        out += static_cast<char>(frame.payload[i] ^ (*frame.key)[i % 4]);
    return out;
}

//! A close frame's payload.
inline std::string closePayload(std::uint16_t code, std::string_view reason = {})
{
    return std::string { static_cast<char>(code >> 8), static_cast<char>(code & 0xFF) }.append(reason);
}

} // namespace relay::ws::test
