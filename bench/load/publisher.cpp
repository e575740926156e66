// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load/publisher.h"

#include "common/ws/frameencoder.h"
#include "common/ws/mask.h"

#include <array>

namespace relay::load {

namespace {
constexpr ws::MaskKey kKey = { 0x5B, 0x0C, 0xE9, 0x72 };
}

Publisher::Publisher(const Options &options, std::uint32_t number)
    : m_number(number)
    , m_receivers(options.receivers())
    , m_missing(options.rate > 0 ? 0 : options.window)
{
    std::array<char, ws::kMaxHeader> head;
    m_headSize
        = ws::encodeMaskedHeader(head, options.isText ? ws::Opcode::Text : ws::Opcode::Binary, options.size, kKey);
    std::string payload(options.size, 'r');
    ws::applyMask(payload, kKey);
    m_frame.assign(head.data(), m_headSize).append(payload);
}

void Publisher::publish(Peer &peer, std::int64_t stampNs)
{
    const std::span<char, kStampSize> stamp(m_frame.data() + m_headSize, kStampSize);
    writeStamp(stamp, { stampNs, m_next, m_number });
    ws::applyMask(stamp, kKey);
    if (!m_missing.empty())
        m_missing[m_next % m_missing.size()] = m_receivers;
    ++m_next;
    peer.unsent += m_frame;
}

void Publisher::resolved(std::uint32_t sequence)
{
    if (m_missing.empty())
        return;
    --m_missing[sequence % m_missing.size()];
    while (m_oldest < m_next && m_missing[m_oldest % m_missing.size()] == 0)
        ++m_oldest;
}

} // namespace relay::load
