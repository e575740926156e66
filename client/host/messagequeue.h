// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/ws/protocol.h"

#include <QByteArray>

#include <chrono>
#include <deque>

namespace relay::client::host {

struct QueueLimits
{
    qint64 bytes = 4 * 1024 * 1024; //!< of payload; a single message may be larger
    std::size_t messages = 1024;
    std::chrono::milliseconds age { 5000 }; //!< what is live is of no use later
};

/*!
 * Messages that wait for a connection, or for room in one. When there are too many the oldest are dropped, whole, and
 * counted. Times come from the caller, of a clock that only goes forward. Pure.
 */
class MessageQueue
{
public:
    using Time = std::chrono::milliseconds;

    struct Message
    {
        ws::Opcode opcode = ws::Opcode::Binary;
        QByteArray payload;
        Time since { 0 };
    };

    explicit MessageQueue(QueueLimits limits = {})
        : m_limits(limits)
    {
    }

    void push(ws::Opcode opcode, const QByteArray &payload, Time now);
    void expire(Time now); //!< drops what is too old
    [[nodiscard]] bool isEmpty() const { return m_messages.empty(); }
    [[nodiscard]] const Message &front() const { return m_messages.front(); } //!< not of an empty one
    void pop();                                                               //!< it went out
    //! Takes over what waits in another queue, before what waits in this one.
    void adopt(MessageQueue &&other);
    void dropAll();

    [[nodiscard]] qsizetype size() const { return qsizetype(m_messages.size()); }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] qint64 dropped() const { return m_dropped; } //!< messages, since it was made
    [[nodiscard]] qint64 droppedBytes() const { return m_droppedBytes; }

private:
    void drop();

    QueueLimits m_limits;
    std::deque<Message> m_messages;
    qint64 m_bytes = 0;
    qint64 m_dropped = 0;
    qint64 m_droppedBytes = 0;
};

} // namespace relay::client::host
