// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load/wire.h"

#include <cerrno>
#include <system_error>

#include <netinet/in.h>
#include <netinet/tcp.h>
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

} // namespace

int Wire::connect(int port, bool hasSmallWindow)
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

ssize_t Wire::receive(int fd, std::span<char> into)
{
    const ssize_t count = checked(::recv(fd, into.data(), into.size(), 0), "receiving");
    if (count == 0)
        throw Failure("the server closed a connection");
    return count;
}

ssize_t Wire::discard(int fd, std::size_t size)
{
    const ssize_t count = checked(::recv(fd, nullptr, size, MSG_TRUNC), "receiving");
    if (count == 0)
        throw Failure("the server closed a connection within a message");
    return count;
}

ssize_t Wire::send(int fd, std::span<const char> bytes)
{
    return checked(::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL), "sending");
}

void Wire::close(int fd)
{
    const linger now { .l_onoff = 1, .l_linger = 0 };
    ::setsockopt(fd, SOL_SOCKET, SO_LINGER, &now, sizeof now);
    ::close(fd);
}

} // namespace relay::load
