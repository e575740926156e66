// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/adminserver.h"

#include "common/admin/protocol.h"
#include "server/admin/alertfile.h"
#include "server/admin/denydesk.h"
#include "server/admin/diskthread.h"
#include "server/admin/jobs.h"
#include "server/admin/kicker.h"
#include "server/admin/localclient.h"
#include "server/admin/peer.h"
#include "server/admin/requestmemory.h"
#include "server/admin/returnpath.h"
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
constexpr int kMaxRefused = 16; // who are being told that they may not come in; beyond that nobody is told

} // namespace

class AdminServer::Private : public QObject
{
public:
    Private(stats::Ledger &ledger, stats::Control &control, const Setup &setup)
        : m_ledger(ledger)
        , m_control(control)
        , m_info(setup.info)
        , m_facilities(setup.facilities)
        , m_kicker(ledger, control)
        , m_denials(*setup.access, [this](std::function<void()> work) { m_disk.run(std::move(work)); })
        , m_taps(ledger, control, setup.taps)
        , m_drain(ledger, m_jobs, setup.drain, [this](std::int64_t at) { tellOfDrain(at); })
        , m_policy(policyOfProcess())
    {
        m_policy.rules = setup.roles;
        m_chronicle.setVitals(setup.vitals);
        m_wayHome = std::make_shared<ReturnPath>(this);
        m_shared.wayHome = m_wayHome;
        m_shared.facilities = &m_facilities;
        if (!setup.stateDirectory.isEmpty())
            keepRules(setup.stateDirectory + QStringLiteral("/alerts.json"));
        m_jobs.setEnded([this](const Job &job) { noteEnd(job); });
        m_taps.setEnded([this](const OpenTap &tap, QLatin1String reason) { noteEnd(tap, reason); });
        m_shared.jobs = &m_jobs;
        m_shared.denials = &m_denials;
        m_shared.taps = &m_taps;
        m_shared.drain = &m_drain;
        if (!m_info.isOpen)
            m_shared.bookings = &m_denials;
        connect(&m_timer, &QTimer::timeout, this, &Private::tick);
    }

    ~Private() override { m_wayHome->close(); }
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    std::optional<QString> start(const QString &path);
    void stop(const QString &reason);
    [[nodiscard]] int sessionCount() const
    {
        return int(std::count_if(m_clients.begin(), m_clients.end(), [](const auto *c) { return c->isAdmitted(); }));
    }

private:
    void accept();
    void forget(LocalClient *client);
    void tick();
    void updateWatched();
    void keepRules(const QString &path);
    void tellOfDrain(std::int64_t at);
    void noteEnd(const Job &job);
    void noteEnd(const OpenTap &tap, QLatin1String reason);

    stats::Ledger &m_ledger;
    stats::Control &m_control;
    ServerInfo m_info;
    Facilities m_facilities;
    RequestMemory m_requests; // first, since what is still to be answered is noted in it
    Chronicle m_chronicle { m_ledger, currentMoment };
    Kicker m_kicker;
    std::shared_ptr<ReturnPath> m_wayHome;
    Jobs m_jobs { m_kicker };
    DiskThread m_disk; // before the desk, whose work ends with it
    DenyDesk m_denials;
    TapDesk m_taps;
    Drain m_drain;
    Shared m_shared { m_ledger, m_info, m_kicker, m_requests, m_chronicle };
    RolePolicy m_policy;
    std::unique_ptr<SocketGuard> m_guard;
    std::unique_ptr<QLocalServer> m_server;
    std::vector<LocalClient *> m_clients;
    QTimer m_timer { this };
    bool m_isWatched = false;
};

std::optional<QString> AdminServer::Private::start(const QString &path)
{
    using Reach = SocketGuard::Reach;
    auto claimed = SocketGuard::claim(path, m_policy.rules.empty() ? Reach::Operators : Reach::Everybody);
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
    m_chronicle.events().note(
        { .code = QLatin1String("started"),
          .text = QStringLiteral("%1 %2 started, pid %3").arg(m_info.name, m_info.version).arg(m_info.pid),
          .data = { { QStringLiteral("name"), m_info.name },
                    { QStringLiteral("version"), m_info.version },
                    { QStringLiteral("pid"), qint64(m_info.pid) } } });
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
    // Those that have ended, and were to be deleted later, hold on to what ends with us.
    qDeleteAll(findChildren<LocalClient *>(QString(), Qt::FindDirectChildrenOnly));
    updateWatched();
}

