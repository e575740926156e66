// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/sendqueue.h"

#include <algorithm>

namespace relay::hub {

namespace {

iovec piece(const char *data, std::size_t length)
{
    return {const_cast<char *>(data), length};
}

} // namespace

SendQueue::State &SendQueue::state()
{
    if (!m_state)
        m_state = std::make_unique<State>();
    return *m_state;
}

MessageCount SendQueue::offer(std::span<const char> bytes, std::span<const Segment> segments, std::size_t first, std::size_t offset,
                              std::uint64_t self, SharedBatchPtr &shared, const QueueBudget &budget, std::int64_t nowMs)
{
    const bool wasEmpty = !m_state || m_state->entries.empty();
    const bool isTooOld = oldestAgeMs(nowMs) > budget.ageMs;
    const std::size_t held = heldBytes();
    MessageCount dropped;
    std::size_t accepted = 0;
    std::size_t end = first; // behind the last accepted segment
    std::size_t cost = held + SharedBatch::fixedCost();
    for (std::size_t i = first; i < segments.size(); ++i) {
        if (segments[i].sender == self)
            continue;
        cost += SharedBatch::costOf(segments[i]);
        const bool mustJoin = accepted == 0 && (wasEmpty || offset > 0);
        if (dropped.messages == 0 && (mustJoin || (!isTooOld && cost <= budget.bytes))) {
            ++accepted;
            end = i + 1;
        } else {
            ++dropped.messages;
            dropped.payload += segments[i].payload;
        }
    }
    if (accepted == 0)
        return dropped;
    // The shared copy of the whole pass is charged whole: it is used when that fits, else an exact copy of the part.
    const bool isWhole = first == 0 && end == segments.size();
    const bool isTail = shared && end == segments.size() && held + shared->cost() <= budget.bytes;
    if (isWhole && !shared)
        shared = std::make_shared<SharedBatch>(bytes, segments, 0, segments.size());
    if (isWhole || isTail)
        enqueue(shared, self, first, nowMs);
    else
        enqueue(std::make_shared<SharedBatch>(bytes, segments, first, end), self, 0, nowMs);
    if (offset > 0)
        state().offset = offset;
    return dropped;
}

void SendQueue::enqueue(SharedBatchPtr batch, std::uint64_t self, std::size_t next, std::int64_t nowMs)
{
    State &s = state();
    s.held += batch->cost();
    s.entries.push_back({std::move(batch), self, next, nowMs});
    if (s.entries.size() == 1)
        skipOwn();
}

void SendQueue::push(SharedBatchPtr batch, std::int64_t nowMs)
{
    enqueue(std::move(batch), 0, 0, nowMs);
}

void SendQueue::pushControl(std::string_view frame, std::size_t sent)
{
    State &s = state();
    if (s.control.empty())
        s.controlSent = sent;
    s.control.append(frame);
}

std::size_t SendQueue::gather(iovec *pieces, std::size_t max) const
{
    if (!m_state)
        return 0;
    const State &s = *m_state;
    if (s.offset > 0) {
        const Entry &front = s.entries.front();
        const Segment &segment = front.batch->segments()[front.next];
        pieces[0] = piece(front.batch->data(segment) + s.offset, segment.length - s.offset);
        return 1;
    }
    if (!s.control.empty()) {
        pieces[0] = piece(s.control.data() + s.controlSent, s.control.size() - s.controlSent);
        return 1;
    }
    return gatherMessages(pieces, max);
}

std::size_t SendQueue::gatherMessages(iovec *pieces, std::size_t max) const
{
    std::size_t count = 0;
    for (const Entry &entry : m_state->entries) {
        const auto segments = entry.batch->segments();
        for (std::size_t i = entry.next; i < segments.size(); ++i) {
            if (segments[i].sender == entry.self && entry.self != 0)
                continue;
            const char *data = entry.batch->data(segments[i]);
            if (count > 0 && static_cast<char *>(pieces[count - 1].iov_base) + pieces[count - 1].iov_len == data) {
                pieces[count - 1].iov_len += segments[i].length;
                continue;
            }
            if (count == max)
                return count;
            pieces[count++] = piece(data, segments[i].length);
        }
    }
    return count;
}

MessageCount SendQueue::advance(std::size_t bytes)
{
    if (!m_state)
        return {};
    State &s = *m_state;
    MessageCount done;
    if (s.offset == 0 && !s.control.empty()) {
        s.controlSent += bytes;
        if (s.controlSent >= s.control.size()) {
            s.control.clear();
            s.controlSent = 0;
        }
    } else {
        done = advanceMessages(bytes);
    }
    releaseWhenEmpty();
    return done;
}

MessageCount SendQueue::advanceMessages(std::size_t bytes)
{
    State &s = *m_state;
    MessageCount done;
    while (bytes > 0 && !s.entries.empty()) {
        Entry &front = s.entries.front();
        const Segment &segment = front.batch->segments()[front.next];
        const std::size_t rest = segment.length - s.offset;
        if (bytes < rest) {
            s.offset += bytes;
            return done;
        }
        bytes -= rest;
        s.offset = 0;
        ++done.messages;
        done.payload += segment.payload;
        ++front.next;
        skipOwn();
    }
    return done;
}

void SendQueue::skipOwn()
{
    State &s = *m_state;
    while (!s.entries.empty()) {
        Entry &front = s.entries.front();
        const auto segments = front.batch->segments();
        while (front.next < segments.size() && front.self != 0 && segments[front.next].sender == front.self)
            ++front.next;
        if (front.next < segments.size())
            return;
        popFront();
    }
}

void SendQueue::popFront()
{
    m_state->held -= m_state->entries.front().batch->cost();
    m_state->entries.pop_front();
}

void SendQueue::releaseWhenEmpty()
{
    if (m_state->entries.empty() && m_state->control.empty())
        m_state.reset();
}

MessageCount SendQueue::dropUnsent()
{
    MessageCount dropped;
    if (!m_state)
        return dropped;
    State &s = *m_state;
    bool isFirst = true;
    for (Entry &entry : s.entries) {
        const auto segments = entry.batch->segments();
        for (std::size_t i = entry.next; i < segments.size(); ++i) {
            const bool hasBegun = isFirst && s.offset > 0;
            isFirst = false;
            if (hasBegun || (entry.self != 0 && segments[i].sender == entry.self))
                continue;
            ++dropped.messages;
            dropped.payload += segments[i].payload;
        }
    }
    if (s.offset > 0) {
        // The rest of the begun message stays, alone in a batch of its own.
        const Entry front = s.entries.front();
        const Segment segment = front.batch->segments()[front.next];
        const std::span<const char> bytes(front.batch->data(segment), segment.length);
        const Segment alone {0, 0, segment.length, segment.payload};
        s.entries.clear();
        s.held = 0;
        enqueue(std::make_shared<SharedBatch>(bytes, std::span(&alone, 1), 0, 1), 0, 0, front.since);
    } else {
        s.entries.clear();
        s.held = 0;
    }
    releaseWhenEmpty();
    return dropped;
}

std::size_t SendQueue::heldBytes() const
{
    return m_state ? m_state->held + m_state->control.size() : 0;
}

std::size_t SendQueue::controlBytes() const
{
    return m_state ? m_state->control.size() : 0;
}

std::int64_t SendQueue::oldestAgeMs(std::int64_t nowMs) const
{
    return m_state && !m_state->entries.empty() ? nowMs - m_state->entries.front().since : 0;
}

} // namespace relay::hub
