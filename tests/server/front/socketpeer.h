// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/loop/descriptor.h"

#include <QByteArray>

#include <utility>

#include <sys/socket.h>

namespace relay::front::test {

//! The other end of a connection that needs no port.
class SocketPeer
{
public:
    SocketPeer()
    {
        int ends[2] = { -1, -1 };
        ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends);
        m_given = ends[0];
        m_theirs = loop::Descriptor(ends[0]);
        m_own = loop::Descriptor(ends[1]);
    }

    [[nodiscard]] loop::Descriptor takeDescriptor() { return std::move(m_theirs); }
    [[nodiscard]] int given() const { return m_given; } //!< the number of that descriptor

    void send(const QByteArray &bytes)
    {
        [[maybe_unused]] const auto sent
            = ::send(m_own.get(), bytes.constData(), std::size_t(bytes.size()), MSG_NOSIGNAL);
    }
    void finish() { ::shutdown(m_own.get(), SHUT_WR); }
    void close() { m_own.reset(); }
    //! All that is there to read.
    QByteArray read()
    {
        QByteArray bytes(1 << 20, Qt::Uninitialized);
        qsizetype size = 0;
        ssize_t count = 0;
        while ((count = ::recv(m_own.get(), bytes.data() + size, std::size_t(bytes.size() - size), MSG_DONTWAIT)) > 0)
            size += count;
        m_isAtEnd = count == 0;
        bytes.resize(size);
        return bytes;
    }
    [[nodiscard]] bool isAtEnd() const { return m_isAtEnd; } //!< as of the last read()

private:
    loop::Descriptor m_own;
    loop::Descriptor m_theirs;
    int m_given = -1;
    bool m_isAtEnd = false;
};

} // namespace relay::front::test
