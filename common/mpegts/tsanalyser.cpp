// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/mpegts/tsanalyser.h"

#include "common/mpegts/tsframer.h"

#include <algorithm>

namespace relay::mpegts {

namespace {

constexpr std::int64_t kStepMs = 250; // of the rates
constexpr std::size_t kHead = 4;
constexpr std::uint64_t kGuessFrom = 3; // packets; tables come one by one
constexpr std::size_t kTableHead = 8;   // of a PAT or PMT, from table_id on
constexpr std::size_t kCrc = 4;

std::uint8_t byteAt(std::span<const char> bytes, std::size_t index)
{
    return index < bytes.size() ? static_cast<std::uint8_t>(bytes[index]) : 0;
}

std::uint16_t pidAt(std::span<const char> bytes, std::size_t index)
{
    return static_cast<std::uint16_t>((byteAt(bytes, index) & 0x1F) << 8 | byteAt(bytes, index + 1));
}

//! Where the entries of a section end; 0: it is not whole or no section of this table.
std::size_t endOfEntries(std::span<const char> section, std::uint8_t table)
{
    if (section.size() < kTableHead || byteAt(section, 0) != table)
        return 0;
    const std::size_t length = static_cast<std::size_t>((byteAt(section, 1) & 0x0F) << 8 | byteAt(section, 2));
    const std::size_t end = 3 + length;
    return end > section.size() || end < kTableHead + kCrc ? 0 : end - kCrc;
}

} // namespace

bool hasRandomAccess(std::span<const char> bytes, std::size_t packet)
{
    if (packet < kHead + 2)
        return false;
    for (; bytes.size() >= packet; bytes = bytes.subspan(packet)) {
        const bool isStart = (byteAt(bytes, 1) & 0x40) != 0;
        const bool hasFlags = (byteAt(bytes, 3) & 0x20) != 0 && byteAt(bytes, kHead) > 0;
        if (bytes[0] == kSync && isStart && hasFlags && (byteAt(bytes, kHead + 1) & 0x40) != 0)
            return true;
    }
    return false;
}

bool isVideoType(int streamType)
{
    return streamType == 0x01 || streamType == 0x02 || streamType == 0x10 || streamType == 0x1B || streamType == 0x24;
}

void TsAnalyser::feed(std::span<const char> bytes, std::size_t packet, std::int64_t atMs)
{
    if (packet < kHead)
        return;
    for (; bytes.size() >= packet; bytes = bytes.subspan(packet))
        takePacket(bytes.first(std::min(packet, kPacket)), atMs);
}

TsAnalyser::Pid *TsAnalyser::pidOf(std::uint16_t number)
{
    const auto found = m_pids.find(number);
    if (found != m_pids.end())
        return &found->second;
    if (m_pids.size() >= kMaxPids)
        return nullptr;
    Pid &pid = m_pids[number];
    pid.facts.pid = number;
    return &pid;
}

void TsAnalyser::skip()
{
    for (auto &[number, pid] : m_pids)
        pid.lastCounter = -1;
    m_hasOpen = false;
}

void TsAnalyser::takePacket(std::span<const char> packet, std::int64_t atMs)
{
    ++m_packets;
    if (packet[0] != kSync) {
        ++m_badPackets;
        return;
    }
    Pid *const known = pidOf(pidAt(packet, 1));
    if (known == nullptr) {
        ++m_otherPids;
        return;
    }
    Pid &pid = *known;
    ++pid.facts.packets;
    if (pid.rates.empty() || atMs - pid.rates.back().first >= kStepMs)
        pid.rates.emplace_back(atMs, 0);
    ++pid.rates.back().second;
    while (atMs - pid.rates.front().first > kWindowMs)
        pid.rates.pop_front();

    const bool isStart = (byteAt(packet, 1) & 0x40) != 0;
    const bool hasAdaptation = (byteAt(packet, 3) & 0x20) != 0;
    const bool hasPayload = (byteAt(packet, 3) & 0x10) != 0;
    const std::uint8_t adaptation = hasAdaptation ? byteAt(packet, kHead) : 0;
    const std::uint8_t flags = adaptation > 0 ? byteAt(packet, kHead + 1) : 0;
    checkContinuity(pid, packet, hasPayload, (flags & 0x80) != 0, atMs);
    if (isStart && hasPayload)
        ++pid.starts;
    takePayload(pid, packet);
    countFrame(pid, isStart && hasPayload, (flags & 0x40) != 0, atMs);
}

//! Of the first packet of a section or frame, when it is whole.
void TsAnalyser::takePayload(Pid &pid, std::span<const char> packet)
{
    const bool isStart = (byteAt(packet, 1) & 0x40) != 0;
    const std::uint8_t control = byteAt(packet, 3) >> 4 & 3;
    if (packet.size() != kPacket || !isStart || (control & 1) == 0)
        return;
    const std::size_t from = kHead + (control == 3 ? 1u + byteAt(packet, kHead) : 0u);
    if (from >= kPacket)
        return;
    takeSection(pid, packet.subspan(from));
    if (isVideoType(pid.facts.streamType))
        takePicture(packet.subspan(from));
}

void TsAnalyser::learn(std::span<const char> wholePackets)
{
    for (; wholePackets.size() >= kPacket; wholePackets = wholePackets.subspan(kPacket)) {
        const auto packet = wholePackets.first(kPacket);
        if (packet[0] != kSync)
            return;
        if (Pid *pid = pidOf(pidAt(packet, 1)))
            takePayload(*pid, packet);
    }
}

void TsAnalyser::checkContinuity(Pid &pid, std::span<const char> packet, bool hasPayload, bool isDiscontinuous,
                                 std::int64_t atMs)
{
    if (!pid.facts.isCounted())
        return;
    const int counter = byteAt(packet, 3) & 0x0F;
    const int last = pid.lastCounter;
    pid.lastCounter = counter;
    if (last < 0 || isDiscontinuous) {
        pid.wasRepeated = false;
        return;
    }
    const bool isNext = counter == (hasPayload ? (last + 1) % 16 : last);
    // A packet may be sent twice, but not three times.
    const bool isRepeated = hasPayload && counter == last && !pid.wasRepeated;
    pid.wasRepeated = isRepeated;
    if (isNext || isRepeated)
        return;
    ++pid.facts.continuityErrors;
    if (pid.errors.size() == kMaxErrors)
        pid.errors.pop_front();
    pid.errors.push_back(atMs);
}

void TsAnalyser::takeSection(Pid &pid, std::span<const char> payload)
{
    if (pid.facts.pid != kPatPid && !pid.facts.isPmt)
        return;
    const std::size_t from = 1u + byteAt(payload, 0); // pointer_field
    if (from >= payload.size())
        return;
    if (pid.facts.pid == kPatPid)
        takePat(payload.subspan(from));
    else
        takePmt(payload.subspan(from));
}

void TsAnalyser::takePat(std::span<const char> section)
{
    const std::size_t end = endOfEntries(section, 0x00);
    for (std::size_t at = kTableHead; at + 4 <= end; at += 4) {
        const bool isNetwork = byteAt(section, at) == 0 && byteAt(section, at + 1) == 0;
        const std::uint16_t number = pidAt(section, at + 2);
        if (Pid *pid = isNetwork ? nullptr : pidOf(number))
            pid->facts.isPmt = true;
    }
}

void TsAnalyser::takePmt(std::span<const char> section)
{
    const std::size_t end = endOfEntries(section, 0x02);
    if (end < 12)
        return;
    std::size_t at = 12u + static_cast<std::size_t>((byteAt(section, 10) & 0x0F) << 8 | byteAt(section, 11));
    while (at + 5 <= end) {
        const std::uint16_t number = pidAt(section, at + 1);
        if (Pid *pid = pidOf(number)) {
            pid->facts.streamType = byteAt(section, at);
            m_knowsTypes = true;
            if (m_videoPid < 0 && isVideoType(pid->facts.streamType))
                m_videoPid = number;
        }
        at += 5u + static_cast<std::size_t>((byteAt(section, at + 3) & 0x0F) << 8 | byteAt(section, at + 4));
    }
}

//! The sequence header of MPEG-1 and MPEG-2 (ISO/IEC 11172-2, 2.4.2.3): twelve bits each.
void TsAnalyser::takePicture(std::span<const char> payload)
{
    for (std::size_t i = 0; i + 7 <= payload.size(); ++i) {
        if (payload[i] != 0 || payload[i + 1] != 0 || payload[i + 2] != 1 || byteAt(payload, i + 3) != 0xB3)
            continue;
        m_width = byteAt(payload, i + 4) << 4 | byteAt(payload, i + 5) >> 4;
        m_height = (byteAt(payload, i + 5) & 0x0F) << 8 | byteAt(payload, i + 6);
        return;
    }
}

bool TsAnalyser::isVideo(const Pid &pid) const
{
    if (m_videoPid >= 0)
        return pid.facts.pid == m_videoPid;
    // Nothing told the types: what carries most is the video.
    if (pid.facts.pid == kPatPid || pid.facts.pid == kNullPid || pid.facts.isPmt || pid.facts.packets < kGuessFrom)
        return false;
    return std::none_of(m_pids.begin(), m_pids.end(), [&pid](const auto &other) {
        return other.first != kNullPid && other.second.facts.packets > pid.facts.packets;
    });
}

void TsAnalyser::countFrame(const Pid &pid, bool isStart, bool isKey, std::int64_t atMs)
{
    if (!isVideo(pid))
        return;
    if (isStart) {
        if (m_hasOpen) {
            if (m_frames.size() == kMaxFrames)
                m_frames.pop_front();
            m_frames.push_back(m_open);
        }
        m_open = { atMs, 0, false };
        m_hasOpen = true;
    }
    m_open.bytes += static_cast<std::uint32_t>(kPacket);
    m_open.isKey = m_open.isKey || isKey;
}

std::vector<TsStream> TsAnalyser::streams(std::int64_t nowMs) const
{
    std::vector<TsStream> all;
    all.reserve(m_pids.size());
    for (const auto &[number, pid] : m_pids) {
        TsStream stream = pid.facts;
        if (!pid.rates.empty()) {
            std::uint64_t packets = 0;
            const std::int64_t since = std::max(pid.rates.front().first, nowMs - kWindowMs);
            for (const auto &[at, count] : pid.rates)
                packets += at >= since ? count : 0;
            // The first step is not over at once: a short look must not make a high rate.
            const double seconds = double(std::max<std::int64_t>(nowMs - since, 1000)) / 1000;
            stream.bitsPerSecond = double(packets) * double(kPacket) * 8 / seconds;
        }
        stream.recentErrors = std::uint64_t(std::count_if(
            pid.errors.begin(), pid.errors.end(), [nowMs](std::int64_t at) { return nowMs - at <= kRecentMs; }));
        all.push_back(stream);
    }
    return all;
}

double TsAnalyser::framesPerSecond() const
{
    if (m_frames.size() < 3 || m_frames.back().atMs <= m_frames.front().atMs)
        return 0;
    return double(m_frames.size() - 1) * 1000 / double(m_frames.back().atMs - m_frames.front().atMs);
}

double TsAnalyser::keyEverySeconds() const
{
    std::int64_t first = -1;
    std::int64_t last = -1;
    int count = 0;
    for (const TsFrame &frame : m_frames) {
        if (!frame.isKey)
            continue;
        first = first < 0 ? frame.atMs : first;
        last = frame.atMs;
        ++count;
    }
    return count < 2 ? 0 : double(last - first) / 1000 / (count - 1);
}

std::uint64_t TsAnalyser::recentErrors(std::int64_t nowMs) const
{
    std::uint64_t sum = 0;
    for (const TsStream &stream : streams(nowMs))
        sum += stream.recentErrors;
    return sum;
}

} // namespace relay::mpegts
