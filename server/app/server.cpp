// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/server.h"

#include <QLoggingCategory>

namespace relay::app {

namespace {

Q_LOGGING_CATEGORY(lcServer, "relay.server")

constexpr int kStopWithinMs = 4500; // of the five seconds that are promised

worker::PoolOptions poolOptions(const Options &options, Observers &observers)
{
    worker::PoolOptions pool;
    pool.workers = options.workers;
    pool.sender = options.sender;
    pool.budget = {.bytes = std::size_t(options.queueBytes), .ageMs = options.queueAgeMs};
    pool.endsSlowReaders = options.endsSlowReaders;
    pool.link.maxMessage = options.maxMessage;
    pool.link.pingEveryMs = options.pingEveryMs;
    pool.link.deadAfterMs = options.deadAfterMs;
    pool.report = [&observers](stats::Report report) { observers.report(std::move(report)); };
    pool.statsRequested = [&observers](int worker, stats::ConnectionId id) { observers.requestStats(worker, id); };
    return pool;
}

} // namespace

Server::Server(const Options &options, int descriptorLimit)
    : m_options(options)
    , m_maxConnections(options.maxConnections > 0 ? std::min(options.maxConnections, descriptorLimit) : descriptorLimit)
    , m_pool(poolOptions(options, m_observers))
    , m_gate({.policy = {options.allowedOrigins},
              .kinds = options.kinds,
              .maxConnections = m_maxConnections,
              .openDescriptors = &m_pool.openDescriptors(),
              .admit = [this](worker::Arrival arrival) { m_pool.adopt(std::move(arrival)); }})
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &Server::stopped);
    connect(&m_pool, &worker::WorkerPool::stopped, this, &Server::stopped);
}

Server::~Server()
{
    m_observers.stop(); // they hold on to the pool
}

QString Server::start()
{
    const QString error = m_gate.listen(m_options.listen.address, m_options.listen.port);
    if (!error.isEmpty())
        return QStringLiteral("cannot listen on %1 port %2: %3; choose another with --listen ADDRESS:PORT")
            .arg(m_options.listen.address.toString())
            .arg(m_options.listen.port)
            .arg(error);
    admin::ServerInfo info = admin::makeServerInfo(QStringLiteral(RELAY_VERSION));
    const std::string_view sender = hub::makeSender(m_options.sender)->name(); // as each worker has chosen it
    info.sender = QString::fromLatin1(sender.data(), qsizetype(sender.size()));
    info.maxConnections = m_maxConnections;
    info.workers = m_options.workers;
    qCInfo(lcServer).noquote() << info.workers << "workers, sending by" << info.sender << "- up to" << m_maxConnections << "connections";
    info.listening = {url()};
    return m_observers.start(m_pool, m_options.adminSocket, info);
}

void Server::stop()
{
    if (std::exchange(m_isStopping, true)) {
        Q_EMIT stopped();
        return;
    }
    m_gate.stop();
    m_deadline.start(kStopWithinMs);
    m_pool.shutDown();
}

QString Server::url() const
{
    const QHostAddress address = m_gate.listener().address();
    const bool isIpv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    const QString host = address == QHostAddress(QHostAddress::Any) ? QStringLiteral("0.0.0.0")
        : isIpv6                                                    ? u'[' + address.toString() + u']'
                                                                    : address.toString();
    return QStringLiteral("ws://%1:%2").arg(host).arg(m_gate.listener().port());
}

} // namespace relay::app
