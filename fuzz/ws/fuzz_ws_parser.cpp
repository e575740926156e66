// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/ws/referenceparser.h"

#include <cstdio>
#include <cstdlib>

using namespace relay::ws;
using namespace relay::ws::test;

namespace {
constexpr std::uint64_t kLimit = 4096; //!< bytes a message; small, so that the limit is met

//! An input: one octet of options, one that sets the sizes of the pieces, then the stream.
constexpr std::size_t kOptions = 2;

Events parse(Role role, std::string_view stream, std::uint8_t pieces)
{
    FrameParser parser(role, kLimit);
    Events events;
    for (std::size_t turn = 0; !stream.empty(); ++turn) {
        // 0: all at once. Else pieces of two sizes by turns, 1 to 16 and 1 to 241.
        const std::size_t piece = turn % 2 ? 1 + (pieces >> 4) * 16U : 1 + (pieces & 15U);
        const std::size_t size = pieces == 0 ? stream.size() : std::min(stream.size(), piece);
        feed(parser, stream.substr(0, size), events);
        stream.remove_prefix(size);
        if (parser.heldBytes() > 2 * (kLimit + kMaxControlPayload)) {
            std::fprintf(stderr, "the parser holds %zu bytes\n", parser.heldBytes());
            std::abort();
        }
    }
    return events;
}

void compare(const Events &expected, const Events &found, const char *what)
{
    if (expected == found)
        return;
    for (const std::string &event : expected)
        std::fprintf(stderr, "expected: %s\n", event.c_str());
    for (const std::string &event : found)
        std::fprintf(stderr, "%s: %s\n", what, event.c_str());
    std::abort();
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < kOptions)
        return 0;
    const Role role = data[0] & 1 ? Role::Client : Role::Server;
    const std::string_view stream(reinterpret_cast<const char *>(data) + kOptions, size - kOptions);
    const Events expected = ReferenceParser(role, kLimit).parse(stream);
    compare(expected, parse(role, stream, 0), "whole");
    compare(expected, parse(role, stream, data[1]), "in pieces");
    return 0;
}
