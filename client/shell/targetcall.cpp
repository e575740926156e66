// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/shell/targetcall.h"

#include <QNetworkProxy>

#include <fcntl.h>

namespace relay::client::shell {

TargetCall::TargetCall(Place place, QObject *parent)
    : QObject(parent)
    , m_place(std::move(place))
{
    m_socket.setProxy(QNetworkProxy::NoProxy);
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        fail(QStringLiteral("no answer within %1 s")
                 .arg(std::chrono::seconds(kTimeout / std::chrono::seconds(1)).count()));
    });
    connect(&m_socket, &QTcpSocket::connected, this, [this] {
        m_deadline.stop();
        if (!std::exchange(m_isDone, true))
            Q_EMIT connected();
    });
    connect(&m_socket, &QTcpSocket::errorOccurred, this, [this] { fail(m_socket.errorString()); });
}

TargetCall::~TargetCall()
{
    m_socket.disconnect(this);
}

void TargetCall::start()
{
    m_deadline.start(kTimeout);
    m_socket.connectToHost(m_place.host, m_place.port);
}

std::unique_ptr<NearEnd> TargetCall::takeNear()
{
    // Nothing has been read from it: the socket is connected in this very turn of the event loop.
    const int descriptor = ::fcntl(int(m_socket.socketDescriptor()), F_DUPFD_CLOEXEC, 0);
    m_socket.disconnect(this);
    m_socket.abort();
    return descriptor < 0 ? nullptr : std::make_unique<NearEnd>(descriptor, descriptor);
}

void TargetCall::fail(const QString &why)
{
    m_deadline.stop();
    if (!std::exchange(m_isDone, true))
        Q_EMIT failed(QStringLiteral("the host cannot connect to %1: %2").arg(textOf(m_place), why));
}

} // namespace relay::client::shell
