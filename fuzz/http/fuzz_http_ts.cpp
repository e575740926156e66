// SPDX-License-Identifier: GPL-3.0-or-later
// The transport stream framer: what is sent on depends on the bytes alone, not on how they were split.
#include "tests/common/mpegts/tsstream.h"

#include <cstdint>
#include <cstdlib>

using namespace relay::mpegts;
using namespace relay::mpegts::test;

namespace {

/*!
 * A stream from few octets, since 188 bytes a packet are more than a fuzzer likes to invent. Each octet is one piece
 * of stream: mostly a packet, sometimes part of one, filling, or a run of sync bytes.
 */
std::string streamOf(const std::uint8_t *data, std::size_t size)
{
    std::string bytes;
    for (std::size_t i = 0; i < size && bytes.size() < 150000; ++i) {
        const unsigned amount = data[i] >> 3;
        switch (data[i] & 7) {
        case 0: bytes += packet(amount).substr(0, 1 + amount * 6); break;
        case 1: bytes += packet(amount).substr(amount * 6); break;
        case 2: bytes += std::string(amount, 'x'); break;
        case 3: bytes += std::string(amount, kSync); break;
        case 4: bytes += stream(amount * 12, amount); break;
        case 5: bytes += static_cast<char>(data[i]); break;
        default: bytes += packet(amount); break;
        }
    }
    return bytes;
}

void require(bool isTrue)
{
    if (!isTrue)
        std::abort();
}

} // namespace

//! An input: two octets for the sizes of the pieces and the passes, then the stream as streamOf() reads it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::string bytes = streamOf(data + 2, size - 2);
    const Outcome whole = frame(bytes, { std::max<std::size_t>(1, bytes.size()) });
    const Outcome split = frame(bytes, { 1U + data[0], 1U + data[1] * 1000U, 1U + data[0] * 7U }, 1 + data[1] % 5);
    require(whole.verdict == split.verdict && whole.packets == split.packets);
    require(whole.resyncs == split.resyncs);
    require(whole.all() == split.all());
    if (whole.verdict == TsFramer::Verdict::TransportStream)
        require(whole.skipped == split.skipped && whole.skipped + whole.all().size() == bytes.size());
    for (const std::string &message : split.messages)
        require(!message.empty() && message.size() % kPacket == 0 && message.size() <= kMaxTsMessage
                && message[0] == kSync);
    return 0;
}
