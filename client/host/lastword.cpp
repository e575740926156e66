// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/lastword.h"

#include <utility>

#include <sys/socket.h>

namespace relay::client::host {

void LastWord::say(std::unique_ptr<QTcpSocket> socket, const QByteArray &response, QObject *parent)
{
    new LastWord(std::move(socket), response, parent);
}

LastWord::LastWord(std::unique_ptr<QTcpSocket> socket, const QByteArray &response, QObject *parent)
    : QObject(parent)
    , m_socket(std::move(socket))
{
    constexpr int kWithinMs = 3000;
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &QObject::deleteLater);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &QObject::deleteLater);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, &QObject::deleteLater);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &LastWord::drain);
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, &LastWord::wrote);
    m_deadline.start(kWithinMs);
    if (m_socket->state() == QAbstractSocket::UnconnectedState) {
        deleteLater();
        return;
    }
    m_socket->write(response);
    m_socket->flush(); // the program may be about to end
    wrote();
    drain();
}

void LastWord::wrote()
{
    if (m_socket->bytesToWrite() == 0 && !std::exchange(m_isSaid, true))
        ::shutdown(int(m_socket->socketDescriptor()), SHUT_WR);
}

void LastWord::drain()
{
    m_socket->skip(m_socket->bytesAvailable());
}

} // namespace relay::client::host
