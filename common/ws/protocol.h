// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

//! The words of RFC 6455 that parser, encoder and links share.
namespace relay::ws {

//! RFC 6455, section 5.2.
enum class Opcode : std::uint8_t { Continuation = 0x0, Text = 0x1, Binary = 0x2, Close = 0x8, Ping = 0x9, Pong = 0xA };

//! Which end of the connection we are: a server expects masked frames, a client refuses them (section 5.1).
enum class Role : std::uint8_t { Server, Client };

inline constexpr std::size_t kMaxHeader = 14;                            //!< 2, 8 of length, 4 of mask
inline constexpr std::size_t kMaxControlPayload = 125;                   //!< section 5.5
inline constexpr std::uint64_t kDefaultMaxMessage = 10ULL * 1024 * 1024; //!< bytes; one more is 1009

//! Close codes: RFC 6455, section 7.4.1, and ours from 4000 on.
namespace close {
inline constexpr std::uint16_t kNormal = 1000;
inline constexpr std::uint16_t kGoingAway = 1001;
inline constexpr std::uint16_t kProtocolError = 1002;
inline constexpr std::uint16_t kUnsupportedData = 1003;
inline constexpr std::uint16_t kNoStatus = 1005; //!< never on the wire
inline constexpr std::uint16_t kAbnormal = 1006; //!< never on the wire
inline constexpr std::uint16_t kInvalidPayload = 1007;
inline constexpr std::uint16_t kMessageTooBig = 1009;
inline constexpr std::uint16_t kInternalError = 1011;
inline constexpr std::uint16_t kTryAgainLater = 1013; // IANA registry of close codes
inline constexpr std::uint16_t kKicked = 4000;
inline constexpr std::uint16_t kExpired = 4401;
inline constexpr std::uint16_t kDenied = 4403;
inline constexpr std::uint16_t kTooSlow = 4408;
} // namespace close

} // namespace relay::ws