void AdminServer::Private::accept()
{
    while (m_server && m_server->hasPendingConnections()) {
        auto *client = new LocalClient(m_shared, m_policy, m_server->nextPendingConnection(), this);
        // Those who may not come in take no place of those who may.
        const int admitted = sessionCount();
        const int refused = int(m_clients.size()) - admitted;
        if (client->isAdmitted() ? admitted >= kMaxSessions : refused >= kMaxRefused) {
            if (client->isAdmitted()) {
                qCWarning(lcServer, "more than %d admin sessions; the newest is turned away", kMaxSessions);
                client->turnAway(kMaxSessions);
            }
            delete client;
            continue;
        }
        m_clients.push_back(client);
        connect(client, &LocalClient::ended, this, [this, client] { forget(client); });
        connect(client, &LocalClient::watchingChanged, this, &Private::updateWatched);
        if (client->hasEnded())
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
    m_jobs.advance(currentMoment());
    m_taps.advance(currentMoment());
    m_drain.advance(currentMoment());
    m_chronicle.tick();
    const auto clients = m_clients; // one that ends while we go leaves the list
    for (LocalClient *client : clients)
        client->advance();
}

void AdminServer::Private::keepRules(const QString &path)
{
    if (auto rules = loadAlertRules(path))
        m_chronicle.alerts().setRules(*std::move(rules));
    m_chronicle.setSaveRules([this, path](const std::vector<AlertRule> &rules, std::function<void(bool)> done) {
        m_disk.run([path, rules, home = m_wayHome, done = std::move(done)] {
            const QString fault = saveAlertRules(path, rules);
            if (!fault.isEmpty())
                qCWarning(lcServer).noquote() << "the alert rules will not outlive this relayd:" << fault;
            home->post([done, isDurable = fault.isEmpty()] { done(isDurable); });
        });
    });
}

void AdminServer::Private::updateWatched()
{
    const bool isWatched
        = std::any_of(m_clients.begin(), m_clients.end(), [](const LocalClient *c) { return c->isWatching(); });
    if (std::exchange(m_isWatched, isWatched) != isWatched)
        m_control.setWatched(isWatched);
}

// Also to those who do not follow jobs: a client knows then why it is going to lose the relay.
void AdminServer::Private::tellOfDrain(std::int64_t at)
{
    const QString reason = at != 0 ? QStringLiteral("drain") : QStringLiteral("drain cancelled");
    const QByteArray line = notificationLine(notification::kGoingDown,
                                             { { QStringLiteral("at"), qint64(at != 0 ? at : currentMoment().wall) },
                                               { QStringLiteral("reason"), reason } });
    for (LocalClient *client : m_clients)
        client->tell(line);
}

void AdminServer::Private::noteEnd(const Job &job)
{
    const bool isKick = job.kind == QLatin1String("kick");
    m_chronicle.events().note({ .level = job.state == JobState::Failed ? EventLevel::Warning : EventLevel::Info,
                                .code = isKick ? QLatin1String("kick") : QLatin1String("drain"),
                                .text = QStringLiteral("job %1, %2, of %3 is %4: %5 of %6, %7 had gone")
                                            .arg(job.id)
                                            .arg(job.text, job.by.user, QString(nameOf(job.state)))
                                            .arg(job.done)
                                            .arg(job.total)
                                            .arg(job.gone),
                                .data = { { QStringLiteral("job"), qint64(job.id) },
                                          { QStringLiteral("state"), QString(nameOf(job.state)) },
                                          { QStringLiteral("kind"), job.kind },
                                          { QStringLiteral("target"), job.text },
                                          { QStringLiteral("targetKind"), job.target.kind },
                                          { QStringLiteral("targetName"), job.target.name },
                                          { QStringLiteral("user"), job.by.user },
                                          { QStringLiteral("done"), job.done },
                                          { QStringLiteral("total"), job.total },
                                          { QStringLiteral("gone"), job.gone } } });
}

void AdminServer::Private::noteEnd(const OpenTap &tap, QLatin1String reason)
{
    QJsonObject data { { QStringLiteral("tap"), qint64(tap.id) },
                       { QStringLiteral("reason"), QString(reason) },
                       { QStringLiteral("user"), tap.by.user },
                       { QStringLiteral("topic"), QString::fromUtf8(tap.topic) },
                       { QStringLiteral("messages"), qint64(tap.messages) } };
    if (tap.connection != 0)
        data.insert(QStringLiteral("connection"), qint64(tap.connection));
    m_chronicle.events().note({ .level = EventLevel::Info,
                                .code = QLatin1String("tap"),
                                .text = QStringLiteral("the tap of %1 on %2 has ended (%3) after %4 messages")
                                            .arg(tap.by.user, tap.target(), QString(reason))
                                            .arg(tap.messages),
                                .data = data });
}

AdminServer::AdminServer(stats::Ledger &ledger, stats::Control &control, const Setup &setup, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(ledger, control, setup))
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
