// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <span>
#include <vector>

namespace relay::mpegts {

inline constexpr std::uint16_t kPatPid = 0x0000;
inline constexpr std::uint16_t kNullPid = 0x1FFF;

//! One frame of the video stream: from the start of one PES packet to the start of the next.
struct TsFrame
{
    std::int64_t atMs = 0;
    std::uint32_t bytes = 0; //!< of its packets, heads included
    bool isKey = false;
};

//! What is known of one PID.
struct TsStream
{
    std::uint16_t pid = 0;
    int streamType = -1; //!< ISO/IEC 13818-1, table 2-34; -1: no table told it
    bool isPmt = false;
    std::uint64_t packets = 0;
    double bitsPerSecond = 0;                                        //!< over the window
    std::uint64_t continuityErrors = 0;                              //!< since the beginning
    std::uint64_t recentErrors = 0;                                  //!< of the last minute
    [[nodiscard]] bool isCounted() const { return pid != kNullPid; } //!< padding has no counter
};

/*!
 * Looks at an MPEG transport stream (ISO/IEC 13818-1, 2.4.3) without decoding it: PIDs, continuity counters, frames,
 * key frames, bit rates. Takes whole packets or only the first 8 bytes of each; tables and picture size need whole ones.
 * Wrong bytes are counted, never believed. Memory: kMaxPids PIDs, kMaxFrames frames, a minute of error times. Pure; times
 * are ms of any one clock that does not run backwards.
 */
class TsAnalyser
{
public:
    static constexpr std::size_t kMaxPids = 64;
    static constexpr std::size_t kMaxFrames = 256;
    static constexpr std::size_t kMaxErrors = 1024;   //!< times that are remembered; the sums go on
    static constexpr std::int64_t kWindowMs = 10'000; //!< over which rates are meant
    static constexpr std::int64_t kRecentMs = 60'000;
    static constexpr std::size_t kHeadBytes = 8;

    //! `packet` bytes of each packet lie side by side: 188, or kHeadBytes. What is over at the end is not looked at.
    void feed(std::span<const char> bytes, std::size_t packet, std::int64_t atMs);
    //! Looks for tables and picture size only, counts nothing: what was seen beside the packets that are fed.
    void learn(std::span<const char> wholePackets);
    //! Something was missed before the next feed(): counters start anew, the open frame is given up.
    void skip();

    [[nodiscard]] std::vector<TsStream> streams(std::int64_t nowMs) const; //!< by PID
    [[nodiscard]] const std::deque<TsFrame> &frames() const { return m_frames; }
    [[nodiscard]] double framesPerSecond() const;       //!< 0: not known
    [[nodiscard]] double keyEverySeconds() const;       //!< mean between key frames; 0: not two of them seen
    [[nodiscard]] int width() const { return m_width; } //!< of MPEG-1 and MPEG-2 video; 0: not known
    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] std::uint64_t packets() const { return m_packets; }
    [[nodiscard]] std::uint64_t badPackets() const { return m_badPackets; } //!< that do not begin with 0x47
    [[nodiscard]] std::uint64_t otherPids() const { return m_otherPids; }   //!< packets of PIDs beyond kMaxPids
    [[nodiscard]] bool knowsTypes() const { return m_knowsTypes; }
    [[nodiscard]] std::uint64_t recentErrors(std::int64_t nowMs) const;

private:
    struct Pid
    {
        TsStream facts;
        int lastCounter = -1;
        bool wasRepeated = false;
        std::uint64_t starts = 0;                                 //!< of PES packets or sections
        std::deque<std::pair<std::int64_t, std::uint32_t>> rates; //!< packets per step of kStepMs
        std::deque<std::int64_t> errors;
    };

    Pid *pidOf(std::uint16_t number); //!< null: there are too many
    void takePacket(std::span<const char> packet, std::int64_t atMs);
    void checkContinuity(Pid &pid, std::span<const char> packet, bool hasPayload, bool isDiscontinuous,
                         std::int64_t atMs);
    void takePayload(Pid &pid, std::span<const char> packet);
    void takeSection(Pid &pid, std::span<const char> payload);
    void takePat(std::span<const char> section);
    void takePmt(std::span<const char> section);
    void takePicture(std::span<const char> payload);
    void countFrame(const Pid &pid, bool isStart, bool isKey, std::int64_t atMs);
    [[nodiscard]] bool isVideo(const Pid &pid) const;

    std::map<std::uint16_t, Pid> m_pids;
    std::deque<TsFrame> m_frames;
    TsFrame m_open;
    bool m_hasOpen = false;
    int m_videoPid = -1; //!< the first that is video; -1: none yet
    int m_width = 0;
    int m_height = 0;
    std::uint64_t m_packets = 0;
    std::uint64_t m_badPackets = 0;
    std::uint64_t m_otherPids = 0;
    bool m_knowsTypes = false;
};

//! Whether a packet here starts something that can be decoded by itself: a key frame, as the sender marks it.
[[nodiscard]] bool hasRandomAccess(std::span<const char> bytes, std::size_t packet);

//! MPEG-1, MPEG-2, MPEG-4, H.264, H.265 video.
[[nodiscard]] bool isVideoType(int streamType);

} // namespace relay::mpegts
