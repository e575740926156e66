// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ws/frameencoder.h"
#include "common/ws/frameparser.h"

#include <benchmark/benchmark.h>

#include <cstring>
#include <string>
#include <vector>

using namespace relay::ws;

namespace {
constexpr MaskKey kKey = { 0x37, 0xFA, 0x21, 0x3D };

//! So many frames as a client sends them.
std::string frames(Opcode opcode, std::size_t size, std::size_t count)
{
    std::string payload(size, 'x');
    applyMask(payload, kKey);
    std::array<char, kMaxHeader> header;
    const std::size_t headerSize = encodeMaskedHeader(header, opcode, size, kKey);
    std::string all;
    for (; count > 0; --count)
        all.append(header.data(), headerSize).append(payload);
    return all;
}

std::size_t messagesIn(FrameParser &parser, std::span<char> input)
{
    std::size_t messages = 0;
    FrameParser::Event event;
    while ((event = parser.next(input)) == FrameParser::Event::Message) {
        ++messages;
        benchmark::DoNotOptimize(parser.payload().data());
    }
    return event == FrameParser::Event::NeedMore ? messages : 0;
}

/*!
 * Whole messages, about 64 KiB at a time as one read would bring them. Parsing changes the buffer, so that each round
 * copies the stream anew; that copy is part of the figure, about as much as the read itself would be.
 */
void parseWhole(benchmark::State &state, Opcode opcode)
{
    const auto size = static_cast<std::size_t>(state.range(0));
    const std::size_t count = std::max<std::size_t>(1, 64 * 1024 / (size + kMaxHeader));
    const std::string stream = frames(opcode, size, count);
    std::string buffer = stream;
    FrameParser parser(Role::Server);
    for (auto _ : state) {
        std::memcpy(buffer.data(), stream.data(), stream.size());
        if (messagesIn(parser, buffer) != count)
            state.SkipWithError("messages are missing");
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(count));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(stream.size()));
}
BENCHMARK_CAPTURE(parseWhole, binary, Opcode::Binary)->Arg(0)->Arg(100)->Arg(1024)->Arg(16 * 1024)->Arg(256 * 1024);
BENCHMARK_CAPTURE(parseWhole, text, Opcode::Text)->Arg(100)->Arg(1024)->Arg(16 * 1024);

//! One message of 256 KiB in reads of so many bytes.
void parseInParts(benchmark::State &state)
{
    const auto part = static_cast<std::size_t>(state.range(0));
    const std::string stream = frames(Opcode::Binary, 256 * 1024, 1);
    std::string buffer = stream;
    FrameParser parser(Role::Server);
    for (auto _ : state) {
        std::memcpy(buffer.data(), stream.data(), stream.size());
        std::size_t messages = 0;
        for (std::size_t at = 0; at < buffer.size(); at += part)
            messages += messagesIn(parser, std::span(buffer).subspan(at, std::min(part, buffer.size() - at)));
        if (messages != 1)
            state.SkipWithError("the message is missing");
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(stream.size()));
}
BENCHMARK(parseInParts)->Arg(1448)->Arg(16 * 1024)->Arg(64 * 1024);

} // namespace
