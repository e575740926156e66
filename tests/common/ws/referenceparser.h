// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/common/ws/eventtext.h"
#include "tests/common/ws/referenceutf8.h"

#include <optional>

namespace relay::ws::test {

/*!
 * RFC 6455 read out aloud: looks at all the bytes at once, copies whatever it likes and knows nothing of pieces.
 * The measure for FrameParser. Not fast, and may not become so.
 */
class ReferenceParser
{
public:
    ReferenceParser(Role role, std::uint64_t maxMessage)
        : m_role(role)
        , m_maxMessage(maxMessage)
    {
    }

    Events parse(std::string_view bytes)
    {
        m_bytes = bytes;
        while (!m_isOver && readFrame()) { }
        return m_events;
    }

private:
    struct Head
    {
        std::uint8_t opcode;
        bool fin;
        std::uint64_t length;
        std::string key;
    };

    bool readFrame()
    {
        if (m_bytes.size() < 2)
            return false;
        if (!isGoodStart(octet(0), octet(1)))
            return fail(1002);
        const std::optional<Head> head = readHead();
        if (!head)
            return false;
        if (head->opcode >= 8)
            return readControl(*head);
        if (head->opcode != 0)
            m_isText = head->opcode == 1;
        if (m_message.value_or("").size() + head->length > m_maxMessage)
            return fail(1009);
        return readData(*head);
    }

    bool isGoodStart(std::uint8_t first, std::uint8_t second) const
    {
        const bool fin = first & 0x80;
        const std::uint8_t opcode = first & 0x0F;
        if ((first & 0x70) != 0 || (opcode > 2 && opcode < 8) || opcode > 10)
            return false;
        if (bool(second & 0x80) != (m_role == Role::Server))
            return false;
        if (opcode >= 8)
            return fin && (second & 0x7F) <= 125;
        return (opcode == 0) == m_message.has_value();
    }

    //! None: not all of it is there, or it is bad and fail() was called.
    std::optional<Head> readHead()
    {
        Head head { .opcode = std::uint8_t(octet(0) & 0x0F), .fin = bool(octet(0) & 0x80), .length = 0, .key = {} };
        const std::size_t keySize = m_role == Role::Server ? 4 : 0;
        const std::uint8_t shortLength = octet(1) & 0x7F;
        const std::size_t extended = shortLength == 126 ? 2 : shortLength == 127 ? 8 : 0;
        if (m_bytes.size() < 2 + extended + keySize)
            return {};
        for (std::size_t i = 0; i < extended; ++i)
            head.length = head.length * 256 + octet(2 + i);
        if (extended == 0)
            head.length = shortLength;
        head.key = m_bytes.substr(2 + extended, keySize);
        const bool isShortest = extended == 0 || (extended == 2 ? head.length > 125 : head.length > 65535);
        if (!isShortest || head.length > INT64_MAX) {
            fail(1002);
            return {};
        }
        m_bytes.remove_prefix(2 + extended + keySize);
        return head;
    }

    //! As much of the payload as there is, unmasked.
    std::string takePayload(const Head &head)
    {
        std::string payload(m_bytes.substr(0, head.length));
        m_bytes.remove_prefix(payload.size());
        for (std::size_t i = 0; i < payload.size() && !head.key.empty(); ++i)
            payload[i] = static_cast<char>(payload[i] ^ head.key[i % 4]);
        return payload;
    }

    bool readData(const Head &head)
    {
        const std::string part = takePayload(head);
        m_message = m_message.value_or("") + part;
        if (m_isText && !mayBecomeText(*m_message))
            return fail(1007);
        if (part.size() < head.length)
            return false;
        if (!head.fin)
            return true;
        if (m_isText && !isTextByReference(*m_message))
            return fail(1007);
        m_events.push_back((m_isText ? "text " : "binary ") + describe(*m_message));
        m_message.reset();
        return true;
    }

    bool readControl(const Head &head)
    {
        const std::string payload = takePayload(head);
        if (payload.size() < head.length)
            return false;
        if (head.opcode == 8)
            return readClose(payload);
        m_events.push_back((head.opcode == 9 ? "ping " : "pong ") + describe(payload));
        return true;
    }

    bool readClose(std::string_view payload)
    {
        if (payload.size() == 1)
            return fail(1002);
        int code = 1005;
        if (!payload.empty()) {
            code = std::uint8_t(payload[0]) * 256 + std::uint8_t(payload[1]);
            payload.remove_prefix(2);
            const bool isAssigned = (code >= 1000 && code <= 1014) && code != 1004 && code != 1005 && code != 1006;
            if (!isAssigned && (code < 3000 || code > 4999))
                return fail(1002);
            if (!isTextByReference(payload))
                return fail(1007);
        }
        m_events.push_back("close " + std::to_string(code) + " " + describe(payload));
        m_isOver = true;
        return false;
    }

    bool fail(int code)
    {
        m_events.push_back("failed " + std::to_string(code));
        m_isOver = true;
        return false;
    }

    std::uint8_t octet(std::size_t i) const { return static_cast<std::uint8_t>(m_bytes[i]); }

    Events m_events;
    std::string_view m_bytes;
    std::optional<std::string> m_message; //!< there is one as long as it is unfinished
    Role m_role;
    std::uint64_t m_maxMessage;
    bool m_isText = false;
    bool m_isOver = false;
};

} // namespace relay::ws::test
