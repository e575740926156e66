// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ws/handshaker.h"

#include "common/shell/protocol.h"
#include "server/loop/clock.h"
#include "server/ws/handshakesocket.h"

#include <QWebSocket>

#include <memory>

namespace relay::ws {

Handshaker::Handshaker(QObject *parent)
    : QObject(parent)
    , m_server(QStringLiteral("relay"), QWebSocketServer::NonSecureMode, this)
{
    // What the field's servers offer; browsers that name it want it echoed. The other one is for the relay of shells, and
    // is shown to this server only where it was agreed on.
    m_server.setSupportedSubprotocols({ QStringLiteral("null"), QString::fromLatin1(shell::kProtocol) });
    connect(&m_server, &QWebSocketServer::newConnection, this, &Handshaker::takeAnswer);
}

void Handshaker::warmUp()
{
    const QWebSocket first; // then no client has to wait for that, and no two workers do it at once
}

void Handshaker::answer(const QByteArray &head, const QHostAddress &peer, quint16 port, Done done)
{
    auto *socket = new HandshakeSocket(head, peer, port, this);
    m_waiting.insert(socket, { std::move(done), loop::monotonicMs() });
    connect(socket, &HandshakeSocket::answered, this, [this, socket] { m_answered = socket; });
    connect(socket, &HandshakeSocket::closed, this, [this, socket] { finish(socket, {}); });
    m_server.handleConnection(socket);
}

void Handshaker::takeAnswer()
{
    // The server looks at one request at a time: the pending connection is that of the socket it has just written to.
    HandshakeSocket *const socket = m_answered;
    std::unique_ptr<QWebSocket> spent(m_server.nextPendingConnection());
    const qsizetype end = socket->output().indexOf("\r\n\r\n");
    const QByteArray response = socket->output().left(end < 0 ? 0 : end + 4);
    const Waiting waiting = m_waiting.take(socket); // before the socket is closed by what comes next
    spent.reset();                                  // its close frame goes into the socket without a descriptor
    socket->deleteLater();
    if (waiting.done)
        waiting.done(response);
}

void Handshaker::finish(HandshakeSocket *socket, const QByteArray &response)
{
    // Later, because the server is still in a slot of this socket.
    socket->deleteLater();
    if (const Waiting waiting = m_waiting.take(socket); waiting.done)
        waiting.done(response);
}

void Handshaker::sweep(std::int64_t nowMs)
{
    QList<HandshakeSocket *> tired;
    for (auto it = m_waiting.cbegin(); it != m_waiting.cend(); ++it) {
        if (nowMs - it->sinceMs >= kPatienceMs)
            tired.append(it.key());
    }
    for (HandshakeSocket *socket : tired)
        finish(socket, {});
}

} // namespace relay::ws
