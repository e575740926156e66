// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QTcpSocket>

#include <utility>

namespace relay::ws {

/*!
 * A QTcpSocket without a descriptor: it shows QWebSocketServer a request head that was read elsewhere and keeps what
 * the server writes. So the server answers the opening handshake while the relay owns the descriptor all along. One
 * serves for any number of handshakes, one after the other. Must never touch the network.
 */
class HandshakeSocket : public QTcpSocket
{
    Q_OBJECT
public:
    //! From now on it is a new connection of this peer, who has sent this head.
    void show(QByteArray head, const QHostAddress &peer, quint16 port);
    //! Tells a websocket on it that the connection is going: it is about to be deleted, and need not say goodbye.
    void leave();
    //! What was written since show(); not kept.
    [[nodiscard]] QByteArray takeOutput() { return std::exchange(m_output, {}); }

    [[nodiscard]] qint64 bytesAvailable() const override;
    void close() override;

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 skipData(qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_head;
    QByteArray m_output;
    qsizetype m_read = 0;
};

} // namespace relay::ws
