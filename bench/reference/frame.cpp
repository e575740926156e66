// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/reference/frame.h"

#include <algorithm>
#include <cstring>

namespace relay::reference {

namespace {

std::uint8_t octet(std::span<const char> input, std::size_t at)
{
    return std::uint8_t(input[at]);
}

std::size_t lengthOctets(std::uint8_t shortLength)
{
    if (shortLength < 126)
        return 0;
    return shortLength == 126 ? 2 : 8;
}

void unmask(char *at, std::size_t size, std::array<std::uint8_t, 4> mask)
{
    std::array<std::uint8_t, 32> pattern;
    for (std::size_t i = 0; i < pattern.size(); ++i)
        pattern[i] = mask[i % mask.size()];
    std::size_t done = 0;
    for (; done + pattern.size() <= size; done += pattern.size()) { // of a fixed length, for vector instructions
        for (std::size_t i = 0; i < pattern.size(); ++i)
            at[done + i] = char(std::uint8_t(at[done + i]) ^ pattern[i]);
    }
    for (; done < size; ++done)
        at[done] = char(std::uint8_t(at[done]) ^ pattern[done % pattern.size()]);
}

} // namespace

FrameHead readHead(std::span<const char> input)
{
    FrameHead head;
    if (input.size() < 2)
        return head;
    head.opcode = octet(input, 0) & 0x0F;
    head.payloadSize = octet(input, 1) & 0x7F;
    const std::size_t longer = lengthOctets(std::uint8_t(head.payloadSize));
    const std::size_t size = 2 + longer + head.mask.size();
    if (input.size() < size)
        return head;
    if (longer > 0)
        head.payloadSize = 0;
    for (std::size_t i = 0; i < longer; ++i)
        head.payloadSize = head.payloadSize << 8 | octet(input, 2 + i);
    std::memcpy(head.mask.data(), input.data() + 2 + longer, head.mask.size());
    head.headSize = size;
    return head;
}

void appendFrame(std::string &out, const FrameHead &head, std::span<const char> maskedPayload)
{
    const std::size_t size = maskedPayload.size();
    std::size_t longer = 0;
    if (size >= 126)
        longer = size <= 0xFFFF ? 2 : 8;
    out += char(0x80 | head.opcode);
    if (longer == 0)
        out += char(size);
    else
        out += char(longer == 2 ? 126 : 127);
    for (std::size_t i = longer; i > 0; --i)
        out += char(size >> (8 * (i - 1)) & 0xFF);
    const std::size_t start = out.size();
    out.append(maskedPayload.data(), size);
    unmask(out.data() + start, size, head.mask);
}

} // namespace relay::reference
