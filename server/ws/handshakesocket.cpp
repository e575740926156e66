// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ws/handshakesocket.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace relay::ws {

void HandshakeSocket::show(QByteArray head, const QHostAddress &peer, quint16 port)
{
    m_head = std::move(head);
    m_read = 0;
    m_output.clear();
    setPeerAddress(peer);
    setPeerPort(port);
    setSocketState(ConnectedState);
    // Unbuffered: what is peeked stays in m_head instead of being copied into QIODevice's buffer.
    setOpenMode(ReadWrite | Unbuffered);
}

void HandshakeSocket::leave()
{
    Q_EMIT stateChanged(ClosingState);
}

qint64 HandshakeSocket::bytesAvailable() const
{
    return QIODevice::bytesAvailable() + m_head.size() - m_read;
}

// Called by the server for a head that it does not like.
void HandshakeSocket::close()
{
    setSocketState(UnconnectedState);
    QIODevice::close();
}

qint64 HandshakeSocket::readData(char *data, qint64 maxSize)
{
    const qint64 count = std::min<qint64>(maxSize, m_head.size() - m_read);
    if (count > 0) // else data may be null: the server also reads nothing into nowhere
        std::memcpy(data, m_head.constData() + m_read, std::size_t(count));
    m_read += count;
    return count;
}

qint64 HandshakeSocket::skipData(qint64 maxSize)
{
    const qint64 count = std::min<qint64>(maxSize, m_head.size() - m_read);
    m_read += count;
    return count;
}

qint64 HandshakeSocket::writeData(const char *data, qint64 size)
{
    m_output.append(data, size);
    return size;
}

} // namespace relay::ws
