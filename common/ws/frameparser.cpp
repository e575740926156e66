// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ws/frameparser.h"

#include "common/ws/closecode.h"

#include <algorithm>
#include <cstring>
#include <tuple>

namespace relay::ws {

namespace {
constexpr std::uint8_t kFin = 0x80;
constexpr std::uint8_t kReserved = 0x70;
constexpr std::uint8_t kOpcode = 0x0F;
constexpr std::uint8_t kMasked = 0x80;
constexpr std::uint8_t kLength = 0x7F;
constexpr std::uint8_t kTwoOctets = 126; //!< in place of a length: it follows in two octets
constexpr std::uint8_t kEightOctets = 127;
constexpr std::uint8_t kControlBit = 0x08;
constexpr std::size_t kMaskLength = std::tuple_size_v<MaskKey>;

//! An assembly buffer larger than this is given back before the next message, so that one giant is not paid for long.
constexpr std::size_t kKeptCapacity = 1024 * 1024;

bool isKnown(std::uint8_t opcode)
{
    return opcode <= 0x2 || (opcode >= 0x8 && opcode <= 0xA);
}

//! What the second octet says about the size of the header.
std::size_t headerSize(std::uint8_t second)
{
    const std::uint8_t length = second & kLength;
    const std::size_t extended = length == kTwoOctets ? 2 : length == kEightOctets ? 8 : 0;
    return 2 + extended + ((second & kMasked) ? kMaskLength : 0);
}

std::uint64_t bigEndian(std::span<const std::uint8_t> octets)
{
    std::uint64_t value = 0;
    for (const std::uint8_t octet : octets)
        value = value << 8 | octet;
    return value;
}

template<typename T>
void release(std::vector<T> &vector)
{
    std::vector<T>().swap(vector);
}
} // namespace

FrameParser::FrameParser(Role role, std::uint64_t maxMessage)
    : m_maxMessage(maxMessage)
    , m_role(role)
{
}

FrameParser::Event FrameParser::next(std::span<char> &input)
{
    // What the last event showed is over now. The capacity stays while there is input that may need it.
    if (m_state != State::Payload)
        m_control.clear();
    if (!m_isInMessage)
        m_assembly.clear();
    m_payload = {};

    while (m_state == State::Header || m_state == State::Payload) {
        if (m_state == State::Header && !readHeader(input))
            break;
        const bool isWhole = m_frameTaken == 0 && input.size() >= m_frameLength;
        if (isWhole && (isControl() || (m_isFinal && !m_isInMessage))) {
            const std::span<char> payload = input.first(static_cast<std::size_t>(m_frameLength));
            input = input.subspan(payload.size());
            if (m_role == Role::Server)
                applyMask(payload, m_mask);
            return finishFrame(payload);
        }
        if (!takePart(input))
            break;
        if (isControl() || m_isFinal)
            return finishFrame(isControl() ? m_control : m_assembly);
        m_state = State::Header;
    }
    return needMore(input);
}

bool FrameParser::readHeader(std::span<char> &input)
{
    // The common case: all of the header is here, whatever its form.
    if (m_headerTaken == 0 && input.size() >= kMaxHeader) {
        const auto *header = reinterpret_cast<const std::uint8_t *>(input.data());
        input = input.subspan(headerSize(header[1]));
        if (const std::string_view error = startError(header[0], header[1]); !error.empty()) {
            fail(close::kProtocolError, error);
            return false;
        }
        return acceptHeader(header);
    }
    while (!input.empty()) {
        m_header[m_headerTaken++] = static_cast<std::uint8_t>(input.front());
        input = input.subspan(1);
        if (m_headerTaken < 2)
            continue;
        if (const std::string_view error = startError(m_header[0], m_header[1]); !error.empty()) {
            fail(close::kProtocolError, error);
            return false;
        }
        if (m_headerTaken == headerSize(m_header[1])) {
            m_headerTaken = 0;
            return acceptHeader(m_header.data());
        }
    }
    return false;
}

std::string_view FrameParser::startError(std::uint8_t first, std::uint8_t second) const
{
    const std::uint8_t opcode = first & kOpcode;
    if (first & kReserved)
        return "reserved bit set without an extension";
    if (!isKnown(opcode))
        return "reserved opcode";
    if (((second & kMasked) != 0) != (m_role == Role::Server))
        return m_role == Role::Server ? "frame from a client without a mask" : "frame from a server with a mask";
    if (opcode & kControlBit) {
        if (!(first & kFin))
            return "control frame in fragments";
        if ((second & kLength) > kMaxControlPayload)
            return "control frame of more than 125 octets";
        return {};
    }
    const bool isContinuation = opcode == static_cast<std::uint8_t>(Opcode::Continuation);
    if (isContinuation && !m_isInMessage)
        return "continuation without a message";
    if (!isContinuation && m_isInMessage)
        return "new message before the last one was finished";
    return {};
}

bool FrameParser::acceptHeader(const std::uint8_t *header)
{
    const std::size_t size = headerSize(header[1]);
    m_frameOpcode = static_cast<Opcode>(header[0] & kOpcode);
    m_isFinal = (header[0] & kFin) != 0;
    m_frameTaken = 0;
    if (m_role == Role::Server)
        std::memcpy(m_mask.data(), header + size - kMaskLength, kMaskLength);
    if (!acceptLength(header))
        return false;
    if (!isControl()) {
        if (m_frameLength > m_maxMessage - m_messageLength) {
            fail(close::kMessageTooBig, "message larger than the limit");
            return false;
        }
        m_messageLength += m_frameLength;
        if (m_frameOpcode != Opcode::Continuation)
            m_messageOpcode = m_frameOpcode;
    }
    m_state = State::Payload;
    return true;
}

bool FrameParser::acceptLength(const std::uint8_t *header)
{
    m_frameLength = header[1] & kLength;
    if (m_frameLength < kTwoOctets)
        return true;
    const bool isShort = m_frameLength == kTwoOctets;
    m_frameLength = bigEndian({ header + 2, isShort ? std::size_t { 2 } : std::size_t { 8 } });
    if (m_frameLength >> 63) {
        fail(close::kProtocolError, "length with the top bit set");
        return false;
    }
    if (m_frameLength < (isShort ? std::uint64_t { kTwoOctets } : std::uint64_t { 0x10000 })) {
        fail(close::kProtocolError, "length not in its shortest form");
        return false;
    }
    return true;
}

//! Stores what there is of the frame's payload; true when it is whole. May fail.
bool FrameParser::takePart(std::span<char> &input)
{
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(m_frameLength - m_frameTaken, input.size()));
    // Nothing yet: the frame may still come whole.
    if (size == 0 && m_frameLength > 0)
        return false;
    const std::span<char> part = input.first(size);
    input = input.subspan(size);
    if (m_role == Role::Server)
        applyMask(part, m_mask, m_frameTaken);
    m_frameTaken += size;
    if (isControl()) {
        m_control.insert(m_control.end(), part.begin(), part.end());
        return m_frameTaken == m_frameLength;
    }
    m_isInMessage = true;
    // Bad text ends the connection now, not after megabytes more of it.
    if (m_messageOpcode == Opcode::Text && !m_text.feed(part)) {
        fail(close::kInvalidPayload, "text that is not UTF-8");
        return false;
    }
    store(part);
    return m_frameTaken == m_frameLength;
}

