// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/support/fakeadminserver.h"

#include "common/admin/message.h"
#include "common/admin/protocol.h"
#include "tests/client/support/fakesession.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QThread>

#include <utility>

namespace relay::tests {

using namespace std::chrono_literals;

FakeAdminServer::FakeAdminServer(QObject *parent)
    : QObject(parent)
    , m_flushTimer(this)
    , m_tickTimer(this)
{
    connect(&m_flushTimer, &QTimer::timeout, this, &FakeAdminServer::flush);
    connect(&m_tickTimer, &QTimer::timeout, this, [this] { m_world.tick(m_tickShare); });
}

FakeAdminServer::~FakeAdminServer()
{
    stop();
}

bool FakeAdminServer::listen(const QString &path)
{
    m_path = path;
    if (m_path.isEmpty()) {
        m_directory = std::make_unique<QTemporaryDir>();
        m_path = m_directory->filePath(QStringLiteral("admin.sock"));
    }
    m_server = std::make_unique<QLocalServer>();
    connect(m_server.get(), &QLocalServer::newConnection, this, &FakeAdminServer::accept);
    m_uptime.start();
    m_flushTimer.start(20ms);
    return m_server->listen(m_path);
}

void FakeAdminServer::stop()
{
    m_flushTimer.stop();
    m_server.reset();
    for (FakeSession *session : std::exchange(m_sessions, {})) {
        session->disconnect(this);
        session->drop();
        session->deleteLater();
    }
}

void FakeAdminServer::startTicking(double share, std::chrono::milliseconds interval)
{
    m_tickShare = share;
    if (interval > 0ms)
        m_tickTimer.start(interval);
    else
        m_tickTimer.stop();
}

void FakeAdminServer::skipOneDelta()
{
    for (FakeSession *session : std::as_const(m_sessions))
        session->skipOneDelta();
}

void FakeAdminServer::tell(const QString &method, const QJsonObject &params)
{
    const QByteArray line = admin::notificationLine(QLatin1String(method.toLatin1()), params);
    for (FakeSession *session : std::as_const(m_sessions))
        session->tell(line);
}

void FakeAdminServer::setTable(const QString &stream, const QStringList &columns, const QVector<QJsonArray> &rows)
{
    m_tables.insert(stream, { columns, rows });
    for (FakeSession *session : std::as_const(m_sessions))
        session->sendTables(stream);
}

int FakeAdminServer::callsOf(const QString &method) const
{
    return int(std::count_if(m_calls.cbegin(), m_calls.cend(), [&](const Call &call) { return call.method == method; }));
}

QByteArray FakeAdminServer::helloLine() const
{
    const QJsonObject server { { QStringLiteral("name"), QStringLiteral("relayd") },
                               { QStringLiteral("version"), QStringLiteral(RELAY_VERSION) },
                               { QStringLiteral("epoch"), m_epoch },
                               { QStringLiteral("startedAt"), QDateTime::currentMSecsSinceEpoch() - m_uptime.elapsed() },
                               { QStringLiteral("pid"), QCoreApplication::applicationPid() },
                               { QStringLiteral("mode"), m_mode } };
    const QJsonObject auth { { QStringLiteral("uid"), 1000 },
                             { QStringLiteral("user"), QStringLiteral("operator") },
                             { QStringLiteral("role"), m_role } };
    return admin::notificationLine(admin::notification::kHello,
                                   { { QStringLiteral("protocol"), QJsonArray { QString(admin::kProtocol) } },
                                     { QStringLiteral("server"), server },
                                     { QStringLiteral("features"), QJsonArray::fromStringList(m_features) },
                                     { QStringLiteral("auth"), auth } });
}

qint64 FakeAdminServer::intervalFor(qint64 asked) const
{
    return m_longestInterval > 0 ? qMin(asked, m_longestInterval) : asked;
}

void FakeAdminServer::recordKick(const QVector<quint64> &ids, const QString &reason)
{
    m_kicks << Kick { ids, reason };
    Q_EMIT kicked(ids, reason);
}

void FakeAdminServer::accept()
{
    flush(); // what a newcomer's snapshot will hold must not come to it as a change as well
    while (m_server && m_server->hasPendingConnections()) {
        auto *session = new FakeSession(*this, m_server->nextPendingConnection());
        m_sessions << session;
        connect(session, &FakeSession::ended, this, [this, session] {
            m_sessions.removeOne(session);
            session->deleteLater();
        });
    }
}

void FakeAdminServer::flush()
{
    const FakeWorld::Changes changes = m_world.takeChanges();
    for (FakeSession *session : std::as_const(m_sessions)) {
        session->noteChanges(changes);
        session->flush();
    }
}

FakeAdminThread::FakeAdminThread()
    : m_thread(std::make_unique<QThread>())
    , m_server(new FakeAdminServer)
{
    m_server->moveToThread(m_thread.get());
    QObject::connect(m_thread.get(), &QThread::finished, m_server, &QObject::deleteLater);
    m_thread->start();
}

FakeAdminThread::~FakeAdminThread()
{
    m_thread->quit();
    m_thread->wait();
}

void FakeAdminThread::run(const std::function<void(FakeAdminServer &)> &work)
{
    QMetaObject::invokeMethod(
        m_server, [&] { work(*m_server); }, Qt::BlockingQueuedConnection);
}

} // namespace relay::tests
