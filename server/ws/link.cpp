// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ws/link.h"

#include "common/ws/protocol.h"
#include "server/hub/plainsender.h"

#include <cerrno>
#include <cstring>
#include <memory_resource>
#include <utility>

#include <sys/epoll.h>
#include <sys/socket.h>

namespace relay::ws {

namespace {
// A peer that asks without reading the answers gets no more memory than this.
constexpr std::size_t kMaxWaitingControl = 16 * 1024;
constexpr std::int64_t kLingerMs = 2000;

std::pmr::memory_resource &pool()
{
#ifdef __SANITIZE_ADDRESS__
    return *std::pmr::new_delete_resource(); // a pool would hide a link that is used after its end
#else
    thread_local std::pmr::unsynchronized_pool_resource links;
    return links;
#endif
}
} // namespace

Link::Link(loop::Descriptor descriptor, std::uint64_t connectionId, LinkHost &host)
    : Member(descriptor.get(), connectionId)
    , m_host(host)
    , m_lastHeardMs(host.nowMs())
    , m_descriptor(std::move(descriptor))
{
}

Link::~Link() = default;

void *Link::operator new(std::size_t size)
{
    return pool().allocate(size);
}

void Link::operator delete(void *link, std::size_t size)
{
    pool().deallocate(link, size);
}

bool Link::start()
{
    return m_host.epollSet().add(fd, interest(), this);
}

std::uint32_t Link::interest() const
{
    // Who is paused is not read from, but its going away is seen; once, or the set would never sleep.
    const std::uint32_t in = !isDeaf() ? EPOLLIN : m_hasPeerFinished ? 0U : std::uint32_t(EPOLLRDHUP);
    return in | (m_wantsWrite ? std::uint32_t(EPOLLOUT) : 0U);
}

void Link::handleEvents(std::uint32_t events)
{
    if (m_state != State::Ended && (events & EPOLLOUT))
        write();
    if (m_state == State::Ended)
        return;
    if (isDeaf() && !(events & (EPOLLHUP | EPOLLERR))) {
        if (!(events & EPOLLRDHUP))
            return;
        if (m_isWaiting) {
            peerFinished(); // what it sent before is for nobody: none has asked for it yet
        } else {
            m_hasPeerFinished = true;
            m_host.epollSet().modify(fd, interest(), this);
        }
        return;
    }
    if (events & (EPOLLIN | EPOLLHUP | EPOLLERR))
        read();
}

void Link::read()
{
    const auto buffer = m_host.readBuffer();
    // What TLS opens needs room of its own beside the sealed bytes.
    const std::size_t room = m_tls ? buffer.size() / 2 : buffer.size();
    const ssize_t count = ::recv(fd, buffer.data(), room, MSG_DONTWAIT);
    if (count > 0) {
        m_lastHeardMs = m_host.nowMs();
        if (m_hasFinishedWriting)
            return;
        if (m_tls)
            open(buffer, std::size_t(count));
        else
            receive(buffer.first(std::size_t(count)));
    } else if (count == 0) {
        if (m_state == State::Closing)
            end();
        else
            peerFinished();
    } else if (errno != EAGAIN && errno != EINTR) {
        abort(close::kAbnormal, QByteArray("the connection broke: ") + std::strerror(errno));
    }
}

void Link::write()
{
    if (!m_host.hub().drain(*this)) {
        abort(close::kAbnormal, "the connection broke while sending");
        return;
    }
    if (hasUnsent())
        return;
    watch(false);
    if (m_finishesWriting)
        finishWriting();
    else
        caughtUp();
}

void Link::watch(bool wantsWrite)
{
    if (m_wantsWrite == wantsWrite)
        return;
    m_wantsWrite = wantsWrite;
    m_host.epollSet().modify(fd, interest(), this);
}

void Link::setPaused(bool)
{
    if (m_state != State::Ended)
        m_host.epollSet().modify(fd, interest(), this);
}

void Link::setWaiting(bool isWaiting)
{
    if (std::exchange(m_isWaiting, isWaiting) != isWaiting)
        setPaused(isPaused); // what is watched for follows from both
}

void Link::fellBehind()
{
    close(close::kTooSlow, "the messages came faster than they were read");
}

void Link::queueGrew()
{
    watch(true);
}

void Link::sendFailed(int error)
{
    abort(close::kAbnormal, QByteArray("the connection broke: ") + std::strerror(error));
}

void Link::sendControl(std::string_view bytes)
{
    if (m_state == State::Ended || queue.controlBytes() > kMaxWaitingControl)
        return;
    std::size_t sent = 0;
    if (!hasUnsent()) {
        const iovec piece { const_cast<char *>(bytes.data()), bytes.size() };
        const ssize_t result = m_tls ? m_host.hub().sendSealed(*this, piece) : hub::sendPieces(fd, { &piece, 1 });
        if (result < 0 && result != -EAGAIN && result != -EINTR) {
            sendFailed(int(-result));
            return;
        }
        sent = result > 0 ? std::size_t(result) : 0;
        if (sent == bytes.size()) {
            watch(hasUnsent());
            return;
        }
    }
    queue.pushControl(bytes, sent);
    watch(true);
}

void Link::beginClosing(std::uint16_t code, const QByteArray &reason, std::int64_t deadlineMs)
{
    if (m_state != State::Open)
        return;
    m_state = State::Closing;
    isReceiving = false;
    m_deadlineMs = m_host.nowMs() + deadlineMs;
    traffic.dropped += queue.dropUnsent().messages;
    if (!std::exchange(m_isRetired, true))
        m_host.retired(*this, code, reason);
}

void Link::finishWriting()
{
    m_finishesWriting = true;
    if (m_state == State::Ended || m_hasFinishedWriting || hasUnsent())
        return;
    if (m_tls && !sayGoodbye())
        return;
    m_hasFinishedWriting = true;
    ::shutdown(fd, SHUT_WR);
    m_deadlineMs = std::min(m_deadlineMs, m_host.nowMs() + kLingerMs);
}

void Link::abort(std::uint16_t code, const QByteArray &reason)
{
    if (m_state == State::Ended)
        return;
    isReceiving = false;
    if (!std::exchange(m_isRetired, true))
        m_host.retired(*this, code, reason);
    end();
}

void Link::end()
{
    if (m_state == State::Ended)
        return;
    m_state = State::Ended;
    m_host.epollSet().remove(fd);
    m_host.ended(*this);
}

void Link::sweep(std::int64_t nowMs)
{
    if (isDeaf())
        m_lastHeardMs = nowMs; // it may be speaking: nobody listens
    if (m_state != State::Closing || nowMs < m_deadlineMs)
        return;
    // What the peer has not taken by now is not worth the kernel's memory: a reset instead of a FIN.
    const linger now { 1, 0 };
    ::setsockopt(fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    end();
}

} // namespace relay::ws
