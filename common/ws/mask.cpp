// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ws/mask.h"

#include <cstring>

namespace relay::ws {

namespace {
//! Octets per round: four words, which the compiler turns into vector instructions.
constexpr std::size_t kBlock = 32;

//! The key as it meets the octet at position, repeated over a word in the order of memory.
std::uint64_t rotatedKey(MaskKey key, std::uint64_t position)
{
    std::array<std::uint8_t, 8> repeated;
    for (std::size_t i = 0; i < repeated.size(); ++i)
        repeated[i] = key[(position + i) & 3];
    std::uint64_t word;
    std::memcpy(&word, repeated.data(), sizeof word);
    return word;
}
} // namespace

void applyMask(std::span<char> data, MaskKey key, std::uint64_t position)
{
    const std::uint64_t word = rotatedKey(key, position);
    char *at = data.data();
    std::size_t left = data.size();
    for (; left >= kBlock; left -= kBlock, at += kBlock) {
        std::array<std::uint64_t, kBlock / sizeof word> block;
        std::memcpy(block.data(), at, kBlock);
        for (std::uint64_t &part : block)
            part ^= word;
        std::memcpy(at, block.data(), kBlock);
    }
    // A block and a word are multiples of the key's length, so the key never has to be turned again.
    for (; left >= sizeof word; left -= sizeof word, at += sizeof word) {
        std::uint64_t part;
        std::memcpy(&part, at, sizeof part);
        part ^= word;
        std::memcpy(at, &part, sizeof part);
    }
    for (std::size_t i = 0; i < left; ++i)
        at[i] = static_cast<char>(static_cast<std::uint8_t>(at[i]) ^ key[(position + i) & 3]);
}

} // namespace relay::ws
