// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace relay::ingest {

inline constexpr std::size_t kPacket = 188;                                      //!< bytes of an MPEG-TS packet
inline constexpr std::size_t kMaxTsMessage = 64 * 1024 / kPacket * kPacket;      //!< whole packets, at most 64 KiB
inline constexpr char kSync = 0x47;

/*!
 * Cuts an MPEG transport stream into messages of whole packets. The stream must start in sync: 0x47 at 0, 188 and
 * 376 (less only if it ends before). Later loss of sync is found, counted and mended by skipping to the next place
 * where three packets line up. Memory: one message and less than three packets. Pure; not thread-safe.
 */
class TsFramer
{
public:
    enum class Verdict { Undecided, TransportStream, NotTransportStream };

    //! Takes all of the piece; calls emit(std::span<const char>) for each full message of kMaxTsMessage bytes.
    template <typename Emit> void feed(std::span<const char> piece, Emit &&emit);
    //! The end of a read pass: emits what whole packets there are, if any.
    template <typename Emit> void flush(Emit &&emit);

    [[nodiscard]] Verdict verdict() const { return m_verdict; }
    [[nodiscard]] std::uint64_t resyncs() const { return m_resyncs; }
    [[nodiscard]] std::uint64_t skippedBytes() const { return m_skipped; }
    [[nodiscard]] std::uint64_t packets() const { return m_packets; }

private:
    std::vector<char> m_pending;
    std::uint64_t m_resyncs = 0;
    std::uint64_t m_skipped = 0;
    std::uint64_t m_packets = 0;
    Verdict m_verdict = Verdict::Undecided;
};

} // namespace relay::ingest
