// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/listener.h"

#include "server/front/reply.h"

#include <QLoggingCategory>

#include <cerrno>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>

namespace relay::front {

namespace {

Q_LOGGING_CATEGORY(lcListener, "relay.listener")

constexpr int kAcceptsPerPass = 64; // then those that are here get their turn
constexpr int kBacklog = 4096;
constexpr int kRetryMs = 200;
constexpr int kTurnedAwayPerTry = 64;

loop::Descriptor openReserve()
{
    return loop::Descriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC));
}

} // namespace

Listener::Listener(loop::EpollSet &set, std::function<More(Accepted)> accepted, QObject *parent)
    : QObject(parent)
    , m_set(set)
    , m_accepted(std::move(accepted))
    , m_reserve(openReserve())
{
    m_server.setListenBacklogSize(kBacklog);
    m_retry.setSingleShot(true);
    m_retry.setInterval(kRetryMs);
    connect(&m_retry, &QTimer::timeout, this, &Listener::watch);
}

Listener::~Listener()
{
    stop();
}

QString Listener::listen(const QHostAddress &address, quint16 port)
{
    if (!m_server.listen(address, port))
        return m_server.errorString();
    m_server.pauseAccepting();
    const int on = 1;
    ::setsockopt(int(m_server.socketDescriptor()), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on); // so does what is accepted
    // Accepted sockets inherit this, too. Left to itself the kernel takes up to 4 MB for each peer that reads slowly: what is in
    // there counts as sent, and is seconds old when it arrives. SO_SNDBUF would bound what is under way as well, and so
    // the speed over a long way; this bounds only what waits.
    if (m_unsentLimit > 0)
        ::setsockopt(int(m_server.socketDescriptor()), IPPROTO_TCP, TCP_NOTSENT_LOWAT, &m_unsentLimit,
                     sizeof m_unsentLimit);
    watch();
    return {};
}

void Listener::stop()
{
    m_retry.stop();
    m_isPaused = true;
    if (std::exchange(m_isWatching, false))
        m_set.remove(int(m_server.socketDescriptor()));
    m_server.close();
}

void Listener::setPaused(bool isPaused)
{
    if (m_isPaused == isPaused || !m_server.isListening())
        return;
    m_isPaused = isPaused;
    if (!isPaused)
        watch();
    else if (std::exchange(m_isWatching, false))
        m_set.remove(int(m_server.socketDescriptor()));
}

void Listener::watch()
{
    if (m_isPaused || m_isWatching || m_retry.isActive())
        return;
    m_isWatching = m_set.add(int(m_server.socketDescriptor()), EPOLLIN, this, loop::EpollSet::Turn::Last);
    if (!m_isWatching)
        m_retry.start();
}

void Listener::handleEvents(std::uint32_t)
{
    for (int i = 0; i < kAcceptsPerPass && m_isWatching; ++i) {
        if (acceptOne() == More::NextPass)
            return;
    }
}

Listener::More Listener::acceptOne()
{
    sockaddr_storage peer {};
    socklen_t size = sizeof peer;
    auto *address = reinterpret_cast<sockaddr *>(&peer);
    loop::Descriptor descriptor(
        ::accept4(int(m_server.socketDescriptor()), address, &size, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (!descriptor.isOpen()) {
        if (errno == ECONNABORTED || errno == EINTR)
            return More::Now;
        if (errno != EAGAIN)
            descriptorsRanOut();
        return More::NextPass;
    }
    const quint16 port = peer.ss_family == AF_INET6 ? ntohs(reinterpret_cast<sockaddr_in6 &>(peer).sin6_port)
                                                    : ntohs(reinterpret_cast<sockaddr_in &>(peer).sin_port);
    return m_accepted({ std::move(descriptor), QHostAddress(address), port, {} });
}

void Listener::descriptorsRanOut()
{
    qCWarning(lcListener)
        << "no descriptor is left for a new connection; raise the limit (LimitNOFILE, ulimit -n). Next try in"
        << kRetryMs << "ms";
    static const QByteArray answer = noRoom();
    for (int i = 0; i < kTurnedAwayPerTry; ++i) {
        m_reserve.reset();
        loop::Descriptor excess(
            ::accept4(int(m_server.socketDescriptor()), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
        if (!excess.isOpen())
            break;
        if (m_turnedAway)
            m_turnedAway();
        if (m_answersExcess)
            ::send(excess.get(), answer.constData(), std::size_t(answer.size()), MSG_NOSIGNAL);
        ::shutdown(excess.get(), SHUT_WR);
        char unread[4096]; // a close with unread bytes would overtake the answer
        while (::recv(excess.get(), unread, sizeof unread, MSG_DONTWAIT) > 0) { }
        excess.reset();
        m_reserve = openReserve();
    }
    if (!m_reserve.isOpen())
        m_reserve = openReserve();
    m_isWatching = false;
    m_set.remove(int(m_server.socketDescriptor()));
    m_retry.start();
}

} // namespace relay::front
