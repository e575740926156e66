// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/listener.h"

#include "client/host/ingestpeer.h"
#include "client/host/lastword.h"
#include "common/http/response.h"

#include <QStringBuilder>

#include <utility>

#include <sys/socket.h>

#include <netinet/in.h>
#include <netinet/tcp.h>

namespace relay::client::host {

namespace {

constexpr qsizetype kMostGuests = 512;
constexpr qint64 kReadBuffer = 256 * 1024; // bytes that may come while nobody reads them here
constexpr int kResumeAfterMs = 200;
constexpr int kBacklog = 1024; // Qt's 50 makes a crowd try again, a second later

// HTTP has no pings: the kernel finds out whether the sender is still there, within a minute as on a websocket.
void watchForDeadPeer(int descriptor)
{
    const auto set = [descriptor](int level, int option, int value) {
        ::setsockopt(descriptor, level, option, &value, sizeof value);
    };
    set(SOL_SOCKET, SO_KEEPALIVE, 1);
    set(IPPROTO_TCP, TCP_KEEPIDLE, 30);
    set(IPPROTO_TCP, TCP_KEEPINTVL, 10);
    set(IPPROTO_TCP, TCP_KEEPCNT, 3);
}

} // namespace

Listener::Listener(FeedHub &hub, Call call, ListenerOptions options, QObject *parent)
    : QObject(parent)
    , m_hub(hub)
    , m_options(std::move(options))
{
    m_reception.policy = { m_options.allowedOrigins, m_options.address.isLoopback() };
    m_reception.call = std::move(call);
    m_reception.ingest = [this](std::unique_ptr<QTcpSocket> socket, const http::RequestHead &head,
                                const QByteArray &first, const IngestRoute &route) {
        new IngestPeer(std::move(socket), head, first, route.feed, m_hub, m_options.pausesUnread, &m_guests);
    };
    m_reception.socket = [this](std::unique_ptr<QTcpSocket> socket, const QByteArray &first, const SocketRoute &route) {
        new SocketPeer(std::move(socket), route.response, first, route.feed, m_hub, m_options.peers, &m_guests);
    };
    m_server.setListenBacklogSize(kBacklog);
    connect(&m_server, &QTcpServer::newConnection, this, &Listener::arrived);
    // Without this Qt 6.4 accepts nobody ever again after it once ran out of descriptors.
    connect(&m_server, &QTcpServer::acceptError, this,
            [this] { QTimer::singleShot(kResumeAfterMs, &m_server, &QTcpServer::resumeAccepting); });
}

QString Listener::listen()
{
    if (m_server.listen(m_options.address, m_options.port))
        return {};
    return QStringLiteral(
               "cannot listen on %1 port %2: %3. Another host may be running; choose another port with --port.")
        .arg(m_options.address.toString())
        .arg(m_options.port)
        .arg(m_server.errorString());
}

void Listener::arrived()
{
    while (QTcpSocket *next = m_server.nextPendingConnection()) {
        next->setParent(nullptr);
        std::unique_ptr<QTcpSocket> socket(next);
        socket->setReadBufferSize(kReadBuffer);
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        watchForDeadPeer(int(socket->socketDescriptor()));
        if (m_guests.children().size() >= 2 * kMostGuests)
            continue; // not even a word for each of so many
        if (m_guests.children().size() >= kMostGuests)
            LastWord::say(std::move(socket), http::refusal(503, "there are too many connections to this host"),
                          &m_guests);
        else
            new Visitor(std::move(socket), m_reception, &m_guests);
    }
}

void Listener::stop()
{
    m_server.close();
    const auto guests = m_guests.children();
    for (QObject *guest : guests) {
        if (auto *ingest = qobject_cast<IngestPeer *>(guest))
            ingest->stop();
        else if (auto *peer = qobject_cast<SocketPeer *>(guest))
            peer->close(ws::close::kGoingAway, "this host ends");
    }
}

} // namespace relay::client::host
