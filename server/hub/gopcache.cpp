// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/gopcache.h"

#include <algorithm>

namespace relay::hub {

namespace {

constexpr std::uint8_t kSync = mpegts::kSync;
constexpr std::size_t kPart = 64 * 1024;

// Stream types of video: MPEG-1, MPEG-2, MPEG-4, H.264, H.265, H.266 (ISO/IEC 13818-1, table 2-34).
bool isVideo(std::uint8_t streamType)
{
    constexpr std::array<std::uint8_t, 6> kTypes = { 0x01, 0x02, 0x10, 0x1b, 0x24, 0x33 };
    return std::find(kTypes.begin(), kTypes.end(), streamType) != kTypes.end();
}

std::uint16_t pidAt(std::span<const std::uint8_t> bytes, std::size_t at)
{
    return std::uint16_t((bytes[at] & 0x1f) << 8 | bytes[at + 1]);
}

} // namespace

struct GopCache::Packet
{
    std::span<const std::uint8_t> bytes;

    [[nodiscard]] std::uint16_t pid() const { return pidAt(bytes, 1); }
    [[nodiscard]] bool startsUnit() const { return bytes[1] & 0x40; }
    [[nodiscard]] bool isRandomAccess() const
    {
        const bool hasAdaptation = bytes[3] & 0x20;
        return hasAdaptation && bytes[4] > 0 && (bytes[5] & 0x40);
    }

    //! The table section that begins in this packet, up to its end or the packet's; empty: none does.
    [[nodiscard]] std::span<const std::uint8_t> section() const
    {
        if (!startsUnit() || !(bytes[3] & 0x10))
            return {};
        std::size_t at = 4;
        if (bytes[3] & 0x20)
            at += 1U + bytes[4];
        if (at >= bytes.size())
            return {};
        at += 1U + bytes[at]; // the pointer field
        if (at + 3 > bytes.size())
            return {};
        const std::size_t length = std::size_t(3 + ((bytes[at + 1] & 0x0f) << 8 | bytes[at + 2]));
        return bytes.subspan(at, std::min(length, bytes.size() - at));
    }
};

void GopCache::take(std::span<const char> payload)
{
    if (payload.empty() || payload.size() % kPacket != 0) {
        forget();
        return;
    }
    const std::span bytes(reinterpret_cast<const std::uint8_t *>(payload.data()), payload.size());
    m_start = SIZE_MAX;
    for (std::size_t offset = 0; offset < bytes.size(); offset += kPacket) {
        if (bytes[offset] != kSync) {
            forget();
            return;
        }
        look({ bytes.subspan(offset, kPacket) }, offset);
    }
    if (m_start != SIZE_MAX)
        begin(payload.subspan(m_start));
    else if (m_isRunning)
        append(payload);
}

void GopCache::look(const Packet &packet, std::size_t offset)
{
    constexpr std::uint16_t kAssociationPid = 0;
    constexpr std::size_t kHeader = 8; // of a section, before its entries
    const std::uint16_t pid = packet.pid();
    if (pid == kAssociationPid) {
        const auto section = packet.section();
        for (std::size_t at = kHeader; at + 4 + 4 <= section.size(); at += 4) { // four bytes of CRC at the end
            if (section[at] == 0 && section[at + 1] == 0)
                continue; // the network's, not a program's
            m_mapPid = pidAt(section, at + 2);
            break;
        }
        m_hasAssociations = !section.empty();
        std::copy(packet.bytes.begin(), packet.bytes.end(), m_associations.begin());
    } else if (m_hasAssociations && pid == m_mapPid) {
        takeProgramMap(packet);
    } else if (m_hasMap && packet.isRandomAccess() && packet.startsUnit()
               && std::find(m_videoPids.begin(), m_videoPids.end(), pid) != m_videoPids.end()) {
        m_start = offset;
    }
}

void GopCache::takeProgramMap(const Packet &packet)
{
    constexpr std::size_t kHeader = 12;
    const auto section = packet.section();
    if (section.size() < kHeader)
        return;
    m_videoPids.clear();
    std::size_t at = kHeader + std::size_t((section[10] & 0x0f) << 8 | section[11]);
    while (at + 5 + 4 <= section.size()) {
        if (isVideo(section[at]))
            m_videoPids.push_back(pidAt(section, at + 1));
        at += std::size_t(5 + ((section[at + 3] & 0x0f) << 8 | section[at + 4]));
    }
    m_hasMap = true;
    std::copy(packet.bytes.begin(), packet.bytes.end(), m_map.begin());
}

void GopCache::begin(std::span<const char> rest)
{
    forget();
    m_isRunning = true;
    m_first.assign(m_associations.begin(), m_associations.end());
    m_first.append(m_map.begin(), m_map.end());
    m_first.append(rest.begin(), rest.end());
    append(m_first);
}

void GopCache::append(std::span<const char> payload)
{
    if (m_sharedBytes + m_open.bytes().size() + payload.size() > m_limit) {
        forget();
        return;
    }
    m_open.append(ws::Opcode::Binary, payload, 0);
}

void GopCache::forget()
{
    m_isRunning = false;
    m_open.clear();
    m_shared.clear();
    m_sharedBytes = 0;
}

// In parts, so that a queue which holds them is charged less with each one that is out.
void GopCache::seal()
{
    const auto segments = m_open.segments();
    for (std::size_t first = 0; first < segments.size();) {
        std::size_t end = first;
        std::size_t size = 0;
        while (end < segments.size() && (end == first || size + segments[end].length <= kPart))
            size += segments[end++].length;
        m_shared.push_back(std::make_shared<SharedBatch>(m_open.bytes(), segments, first, end));
        first = end;
    }
    m_sharedBytes += m_open.bytes().size();
    m_open.clear();
}

const std::vector<SharedBatchPtr> &GopCache::share()
{
    if (!m_open.isEmpty())
        seal();
    return m_shared;
}

} // namespace relay::hub
