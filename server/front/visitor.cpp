// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/visitor.h"

#include "server/http/response.h"

#include <array>
#include <cerrno>
#include <utility>

#include <sys/epoll.h>
#include <sys/socket.h>

namespace relay::front {

namespace {
constexpr std::int64_t kHeadDeadlineMs = 5000;
constexpr std::int64_t kReplyDeadlineMs = 5000;
constexpr std::int64_t kDrainDeadlineMs = 2000;
} // namespace

Visitor::Visitor(Accepted accepted, VisitorHost &host)
    : m_host(host)
    , m_connection(std::move(accepted))
    , m_deadlineMs(host.nowMs() + kHeadDeadlineMs)
{
}

bool Visitor::start()
{
    return m_host.epollSet().add(m_connection.descriptor.get(), EPOLLIN, this);
}

void Visitor::handleEvents(std::uint32_t events)
{
    if (m_state == State::Replying && (events & EPOLLOUT))
        write();
    if (!(events & (EPOLLIN | EPOLLHUP | EPOLLERR)))
        return;
    if (m_state == State::Reading)
        readHead();
    else if (m_state != State::Left)
        drain();
}

void Visitor::readHead()
{
    std::array<char, http::kMaxHead> buffer;
    const ssize_t count = ::recv(m_connection.descriptor.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (count <= 0) {
        leave();
        return;
    }
    const qsizetype before = m_received.size();
    m_received.append(buffer.data(), count);
    parse(before == 0, before);
}

void Visitor::parse(bool isFirst, qsizetype from)
{
    // Parsing again at every byte would be quadratic: only the first bytes and a possible end of the head are worth it.
    const qsizetype searched = std::max<qsizetype>(0, from - 2);
    const bool mayBeWhole = m_received.indexOf("\n\r\n", searched) >= 0 || m_received.indexOf("\n\n", searched) >= 0;
    if (!isFirst && !mayBeWhole && m_received.size() <= http::kMaxHead)
        return;
    auto parsed = http::parseHead(m_received);
    if (auto *head = std::get_if<http::RequestHead>(&parsed))
        m_host.headArrived(*this, std::move(*head));
    else if (const auto *fault = std::get_if<http::HeadFault>(&parsed))
        reply(http::refusal(fault->status, fault->reason));
}

Accepted Visitor::release()
{
    m_host.epollSet().remove(m_connection.descriptor.get());
    m_state = State::Left;
    m_host.left(*this);
    return std::move(m_connection);
}

void Visitor::reply(QByteArray response)
{
    m_response = std::move(response);
    m_state = State::Replying;
    m_deadlineMs = m_host.nowMs() + kReplyDeadlineMs;
    write();
}

void Visitor::write()
{
    const int fd = m_connection.descriptor.get();
    const ssize_t sent = ::send(fd, m_response.constData() + m_sent, std::size_t(m_response.size() - m_sent), MSG_DONTWAIT | MSG_NOSIGNAL);
    if (sent < 0 && errno != EAGAIN && errno != EINTR) {
        leave();
        return;
    }
    m_sent += sent > 0 ? sent : 0;
    if (m_sent < m_response.size()) {
        m_host.epollSet().modify(fd, EPOLLIN | EPOLLOUT, this);
        return;
    }
    // A close with unread bytes would reset the connection and take the answer with it: FIN first, then wait for theirs.
    m_state = State::Draining;
    m_deadlineMs = m_host.nowMs() + kDrainDeadlineMs;
    m_host.epollSet().modify(fd, EPOLLIN, this);
    ::shutdown(fd, SHUT_WR);
}

void Visitor::drain()
{
    std::array<char, 64 * 1024> buffer;
    const ssize_t count = ::recv(m_connection.descriptor.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR))
        leave();
}

void Visitor::sweep()
{
    if (m_state == State::Left || m_host.nowMs() < m_deadlineMs)
        return;
    if (m_state == State::Reading)
        reply(http::refusal(408, "the request head did not come within 5 s"));
    else
        leave();
}

void Visitor::evictIfOlderThan(std::int64_t ms)
{
    if (m_state == State::Left || m_host.nowMs() < m_deadlineMs - kHeadDeadlineMs + ms)
        return;
    if (m_state == State::Reading)
        reply(http::refusal(503, "too many connections wait to be decided about; try again later", "Retry-After: 5\r\n"));
    leave();
}

void Visitor::leave()
{
    if (m_state == State::Left)
        return;
    m_state = State::Left;
    m_host.epollSet().remove(m_connection.descriptor.get());
    m_host.left(*this);
}

} // namespace relay::front
