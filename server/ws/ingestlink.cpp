// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ws/ingestlink.h"

#include "common/http/response.h"
#include "common/ws/protocol.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <sys/socket.h>

#include <netinet/in.h>
#include <netinet/tcp.h>

namespace relay::ws {

namespace {

constexpr std::int64_t kAnswerDeadlineMs = 4000;

// HTTP has no pings: the kernel finds out whether the sender is still there, within a minute as on a websocket.
void watchForDeadPeer(int fd)
{
    const int on = 1;
    const int idle = 30;
    const int interval = 10;
    const int count = 3;
    ::setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    ::setsockopt(fd, IPPROTO_TCP, TCP_KEEPIDLE, &idle, sizeof idle);
    ::setsockopt(fd, IPPROTO_TCP, TCP_KEEPINTVL, &interval, sizeof interval);
    ::setsockopt(fd, IPPROTO_TCP, TCP_KEEPCNT, &count, sizeof count);
}

} // namespace

IngestLink::IngestLink(loop::Descriptor descriptor, std::uint64_t connectionId, LinkHost &host,
                       const http::RequestHead &head)
    : Link(std::move(descriptor), connectionId, host)
    , m_body(head)
{
    watchForDeadPeer(fd);
}

void IngestLink::publish(std::span<const char> packets)
{
    m_host.hub().publish(*this, Opcode::Binary, packets);
}

void IngestLink::receive(std::span<char> bytes)
{
    if (!isOpen())
        return;
    const auto emit = [this](std::span<const char> packets) { publish(packets); };
    std::span<const char> input = bytes;
    for (auto piece = m_body.next(input); !piece.empty(); piece = m_body.next(input)) {
        m_framer.feed(piece, emit);
        if (m_framer.verdict() == mpegts::TsFramer::Verdict::NotTransportStream)
            break;
    }
    if (m_body.state() == http::BodyReader::State::Finished)
        m_framer.finish(emit);
    else
        m_framer.flush(emit);
    settle();
}

void IngestLink::settle()
{
    using BodyState = http::BodyReader::State;
    if (m_framer.verdict() == mpegts::TsFramer::Verdict::NotTransportStream) {
        answer(415, QByteArray(m_framer.failure().data(), qsizetype(m_framer.failure().size())),
               close::kUnsupportedData, "not an MPEG transport stream");
    } else if (m_body.state() == BodyState::Failed) {
        const QByteArray why = QByteArray::fromStdString(m_body.failure());
        answer(m_body.failureStatus(), why, close::kProtocolError, why);
    } else if (m_body.state() == BodyState::Finished) {
        const QJsonObject totals {
            { QStringLiteral("messages"), qint64(traffic.inMessages) },
            { QStringLiteral("bytes"), qint64(traffic.inBytes) },
            { QStringLiteral("packets"), qint64(m_framer.packets()) },
            { QStringLiteral("resyncs"), qint64(m_framer.resyncs()) },
            { QStringLiteral("skippedBytes"), qint64(m_framer.skippedBytes()) },
        };
        answer(200, QJsonDocument(totals).toJson(QJsonDocument::Compact) + '\n', close::kNormal, "the stream ended");
    }
}

void IngestLink::answer(int status, const QByteArray &body, std::uint16_t code, const QByteArray &reason)
{
    if (status >= 400)
        m_host.refused(status, code);
    beginClosing(code, reason, kAnswerDeadlineMs);
    const QByteArrayView challenge = status == 401 ? "WWW-Authenticate: Bearer\r\n" : ""; // RFC 9110, section 15.5.2
    const QByteArray response
        = status == 200 ? http::response(status, "application/json", body) : http::refusal(status, body, challenge);
    sendControl({ response.constData(), std::size_t(response.size()) });
    finishWriting();
}

void IngestLink::close(std::uint16_t code, const QByteArray &reason)
{
    if (!isOpen())
        return;
    // A publisher that is turned away must not think that it may go on: 503 invites to come back, 403 does not.
    const int status = code == close::kGoingAway ? 503 : code == close::kExpired ? 401 : 403;
    answer(status, "the relay ended this stream: " + reason, code, reason);
}

void IngestLink::peerFinished()
{
    if (isOpen())
        abort(close::kAbnormal, "the sender went away before the end of the body");
    else
        end();
}

void IngestLink::fill(stats::Counters &counters) const
{
    counters.resyncs = m_framer.resyncs();
}

} // namespace relay::ws
