// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/sendqueue.h"

namespace relay::hub {

namespace {

iovec piece(const char *data, std::size_t length)
{
    return { const_cast<char *>(data), length };
}

} // namespace

SendQueue::State &SendQueue::state()
{
    if (!m_state)
        m_state = std::make_unique<State>();
    return *m_state;
}

void SendQueue::enqueue(SharedBatchPtr batch, std::uint64_t self, std::size_t next, std::int64_t nowMs)
{
    State &s = state();
    s.held += batch->cost();
    s.entries.push_back({ std::move(batch), self, next, nowMs });
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

void SendQueue::skipOwn(std::size_t index)
{
    State &s = *m_state;
    while (index < s.entries.size()) {
        Entry &entry = s.entries[index];
        const auto segments = entry.batch->segments();
        while (entry.next < segments.size() && entry.self != 0 && segments[entry.next].sender == entry.self)
            ++entry.next;
        if (entry.next < segments.size())
            return;
        removeEntry(index);
    }
}

void SendQueue::removeEntry(std::size_t index)
{
    m_state->held -= m_state->entries[index].batch->cost();
    m_state->entries.erase(m_state->entries.begin() + std::ptrdiff_t(index));
}

void SendQueue::releaseWhenEmpty()
{
    if (m_state->entries.empty() && m_state->control.empty())
        m_state.reset();
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
