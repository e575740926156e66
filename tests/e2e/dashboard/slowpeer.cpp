// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/dashboard/slowpeer.h"

#include "tests/e2e/dashboard/peer.h"

#include <QTest>

namespace relay::tests {

SlowPeer::SlowPeer(quint16 port, const QString &path)
{
    m_socket.setReadBufferSize(256); // Qt reads no more than that before somebody takes it
    QObject::connect(&m_socket, &QTcpSocket::connected, &m_socket, [this, port, path] {
        const QString request = QStringLiteral("GET %1 HTTP/1.1\r\nHost: 127.0.0.1:%2\r\nUpgrade: websocket\r\n"
                                               "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                                               "Sec-WebSocket-Key: c2xvdyByZWFkZXIsIHNsb3c=\r\n\r\n")
                                    .arg(path)
                                    .arg(port);
        m_socket.write(request.toLatin1());
    });
    m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
}

QString SlowPeer::address() const
{
    return QStringLiteral("127.0.0.1:%1").arg(m_socket.localPort());
}

bool SlowPeer::waitForOpen()
{
    return QTest::qWaitFor([this] { return m_socket.bytesAvailable() >= 12 && m_socket.peek(12).endsWith("101"); },
                           5000 * slowness());
}

//! It has to read on to see the end.
bool SlowPeer::isClosed()
{
    m_socket.setReadBufferSize(0);
    m_socket.readAll();
    return m_socket.state() == QAbstractSocket::UnconnectedState;
}

} // namespace relay::tests
