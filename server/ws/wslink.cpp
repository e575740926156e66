// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ws/wslink.h"

#include "common/ws/frameencoder.h"
#include "server/loop/clock.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <charconv>

namespace relay::ws {

namespace {

constexpr std::int64_t kFirstPingMs = 5000; // after the opening: so soon the round trip is known, also of the silent
constexpr std::int64_t kCloseDeadlineMs = 4000; // with the sweep's second, the five that are promised

std::string_view view(std::span<const char> bytes)
{
    return { bytes.data(), bytes.size() };
}

QByteArray asText(std::string_view text)
{
    return { text.data(), qsizetype(text.size()) };
}

} // namespace

WsLink::WsLink(loop::Descriptor descriptor, std::uint64_t connectionId, LinkHost &host, const WsLinkOptions &options)
    : Link(std::move(descriptor), connectionId, host)
    , m_options(options)
    , m_parser(Role::Server, options.maxMessage)
    , m_lastPingMs(host.nowMs() - std::max<std::int64_t>(0, options.pingEveryMs - kFirstPingMs))
{
}

void WsLink::receive(std::span<char> bytes)
{
    using Event = FrameParser::Event;
    while (!hasEnded()) {
        switch (m_parser.next(bytes)) {
        case Event::NeedMore: return;
        case Event::Message: takeMessage(); break;
        case Event::Ping:
            if (isOpen())
                sendControl(encodeFrame(Opcode::Pong, view(m_parser.payload())));
            break;
        case Event::Pong: takePong(); break;
        case Event::Close: answerClose(); return;
        case Event::Failed:
            close(m_parser.closeCode(), asText(m_parser.failure()));
            finishWriting();
            return;
        }
    }
}

void WsLink::takeMessage()
{
    if (!isOpen())
        return;
    if (m_options.asks == Asks::Talks) [[unlikely]] {
        takeTalk(m_parser.opcode(), m_parser.payload());
    } else if (m_options.asks != Asks::Nothing) {
        ++traffic.inMessages;
        traffic.inBytes += m_parser.payload().size();
        traffic.lastInMs = loop::wallMs();
        if (m_options.asks == Asks::ByAnyMessage || isCommand())
            m_host.statsRequested(*this);
    } else if (m_options.mayWrite)
        m_host.hub().publish(*this, m_parser.opcode(), m_parser.payload());
}

bool WsLink::isCommand() const
{
    constexpr std::size_t kLongest = 256; // bytes; a command is not worth more parsing
    const auto payload = m_parser.payload();
    if (!m_options.mayWrite || m_parser.opcode() != Opcode::Text || payload.size() > kLongest)
        return false;
    const auto document = QJsonDocument::fromJson(QByteArray(payload.data(), qsizetype(payload.size())));
    return document.object().value(QLatin1String("cmd")) == QLatin1String("update");
}

void WsLink::answerClose()
{
    const std::uint16_t code = m_parser.closeCode();
    if (isOpen()) {
        beginClosing(code, asText(view(m_parser.payload())), kCloseDeadlineMs);
        sendControl(encodeClose(code, {}));
    }
    // Both have said close: the server's side of the TCP connection goes first (RFC 6455, section 7.1.1).
    finishWriting();
}

void WsLink::close(std::uint16_t code, const QByteArray &reason)
{
    if (!isOpen())
        return;
    beginClosing(code, reason, kCloseDeadlineMs);
    sendControl(encodeClose(code, { reason.constData(), std::size_t(reason.size()) }));
}

void WsLink::peerFinished()
{
    abort(close::kAbnormal, "the peer went away without a close frame");
}

void WsLink::sweep(std::int64_t nowMs)
{
    Link::sweep(nowMs);
    if (!isOpen())
        return;
    if (nowMs - m_lastHeardMs > m_options.deadAfterMs)
        abort(close::kAbnormal,
              "nothing was heard for " + QByteArray::number(qlonglong(m_options.deadAfterMs / 1000)) + " s");
    else if (nowMs - m_lastPingMs >= m_options.pingEveryMs)
        ping(nowMs);
}

void WsLink::ping(std::int64_t nowMs)
{
    m_lastPingMs = nowMs;
    // The time goes along, so that the answer tells the round trip whichever ping it answers.
    char payload[24];
    const auto end = std::to_chars(payload, payload + sizeof payload, loop::monotonicMs()).ptr;
    sendControl(encodeFrame(Opcode::Ping, { payload, std::size_t(end - payload) }));
}

void WsLink::takePong()
{
    const auto payload = m_parser.payload();
    std::int64_t sentMs = 0;
    const auto [end, error] = std::from_chars(payload.data(), payload.data() + payload.size(), sentMs);
    const std::int64_t rtt = loop::monotonicMs() - sentMs;
    if (error == std::errc {} && end == payload.data() + payload.size() && rtt >= 0 && rtt < m_options.deadAfterMs)
        m_rttMs = std::int32_t(rtt);
}

void WsLink::fill(stats::Counters &counters) const
{
    counters.rttMs = m_rttMs;
}

void WsLink::sendTexts(const std::vector<QByteArray> &messages)
{
    if (!isOpen() || !queue.isEmpty() || messages.empty())
        return;
    hub::Batch batch;
    for (const QByteArray &message : messages)
        batch.append(Opcode::Text, { message.constData(), std::size_t(message.size()) }, 0);
    queue.push(std::make_shared<hub::SharedBatch>(batch.bytes(), batch.segments(), 0, batch.segments().size()),
               m_host.nowMs());
    queueGrew();
}

} // namespace relay::ws
