// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTcpSocket>

namespace relay::tests {

//! A websocket reader on a line so slow that it takes nothing: what it is sent stays in the relay. GUI thread.
class SlowPeer
{
public:
    SlowPeer(quint16 port, const QString &path);
    Q_DISABLE_COPY_MOVE(SlowPeer)

    [[nodiscard]] QString address() const; //!< as relayd sees it
    [[nodiscard]] bool waitForOpen();
    [[nodiscard]] bool isClosed();

private:
    QTcpSocket m_socket;
};

} // namespace relay::tests
