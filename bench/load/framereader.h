// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/load/stamp.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace relay::load {

/*!
 * Finds the messages in what a server sends. A frame is expected to be one whole message, as a relay should send it;
 * only its stamp is kept. Control frames are skipped: no measurement lasts until a ping has to be answered.
 */
class FrameReader
{
public:
    enum class Event : std::uint8_t { NeedMore, Message };

    //! Takes bytes off the front of input. Throws Failure for what no server may send.
    Event next(std::span<const char> &input);

    //! After Message.
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool isText() const { return (m_head[0] & 0x0F) == 1; }
    [[nodiscard]] Stamp stamp() const { return m_size < kStampSize ? Stamp { 0, 0, UINT32_MAX } : readStamp(m_stamp); }

    //! Bytes of the message that say nothing more and may be discarded unseen; the last one is not among them.
    [[nodiscard]] std::size_t dull() const { return m_got >= kStampSize && m_got < m_size ? m_size - m_got - 1 : 0; }
    void skipped(std::size_t size) { m_got += size; }

private:
    [[nodiscard]] bool readHead(std::span<const char> &input);
    void understandHead();

    std::size_t m_size = 0; // of the payload
    std::size_t m_got = 0;  // of it
    std::array<std::uint8_t, 10> m_head {};
    std::array<char, kStampSize> m_stamp {};
    std::uint8_t m_headGot = 0;
    bool m_isInside = false; // of a payload
};

} // namespace relay::load
