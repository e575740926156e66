// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ws/protocol.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace relay::hub {

//! One encoded message inside a batch.
struct Segment
{
    std::uint64_t sender = 0;  //!< connection id of who sent it, 0: the relay itself
    std::uint32_t offset = 0;  //!< bytes from the start of the batch
    std::uint32_t length = 0;  //!< bytes of the whole frame
    std::uint32_t payload = 0; //!< bytes of the message in it
};

/*!
 * The messages of one topic in one pass of the event loop, each encoded once, in the order of arrival. The working
 * buffer: it is reused and never enters a queue. Not thread-safe.
 */
class Batch
{
public:
    void append(ws::Opcode opcode, std::span<const char> payload, std::uint64_t sender);
    void clear();

    [[nodiscard]] bool isEmpty() const { return m_segments.empty(); }
    [[nodiscard]] std::span<const char> bytes() const { return m_bytes; }
    [[nodiscard]] std::span<const Segment> segments() const { return m_segments; }
    [[nodiscard]] std::size_t payloadBytes() const { return m_payloadBytes; }

private:
    std::string m_bytes; // a string, since its append() does not write zeros first
    std::vector<Segment> m_segments;
    std::size_t m_payloadBytes = 0;
};

/*!
 * What outlives its pass because a reader did not take it: messages copied once to their exact size and shared by
 * reference between the queues of a worker. Never changes.
 */
class SharedBatch
{
public:
    //! Copies segments [first, end) of `segments` with their bytes; offsets start at 0 again.
    SharedBatch(std::span<const char> bytes, std::span<const Segment> segments, std::size_t first, std::size_t end);

    [[nodiscard]] std::span<const Segment> segments() const { return m_segments; }
    [[nodiscard]] std::span<const char> bytes() const { return { m_bytes.get(), m_size }; }
    [[nodiscard]] const char *data(const Segment &segment) const { return m_bytes.get() + segment.offset; }
    [[nodiscard]] ws::Opcode opcode(const Segment &segment) const { return ws::Opcode(*data(segment) & 0x0f); }
    //! Bytes of memory that this batch holds, with its table: what a queue is charged for keeping it.
    [[nodiscard]] std::size_t cost() const;
    //! What one more message of so many bytes costs in a batch.
    [[nodiscard]] static std::size_t costOf(const Segment &segment) { return segment.length + sizeof(Segment); }
    [[nodiscard]] static std::size_t fixedCost();

private:
    std::vector<Segment> m_segments;
    std::unique_ptr<char[]> m_bytes;
    std::size_t m_size = 0;
};

using SharedBatchPtr = std::shared_ptr<const SharedBatch>;

} // namespace relay::hub
