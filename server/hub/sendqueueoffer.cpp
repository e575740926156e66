// SPDX-License-Identifier: GPL-3.0-or-later
// What joins a queue and what is dropped.
#include "server/hub/sendqueue.h"

namespace relay::hub {

namespace {

void add(MessageCount &count, const Segment &segment)
{
    ++count.messages;
    count.payload += segment.payload;
}

} // namespace

MessageCount SendQueue::offer(std::span<const char> bytes, std::span<const Segment> segments, std::size_t first,
                              std::size_t offset, std::uint64_t self, SharedBatchPtr &shared, const QueueBudget &budget,
                              Overflow overflow, std::int64_t nowMs)
{
    while (first < segments.size() && segments[first].sender == self)
        ++first;
    if (first == segments.size())
        return {};
    const Offer all { bytes, segments, self, shared, budget, nowMs };
    const bool isBegun = offset > 0; // then this queue was empty: what is in it goes out before anything else
    MessageCount dropped;
    if (overflow == Overflow::DropNewest)
        dropped = dropNewest(all, first, isBegun);
    else if (overflow == Overflow::DropOldest)
        dropped = dropOldest(all, first, isBegun);
    else
        accept(all, first, segments.size());
    if (isBegun)
        state().offset = offset;
    return dropped;
}

MessageCount SendQueue::dropNewest(const Offer &offer, std::size_t first, bool isBegun)
{
    const bool wasEmpty = !m_state || m_state->entries.empty();
    const bool isTooOld = oldestAgeMs(offer.nowMs) > offer.budget.ageMs;
    MessageCount dropped;
    std::size_t accepted = 0;
    std::size_t end = first; // behind the last accepted segment
    std::size_t cost = heldBytes() + SharedBatch::fixedCost();
    for (std::size_t i = first; i < offer.segments.size(); ++i) {
        const Segment &segment = offer.segments[i];
        if (segment.sender == offer.self)
            continue;
        cost += SharedBatch::costOf(segment);
        const bool mustJoin = accepted == 0 && (wasEmpty || isBegun);
        if (dropped.messages == 0 && (mustJoin || (!isTooOld && cost <= offer.budget.bytes))) {
            ++accepted;
            end = i + 1;
        } else {
            add(dropped, segment);
        }
    }
    if (accepted > 0)
        accept(offer, first, end);
    return dropped;
}

MessageCount SendQueue::dropOldest(const Offer &offer, std::size_t first, bool isBegun)
{
    MessageCount dropped;
    std::size_t incoming = SharedBatch::fixedCost();
    for (std::size_t i = first; i < offer.segments.size(); ++i)
        incoming += offer.segments[i].sender == offer.self ? 0 : SharedBatch::costOf(offer.segments[i]);
    while (firstWaitingAgeMs(offer.nowMs) > offer.budget.ageMs && dropFirstWaiting(dropped)) { }
    while (heldBytes() + incoming > offer.budget.bytes && dropFirstWaiting(dropped)) { }

    // Still too much: the oldest of this pass go as well. One that has begun stays, and an empty queue takes any one.
    const std::size_t last = [&] {
        std::size_t index = offer.segments.size() - 1;
        while (offer.segments[index].sender == offer.self)
            --index;
        return index;
    }();
    const bool isAlone = !isBegun && (!m_state || m_state->entries.empty());
    std::size_t next = isBegun ? first + 1 : first;
    for (; next <= last && heldBytes() + incoming > offer.budget.bytes; ++next) {
        const Segment &segment = offer.segments[next];
        if (segment.sender == offer.self)
            continue;
        if (next == last && isAlone)
            break;
        incoming -= SharedBatch::costOf(segment);
        add(dropped, segment);
    }
    if (isBegun && next > first + 1)
        accept(offer, first, first + 1);
    else if (isBegun)
        next = first;
    if (next <= last)
        accept(offer, next, offer.segments.size());
    return dropped;
}

void SendQueue::accept(const Offer &offer, std::size_t first, std::size_t end)
{
    // The shared copy of the whole pass is charged whole: it is used when that fits, else an exact copy of the part.
    const std::size_t size = offer.segments.size();
    const bool isWhole = first == 0 && end == size;
    const bool isTail = offer.shared && end == size && heldBytes() + offer.shared->cost() <= offer.budget.bytes;
    if (isWhole && !offer.shared)
        offer.shared = std::make_shared<SharedBatch>(offer.bytes, offer.segments, 0, size);
    if (isWhole || isTail)
        enqueue(offer.shared, offer.self, first, offer.nowMs);
    else
        enqueue(std::make_shared<SharedBatch>(offer.bytes, offer.segments, first, end), offer.self, 0, offer.nowMs);
}

std::int64_t SendQueue::firstWaitingAgeMs(std::int64_t nowMs) const
{
    if (!m_state || m_state->entries.empty())
        return 0;
    const State &s = *m_state;
    const bool onlyBegun = s.offset > 0 && s.entries.front().batch->segments().size() == s.entries.front().next + 1;
    const std::size_t index = onlyBegun ? 1 : 0;
    return index < s.entries.size() ? nowMs - s.entries[index].since : 0;
}

bool SendQueue::dropFirstWaiting(MessageCount &dropped)
{
    if (!m_state)
        return false;
    State &s = *m_state;
    if (s.offset > 0)
        detachBegun();
    const std::size_t index = s.offset > 0 ? 1 : 0;
    skipOwn(index);
    if (index >= s.entries.size())
        return false;
    Entry &entry = s.entries[index];
    add(dropped, entry.batch->segments()[entry.next]);
    ++entry.next;
    skipOwn(index);
    releaseWhenEmpty();
    return true;
}

// What follows a message that has begun can only be let go of when that message stands alone.
void SendQueue::detachBegun()
{
    State &s = *m_state;
    Entry &front = s.entries.front();
    const auto segments = front.batch->segments();
    if (segments.size() == 1)
        return;
    const Segment begun = segments[front.next];
    const Segment alone { 0, 0, begun.length, begun.payload };
    const std::span<const char> bytes(front.batch->data(begun), begun.length);
    auto own = std::make_shared<SharedBatch>(bytes, std::span(&alone, 1), 0, 1);
    s.held += own->cost();
    ++front.next;
    s.entries.push_front({ std::move(own), 0, 0, front.since });
    skipOwn(1);
}

MessageCount SendQueue::dropUnsent()
{
    MessageCount dropped;
    while (dropFirstWaiting(dropped)) { }
    return dropped;
}

} // namespace relay::hub
