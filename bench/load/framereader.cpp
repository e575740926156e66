// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load/framereader.h"

#include "bench/load/wire.h"

#include <algorithm>

namespace relay::load {

namespace {

constexpr std::uint8_t kText = 1;
constexpr std::uint8_t kBinary = 2;
constexpr std::uint8_t kClose = 8;

std::size_t headSize(std::uint8_t shortLength)
{
    if (shortLength < 126)
        return 2;
    return shortLength == 126 ? 4 : 10;
}

} // namespace

bool FrameReader::readHead(std::span<const char> &input)
{
    while (!input.empty()) {
        m_head[m_headGot++] = std::uint8_t(input.front());
        input = input.subspan(1);
        if (m_headGot >= 2 && m_headGot == headSize(m_head[1]))
            return true;
    }
    return false;
}

void FrameReader::understandHead()
{
    const std::uint8_t opcode = m_head[0] & 0x0F;
    if ((m_head[0] & 0xF0) != 0x80 || m_head[1] > 127)
        throw Failure("a frame is a fragment, masked, or of an extension that was not agreed on");
    if (opcode == kClose)
        throw Failure("the server closed a connection by a close frame");
    if (opcode != kText && opcode != kBinary && opcode < kClose)
        throw Failure("a frame of an unknown kind came");
    m_size = m_head[1];
    if (m_headGot > 2) {
        m_size = 0;
        for (std::size_t i = 2; i < m_headGot; ++i)
            m_size = m_size << 8 | m_head[i];
    }
    m_headGot = 0;
    m_got = 0;
    m_isInside = true;
}

FrameReader::Event FrameReader::next(std::span<const char> &input)
{
    while (true) {
        if (!m_isInside) {
            if (!readHead(input))
                return Event::NeedMore;
            understandHead();
        }
        const std::size_t part = std::min(m_size - m_got, input.size());
        if (m_got < kStampSize)
            std::copy_n(input.begin(), std::min(part, kStampSize - m_got), m_stamp.begin() + std::ptrdiff_t(m_got));
        m_got += part;
        input = input.subspan(part);
        if (m_got < m_size)
            return Event::NeedMore;
        m_isInside = false;
        if ((m_head[0] & 0x0F) < kClose)
            return Event::Message;
    }
}

} // namespace relay::load
