// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/server.h"

#include "common/format/quantity.h"
#include "common/ws/protocol.h"
#include "server/stats/memoryuse.h"

#include <QLoggingCategory>
#include <QMetaObject>

namespace relay::app {

namespace {

Q_LOGGING_CATEGORY(lcServer, "relay.server")

constexpr int kStopWithinMs = 4500; // of the five seconds that are promised

//! What the answer to a stream counts as.
access::Reason reasonOf(int status, std::uint16_t code)
{
    switch (code) {
    case ws::close::kExpired: return access::Reason::Expired;
    case ws::close::kDenied: return access::Reason::Denied;
    default: return status == 403 || status == 503 ? access::Reason::Ended : access::reasonOf(status);
    }
}

worker::PoolOptions poolOptions(const Options &options, Observers &observers, access::Access &access,
                                shell::Service *shells)
{
    worker::PoolOptions pool;
    pool.workers = options.workers;
    pool.sender = options.sender;
    pool.spreadReaders = std::size_t(options.spreadReaders);
    pool.budget = { .bytes = std::size_t(options.queueBytes), .ageMs = options.queueAgeMs };
    pool.endsSlowReaders = options.endsSlowReaders;
    pool.link.maxMessage = options.maxMessage;
    pool.link.pingEveryMs = options.pingEveryMs;
    pool.link.deadAfterMs = options.deadAfterMs;
    pool.instantStart = options.instantStart;
    pool.mayStay = [&access](stats::ConnectionId id) { return access.mayStay(id); };
    pool.gone = [&access, shells](stats::ConnectionId id) {
        access.leave(id);
        if (shells)
            shells->gone(id);
    };
    if (shells)
        pool.shellReady = [shells](int worker, stats::ConnectionId id) { shells->ready(worker, id); };
    pool.refused = [&access](int status, std::uint16_t code) { access.count(reasonOf(status, code)); };
    pool.report = [&observers](stats::Report report) { observers.report(std::move(report)); };
    pool.statsRequested = [&observers](int worker, stats::ConnectionId id) { observers.requestStats(worker, id); };
    return pool;
}

QString cannotListen(const Endpoint &endpoint, const QString &error, const QString &option)
{
    return QStringLiteral("cannot listen on %1 port %2: %3; choose another with %4 ADDRESS:PORT")
        .arg(endpoint.address.toString())
        .arg(endpoint.port)
        .arg(error, option);
}

} // namespace

Server::Server(const Options &options, int descriptorLimit)
    : m_options(options)
    , m_maxConnections(options.maxConnections > 0 ? std::min(options.maxConnections, descriptorLimit) : descriptorLimit)
    , m_access(options.access.limits)
    , m_api(options.access.isSecured ? std::make_unique<access::Api>(m_access, options.access.credentials) : nullptr)
    , m_shells(options.access.isSecured ? std::make_unique<shell::Service>(m_access, options.access.shellCredentials,
                                                                           options.access.limits.codeLifetimeMs)
                                        : nullptr)
    , m_pool(poolOptions(options, m_observers, m_access, m_shells.get()))
    , m_gate(
          { .terms = termsOf(options),
            .kinds = options.kinds,
            .maxConnections = m_maxConnections,
            .openDescriptors = &m_pool.openDescriptors(),
            .access = &m_access,
            .api = m_api.get(),
            .shells = m_shells.get(),
            .shellWaitMs = options.access.shellWaitMs,
            .inrush = inrushOf(options),
            .admit = [this](std::vector<worker::Arrival> &arrivals) { m_pool.adopt(arrivals); },
            .inquire = [this](stats::Inquiry inquiry,
                              std::function<void(QByteArray)> done) { m_observers.inquire(inquiry, std::move(done)); },
            .notReady = [this] { return notReady(); },
            .unsentLimit = options.unsentLimit,
            .tlsThreads = options.workers })
    , m_memoryLimit(stats::memoryLimit())
    , m_opensSessions(!options.access.isForShellsOnly)
{
    m_access.setCut([this](const std::vector<stats::ConnectionId> &ids, const QByteArray &why) {
        m_pool.closeEverywhere(ids, ws::close::kDenied, why);
    });
    if (m_shells) {
        m_shells->setReach(
            { .tell = [this](int worker, stats::ConnectionId id,
                             const QByteArray &text) { m_pool.tellHost(worker, id, text); },
              .close = [this](int worker, stats::ConnectionId id, std::uint16_t code,
                              const QByteArray &reason) { m_pool.close(worker, id, code, reason, [](bool) {}); } });
    }
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &Server::stopped);
    connect(&m_pool, &worker::WorkerPool::stopped, this, &Server::stopped);
    connect(&m_tidy, &QTimer::timeout, this, [this] { m_access.tidy(); });
}

