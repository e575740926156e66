// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/mpegts/tsframer.h"

#include <algorithm>
#include <array>

namespace relay::mpegts {

namespace {

constexpr std::size_t kLookAhead = 3; // packets that must line up before a place counts as in sync
constexpr std::size_t kCapacity = kMaxTsMessage + kLookAhead * kPacket;

//! How many of the places 0, 188 and 376 exist and hold the sync byte before the first that does not.
std::size_t syncsAtStart(std::span<const char> bytes)
{
    std::size_t count = 0;
    while (count < kLookAhead && count * kPacket < bytes.size() && bytes[count * kPacket] == kSync)
        ++count;
    return count;
}

//! Whether no place that exists contradicts: all three in sync, or the bytes end before.
bool mayBeSync(std::span<const char> bytes)
{
    const std::size_t count = syncsAtStart(bytes);
    return count == kLookAhead || count * kPacket >= bytes.size();
}

} // namespace

bool TsFramer::canPassThrough(std::span<const char> piece) const
{
    if (!m_isInSync || !m_pending.empty() || piece.size() < kMaxTsMessage)
        return false;
    for (std::size_t at = 0; at < kMaxTsMessage; at += kPacket) {
        if (piece[at] != kSync)
            return false;
    }
    return true;
}

std::size_t TsFramer::store(std::span<const char> piece)
{
    if (m_verdict == Verdict::NotTransportStream)
        return piece.size();
    m_pending.reserve(kCapacity); // once: it never grows beyond
    const std::size_t size = std::min(piece.size(), kCapacity - m_pending.size());
    m_pending.insert(m_pending.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(size));
    advance(false);
    return size;
}

// Decides on as many of the held bytes as can be decided.
void TsFramer::advance(bool isEnd)
{
    if (m_verdict == Verdict::Undecided)
        decide(isEnd);
    if (m_verdict != Verdict::TransportStream)
        return;
    while (m_isInSync ? takePackets() : findSync(isEnd)) { }
}

void TsFramer::decide(bool isEnd)
{
    constexpr std::array<std::string_view, kLookAhead> missing = {
        "This is not an MPEG transport stream: byte 0 is not 0x47. With ffmpeg, add -f mpegts before the address.",
        "This is not an MPEG transport stream: byte 188 is not 0x47. With ffmpeg, add -f mpegts before the address.",
        "This is not an MPEG transport stream: byte 376 is not 0x47. With ffmpeg, add -f mpegts before the address."
    };
    if (m_pending.empty())
        return;
    const std::size_t count = syncsAtStart(m_pending);
    if (!mayBeSync(m_pending))
        return refuse(missing[count]);
    if (isEnd && m_pending.size() < kPacket)
        return refuse("This is not an MPEG transport stream: it ends before the 188 bytes of the first packet.");
    if (count < kLookAhead && !isEnd)
        return;
    m_verdict = Verdict::TransportStream;
    m_isInSync = true;
}

//! Takes whole packets while they are in sync. True: sync was lost, which must be mended before more can be taken.
bool TsFramer::takePackets()
{
    while (m_ready < kMaxTsMessage && m_ready < m_pending.size()) {
        if (m_pending[m_ready] != kSync) {
            m_isInSync = false;
            ++m_resyncs;
            return true;
        }
        if (m_pending.size() - m_ready < kPacket)
            return false;
        m_ready += kPacket;
        ++m_packets;
    }
    return false;
}

//! Skips to the next place in sync. True: found. Near the end of the stream fewer packets have to line up.
bool TsFramer::findSync(bool isEnd)
{
    const std::span<const char> held(m_pending);
    std::size_t at = m_ready;
    while (at < held.size() && !mayBeSync(held.subspan(at)))
        ++at;
    m_skipped += at - m_ready;
    m_pending.erase(m_pending.begin() + static_cast<std::ptrdiff_t>(m_ready),
                    m_pending.begin() + static_cast<std::ptrdiff_t>(at));
    const std::size_t rest = m_pending.size() - m_ready;
    const bool isWhole = syncsAtStart(std::span<const char>(m_pending).subspan(m_ready)) == kLookAhead;
    m_isInSync = isWhole || (isEnd && rest >= kPacket);
    return m_isInSync;
}

void TsFramer::refuse(std::string_view why)
{
    m_verdict = Verdict::NotTransportStream;
    m_failure = why;
    m_pending = {};
}

void TsFramer::dropReady()
{
    m_pending.erase(m_pending.begin(), m_pending.begin() + static_cast<std::ptrdiff_t>(m_ready));
    m_ready = 0;
    advance(false); // what waited behind a full message belongs to the same pass
}

void TsFramer::dropRest()
{
    m_skipped += m_pending.size();
    m_pending = {};
}

} // namespace relay::mpegts
