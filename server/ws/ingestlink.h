// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/http/bodyreader.h"
#include "common/mpegts/tsframer.h"
#include "server/ws/link.h"

namespace relay::ws {

/*!
 * A POST or PUT whose body is an MPEG transport stream, as ffmpeg sends it: each read becomes binary messages of
 * whole packets on the topic. The end of the body is answered with the totals.
 */
class IngestLink final : public Link
{
public:
    IngestLink(loop::Descriptor descriptor, std::uint64_t id, LinkHost &host, const http::RequestHead &head);

    void close(std::uint16_t code, const QByteArray &reason) override;
    void receive(std::span<char> bytes) override;
    void fill(stats::Counters &counters) const override;

private:
    void peerFinished() override;
    void publish(std::span<const char> packets);
    void settle();
    void answer(int status, const QByteArray &body, std::uint16_t code, const QByteArray &reason);

    http::BodyReader m_body;
    mpegts::TsFramer m_framer;
};

} // namespace relay::ws
