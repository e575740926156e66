// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace relay::mpegts {

inline constexpr std::size_t kPacket = 188;                                 //!< bytes of an MPEG-TS packet
inline constexpr std::size_t kMaxTsMessage = 64 * 1024 / kPacket * kPacket; //!< whole packets, at most 64 KiB
inline constexpr char kSync = 0x47;

/*!
 * Cuts an MPEG transport stream into messages of whole packets (ISO/IEC 13818-1, 2.4.3.2). The stream must start in
 * sync: 0x47 at 0, 188 and 376 (less only if it ends before). Later loss of sync is found, counted and mended by
 * skipping to the next place where three packets line up. What is sent on depends on the bytes alone, never on how
 * they were split; the splits decide only where messages end. Memory: one message and three packets. Pure; not
 * thread-safe.
 */
class TsFramer
{
public:
    enum class Verdict { Undecided, TransportStream, NotTransportStream };

    /*!
     * Takes all of the piece; calls emit(std::span<const char>) for each full message of kMaxTsMessage bytes, from
     * the piece itself where it is aligned. After NotTransportStream everything is ignored.
     */
    template<typename Emit>
    void feed(std::span<const char> piece, Emit &&emit)
    {
        while (!piece.empty()) {
            if (canPassThrough(piece)) {
                m_packets += kMaxTsMessage / kPacket;
                emit(piece.first(kMaxTsMessage));
                piece = piece.subspan(kMaxTsMessage);
                continue;
            }
            piece = piece.subspan(store(piece));
            if (m_ready == kMaxTsMessage)
                flush(emit);
        }
    }

    //! The end of a read pass: emits what whole packets there are, if any, as one message.
    template<typename Emit>
    void flush(Emit &&emit)
    {
        if (m_ready == 0)
            return;
        emit(std::span<const char>(m_pending.data(), m_ready));
        dropReady();
    }

    //! The end of the stream: decides on what there is, and emits the last whole packets. A torn one counts as skipped.
    template<typename Emit>
    void finish(Emit &&emit)
    {
        advance(true);
        flush(emit);
        advance(true); // what did not fit into that message
        flush(emit);
        dropRest();
    }

    [[nodiscard]] Verdict verdict() const { return m_verdict; }
    //! NotTransportStream: why, and what to do. For the one who sends.
    [[nodiscard]] std::string_view failure() const { return m_failure; }
    [[nodiscard]] std::uint64_t resyncs() const { return m_resyncs; }
    [[nodiscard]] std::uint64_t skippedBytes() const { return m_skipped; }
    [[nodiscard]] std::uint64_t packets() const { return m_packets; }

private:
    //! Whether the piece starts with a full message and nothing is held that comes before it.
    [[nodiscard]] bool canPassThrough(std::span<const char> piece) const;
    //! Holds as much of the piece as there is room for; returns how much that was.
    [[nodiscard]] std::size_t store(std::span<const char> piece);
    void advance(bool isEnd);
    void decide(bool isEnd);
    bool takePackets();
    bool findSync(bool isEnd);
    void refuse(std::string_view why);
    void dropReady();
    void dropRest();

    std::vector<char> m_pending; // m_ready bytes of whole packets, then what is not decided yet
    std::size_t m_ready = 0;
    std::uint64_t m_resyncs = 0;
    std::uint64_t m_skipped = 0;
    std::uint64_t m_packets = 0;
    std::string_view m_failure;
    Verdict m_verdict = Verdict::Undecided;
    bool m_isInSync = false;
};

} // namespace relay::mpegts
