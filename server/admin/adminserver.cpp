// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/adminserver.h"

#include "common/admin/protocol.h"
#include "server/admin/kickdesk.h"
#include "server/admin/kicker.h"
#include "server/admin/localclient.h"
#include "server/admin/peer.h"
#include "server/admin/socketguard.h"

#include <QLocalServer>
#include <QLoggingCategory>
#include <QTimer>

#include <algorithm>
#include <utility>
#include <vector>

namespace relay::admin {

namespace {

Q_LOGGING_CATEGORY(lcServer, "relay.admin.server")

constexpr std::chrono::milliseconds kTick { 125 }; // half the shortest interval of a subscription
constexpr int kMaxSessions = 64;

} // namespace

class AdminServer::Private : public QObject
{
public:
    Private(stats::Ledger &ledger, stats::Control &control, const ServerInfo &serverInfo)
        : m_ledger(ledger)
        , m_control(control)
        , m_info(serverInfo)
        , m_kicker(ledger, control)
        , m_kicks(m_kicker)
        , m_shared { ledger, m_info, m_kicks }
        , m_policy(policyOfProcess())
    {
        connect(&m_timer, &QTimer::timeout, this, &Private::tick);
    }

    std::optional<QString> start(const QString &path);
    void stop(const QString &reason);
    [[nodiscard]] int sessionCount() const { return int(m_clients.size()); }

private:
    void accept();
    void forget(LocalClient *client);
    void tick();
    void updateWatched();

    stats::Ledger &m_ledger;
    stats::Control &m_control;
    ServerInfo m_info;
    Kicker m_kicker;
    KickDesk m_kicks;
    Shared m_shared;
    RolePolicy m_policy;
    std::unique_ptr<SocketGuard> m_guard;
    std::unique_ptr<QLocalServer> m_server;
    std::vector<LocalClient *> m_clients;
    QTimer m_timer { this };
    bool m_isWatched = false;
};

std::optional<QString> AdminServer::Private::start(const QString &path)
{
    auto claimed = SocketGuard::claim(path);
    if (const auto *problem = std::get_if<QString>(&claimed))
        return *problem;
    auto guard = std::move(std::get<std::unique_ptr<SocketGuard>>(claimed));
    auto server = std::make_unique<QLocalServer>();
    server->setSocketOptions(QLocalServer::UserAccessOption | QLocalServer::GroupAccessOption);
    // Under another name first: QLocalServer unlinks, at its end, the name it was given, whoever has it by then.
    if (!server->listen(guard->stagingPath()))
        return QStringLiteral("cannot listen on the admin socket %1: %2").arg(path, server->errorString());
    if (const QString problem = guard->adopt(); !problem.isEmpty())
        return problem;
    m_guard = std::move(guard);
    m_server = std::move(server);
    connect(m_server.get(), &QLocalServer::newConnection, this, &Private::accept);
    m_timer.start(kTick);
    return std::nullopt;
}

void AdminServer::Private::stop(const QString &reason)
{
    m_timer.stop();
    m_guard.reset(); // first the name, so that nobody new finds us
    m_server.reset();
    for (LocalClient *client : std::exchange(m_clients, {})) {
        client->disconnect(this);
        client->sayGoodbye(reason);
        client->flush();
        delete client;
    }
    updateWatched();
}

void AdminServer::Private::accept()
{
    while (m_server && m_server->hasPendingConnections()) {
        QLocalSocket *socket = m_server->nextPendingConnection();
        if (sessionCount() >= kMaxSessions) {
            qCWarning(lcServer, "more than %d admin sessions; the newest is turned away", kMaxSessions);
            delete socket;
            continue;
        }
        auto *client = new LocalClient(m_shared, m_policy, socket, this);
        m_clients.push_back(client);
        connect(client, &LocalClient::ended, this, [this, client] { forget(client); });
        connect(client, &LocalClient::watchingChanged, this, &Private::updateWatched);
        if (socket->state() == QLocalSocket::UnconnectedState)
            forget(client);
    }
}

void AdminServer::Private::forget(LocalClient *client)
{
    if (std::erase(m_clients, client) > 0)
        client->deleteLater();
    updateWatched();
}

void AdminServer::Private::tick()
{
    m_ledger.tick();
    const auto clients = m_clients; // one that ends while we go leaves the list
    for (LocalClient *client : clients)
        client->advance();
}

void AdminServer::Private::updateWatched()
{
    const bool isWatched
        = std::any_of(m_clients.begin(), m_clients.end(), [](const LocalClient *c) { return c->isWatching(); });
    if (std::exchange(m_isWatched, isWatched) != isWatched)
        m_control.setWatched(isWatched);
}

AdminServer::AdminServer(stats::Ledger &ledger, stats::Control &control, const ServerInfo &info, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(ledger, control, info))
{
}

AdminServer::~AdminServer()
{
    stop();
}

std::optional<QString> AdminServer::start(const QString &path)
{
    return d->start(path);
}

void AdminServer::stop(const QString &reason)
{
    d->stop(reason);
}

int AdminServer::sessionCount() const
{
    return d->sessionCount();
}

} // namespace relay::admin
