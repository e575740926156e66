// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/taprecorder.h"

#include "common/mpegts/tsframer.h"
#include "server/hub/topic.h"

#include <algorithm>
#include <cstring>

namespace relay::hub {

namespace {

constexpr std::size_t kHead = 8; // with the PID, the counter, and what the adaptation field begins with
using mpegts::kPacket;

bool isWholePackets(std::span<const char> payload)
{
    if (payload.empty() || payload.size() % kPacket != 0)
        return false;
    for (std::size_t at = 0; at < payload.size(); at += kPacket) {
        if (payload[at] != mpegts::kSync)
            return false;
    }
    return true;
}

std::size_t copyHeads(std::span<const char> payload, char *to, std::size_t room)
{
    std::size_t length = 0;
    for (std::size_t at = 0; at < payload.size() && length + kHead <= room; at += kPacket, length += kHead)
        std::memcpy(to + length, payload.data() + at, kHead);
    return length;
}

} // namespace

TapRecorder::TapRecorder()
    : m_slots(new Slot[kSlots])
    , m_bytes(new char[kSlots * kSlotBytes])
{
}

void TapRecorder::setTaps(std::vector<stats::TapSpec> specs)
{
    std::vector<Tap> taps;
    for (stats::TapSpec &spec : specs) {
        const auto known
            = std::find_if(m_taps.begin(), m_taps.end(), [&](const Tap &tap) { return tap.spec.id == spec.id; });
        taps.push_back(known != m_taps.end() ? *known : Tap { std::move(spec) });
    }
    m_taps = std::move(taps);
}

bool TapRecorder::isDue(Tap &tap)
{
    if (++tap.passed < tap.spec.sample)
        return false;
    tap.passed = 0;
    return true;
}

void TapRecorder::sent(const Member &from, ws::Opcode opcode, std::span<const char> payload, std::int64_t wallMs)
{
    if (from.topic->kind() == topic::Kind::Stream)
        return;
    for (Tap &tap : m_taps) {
        const bool isMeant
            = tap.spec.connection != 0 ? tap.spec.connection == from.id : tap.spec.topic == from.topic->name();
        if (tap.spec.in && isMeant && isDue(tap))
            record(tap, { from.id, true, opcode, payload, wallMs });
    }
}

void TapRecorder::handedOut(const Topic &topic, std::span<const char> bytes, std::span<const Segment> segments,
                            std::int64_t wallMs)
{
    if (topic.kind() == topic::Kind::Stream)
        return;
    for (Tap &tap : m_taps) {
        if (!tap.spec.out || (tap.spec.connection == 0 && tap.spec.topic != topic.name()))
            continue;
        for (const Member *reader : topic.readers()) {
            if (reader->isReceiving && (tap.spec.connection == 0 || tap.spec.connection == reader->id))
                handOut(tap, *reader, bytes, segments, wallMs);
        }
    }
}

void TapRecorder::handOut(Tap &tap, const Member &reader, std::span<const char> bytes,
                          std::span<const Segment> segments, std::int64_t wallMs)
{
    for (const Segment &segment : segments) {
        if (segment.sender == reader.id || !isDue(tap))
            continue;
        const char *const frame = bytes.data() + segment.offset;
        record(tap,
               { reader.id,
                 false,
                 ws::Opcode(*frame & 0x0f),
                 { frame + segment.length - segment.payload, segment.payload },
                 wallMs });
    }
}

void TapRecorder::record(Tap &tap, const Passing &passing)
{
    if (m_count == kSlots) { // the oldest gives way
        const stats::TapId oldest = m_slots[m_first].tap;
        for (Tap &each : m_taps)
            each.lost += each.spec.id == oldest ? 1 : 0;
        m_first = (m_first + 1) % kSlots;
        --m_count;
    }
    const std::size_t place = (m_first + m_count++) % kSlots;
    char *const preview = m_bytes.get() + place * kSlotBytes;
    const std::size_t room = std::min(tap.spec.preview, kSlotBytes);
    Slot &slot = m_slots[place];
    slot = { tap.spec.id,
             passing.connection,
             passing.wallMs,
             passing.payload.size(),
             0,
             passing.isIn,
             passing.opcode == ws::Opcode::Text,
             tap.spec.packetHeads && isWholePackets(passing.payload) };
    if (slot.hasPacketHeads) {
        slot.length = std::uint16_t(copyHeads(passing.payload, preview, room));
        return;
    }
    const std::size_t length = std::min(room, passing.payload.size());
    if (length > 0)
        std::memcpy(preview, passing.payload.data(), length);
    slot.length = std::uint16_t(length);
}

std::vector<stats::TapRecord> TapRecorder::take()
{
    std::vector<stats::TapRecord> records;
    records.reserve(m_count);
    for (; m_count > 0; --m_count, m_first = (m_first + 1) % kSlots) {
        const Slot &slot = m_slots[m_first];
        const auto tap
            = std::find_if(m_taps.begin(), m_taps.end(), [&](const Tap &each) { return each.spec.id == slot.tap; });
        if (tap == m_taps.end())
            continue; // closed meanwhile
        const char *const preview = m_bytes.get() + m_first * kSlotBytes;
        records.push_back({ slot.tap, slot.connection, slot.at, slot.size, slot.isIn, slot.isText, slot.hasPacketHeads,
                            QByteArray(preview, slot.length), std::exchange(tap->lost, 0) });
    }
    return records;
}

} // namespace relay::hub
