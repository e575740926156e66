// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ws/protocol.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

//! The close codes that are counted one by one. Peers may send others: those are counted together, as no metric must
//! have as many series as strangers like.
namespace relay::stats {

inline constexpr std::array<std::uint16_t, 15> kCountedCodes {
    ws::close::kNormal,          ws::close::kGoingAway,       ws::close::kProtocolError,
    ws::close::kUnsupportedData, ws::close::kNoStatus,        ws::close::kAbnormal,
    ws::close::kInvalidPayload,  1008 /* policy violation */, ws::close::kMessageTooBig,
    ws::close::kInternalError,   ws::close::kKicked,          ws::close::kExpired,
    ws::close::kDenied,          ws::close::kTooSlow,         0 /* others */
};

[[nodiscard]] constexpr std::size_t indexOfCode(std::uint16_t code)
{
    const auto found = std::find(kCountedCodes.begin(), kCountedCodes.end(), code);
    return std::min(std::size_t(found - kCountedCodes.begin()), kCountedCodes.size() - 1);
}

} // namespace relay::stats
