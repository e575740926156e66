// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/messagequeue.h"

#include <iterator>
#include <utility>

namespace relay::client::host {

void MessageQueue::push(ws::Opcode opcode, const QByteArray &payload, Time now)
{
    expire(now);
    while (!isEmpty() && (m_bytes + payload.size() > m_limits.bytes || m_messages.size() >= m_limits.messages))
        drop();
    m_messages.push_back({ opcode, payload, now });
    m_bytes += payload.size();
}

void MessageQueue::expire(Time now)
{
    while (!isEmpty() && now - front().since > m_limits.age)
        drop();
}

void MessageQueue::pop()
{
    m_bytes -= front().payload.size();
    m_messages.pop_front();
}

void MessageQueue::drop()
{
    ++m_dropped;
    m_droppedBytes += front().payload.size();
    pop();
}

void MessageQueue::dropAll()
{
    while (!isEmpty())
        drop();
}

void MessageQueue::adopt(MessageQueue &&other)
{
    m_messages.insert(m_messages.begin(), std::make_move_iterator(other.m_messages.begin()),
                      std::make_move_iterator(other.m_messages.end()));
    m_bytes += std::exchange(other.m_bytes, 0);
    other.m_messages.clear();
    while (!isEmpty() && (m_bytes > m_limits.bytes || m_messages.size() > m_limits.messages))
        drop();
}

} // namespace relay::client::host
