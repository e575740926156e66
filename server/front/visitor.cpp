// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/visitor.h"

#include "common/http/response.h"

#include <algorithm>
#include <utility>

#include <sys/epoll.h>

namespace relay::front {

namespace {
constexpr std::int64_t kHeadDeadlineMs = 5000;
constexpr std::int64_t kReplyDeadlineMs = 5000;
constexpr std::int64_t kDrainDeadlineMs = 2000;
} // namespace

Visitor::Visitor(Accepted accepted, VisitorHost &host)
    : m_host(host)
    , m_wire(std::move(accepted.descriptor), accepted.tls ? std::make_unique<tls::Stream>(*accepted.tls) : nullptr)
    , m_peer(accepted.peer)
    , m_peerPort(accepted.peerPort)
    , m_deadlineMs(host.nowMs() + kHeadDeadlineMs)
    , m_ticket(accepted.ticket)
{
}

void Visitor::start()
{
    readHead();
    if (isReading() && !m_isWatched)
        watch(EPOLLIN);
}

void Visitor::handleEvents(std::uint32_t events)
{
    if (m_state != State::Left && (events & EPOLLOUT))
        write();
    if (m_state == State::Left || !(events & (EPOLLIN | EPOLLHUP | EPOLLERR)))
        return;
    if (isReading())
        readHead();
    else if (m_state == State::Deciding)
        leave(); // it is gone for good: reading is not watched for
    else if (!m_wire.discard())
        leave();
}

void Visitor::readHead()
{
    const qsizetype before = m_received.size();
    switch (m_wire.receive(m_received)) {
    case Wire::Read::Bytes: parseReceived(before == 0, before); break;
    case Wire::Read::Nothing: break;
    case Wire::Read::End: leave(); return;
    case Wire::Read::NotTls:
        refuse(access::Reason::BadRequest, 400, "this port speaks TLS: use https:// or wss:// in the address");
        return;
    }
    if (isReading() && m_wire.isSecure())
        write(); // what the handshake has to say
}

void Visitor::parseReceived(bool isFirst, qsizetype from)
{
    if (m_state == State::ReadingBody)
        takeBody();
    else
        parse(isFirst, from);
}

void Visitor::awaitBody(http::RequestHead head, qsizetype limit)
{
    m_state = State::ReadingBody;
    const qsizetype size = head.size;
    http::BodyReader reader(head);
    m_body = std::make_unique<Body>(Body { std::move(head), std::move(reader), {}, size, limit });
    takeBody();
}

void Visitor::mayTake(std::int64_t ms)
{
    m_deadlineMs = m_host.nowMs() + ms;
}

void Visitor::takeBody()
{
    using BodyState = http::BodyReader::State;
    Body &body = *m_body;
    std::span<const char> input(m_received.constData() + body.taken, std::size_t(m_received.size() - body.taken));
    while (body.reader.state() == BodyState::Reading && !input.empty() && body.content.size() <= body.limit) {
        const auto piece = body.reader.next(input);
        body.content.append(piece.data(), qsizetype(piece.size()));
    }
    body.taken = m_received.size() - qsizetype(input.size());
    // Of chunks, so many bytes of framing are more than a client needs.
    const bool isTooLarge = body.content.size() > body.limit || m_received.size() > http::kMaxHead + 4 * body.limit;
    if (body.reader.state() == BodyState::Failed) {
        refuse(access::Reason::BadRequest, body.reader.failureStatus(),
               QByteArray::fromStdString(body.reader.failure()));
    } else if (body.reader.state() == BodyState::Finished || isTooLarge) {
        m_state = State::Deciding;
        const auto whole = std::move(m_body);
        m_host.bodyArrived(*this, std::move(whole->head), isTooLarge ? std::nullopt : std::optional(whole->content));
        if (m_state == State::Deciding)
            watch(0);
    }
}

void Visitor::parse(bool isFirst, qsizetype from)
{
    // Parsing again at every byte would be quadratic: only the first bytes and a possible end of the head are worth it.
    const auto mayBeWhole = [&] {
        const qsizetype searched = std::max<qsizetype>(0, from - 2);
        return m_received.indexOf("\n\r\n", searched) >= 0 || m_received.indexOf("\n\n", searched) >= 0;
    };
    if (!isFirst && m_received.size() <= http::kMaxHead && !mayBeWhole())
        return;
    auto parsed = http::parseHead(m_received);
    if (auto *head = std::get_if<http::RequestHead>(&parsed))
        decide(std::move(*head));
    else if (const auto *fault = std::get_if<http::HeadFault>(&parsed))
        refuse(access::reasonOf(fault->status), fault->status, fault->reason);
}

void Visitor::decide(http::RequestHead head)
{
    m_state = State::Deciding;
    m_deadlineMs = m_host.nowMs() + kReplyDeadlineMs;
    m_host.headArrived(*this, std::move(head));
    if (m_state == State::Deciding)
        watch(0); // the answer comes later, and before it nothing is read; a peer that has finished still gets it
}

void Visitor::refuse(access::Reason reason, int status, QByteArrayView text, QByteArrayView headers)
{
    m_host.refused(reason);
    reply(http::refusal(status, text, headers));
}

Wire Visitor::release()
{
    if (m_isWatched)
        m_host.epollSet().remove(m_wire.fd());
    m_state = State::Left;
    m_host.left(*this);
    return std::move(m_wire);
}

void Visitor::reply(QByteArray response)
{
    if (!isReading() && m_state != State::Deciding)
        return;
    if (!m_wire.canSend()) {
        leave();
        return;
    }
    m_response = std::move(response);
    m_state = State::Replying;
    m_host.answered(*this);
    m_deadlineMs = m_host.nowMs() + kReplyDeadlineMs;
    write();
}

void Visitor::write()
{
    const auto written = m_state == State::Replying ? m_wire.sendLast(m_response, m_sent) : m_wire.flush();
    if (written == Wire::Write::Broken) {
        leave();
        return;
    }
    watch(EPOLLIN | (written == Wire::Write::Later ? std::uint32_t(EPOLLOUT) : 0U));
    if (written == Wire::Write::Later || m_state != State::Replying)
        return; // or it left, since it could not be watched
    // A close with unread bytes would reset the connection and take the answer with it: FIN first, then wait for theirs.
    m_state = State::Draining;
    m_deadlineMs = m_host.nowMs() + kDrainDeadlineMs;
}

void Visitor::watch(std::uint32_t events)
{
    if (m_isWatched && m_events == events)
        return;
    m_events = events;
    if (m_isWatched) {
        m_host.epollSet().modify(m_wire.fd(), events, this);
        return;
    }
    m_isWatched = m_host.epollSet().add(m_wire.fd(), events, this);
    if (!m_isWatched) {
        // No room in the kernel. Whoever has its answer has lost nothing.
        if (isReading() || m_state == State::Deciding)
            m_host.refused(access::Reason::NoRoom);
        leave();
    }
}

void Visitor::sweep()
{
    if (m_state == State::Left || m_host.nowMs() < m_deadlineMs)
        return;
    if (m_state == State::Reading)
        refuse(access::Reason::HeadLate, 408, "the request head did not come within 5 s");
    else if (m_state == State::ReadingBody)
        refuse(access::Reason::HeadLate, 408, "the request body did not come within 5 s");
    else if (m_state == State::Deciding)
        refuse(access::Reason::NotReady, 503, "the answer was not found within 5 s; try again later",
               "Retry-After: 5\r\n");
    else
        leave();
}

void Visitor::giveWay(access::Reason reason, const QByteArray &refusal)
{
    if (isReading()) {
        m_host.refused(reason);
        reply(refusal);
    }
    leave();
}

void Visitor::leave()
{
    if (m_state == State::Left)
        return;
    m_state = State::Left;
    if (m_isWatched)
        m_host.epollSet().remove(m_wire.fd());
    m_host.left(*this);
}

} // namespace relay::front
