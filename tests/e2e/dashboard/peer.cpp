// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/dashboard/peer.h"

#include <QTest>
#include <QUrl>

#include <algorithm>

namespace relay::tests {

Peer::Peer(quint16 port, const QString &path)
{
    QObject::connect(&m_socket, &QWebSocket::textMessageReceived, &m_socket,
                     [this](const QString &text) { m_received << text; });
    QObject::connect(&m_socket, &QWebSocket::disconnected, &m_socket, [this] { m_isClosed = true; });
    m_socket.open(QUrl(QStringLiteral("ws://127.0.0.1:%1%2").arg(port).arg(path)));
}

bool Peer::waitForOpen()
{
    return QTest::qWaitFor([this] { return isOpen(); }, 5000 * slowness());
}

QString Peer::address() const
{
    return QStringLiteral("127.0.0.1:%1").arg(m_socket.localPort());
}

int slowness()
{
    return std::max(1, qEnvironmentVariableIntValue("RELAY_TEST_SLOWNESS"));
}

} // namespace relay::tests
