// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QWebSocketServer>

#include <memory>

namespace relay::ws {

class HandshakeSocket;

/*!
 * Answers opening handshakes (RFC 6455, section 4.2.2) with a QWebSocketServer that listens nowhere. The QWebSocket
 * that it makes is deleted at once: the relay's own links carry the data. Belongs to its worker's thread.
 */
class Handshaker
{
public:
    Handshaker();
    ~Handshaker();

    //! Once, before there are threads: has Qt load what its first websocket needs, 4 MB of TLS libraries among it.
    static void warmUp();

    //! The whole 101 response, or nothing when the server refuses the head, or when it is not a whole one.
    [[nodiscard]] QByteArray answer(const QByteArray &head, const QHostAddress &peer, quint16 port);
    //! Now and then: does what Qt has put off for its loop, which this thread may not have.
    void tidy();

private:
    QWebSocketServer m_server;
    std::unique_ptr<HandshakeSocket> m_socket; // for one handshake after the other
};

} // namespace relay::ws
