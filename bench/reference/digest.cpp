// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/reference/digest.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace relay::reference {

namespace {

using State = std::array<std::uint32_t, 5>;
constexpr std::size_t kBlock = 64;
constexpr std::size_t kDigest = 20;

// One round's function and constant (FIPS 180-4, sections 4.1.1 and 4.2.1).
std::uint32_t roundValue(int round, std::uint32_t b, std::uint32_t c, std::uint32_t d)
{
    switch (round / 20) {
    case 0: return ((b & c) ^ (~b & d)) + 0x5A827999U;
    case 1: return (b ^ c ^ d) + 0x6ED9EBA1U;
    case 2: return ((b & c) ^ (b & d) ^ (c & d)) + 0x8F1BBCDCU;
    default: return (b ^ c ^ d) + 0xCA62C1D6U;
    }
}

void digestBlock(State &state, std::span<const std::uint8_t> block)
{
    std::array<std::uint32_t, 80> words {};
    for (std::size_t i = 0; i < kBlock; ++i)
        words[i / 4] = words[i / 4] << 8 | block[i];
    for (std::size_t i = 16; i < words.size(); ++i)
        words[i] = std::rotl(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
    auto [a, b, c, d, e] = state;
    for (int round = 0; round < 80; ++round) {
        const std::uint32_t next = std::rotl(a, 5) + roundValue(round, b, c, d) + e + words[std::size_t(round)];
        e = d;
        d = c;
        c = std::rotl(b, 30);
        b = a;
        a = next;
    }
    const State sum { a, b, c, d, e };
    for (std::size_t i = 0; i < state.size(); ++i)
        state[i] += sum[i];
}

std::array<std::uint8_t, kDigest> sha1(std::string_view text)
{
    std::basic_string<std::uint8_t> padded(text.begin(), text.end());
    padded.push_back(0x80);
    padded.resize((padded.size() + 8 + kBlock - 1) / kBlock * kBlock);
    for (std::size_t i = 0; i < 8; ++i)
        padded[padded.size() - 1 - i] = std::uint8_t(std::uint64_t(text.size()) * 8 >> (8 * i));
    State state { 0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0 };
    for (std::size_t at = 0; at < padded.size(); at += kBlock)
        digestBlock(state, std::span(padded).subspan(at, kBlock));
    std::array<std::uint8_t, kDigest> digest;
    for (std::size_t i = 0; i < kDigest; ++i)
        digest[i] = std::uint8_t(state[i / 4] >> (24 - 8 * (i % 4)));
    return digest;
}

} // namespace

std::string acceptValue(std::string_view key)
{
    constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const auto digest = sha1(std::string(key) + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
    std::string text;
    std::uint32_t bits = 0;
    int held = 0; // bits that no character stands for yet
    for (const std::uint8_t octet : digest) {
        bits = bits << 8 | octet;
        for (held += 8; held >= 6; held -= 6)
            text += kAlphabet[bits >> (held - 6) & 63];
    }
    text += kAlphabet[bits << (6 - held) & 63]; // 160 bits leave 4
    return text + '=';
}

} // namespace relay::reference
