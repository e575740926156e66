// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/localtransport.h"

#include <QMetaObject>

namespace relay::client {

namespace {

// A server that floods us waits in its own socket; we never hold more than this unread.
constexpr qint64 kReadBuffer = 1024 * 1024;

Transport::Failure failureOf(QLocalSocket::LocalSocketError error)
{
    switch (error) {
    case QLocalSocket::ServerNotFoundError: return Transport::Failure::Absent;
    case QLocalSocket::ConnectionRefusedError: return Transport::Failure::Dead;
    case QLocalSocket::SocketAccessError: return Transport::Failure::Forbidden;
    case QLocalSocket::PeerClosedError: return Transport::Failure::None;
    default: return Transport::Failure::Other;
    }
}

} // namespace

LocalTransport::LocalTransport(QObject *parent)
    : Transport(parent)
    , m_socket(this)
{
    m_socket.setReadBufferSize(kReadBuffer);
    connect(&m_socket, &QLocalSocket::connected, this, &Transport::opened);
    connect(&m_socket, &QLocalSocket::readyRead, this, [this] {
        const QByteArray bytes = m_socket.readAll();
        if (m_isActive && !bytes.isEmpty())
            Q_EMIT received(bytes);
    });
    connect(&m_socket, &QLocalSocket::errorOccurred, this, &LocalTransport::reportError);
    connect(&m_socket, &QLocalSocket::disconnected, this, [this] { reportEnd(Failure::None, {}); });
}

void LocalTransport::open(const QString &path)
{
    m_socket.abort();
    m_path = path;
    m_isActive = true;
    // QLocalSocket reports failures from inside connectToServer(); our promise is: never from inside open().
    QMetaObject::invokeMethod(this, &LocalTransport::connectNow, Qt::QueuedConnection);
}

void LocalTransport::connectNow()
{
    if (m_isActive && m_socket.state() == QLocalSocket::UnconnectedState)
        m_socket.connectToServer(m_path);
}

void LocalTransport::send(const QByteArray &bytes)
{
    if (m_isActive && m_socket.state() == QLocalSocket::ConnectedState)
        m_socket.write(bytes);
}

void LocalTransport::abort()
{
    m_isActive = false;
    m_socket.abort();
}

void LocalTransport::reportError(QLocalSocket::LocalSocketError error)
{
    reportEnd(failureOf(error), m_socket.errorString());
}

void LocalTransport::reportEnd(Failure failure, const QString &detail)
{
    if (!m_isActive)
        return;
    // What the server said last, a refusal for one, comes before the end.
    const QByteArray rest = m_socket.readAll();
    if (!rest.isEmpty())
        Q_EMIT received(rest);
    if (!m_isActive)
        return;
    m_isActive = false;
    Q_EMIT closed(failure, detail);
}

} // namespace relay::client
