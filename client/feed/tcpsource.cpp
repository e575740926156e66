// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/feed/tcpsource.h"

#include <QNetworkProxy>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace relay::client::feed {

namespace {

using namespace std::chrono_literals;

constexpr auto kConnectWithin = 10s;

//! Finds out a peer that is gone without a word: after 15 s of silence it is asked; what was written has to be taken
//! within 45 s, where the kernel would try for a quarter of an hour.
void watchPeer(int descriptor)
{
    const auto set
        = [descriptor](int option, int value) { ::setsockopt(descriptor, IPPROTO_TCP, option, &value, sizeof value); };
    set(TCP_KEEPIDLE, 15);         // s
    set(TCP_KEEPINTVL, 5);         // s
    set(TCP_KEEPCNT, 3);           // unanswered
    set(TCP_USER_TIMEOUT, 45'000); // ms
}

} // namespace

TcpSource::TcpSource(TcpEnd end, Framing framing)
    : StreamSource(framing)
    , m_end(std::move(end))
{
    // No more at once than those who read the feed can be rid of before the next piece.
    constexpr qint64 kRead = 64 * 1024;
    m_socket.setReadBufferSize(kRead);
    m_socket.setProxy(QNetworkProxy::NoProxy);
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(kConnectWithin);
    connect(&m_deadline, &QTimer::timeout, this, [this] { lost(QStringLiteral("%1 does not answer").arg(name())); });
    connect(&m_socket, &QTcpSocket::connected, this, &TcpSource::connected);
    connect(&m_socket, &QTcpSocket::readyRead, this, &TcpSource::read);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, &TcpSource::failed);
}

TcpSource::~TcpSource()
{
    m_socket.disconnect(this);
}

QString TcpSource::name() const
{
    return (m_end.host.contains(u':') ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2"))
        .arg(m_end.host, QString::number(m_end.port));
}

void TcpSource::open()
{
    m_deadline.start();
    m_socket.connectToHost(m_end.host, m_end.port);
}

void TcpSource::close()
{
    m_deadline.stop();
    const QSignalBlocker silence(m_socket);
    m_socket.abort();
}

void TcpSource::connected()
{
    m_deadline.stop();
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket.setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    watchPeer(int(m_socket.socketDescriptor()));
    opened(QStringLiteral("connected to ") + name());
}

void TcpSource::failed(QAbstractSocket::SocketError error)
{
    read(); // what came before the end counts
    if (error == QAbstractSocket::RemoteHostClosedError)
        lost(QStringLiteral("%1 closed the connection").arg(name()), Loss::Ended);
    else
        lost(QStringLiteral("%1: %2").arg(name(), m_socket.errorString()));
}

} // namespace relay::client::feed
