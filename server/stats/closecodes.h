// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

//! The close codes that are counted one by one. Peers may send others: those are counted together, as no metric must
//! have as many series as strangers like.
namespace relay::stats {

inline constexpr std::array<std::uint16_t, 15> kCountedCodes { 1000, 1001, 1002, 1003, 1005, 1006, 1007, 1008,
                                                               1009, 1011, 4000, 4401, 4403, 4408, 0 /* others */ };

[[nodiscard]] constexpr std::size_t indexOfCode(std::uint16_t code)
{
    const auto found = std::find(kCountedCodes.begin(), kCountedCodes.end(), code);
    return std::min(std::size_t(found - kCountedCodes.begin()), kCountedCodes.size() - 1);
}

} // namespace relay::stats
