// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load/delivery.h"

#include "bench/load/wire.h"

namespace relay::load {

void Delivery::take(Peer &reader, std::int64_t nowNs)
{
    const Stamp stamp = reader.frames.stamp();
    if (!reader.reads())
        throw Failure("a connection that is no reader, on " + reader.path + ", got a message");
    if (stamp.publisher / m_options.publishers != reader.topic)
        throw Failure("a message that was not sent to it came on " + reader.path);
    if (stamp.publisher == reader.publisher)
        throw Failure("a message came back to its sender on " + reader.path);
    if (reader.frames.size() != m_options.size || reader.frames.isText() != m_options.isText)
        throw Failure("a message came in another size or kind than it was sent on " + reader.path);

    Publisher &publisher = m_publishers[stamp.publisher];
    std::uint32_t &expected = reader.next[stamp.publisher % m_options.publishers];
    if (stamp.sequence < expected || stamp.sequence >= publisher.published())
        throw Failure("a message came twice or out of order on " + reader.path);
    for (; expected <= stamp.sequence; ++expected) // those before it are lost
        publisher.resolved(expected);
    ++m_count;
    if (m_isMeasuring)
        m_latency.add(nowNs - stamp.sentNs);
}

} // namespace relay::load
