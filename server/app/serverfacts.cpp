// SPDX-License-Identifier: GPL-3.0-or-later
// What a server tells of itself.
#include "server/app/memoryceiling.h"
#include "server/app/server.h"
#include "server/stats/memoryuse.h"

namespace relay::app {

namespace {

QString urlOf(const QString &scheme, const front::Listener &listener)
{
    const QHostAddress address = listener.address();
    const bool isIpv6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    const QString host = address == QHostAddress(QHostAddress::Any) ? QStringLiteral("0.0.0.0")
        : isIpv6                                                    ? u'[' + address.toString() + u']'
                                                                    : address.toString();
    return QStringLiteral("%1://%2:%3").arg(scheme, host).arg(listener.port());
}

} // namespace

admin::ServerInfo Server::info() const
{
    admin::ServerInfo info = admin::makeServerInfo(QStringLiteral(RELAY_VERSION));
    const std::string_view sender = hub::makeSender(m_options.sender)->name(); // as each worker has chosen it
    info.sender = QString::fromLatin1(sender.data(), qsizetype(sender.size()));
    info.maxConnections = m_maxConnections;
    info.memoryCeiling = memoryCeiling(m_options, m_maxConnections);
    info.workers = m_options.workers;
    info.isOpen = !m_api;
    info.audience
        = m_opensSessions ? m_options.access.credentials.audience : m_options.access.shellCredentials.audience;
    info.listening = urls();
    return info;
}

stats::MetricsInput Server::metricsInput() const
{
    const access::Figures figures = m_access.figures();
    stats::MetricsInput input;
    input.version = RELAY_VERSION;
    input.codes = figures.codes;
    input.denied = figures.denied;
    input.isDenyListDurable = m_access.isDurable();
    for (std::size_t i = 0; i < figures.refusals.size(); ++i)
        input.refusals.emplace_back(access::wordFor(access::Reason(i)).toByteArray(), figures.refusals[i]);
    return input;
}

admin::Vitals Server::vitals() const
{
    admin::Vitals vitals;
    const access::Figures figures = m_access.figures();
    for (std::size_t i = 0; i < figures.refusals.size(); ++i)
        vitals.refusals.emplace_back(access::wordFor(access::Reason(i)).toByteArray(), figures.refusals[i]);
    vitals.residentBytes = stats::residentBytes();
    vitals.memoryLimit = m_memoryLimit;
    vitals.certificateEndsAt = m_certificateEndsAt;
    vitals.maxConnections = m_maxConnections;
    return vitals;
}

// In open mode nothing is kept, unless somebody has said where.
QString Server::stateDirectory() const
{
    return m_api || m_options.access.isStateDirectoryNamed ? m_options.access.stateDirectory : QString();
}

QByteArray Server::notReady() const
{
    if (!m_isReady)
        return "The relay is ending, or has not started yet.";
    if (m_isDraining)
        return "The relay is being drained: it takes no new connections, and ends soon.";
    return m_access.isDurable() ? QByteArray() : QByteArray("The deny list cannot be written to disk.");
}

QStringList Server::urls() const
{
    QStringList urls;
    for (const auto &listener : m_gate.listeners())
        urls.append(urlOf(QStringLiteral("ws"), *listener));
    if (m_options.tlsListen)
        urls.append(urlOf(QStringLiteral("wss"), m_gate.tlsListener()));
    return urls;
}

} // namespace relay::app
