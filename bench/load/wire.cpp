// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load/wire.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace relay::load {

namespace {

constexpr int kSmallWindow = 64 * 1024;

std::string textOf(int error)
{
    return std::generic_category().message(error);
}

ssize_t checked(ssize_t count, const char *what)
{
    if (count < 0 && errno != EAGAIN && errno != EINTR)
        throw Failure(std::string(what) + ": " + textOf(errno));
    return count;
}

ssize_t unlessEnded(ssize_t count)
{
    if (count == 0)
        throw Failure("the server closed a connection");
    return count;
}

SSL_CTX *context()
{
    static SSL_CTX *const shared = [] {
        SSL_CTX *made = SSL_CTX_new(TLS_client_method());
        // What is sent again after "not now" may lie elsewhere by then.
        SSL_CTX_set_mode(
            made, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
        return made;
    }();
    return shared;
}

int connected(int port, bool hasSmallWindow)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0)
        throw Failure("no socket: " + textOf(errno)
                      + (errno == EMFILE ? "; raise the limit of descriptors (ulimit -Hn)" : ""));
    const int on = 1;
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (hasSmallWindow)
        ::setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &kSmallWindow, sizeof kSmallWindow);
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(std::uint16_t(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) < 0 && errno != EINPROGRESS)
        throw Failure("cannot connect: " + textOf(errno));
    return fd;
}

} // namespace

Wire::Wire(int port, Transport transport, bool hasSmallWindow)
    : m_fd(connected(port, hasSmallWindow))
{
    if (transport == Transport::Plain)
        return;
    m_tls = { SSL_new(context()), SSL_free };
    SSL_set_fd(m_tls.get(), m_fd);
    SSL_set_connect_state(m_tls.get());
}

Wire::Wire(Wire &&other) noexcept
    : m_fd(std::exchange(other.m_fd, -1))
    , m_tls(std::move(other.m_tls))
{
}

Wire &Wire::operator=(Wire &&other) noexcept
{
    std::swap(m_fd, other.m_fd);
    std::swap(m_tls, other.m_tls);
    return *this;
}

Wire::~Wire()
{
    if (m_fd < 0)
        return;
    const linger now { .l_onoff = 1, .l_linger = 0 };
    ::setsockopt(m_fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::close(m_fd);
}

Wire::Wants Wire::shakeHands()
{
    if (!m_tls)
        return Wants::Nothing;
    const int result = SSL_do_handshake(m_tls.get());
    if (result == 1)
        return Wants::Nothing;
    if (opened(result, "shaking hands") >= 0)
        throw Failure("the server ended the handshake of TLS");
    return SSL_want_write(m_tls.get()) ? Wants::Write : Wants::Read;
}

// What a call of OpenSSL says, as recv() and send() say it.
ssize_t Wire::opened(int result, const char *what)
{
    if (result > 0)
        return result;
    switch (SSL_get_error(m_tls.get(), result)) {
    case SSL_ERROR_WANT_READ:
    case SSL_ERROR_WANT_WRITE: return -1;
    case SSL_ERROR_ZERO_RETURN: return 0;
    case SSL_ERROR_SYSCALL:
        if (errno == 0)
            return 0;
        throw Failure(std::string(what) + ": " + textOf(errno));
    default: break;
    }
    std::array<char, 256> text {};
    ERR_error_string_n(ERR_get_error(), text.data(), text.size());
    throw Failure(std::string(what) + ": " + text.data());
}

ssize_t Wire::receive(std::span<char> into)
{
    if (m_tls)
        return unlessEnded(opened(SSL_read(m_tls.get(), into.data(), int(into.size())), "receiving"));
    return unlessEnded(checked(::recv(m_fd, into.data(), into.size(), 0), "receiving"));
}

ssize_t Wire::discard(std::size_t size)
{
    if (!m_tls)
        return unlessEnded(checked(::recv(m_fd, nullptr, size, MSG_TRUNC), "receiving"));
    static std::array<char, 64 * 1024> nowhere;
    return receive(std::span(nowhere).first(std::min(size, nowhere.size())));
}

ssize_t Wire::send(std::span<const char> bytes)
{
    if (!m_tls)
        return checked(::send(m_fd, bytes.data(), bytes.size(), MSG_NOSIGNAL), "sending");
    return bytes.empty() ? 0 : opened(SSL_write(m_tls.get(), bytes.data(), int(bytes.size())), "sending");
}

bool Wire::hasMore() const
{
    return m_tls && SSL_pending(m_tls.get()) > 0;
}

} // namespace relay::load
