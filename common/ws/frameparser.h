// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ws/protocol.h"
#include "common/ws/utf8.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace relay::ws {

/*!
 * Turns the bytes of one direction of a websocket connection into messages and control frames (RFC 6455, sections
 * 5 and 8.1). A pure function of its input: no socket, no clock, no allocation while messages arrive whole.
 *
 * Pull it until it wants more:
 *
 *     while ((event = parser.next(input)) != FrameParser::Event::NeedMore) ...
 *
 * The input is unmasked in place, and what payload() shows may point into it: use it before the next call of next()
 * and before the buffer is touched. When NeedMore comes back the whole input has been taken; nothing has to be kept.
 * After Failed the parser stays failed. Not thread-safe.
 */
class FrameParser
{
public:
    enum class Event : std::uint8_t {
        NeedMore, //!< the input is used up
        Message,  //!< a whole message: opcode() is Text or Binary, payload() is all of it
        Ping,     //!< payload() has 0 to 125 bytes; between fragments, too
        Pong,
        Close,  //!< closeCode() and payload() (the reason, valid UTF-8); nothing that follows is a frame
        Failed, //!< closeCode() and failure() say what the peer did wrong
    };

    //! maxMessage: bytes of payload, checked on the declared length, before any of it is stored.
    explicit FrameParser(Role role, std::uint64_t maxMessage = kDefaultMaxMessage);

    [[nodiscard]] Event next(std::span<char> &input);

    [[nodiscard]] Opcode opcode() const { return m_messageOpcode; }
    [[nodiscard]] std::span<const char> payload() const { return m_payload; }
    //! Close: what the peer sent, 1005 when it sent none. Failed: what to close with (1002, 1007, 1009).
    [[nodiscard]] std::uint16_t closeCode() const { return m_closeCode; }
    [[nodiscard]] std::string_view failure() const { return m_failure; }
    //! Bytes held between calls, for the memory charge of a connection.
    [[nodiscard]] std::size_t heldBytes() const { return m_assembly.capacity(); }

private:
    Event fail(std::uint16_t code, std::string_view why);

    // The private part belongs to whoever implements it.
    std::vector<char> m_assembly;
    std::span<const char> m_payload;
    std::string_view m_failure;
    std::uint64_t m_maxMessage;
    std::uint16_t m_closeCode = 0;
    Opcode m_messageOpcode = Opcode::Continuation;
    Role m_role;
};

} // namespace relay::ws
