// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWebSocket>

namespace relay::tests {

//! A websocket client that relayd did not write, which remembers all it gets and how it was closed. GUI thread.
class Peer
{
public:
    Peer(quint16 port, const QString &path);
    Q_DISABLE_COPY_MOVE(Peer)

    [[nodiscard]] bool waitForOpen();
    [[nodiscard]] bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    [[nodiscard]] bool isClosed() const { return m_isClosed; }
    [[nodiscard]] int closeCode() const { return m_socket.closeCode(); }
    [[nodiscard]] QString closeReason() const { return m_socket.closeReason(); }
    [[nodiscard]] QString address() const; //!< as relayd sees it
    [[nodiscard]] const QStringList &received() const { return m_received; }
    void send(const QString &text) { m_socket.sendTextMessage(text); }

private:
    QWebSocket m_socket;
    QStringList m_received;
    bool m_isClosed = false;
};

//! How much longer things may take here: 1, or more under a sanitizer.
[[nodiscard]] int slowness();

} // namespace relay::tests
