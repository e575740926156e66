// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QTcpSocket>

namespace relay::ws {

/*!
 * A QTcpSocket without a descriptor: it shows QWebSocketServer a request head that was read elsewhere and keeps what
 * the server writes. So the server answers the opening handshake while the relay owns the descriptor all along.
 * Must never touch the network.
 */
class HandshakeSocket : public QTcpSocket
{
    Q_OBJECT
public:
    HandshakeSocket(QByteArray head, const QHostAddress &peer, quint16 port, QObject *parent);

    [[nodiscard]] const QByteArray &output() const { return m_output; }

    [[nodiscard]] qint64 bytesAvailable() const override;
    void close() override;

Q_SIGNALS:
    void answered(); //!< the server begins to write
    void closed();   //!< by the server, with or without an answer, or by the websocket that it made

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 skipData(qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_head;
    QByteArray m_output;
    qsizetype m_read = 0;
    bool m_isClosed = false;
};

} // namespace relay::ws
