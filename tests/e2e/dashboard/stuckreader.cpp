// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/dashboard/stuckreader.h"

#include "tests/e2e/dashboard/peer.h"

#include <array>
#include <cerrno>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace relay::tests {

StuckReader::StuckReader(quint16 port, const QString &path)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    const int room = 4096;
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
    const timeval limit { .tv_sec = 5 * slowness(), .tv_usec = 0 };
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    sockaddr_in to {};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&to), sizeof to) != 0)
        return;
    const QByteArray request = "GET " + path.toLatin1()
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
          "Sec-WebSocket-Key: b25lIHN0dWNrIHJlYWRlcg==\r\nSec-WebSocket-Version: 13\r\n\r\n";
    if (::send(m_socket, request.constData(), size_t(request.size()), MSG_NOSIGNAL) != request.size())
        return;
    QByteArray head;
    char byte = 0;
    while (!head.endsWith("\r\n\r\n") && ::recv(m_socket, &byte, 1, 0) == 1)
        head += byte;
    m_isOpen = head.startsWith("HTTP/1.1 101 ");
}

StuckReader::~StuckReader()
{
    ::close(m_socket);
}

QString StuckReader::address() const
{
    sockaddr_in own {};
    socklen_t size = sizeof own;
    ::getsockname(m_socket, reinterpret_cast<sockaddr *>(&own), &size);
    return QStringLiteral("127.0.0.1:%1").arg(ntohs(own.sin_port));
}

bool StuckReader::readsItsEnd()
{
    std::array<char, 65536> piece {};
    ssize_t got = 0;
    do
        got = ::recv(m_socket, piece.data(), piece.size(), 0);
    while (got > 0);
    return got == 0 || errno == ECONNRESET;
}

} // namespace relay::tests
