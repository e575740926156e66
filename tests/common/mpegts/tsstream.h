// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/mpegts/tsframer.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

//! Transport streams for the tests, and what the framer made of them.
namespace relay::mpegts::test {

//! A packet that can be told from others: the sync byte, its number, then filling without a sync byte.
inline std::string packet(unsigned number)
{
    std::string bytes(kPacket, static_cast<char>(0xaa));
    bytes[0] = kSync;
    for (int i = 0; i < 4; ++i)
        bytes[static_cast<std::size_t>(1 + i)] = static_cast<char>(0x80 | ((number >> (7 * i)) & 0x7f)); // never 0x47
    return bytes;
}

inline std::string stream(unsigned count, unsigned first = 0)
{
    std::string bytes;
    for (unsigned i = 0; i < count; ++i)
        bytes += packet(first + i);
    return bytes;
}

struct Outcome
{
    std::vector<std::string> messages;
    TsFramer::Verdict verdict = TsFramer::Verdict::Undecided;
    std::uint64_t packets = 0;
    std::uint64_t resyncs = 0;
    std::uint64_t skipped = 0;

    [[nodiscard]] std::string all() const
    {
        std::string bytes;
        for (const std::string &message : messages)
            bytes += message;
        return bytes;
    }
};

//! Feeds the stream in pieces of these sizes, the last one repeated; flushes after every `passes` pieces.
inline Outcome frame(const std::string &bytes, const std::vector<std::size_t> &sizes, unsigned passes = 1)
{
    TsFramer framer;
    Outcome outcome;
    const auto emit
        = [&](std::span<const char> message) { outcome.messages.emplace_back(message.begin(), message.end()); };
    std::size_t turn = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t size = std::min(sizes[std::min(turn, sizes.size() - 1)], bytes.size() - at);
        framer.feed(std::span<const char>(bytes).subspan(at, size), emit);
        at += size;
        if (++turn % passes == 0)
            framer.flush(emit);
    }
    framer.finish(emit);
    outcome.verdict = framer.verdict();
    outcome.packets = framer.packets();
    outcome.resyncs = framer.resyncs();
    outcome.skipped = framer.skippedBytes();
    return outcome;
}

} // namespace relay::mpegts::test