//! Grows with what has come: at most to twice of it, whatever length is declared, and never beyond that either.
void FrameParser::store(std::span<const char> part)
{
    if (m_assembly.empty() && m_assembly.capacity() > kKeptCapacity)
        release(m_assembly);
    const std::size_t needed = m_assembly.size() + part.size();
    if (needed > m_assembly.capacity()) {
        const std::uint64_t most = m_isFinal ? m_messageLength : m_maxMessage;
        const auto ahead = static_cast<std::size_t>(std::min<std::uint64_t>(2 * m_assembly.capacity(), most));
        m_assembly.reserve(std::max(needed, ahead));
    }
    m_assembly.insert(m_assembly.end(), part.begin(), part.end());
}

FrameParser::Event FrameParser::finishFrame(std::span<const char> payload)
{
    m_state = State::Header;
    m_payload = payload;
    if (m_frameOpcode == Opcode::Close)
        return finishClose(payload);
    if (isControl())
        return m_frameOpcode == Opcode::Ping ? Event::Ping : Event::Pong;
    if (m_messageOpcode == Opcode::Text) {
        const bool isText = m_isInMessage ? m_text.isComplete() : isValidUtf8({ payload.data(), payload.size() });
        if (!isText)
            return fail(close::kInvalidPayload, "text that is not UTF-8");
    }
    m_isInMessage = false;
    m_messageLength = 0;
    return Event::Message;
}

FrameParser::Event FrameParser::finishClose(std::span<const char> payload)
{
    if (payload.size() == 1)
        return fail(close::kProtocolError, "close frame with half a code");
    m_closeCode = close::kNoStatus;
    if (payload.size() >= 2) {
        const std::uint16_t code = static_cast<std::uint16_t>(static_cast<std::uint8_t>(payload[0]) << 8
                                                              | static_cast<std::uint8_t>(payload[1]));
        m_payload = payload.subspan(2);
        if (!isCloseCodeOnWire(code))
            return fail(close::kProtocolError, "close code that may not be sent");
        if (!isValidUtf8({ m_payload.data(), m_payload.size() }))
            return fail(close::kInvalidPayload, "close reason that is not UTF-8");
        m_closeCode = code;
    }
    m_state = State::Closed;
    release(m_assembly);
    return Event::Close;
}

FrameParser::Event FrameParser::needMore(std::span<char> &input)
{
    input = {};
    if (m_state == State::Failed)
        return Event::Failed;
    if (m_assembly.empty())
        release(m_assembly);
    if (m_control.empty())
        release(m_control);
    return Event::NeedMore;
}

FrameParser::Event FrameParser::fail(std::uint16_t code, std::string_view why)
{
    m_state = State::Failed;
    m_closeCode = code;
    m_failure = why;
    m_payload = {};
    release(m_assembly);
    release(m_control);
    return Event::Failed;
}

} // namespace relay::ws
