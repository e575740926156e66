// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace relay::ws {

//! The four octets of a masking key in the order of the wire (RFC 6455, section 5.3).
using MaskKey = std::array<std::uint8_t, 4>;

/*!
 * Masks or unmasks data in place; the two are the same. position: how many octets of the frame's payload lie before
 * data, so that a payload may be handled in pieces.
 */
void applyMask(std::span<char> data, MaskKey key, std::uint64_t position = 0);

} // namespace relay::ws
