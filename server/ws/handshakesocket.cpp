// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ws/handshakesocket.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace relay::ws {

HandshakeSocket::HandshakeSocket(QByteArray head, const QHostAddress &peer, quint16 port, QObject *parent)
    : QTcpSocket(parent)
    , m_head(std::move(head))
{
    setPeerAddress(peer);
    setPeerPort(port);
    setSocketState(ConnectedState);
    // Unbuffered: what is peeked stays in m_head instead of being copied into QIODevice's buffer.
    setOpenMode(ReadWrite | Unbuffered);
}

qint64 HandshakeSocket::bytesAvailable() const
{
    return QIODevice::bytesAvailable() + m_head.size() - m_read;
}

void HandshakeSocket::close()
{
    // Called by the server for a head that it does not like, and by the QWebSocket when it is deleted.
    if (!std::exchange(m_isClosed, true))
        Q_EMIT closed();
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
    if (m_output.isEmpty())
        Q_EMIT answered();
    m_output.append(data, size);
    return size;
}

} // namespace relay::ws
