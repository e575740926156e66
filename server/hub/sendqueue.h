// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/batch.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>

#include <sys/uio.h>

namespace relay::hub {

//! What a queue may hold for one reader.
struct QueueBudget
{
    std::size_t bytes = 1024 * 1024; //!< of memory held, not of bytes referenced
    std::int64_t ageMs = 2000;       //!< once the oldest message is older, no further one joins
};

//! What happens to messages that the budget has no room for.
enum class Overflow : std::uint8_t {
    DropNewest, //!< they are left out
    DropOldest, //!< those that wait longest make room for them
    Keep,       //!< they join all the same; whoever sends is made to wait
};

//! So many messages, and their payload.
struct MessageCount
{
    std::uint64_t messages = 0;
    std::uint64_t payload = 0;
};

/*!
 * What one reader has not taken yet. Holds whole messages by reference to shared batches; a message is sent whole or
 * not at all, so only the first one can be partly sent. Control frames overtake waiting messages, never the rest of a
 * partly sent one (RFC 6455, section 5.4). An idle reader's queue holds nothing. Pure; not thread-safe.
 */
class SendQueue
{
public:
    [[nodiscard]] bool isEmpty() const { return !m_state; }

    /*!
     * Offers the messages of `segments` from `first` on, without those that `self` sent. `offset` bytes of the first
     * one are sent already, which therefore always joins. An empty queue takes any one message; the budget decides
     * about each further one, and `overflow` which ones are dropped, always whole. `shared` is the copy of the whole
     * batch, made when first needed. Returns what was dropped.
     */
    MessageCount offer(std::span<const char> bytes, std::span<const Segment> segments, std::size_t first,
                       std::size_t offset, std::uint64_t self, SharedBatchPtr &shared, const QueueBudget &budget,
                       Overflow overflow, std::int64_t nowMs);

    //! Adds a batch whatever its size: for answers of the relay itself, which their sender bounds.
    void push(SharedBatchPtr batch, std::int64_t nowMs);
    //! `sent` bytes of the frame are out already. The caller bounds how many control frames wait: controlBytes().
    void pushControl(std::string_view frame, std::size_t sent = 0);

    //! The next bytes to send, at most `max` pieces; 0: the queue is empty.
    [[nodiscard]] std::size_t gather(iovec *pieces, std::size_t max) const;
    //! Removes so many bytes from the front; returns the messages that are now out entirely.
    MessageCount advance(std::size_t bytes);

    //! Drops every message that has not begun, for a connection that is being closed.
    MessageCount dropUnsent();

    [[nodiscard]] std::size_t heldBytes() const;
    [[nodiscard]] std::size_t controlBytes() const;
    [[nodiscard]] std::int64_t oldestAgeMs(std::int64_t nowMs) const; //!< 0 when empty

private:
    struct Entry
    {
        SharedBatchPtr batch;
        std::uint64_t self = 0;
        std::size_t next = 0; // index of the next segment
        std::int64_t since = 0;
    };
    struct State
    {
        std::deque<Entry> entries;
        std::string control;
        std::size_t controlSent = 0;
        std::size_t offset = 0; // sent bytes of the first entry's next segment
        std::size_t held = 0;
    };

    //! What is offered in one pass.
    struct Offer
    {
        std::span<const char> bytes;
        std::span<const Segment> segments;
        std::uint64_t self;
        SharedBatchPtr &shared;
        const QueueBudget &budget;
        std::int64_t nowMs;
    };

    MessageCount dropNewest(const Offer &offer, std::size_t first, bool isBegun);
    MessageCount dropOldest(const Offer &offer, std::size_t first, bool isBegun);
    void accept(const Offer &offer, std::size_t first, std::size_t end);
    //! Drops the message that waits longest and has not begun. False: there is none.
    bool dropFirstWaiting(MessageCount &dropped);
    [[nodiscard]] std::int64_t firstWaitingAgeMs(std::int64_t nowMs) const; //!< 0: none waits
    void detachBegun();

    State &state();
    void skipOwn(std::size_t index = 0);
    void removeEntry(std::size_t index);
    void releaseWhenEmpty();
    [[nodiscard]] std::size_t gatherMessages(iovec *pieces, std::size_t max) const;
    MessageCount advanceMessages(std::size_t bytes);
    void enqueue(SharedBatchPtr batch, std::uint64_t self, std::size_t next, std::int64_t nowMs);

    std::unique_ptr<State> m_state; // only while something waits
};

} // namespace relay::hub