Server::~Server()
{
    m_observers.stop(); // they hold on to the pool
    if (m_shells)
        m_shells->stop(); // so does this
}

QString Server::listen()
{
    for (const Endpoint &endpoint : m_options.listen) {
        const QString error = m_gate.listen(endpoint.address, endpoint.port);
        if (!error.isEmpty())
            return cannotListen(endpoint, error, QStringLiteral("--listen"));
    }
    return {};
}

QString Server::listenTls()
{
    if (!m_options.tlsListen)
        return {};
    QString error;
    const tls::ContextPtr context = loadContext(m_options.tls, error);
    if (!context)
        return error;
    m_certificateEndsAt = context->endsAt();
    error = m_gate.listenTls(m_options.tlsListen->address, m_options.tlsListen->port, context);
    return error.isEmpty() ? error : cannotListen(*m_options.tlsListen, error, QStringLiteral("--tls-listen"));
}

QString Server::start()
{
    if (m_api) {
        if (QString error = m_access.open(m_options.access.stateDirectory); !error.isEmpty())
            return error;
    }
    if (QString error = listen(); !error.isEmpty())
        return error;
    if (QString error = listenTls(); !error.isEmpty())
        return error;
    const admin::ServerInfo own = info();
    qCInfo(lcServer).noquote() << own.workers << "workers, sending by" << own.sender << "- up to" << own.maxConnections
                               << "connections";
    qCInfo(lcServer).noquote() << "memory: at most" << format::bytes(qint64(own.memoryCeiling)) << "for"
                               << own.maxConnections
                               << "connections that read slowly; lower it with --queue-bytes or "
                                  "--max-connections";
    if (m_api && m_opensSessions)
        qCInfo(lcServer).noquote() << "secured: tokens are asked for, for the audience" << own.audience
                                   << "- deny list in" << m_options.access.stateDirectory;
    else if (m_api)
        qCInfo(lcServer).noquote() << "secured, for shells alone: no token opens a session until there is a secret - "
                                      "deny list in"
                                   << m_options.access.stateDirectory;
    if (m_shells)
        qCInfo(lcServer).noquote() << "shells: for the audience" << m_options.access.shellCredentials.audience;
    else
        qCInfo(lcServer) << "open: everybody may connect, without tokens";
    if (QString error = m_observers.start(m_pool,
                                          { .adminSocket = m_options.adminSocket,
                                            .adminRoles = m_options.adminRoles,
                                            .info = own,
                                            .facilities = facilities(),
                                            .vitals = [this] { return vitals(); },
                                            .stateDirectory = stateDirectory(),
                                            .access = &m_access,
                                            .taps = { m_options.taps },
                                            .drain = drainHooks(),
                                            .statsEveryMs = m_options.access.statsEveryMs,
                                            .metricsInput = [this] { return metricsInput(); } });
        !error.isEmpty())
        return error;
    m_tidy.start(int(m_options.access.tidyEveryMs));
    m_isReady = true;
    return {};
}

admin::DrainHooks Server::drainHooks()
{
    return { .refuseNewcomers = [this](bool isDraining) { setDraining(isDraining); },
             .endRelay =
                 [this] {
                     QMetaObject::invokeMethod(
                         this, [this] { endDrained(); }, Qt::QueuedConnection);
                 } };
}

void Server::setDraining(bool isDraining)
{
    m_isDraining = isDraining;
    m_gate.setDraining(isDraining);
}

// Once: a second stop() means at once, and SIGTERM may have been the first.
void Server::endDrained()
{
    if (!m_isStopping)
        Q_EMIT drained();
}

void Server::stop()
{
    if (std::exchange(m_isStopping, true)) {
        Q_EMIT stopped();
        return;
    }
    m_isReady = false;
    m_gate.stop();
    m_deadline.start(kStopWithinMs);
    m_pool.shutDown();
}

} // namespace relay::app
