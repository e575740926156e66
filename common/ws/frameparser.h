// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ws/mask.h"
#include "common/ws/protocol.h"
#include "common/ws/utf8.h"

#include <array>
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
 * After Failed every call gives Failed: leave the loop. After Close the rest of the input is dropped. Not thread-safe.
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
    [[nodiscard]] std::size_t heldBytes() const { return m_assembly.capacity() + m_control.capacity(); }

private:
    enum class State : std::uint8_t { Header, Payload, Closed, Failed };

    [[nodiscard]] bool isControl() const { return m_frameOpcode >= Opcode::Close; }
    //! Reads as much of a header as there is; true when it is whole, and good. May fail.
    [[nodiscard]] bool readHeader(std::span<char> &input);
    //! The checks that need the first two octets only: what is wrong, or nothing.
    [[nodiscard]] std::string_view startError(std::uint8_t first, std::uint8_t second) const;
    [[nodiscard]] bool acceptHeader(const std::uint8_t *header);
    [[nodiscard]] bool acceptLength(const std::uint8_t *header);
    [[nodiscard]] bool takePart(std::span<char> &input);
    [[nodiscard]] Event finishFrame(std::span<const char> payload);
    [[nodiscard]] Event finishClose(std::span<const char> payload);
    void store(std::span<const char> part);
    Event needMore(std::span<char> &input);
    Event fail(std::uint16_t code, std::string_view why);

    std::vector<char> m_assembly; //!< a message that comes in parts, unmasked and checked so far
    std::vector<char> m_control;  //!< a control frame that comes in parts
    std::span<const char> m_payload;
    std::string_view m_failure;
    std::uint64_t m_maxMessage;
    std::uint64_t m_messageLength = 0; //!< as declared, of all frames of the message so far
    std::uint64_t m_frameLength = 0;
    std::uint64_t m_frameTaken = 0;                //!< payload octets of the frame that came so far
    std::array<std::uint8_t, kMaxHeader> m_header; //!< a header that comes in parts
    MaskKey m_mask {};
    std::uint16_t m_closeCode = 0;
    std::uint8_t m_headerTaken = 0;
    Opcode m_messageOpcode = Opcode::Continuation;
    Opcode m_frameOpcode = Opcode::Continuation;
    State m_state = State::Header;
    Utf8Validator m_text; //!< back at its start after each message, for that is what makes one valid
    bool m_isFinal = false;
    bool m_isInMessage = false; //!< a data frame has begun and its message is not finished
    Role m_role;
};

} // namespace relay::ws
