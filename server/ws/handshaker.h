// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QHostAddress>
#include <QObject>
#include <QWebSocketServer>

#include <cstdint>
#include <functional>

namespace relay::ws {

class HandshakeSocket;

/*!
 * Answers opening handshakes (RFC 6455, section 4.2.2) with a QWebSocketServer that listens nowhere. The QWebSocket
 * that it makes is deleted at once: the relay's own links carry the data. Belongs to its worker's thread.
 */
class Handshaker : public QObject
{
    Q_OBJECT
public:
    explicit Handshaker(QObject *parent = nullptr);

    //! Once, before there are threads: has Qt load what its first websocket needs, 4 MB of TLS libraries among it.
    static void warmUp();

    /*!
     * `done` gets the whole 101 response, or nothing when the server refused the head. One turn of the event loop
     * later, never from within this call.
     */
    using Done = std::function<void(const QByteArray &response)>;
    void answer(const QByteArray &head, const QHostAddress &peer, quint16 port, Done done);
    //! Now and then, nowMs monotonic: a head that the server has not answered by now is refused.
    void sweep(std::int64_t nowMs);
    [[nodiscard]] bool isIdle() const { return m_waiting.isEmpty(); } //!< nobody waits

    static constexpr std::int64_t kPatienceMs = 5000; //!< a turn of the loop is enough; more means never

private:
    struct Waiting
    {
        Done done;
        std::int64_t sinceMs = 0;
    };

    void takeAnswer();
    void finish(HandshakeSocket *socket, const QByteArray &response);

    QWebSocketServer m_server;
    QHash<HandshakeSocket *, Waiting> m_waiting;
    HandshakeSocket *m_answered = nullptr; // the one that the server wrote to last
};

} // namespace relay::ws
