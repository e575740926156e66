// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load/stamp.h"

namespace relay::load {

namespace {

void writeHex(std::span<char> out, std::uint64_t value)
{
    for (std::size_t i = out.size(); i > 0; --i, value >>= 4)
        out[i - 1] = "0123456789abcdef"[value & 15];
}

//! Any digit that is none spoils the value.
std::uint64_t readHex(std::span<const char> in, bool &isGood)
{
    std::uint64_t value = 0;
    for (const char digit : in) {
        value <<= 4;
        if (digit >= '0' && digit <= '9')
            value |= std::uint64_t(digit - '0');
        else if (digit >= 'a' && digit <= 'f')
            value |= std::uint64_t(digit - 'a' + 10);
        else
            isGood = false;
    }
    return value;
}

} // namespace

void writeStamp(std::span<char, kStampSize> out, const Stamp &stamp)
{
    writeHex(out.subspan(0, 16), std::uint64_t(stamp.sentNs));
    writeHex(out.subspan(16, 8), stamp.sequence);
    writeHex(out.subspan(24, 4), stamp.publisher);
}

Stamp readStamp(std::span<const char, kStampSize> in)
{
    bool isGood = true;
    Stamp stamp;
    stamp.sentNs = std::int64_t(readHex(in.subspan(0, 16), isGood));
    stamp.sequence = std::uint32_t(readHex(in.subspan(16, 8), isGood));
    stamp.publisher = std::uint32_t(readHex(in.subspan(24, 4), isGood));
    if (!isGood)
        stamp.publisher = UINT32_MAX;
    return stamp;
}

} // namespace relay::load
