// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ws/utf8.h"

#include <array>
#include <cstddef>
#include <cstring>

namespace relay::ws {

namespace {
/*
 * The automaton of RFC 3629, section 4. A row of its table is one 64-bit word for an octet, holding the next state
 * of every state, six bits each. A state is the bit offset of its own field, so that a step is one shift, and the
 * load of the next row does not wait for it.
 */
enum State : std::uint8_t {
    Start = 0, //!< between characters; Utf8Validator::isComplete() relies on 0
    Tail1 = 6, //!< one more continuation octet, 80..BF
    Tail2 = 12,
    Tail3 = 18,
    AfterE0 = 24, //!< A0..BF: anything lower would be an overlong form
    AfterED = 30, //!< 80..9F: anything higher would be a surrogate
    AfterF0 = 36, //!< 90..BF: overlong
    AfterF4 = 42, //!< 80..8F: above U+10FFFF
    Reject = 48,  //!< for good
};
constexpr std::array kStates = { Start, Tail1, Tail2, Tail3, AfterE0, AfterED, AfterF0, AfterF4, Reject };
constexpr std::uint64_t kStateBits = 63;

constexpr bool isWithin(unsigned octet, unsigned first, unsigned last)
{
    return octet >= first && octet <= last;
}

constexpr State firstOctet(unsigned octet)
{
    if (octet < 0x80)
        return Start;
    if (isWithin(octet, 0xC2, 0xDF))
        return Tail1;
    if (isWithin(octet, 0xE0, 0xEF))
        return octet == 0xE0 ? AfterE0 : octet == 0xED ? AfterED : Tail2;
    if (isWithin(octet, 0xF0, 0xF4))
        return octet == 0xF0 ? AfterF0 : octet == 0xF4 ? AfterF4 : Tail3;
    return Reject;
}

constexpr State step(State state, unsigned octet)
{
    switch (state) {
    case Start: return firstOctet(octet);
    case Tail1: return isWithin(octet, 0x80, 0xBF) ? Start : Reject;
    case Tail2: return isWithin(octet, 0x80, 0xBF) ? Tail1 : Reject;
    case Tail3: return isWithin(octet, 0x80, 0xBF) ? Tail2 : Reject;
    case AfterE0: return isWithin(octet, 0xA0, 0xBF) ? Tail1 : Reject;
    case AfterED: return isWithin(octet, 0x80, 0x9F) ? Tail1 : Reject;
    case AfterF0: return isWithin(octet, 0x90, 0xBF) ? Tail2 : Reject;
    case AfterF4: return isWithin(octet, 0x80, 0x8F) ? Tail2 : Reject;
    case Reject: break;
    }
    return Reject;
}

constexpr std::array<std::uint64_t, 256> makeTable()
{
    std::array<std::uint64_t, 256> table {};
    for (unsigned octet = 0; octet < table.size(); ++octet) {
        for (const State state : kStates)
            table[octet] |= std::uint64_t { step(state, octet) } << state;
    }
    return table;
}

constexpr auto kTable = makeTable();
constexpr std::size_t kBlock = 32;

bool isAsciiBlock(const char *at)
{
    std::array<std::uint64_t, kBlock / 8> words;
    std::memcpy(words.data(), at, kBlock);
    std::uint64_t bits = 0;
    for (const std::uint64_t word : words)
        bits |= word;
    return (bits & 0x8080808080808080ULL) == 0;
}
} // namespace

bool Utf8Validator::feed(std::span<const char> piece)
{
    const char *at = piece.data();
    std::size_t left = piece.size();
    std::uint64_t state = m_state;
    for (; left >= kBlock; left -= kBlock, at += kBlock) {
        if ((state & kStateBits) == Start && isAsciiBlock(at))
            continue;
        for (std::size_t i = 0; i < kBlock; ++i)
            state = kTable[static_cast<std::uint8_t>(at[i])] >> (state & kStateBits);
    }
    for (std::size_t i = 0; i < left; ++i)
        state = kTable[static_cast<std::uint8_t>(at[i])] >> (state & kStateBits);
    m_state = static_cast<std::uint8_t>(state & kStateBits);
    return m_state != Reject;
}

bool isValidUtf8(std::string_view text)
{
    Utf8Validator validator;
    return validator.feed(text) && validator.isComplete();
}

std::string_view truncateUtf8(std::string_view text, std::size_t maxBytes)
{
    if (text.size() <= maxBytes)
        return text;
    // A cut is right before any octet that is not a continuation (10xxxxxx).
    while (maxBytes > 0 && (static_cast<std::uint8_t>(text[maxBytes]) & 0xC0) == 0x80)
        --maxBytes;
    return text.substr(0, maxBytes);
}

} // namespace relay::ws
