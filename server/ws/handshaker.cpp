// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ws/handshaker.h"

#include "common/shell/protocol.h"
#include "server/ws/handshakesocket.h"

#include <QCoreApplication>
#include <QWebSocket>

namespace relay::ws {

Handshaker::Handshaker()
    : m_server(QStringLiteral("relay"), QWebSocketServer::NonSecureMode)
    , m_socket(std::make_unique<HandshakeSocket>())
{
    // What the field's servers offer; browsers that name it want it echoed. The other one is for the relay of shells, and
    // is shown to this server only where it was agreed on.
    m_server.setSupportedSubprotocols({ QStringLiteral("null"), QString::fromLatin1(shell::kProtocol) });
}

Handshaker::~Handshaker() = default;

void Handshaker::warmUp()
{
    const QWebSocket first; // then no client has to wait for that, and no two workers do it at once
}

QByteArray Handshaker::answer(const QByteArray &head, const QHostAddress &peer, quint16 port)
{
    m_socket->show(head, peer, port);
    m_server.handleConnection(m_socket.get());
    // The server looks at the head in a queued call. It is made here: memory that one handshake gives back is then what
    // the next one takes, and no turn of the loop is needed.
    QCoreApplication::sendPostedEvents(&m_server, QEvent::MetaCall);
    const std::unique_ptr<QWebSocket> spent(m_server.nextPendingConnection());
    if (!spent) {
        m_socket = std::make_unique<HandshakeSocket>(); // who knows what is left of it in this one
        return {};
    }
    const QByteArray response = m_socket->takeOutput();
    m_socket->leave();
    return response;
}

void Handshaker::tidy()
{
    QCoreApplication::sendPostedEvents();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace relay::ws
