// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

//! UTF-8 the slow and obvious way: decode, then look at the number. The measure for the fast validator.
namespace relay::ws::test {

//! Takes one character off the text; false when it is none that RFC 3629 allows.
inline bool takeCharacter(std::string_view &text)
{
    const auto octet = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    std::size_t size = 1;
    std::uint32_t point = octet(0);
    if ((point & 0xE0) == 0xC0) {
        size = 2;
        point &= 0x1F;
    } else if ((point & 0xF0) == 0xE0) {
        size = 3;
        point &= 0x0F;
    } else if ((point & 0xF8) == 0xF0) {
        size = 4;
        point &= 0x07;
    } else if (point >= 0x80) {
        return false;
    }
    if (text.size() < size)
        return false;
    for (std::size_t i = 1; i < size; ++i) {
        if ((octet(i) & 0xC0) != 0x80)
            return false;
        point = point << 6 | (octet(i) & 0x3F);
    }
    constexpr std::array<std::uint32_t, 5> kSmallest = { 0, 0, 0x80, 0x800, 0x10000 };
    text.remove_prefix(size);
    return point >= kSmallest[size] && point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
}

inline bool isTextByReference(std::string_view text)
{
    while (!text.empty()) {
        if (!takeCharacter(text))
            return false;
    }
    return true;
}

//! Whether some octets after these could make them a text.
inline bool mayBecomeText(std::string_view text)
{
    if (isTextByReference(text))
        return true;
    static constexpr std::array kTails = { "\x80", "\x90", "\xA0" };
    static constexpr std::array kMore = { "", "\x80", "\x80\x80" };
    for (const char *first : kTails) {
        for (const char *rest : kMore) {
            if (isTextByReference(std::string(text) + first + rest))
                return true;
        }
    }
    return false;
}

} // namespace relay::ws::test
