// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/batch.h"

#include "common/ws/frameencoder.h"

#include <array>
#include <cstring>

namespace relay::hub {

namespace {
// A buffer that grew beyond this for one large message is given back instead of kept.
constexpr std::size_t kKeptCapacity = 640 * 1024;
constexpr std::size_t kKeptSegments = 8192;
} // namespace

void Batch::append(ws::Opcode opcode, std::span<const char> payload, std::uint64_t sender)
{
    std::array<char, ws::kMaxHeader> header;
    const std::size_t headerLength = ws::encodeHeader(header, opcode, payload.size());
    const std::size_t offset = m_bytes.size();
    m_bytes.append(header.data(), headerLength);
    m_bytes.append(payload.data(), payload.size());
    m_segments.push_back(
        { sender, std::uint32_t(offset), std::uint32_t(m_bytes.size() - offset), std::uint32_t(payload.size()) });
    m_payloadBytes += payload.size();
}

void Batch::clear()
{
    m_bytes.clear();
    m_segments.clear();
    m_payloadBytes = 0;
    if (m_bytes.capacity() > kKeptCapacity)
        m_bytes.shrink_to_fit();
    if (m_segments.capacity() > kKeptSegments)
        m_segments.shrink_to_fit();
}

SharedBatch::SharedBatch(std::span<const char> bytes, std::span<const Segment> segments, std::size_t first,
                         std::size_t end)
    : m_segments(segments.begin() + std::ptrdiff_t(first), segments.begin() + std::ptrdiff_t(end))
{
    const std::uint32_t start = m_segments.front().offset;
    m_size = m_segments.back().offset + m_segments.back().length - start;
    m_bytes.reset(new char[m_size]);
    std::memcpy(m_bytes.get(), bytes.data() + start, m_size);
    for (Segment &segment : m_segments)
        segment.offset -= start;
}

std::size_t SharedBatch::cost() const
{
    return m_size + m_segments.size() * sizeof(Segment) + fixedCost();
}

std::size_t SharedBatch::fixedCost()
{
    // The object with its control block, two heap headers, and the queue entry that refers to it.
    return sizeof(SharedBatch) + 16 + 2 * 16 + 48;
}

} // namespace relay::hub
