// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ws/frameparser.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

//! What a parser says about some bytes, as lines that can be compared and read: `text hello`, `failed 1002`.
namespace relay::ws::test {

using Events = std::vector<std::string>;

//! A payload in words: itself when it is short and printable, else its length and a hash.
inline std::string describe(std::string_view payload)
{
    const auto isPlain = [](char c) { return c >= 0x20 && c < 0x7F; };
    bool plain = payload.size() <= 40;
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : payload) {
        plain = plain && isPlain(c);
        hash = (hash ^ static_cast<std::uint8_t>(c)) * 0x100000001B3ULL;
    }
    return plain ? std::string(payload) : std::to_string(payload.size()) + " octets, hash " + std::to_string(hash);
}

inline std::string describe(const FrameParser &parser, FrameParser::Event event)
{
    const std::string payload = describe({ parser.payload().data(), parser.payload().size() });
    switch (event) {
    case FrameParser::Event::NeedMore: return "more";
    case FrameParser::Event::Message: return (parser.opcode() == Opcode::Text ? "text " : "binary ") + payload;
    case FrameParser::Event::Ping: return "ping " + payload;
    case FrameParser::Event::Pong: return "pong " + payload;
    case FrameParser::Event::Close: return "close " + std::to_string(parser.closeCode()) + " " + payload;
    case FrameParser::Event::Failed: break;
    }
    return "failed " + std::to_string(parser.closeCode());
}

//! Feeds one piece, as one read would, from memory of its exact size; appends what comes of it.
inline void feed(FrameParser &parser, std::string_view piece, Events &events)
{
    std::vector<char> copy(piece.begin(), piece.end());
    std::span<char> input = copy;
    while (true) {
        const FrameParser::Event event = parser.next(input);
        if (event == FrameParser::Event::NeedMore)
            return;
        // Failed comes again and again: it counts once.
        const bool isFailed = event == FrameParser::Event::Failed;
        if (!isFailed || events.empty() || !events.back().starts_with("failed"))
            events.push_back(describe(parser, event));
        if (isFailed)
            return;
    }
}

} // namespace relay::ws::test
