// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ws/protocol.h"
#include "server/hub/batch.h"
#include "server/stats/tap.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace relay::hub {

class Member;
class Topic;

/*!
 * What the taps of one worker see, in a ring of fixed size: when nobody takes it away fast enough the oldest is lost, and
 * counted. Nothing is allocated per message. There is none while no tap is open. Never looks at topics that carry
 * streams, such as shells, whatever it is told. Belongs to its worker's thread.
 */
class TapRecorder
{
public:
    static constexpr std::size_t kSlots = 256;
    static constexpr std::size_t kSlotBytes = 4096; //!< the largest preview

    TapRecorder();

    void setTaps(std::vector<stats::TapSpec> taps);
    //! A member sent this to its topic. wallMs: ms since the epoch.
    void sent(const Member &from, ws::Opcode opcode, std::span<const char> payload, std::int64_t wallMs);
    //! The readers of the topic get these messages, into their queues perhaps; nobody its own.
    void handedOut(const Topic &topic, std::span<const char> bytes, std::span<const Segment> segments,
                   std::int64_t wallMs);
    //! All that is in the ring, the oldest first; it is empty then.
    [[nodiscard]] std::vector<stats::TapRecord> take();

private:
    struct Tap
    {
        stats::TapSpec spec;
        std::uint32_t passed = 0; //!< since the last one that was recorded
        std::uint64_t lost = 0;   //!< since what was taken last
    };
    struct Slot
    {
        stats::TapId tap = 0;
        std::uint64_t connection = 0;
        std::int64_t at = 0;
        std::uint64_t size = 0;
        std::uint16_t length = 0;
        bool isIn = true;
        bool isText = false;
        bool hasPacketHeads = false;
    };
    struct Passing
    {
        std::uint64_t connection;
        bool isIn;
        ws::Opcode opcode;
        std::span<const char> payload;
        std::int64_t wallMs;
    };
    [[nodiscard]] static bool isDue(Tap &tap);
    void record(Tap &tap, const Passing &passing);
    void handOut(Tap &tap, const Member &reader, std::span<const char> bytes, std::span<const Segment> segments,
                 std::int64_t wallMs);

    std::vector<Tap> m_taps;
    std::unique_ptr<Slot[]> m_slots;
    std::unique_ptr<char[]> m_bytes;
    std::size_t m_first = 0;
    std::size_t m_count = 0;
};

} // namespace relay::hub
