// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/mpegts/tsframer.h"
#include "server/hub/batch.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace relay::hub {

/*!
 * The newest group of pictures of one MPEG transport stream (ISO/IEC 13818-1): everything since the last place where a
 * decoder can begin, with the tables that it needs before. A viewer who comes late gets it first and has a picture at
 * once. A place to begin is a packet of a video stream with the random access indicator; which streams are video, the
 * tables tell. Holds no more than its limit: of a longer group nothing, until the next one begins.
 *
 * Messages are copied once each; those that were handed to somebody are shared from then on. Not thread-safe.
 */
class GopCache
{
public:
    explicit GopCache(std::size_t limit) //!< bytes
        : m_limit(limit)
    {
    }

    //! A message as it is published. What is not whole packets in sync ends the group.
    void take(std::span<const char> payload);

    //! The group so far, as binary messages in order, in parts of about 64 KiB; empty: there is none.
    [[nodiscard]] const std::vector<SharedBatchPtr> &share();

private:
    static constexpr std::size_t kPacket = mpegts::kPacket;
    struct Packet;

    void look(const Packet &packet, std::size_t offset);
    void takeProgramMap(const Packet &packet);
    void begin(std::span<const char> rest);
    void append(std::span<const char> payload);
    void seal();
    void forget();

    std::size_t m_limit;
    std::array<char, kPacket> m_associations {}; // the last packet of each table
    std::array<char, kPacket> m_map {};
    bool m_hasAssociations = false;
    bool m_hasMap = false;
    std::uint16_t m_mapPid = 0;
    std::vector<std::uint16_t> m_videoPids;
    std::size_t m_start = SIZE_MAX; // of the newest group within the message that is being looked at
    bool m_isRunning = false;
    std::string m_first;
    Batch m_open; // not shared with anybody yet
    std::vector<SharedBatchPtr> m_shared;
    std::size_t m_sharedBytes = 0;
};

} // namespace relay::hub
