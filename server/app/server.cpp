// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/server.h"

#include <QLoggingCategory>

namespace relay::app {

namespace {

Q_LOGGING_CATEGORY(lcTls, "relay.tls")
Q_LOGGING_CATEGORY(lcServer, "relay.server")

constexpr int kStopWithinMs = 4500; // of the five seconds that are promised

worker::PoolOptions poolOptions(const Options &options, Observers &observers)
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

QString urlOf(const QString &scheme, const front::Listener &listener)
{
    const QHostAddress address = listener.address();
    const bool isIpv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    const QString host = address == QHostAddress(QHostAddress::Any) ? QStringLiteral("0.0.0.0")
        : isIpv6                                                    ? u'[' + address.toString() + u']'
                                                                    : address.toString();
    return QStringLiteral("%1://%2:%3").arg(scheme, host).arg(listener.port());
}

tls::ContextPtr loadTls(const tls::Files &files, QString &error)
{
    tls::Loaded loaded = tls::load(files);
    for (const QString &warning : std::as_const(loaded.warnings))
        qCWarning(lcTls).noquote() << warning;
    error = loaded.error;
    return loaded.context;
}

} // namespace

Server::Server(const Options &options, int descriptorLimit)
    : m_options(options)
    , m_maxConnections(options.maxConnections > 0 ? std::min(options.maxConnections, descriptorLimit) : descriptorLimit)
    , m_pool(poolOptions(options, m_observers))
    , m_gate({ .policy = { options.allowedOrigins },
               .kinds = options.kinds,
               .maxConnections = m_maxConnections,
               .openDescriptors = &m_pool.openDescriptors(),
               .admit = [this](worker::Arrival arrival) { m_pool.adopt(std::move(arrival)); },
               .unsentLimit = options.unsentLimit,
               .tlsThreads = options.workers })
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &Server::stopped);
    connect(&m_pool, &worker::WorkerPool::stopped, this, &Server::stopped);
}

Server::~Server()
{
    m_observers.stop(); // they hold on to the pool
}

QString Server::listen()
{
    if (!m_options.listen)
        return {};
    const QString error = m_gate.listen(m_options.listen->address, m_options.listen->port);
    return error.isEmpty() ? error : cannotListen(*m_options.listen, error, QStringLiteral("--listen"));
}

QString Server::listenTls()
{
    if (!m_options.tlsListen)
        return {};
    QString error;
    const tls::ContextPtr context = loadTls(m_options.tls, error);
    if (!context)
        return error;
    error = m_gate.listenTls(m_options.tlsListen->address, m_options.tlsListen->port, context);
    return error.isEmpty() ? error : cannotListen(*m_options.tlsListen, error, QStringLiteral("--tls-listen"));
}

void Server::reload()
{
    QString error;
    const tls::ContextPtr context = loadTls(m_options.tls, error);
    if (!context) {
        qCWarning(lcTls).noquote() << "SIGHUP: the TLS certificate stays as it was:" << error;
        return;
    }
    m_gate.setTls(context);
    qCInfo(lcTls).noquote() << "SIGHUP: new connections get the TLS certificate with serial" << context->serial();
}

QString Server::start()
{
    if (QString error = listen(); !error.isEmpty())
        return error;
    if (QString error = listenTls(); !error.isEmpty())
        return error;
    admin::ServerInfo info = admin::makeServerInfo(QStringLiteral(RELAY_VERSION));
    const std::string_view sender = hub::makeSender(m_options.sender)->name(); // as each worker has chosen it
    info.sender = QString::fromLatin1(sender.data(), qsizetype(sender.size()));
    info.maxConnections = m_maxConnections;
    info.workers = m_options.workers;
    qCInfo(lcServer).noquote() << info.workers << "workers, sending by" << info.sender << "- up to" << m_maxConnections
                               << "connections";
    info.listening = urls();
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

QStringList Server::urls() const
{
    QStringList urls;
    if (m_options.listen)
        urls.append(urlOf(QStringLiteral("ws"), m_gate.listener()));
    if (m_options.tlsListen)
        urls.append(urlOf(QStringLiteral("wss"), m_gate.tlsListener()));
    return urls;
}

} // namespace relay::app
