// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/reference/topic.h"

namespace relay::reference {

void Topic::join(Peer &peer)
{
    peer.topic = this;
    if (!peer.reads)
        return;
    peer.slot = m_readers.size();
    m_readers.push_back(&peer);
}

void Topic::leave(Peer &peer)
{
    if (!peer.reads)
        return;
    m_readers[peer.slot] = m_readers.back();
    m_readers[peer.slot]->slot = peer.slot;
    m_readers.pop_back();
}

bool Topic::publish(Peer &from, const FrameHead &head, std::span<const char> maskedPayload)
{
    const std::size_t start = m_bytes.size();
    appendFrame(m_bytes, head, maskedPayload);
    m_pieces.push_back({ &from, start, m_bytes.size() - start });
    from.lastBatch = from.reads ? m_serial : 0;
    return m_pieces.size() == 1;
}

void Topic::clear()
{
    m_bytes.clear();
    m_others.clear();
    m_pieces.clear();
    ++m_serial;
}

} // namespace relay::reference
