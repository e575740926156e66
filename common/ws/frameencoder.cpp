// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ws/frameencoder.h"

#include "common/ws/utf8.h"

#include <algorithm>

namespace relay::ws {

namespace {
constexpr std::uint8_t kFin = 0x80;
constexpr std::uint8_t kMasked = 0x80;
constexpr std::size_t kMaxReason = kMaxControlPayload - 2; //!< the code comes first

void putBigEndian(std::span<char> out, std::uint64_t value)
{
    for (std::size_t i = out.size(); i > 0; --i, value >>= 8)
        out[i - 1] = static_cast<char>(value & 0xFF);
}

std::size_t putHeader(std::span<char, kMaxHeader> out, Opcode opcode, std::uint64_t payloadLength, std::uint8_t maskBit)
{
    out[0] = static_cast<char>(kFin | static_cast<std::uint8_t>(opcode));
    if (payloadLength < 126) {
        out[1] = static_cast<char>(maskBit | payloadLength);
        return 2;
    }
    if (payloadLength <= 0xFFFF) {
        out[1] = static_cast<char>(maskBit | 126);
        putBigEndian(out.subspan(2, 2), payloadLength);
        return 4;
    }
    out[1] = static_cast<char>(maskBit | 127);
    putBigEndian(out.subspan(2, 8), payloadLength);
    return 10;
}
} // namespace

std::size_t encodeHeader(std::span<char, kMaxHeader> out, Opcode opcode, std::uint64_t payloadLength)
{
    return putHeader(out, opcode, payloadLength, 0);
}

std::size_t encodeMaskedHeader(std::span<char, kMaxHeader> out, Opcode opcode, std::uint64_t payloadLength,
                               std::array<std::uint8_t, 4> mask)
{
    const std::size_t length = putHeader(out, opcode, payloadLength, kMasked);
    std::copy(mask.begin(), mask.end(), out.begin() + static_cast<std::ptrdiff_t>(length));
    return length + mask.size();
}

std::string encodeFrame(Opcode opcode, std::string_view payload)
{
    std::array<char, kMaxHeader> header;
    const std::size_t length = encodeHeader(header, opcode, payload.size());
    std::string frame;
    frame.reserve(length + payload.size());
    frame.append(header.data(), length);
    frame.append(payload);
    return frame;
}

std::string encodeClose(std::uint16_t code, std::string_view reason)
{
    if (code == close::kNoStatus)
        return encodeFrame(Opcode::Close, {});
    std::string payload(2, '\0');
    putBigEndian(payload, code);
    payload.append(truncateUtf8(reason, kMaxReason));
    return encodeFrame(Opcode::Close, payload);
}

} // namespace relay::ws
