// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/micro/socketreaders.h"

#include <cerrno>
#include <system_error>

#include <sys/socket.h>
#include <unistd.h>

namespace relay::bench {

namespace {
constexpr std::size_t kReadAtOnce = 1024 * 1024;
}

SocketReaders::SocketReaders(std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        int ends[2] = { -1, -1 };
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) < 0)
            throw std::system_error(errno, std::generic_category(), "socketpair");
        m_members.emplace_back(ends[0], i + 1);
        m_peers.push_back(ends[1]);
    }
}

SocketReaders::~SocketReaders()
{
    for (const QuietMember &member : m_members)
        ::close(member.fd);
    for (const int fd : m_peers)
        ::close(fd);
}

std::size_t SocketReaders::readAll()
{
    static std::vector<char> s_buffer(kReadAtOnce);
    std::size_t total = 0;
    for (const int fd : m_peers) {
        const ssize_t count = ::recv(fd, s_buffer.data(), s_buffer.size(), MSG_DONTWAIT);
        total += count > 0 ? std::size_t(count) : 0;
    }
    return total;
}

} // namespace relay::bench
