// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace relay::load {

//! What each message begins with, in hexadecimal digits, so that it may be text as well.
struct Stamp
{
    std::int64_t sentNs = 0;
    std::uint32_t sequence = 0;
    std::uint32_t publisher = 0;
};

constexpr std::size_t kStampSize = 16 + 8 + 4;

void writeStamp(std::span<char, kStampSize> out, const Stamp &stamp);
//! Nothing that we wrote: a publisher that does not exist.
[[nodiscard]] Stamp readStamp(std::span<const char, kStampSize> in);

} // namespace relay::load
