// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/localclient.h"

#include <QDateTime>
#include <QLoggingCategory>
#include <QTimer>

#include <chrono>
#include <utility>

namespace relay::admin {

using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcSession, "relay.admin.session")

constexpr qint64 kReadBuffer = 64 * 1024;
constexpr auto kLinger = 2000ms; // for a last line to a client that may not be reading

} // namespace

Session::Moment currentMoment()
{
    const auto steady = std::chrono::steady_clock::now().time_since_epoch();
    return { std::chrono::duration_cast<std::chrono::milliseconds>(steady).count() + 1,
             QDateTime::currentMSecsSinceEpoch() };
}

LocalClient::LocalClient(Shared &shared, const RolePolicy &policy, QLocalSocket *socket, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(kReadBuffer);
    connect(m_socket, &QLocalSocket::disconnected, this, &LocalClient::ended);
    const auto peer = readPeerCredentials(int(m_socket->socketDescriptor()));
    const auto role = peer ? roleFor(*peer, policy) : std::nullopt;
    if (!role) {
        refuse(peer.value_or(PeerCredentials {}));
        return;
    }
    m_session = std::make_unique<Session>(shared, static_cast<Wire &>(*this),
                                          Identity { *peer, userName(peer->uid), *role }, currentMoment());
    connect(m_socket, &QLocalSocket::readyRead, this, &LocalClient::read);
    connect(m_socket, &QLocalSocket::bytesWritten, this, &LocalClient::advance);
    QMetaObject::invokeMethod(this, &LocalClient::read, Qt::QueuedConnection); // what came before we listened
}

void LocalClient::refuse(const PeerCredentials &peer)
{
    qCWarning(lcSession, "turned away uid %d, pid %d", int(peer.uid), int(peer.pid));
    write(errorLine(
        {},
        { ErrorClass::NotPermitted,
          QStringLiteral(
              "User %1 may not administer this relay. Join the group %2, get a role by --admin-role, or be the user "
              "of relayd or root.")
              .arg(userName(peer.uid), QLatin1String(kOperatorGroup)) }));
    close();
}

bool LocalClient::hasEnded() const
{
    return m_socket->state() == QLocalSocket::UnconnectedState;
}

void LocalClient::advance()
{
    if (!m_session)
        return;
    m_session->advance(currentMoment());
    read();
    noteWatching();
}

void LocalClient::sayGoodbye(const QString &reason)
{
    if (m_session)
        m_session->sayGoodbye(reason);
}

void LocalClient::turnAway(int mostSessions)
{
    write(errorLine({},
                    { ErrorClass::LimitReached,
                      QStringLiteral("relayd has %1 admin sessions already and takes no more. Close one of them.")
                          .arg(mostSessions) }));
    flush();
}

void LocalClient::tell(const QByteArray &line)
{
    if (m_session)
        m_session->tell(line);
}

void LocalClient::flush()
{
    m_socket->flush();
}

void LocalClient::read()
{
    if (!m_session)
        return;
    while (m_session->wantsInput() && m_socket->bytesAvailable() > 0)
        m_session->receive(m_socket->read(kReadBuffer), currentMoment());
    noteWatching();
}

void LocalClient::noteWatching()
{
    if (std::exchange(m_wasWatching, isWatching()) != isWatching())
        Q_EMIT watchingChanged();
}

void LocalClient::write(const QByteArray &line)
{
    m_socket->write(line);
}

qint64 LocalClient::pendingBytes() const
{
    return m_socket->bytesToWrite();
}

void LocalClient::close()
{
    if (m_socket->state() != QLocalSocket::ConnectedState)
        return;
    // Flushes and closes by itself; whoever does not take the last line in time is cut off.
    m_socket->disconnectFromServer();
    QTimer::singleShot(kLinger, m_socket, [socket = m_socket] { socket->abort(); });
}

} // namespace relay::admin
