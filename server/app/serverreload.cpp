// SPDX-License-Identifier: GPL-3.0-or-later
// SIGHUP: what a server takes from options that were read again.
#include "server/app/server.h"

#include <QLoggingCategory>

namespace relay::app {

namespace {

Q_LOGGING_CATEGORY(lcTls, "relay.tls")
Q_LOGGING_CATEGORY(lcServer, "relay.server")

//! Names of options that were changed and cannot be.
QString changedInVain(const QMap<QString, QStringList> &old, const QMap<QString, QStringList> &now)
{
    QStringList names;
    for (auto option = now.begin(); option != now.end(); ++option) {
        if (old.value(option.key()) != option.value())
            names << option.key();
    }
    return names.join(QStringLiteral(", "));
}

} // namespace

front::Terms termsOf(const Options &options)
{
    const bool isSecured = options.access.isSecured;
    return { .policy = { .allowedOrigins = options.allowedOrigins,
                         .mode = isSecured ? front::Mode::Secured : front::Mode::Open,
                         .hasOpenTopics = !isSecured || options.access.hasOpenTopics,
                         .hasCors = options.access.hasCors },
             .trustedProxies = options.access.trustedProxies };
}

front::Inrush inrushOf(const Options &options)
{
    return { .undecidedPerAddress = options.access.undecidedPerAddress,
             .handshakesPerSecond = options.access.handshakesPerSecond };
}

tls::ContextPtr loadContext(const tls::Files &files, QString &error)
{
    tls::Loaded loaded = tls::load(files);
    for (const QString &warning : std::as_const(loaded.warnings))
        qCWarning(lcTls).noquote() << warning;
    error = loaded.error;
    return loaded.context;
}

void Server::reopenLog()
{
    if (const QString fault = log::writeTo(m_options.logFile); !fault.isEmpty())
        qCWarning(lcServer).noquote() << "SIGHUP:" << fault;
}

void Server::reloadTls(const tls::Files &files)
{
    QString error;
    const tls::ContextPtr context = loadContext(files, error);
    if (!context) {
        qCCritical(lcTls).noquote() << "SIGHUP: the TLS certificate stays as it was:" << error;
        return;
    }
    m_gate.setTls(context);
    m_certificateEndsAt = context->endsAt();
    qCInfo(lcTls).noquote() << "SIGHUP: new connections get the TLS certificate with serial" << context->serial();
}

void Server::reload(const Options &options)
{
    if (options.access.isSecured != m_options.access.isSecured) {
        qCCritical(lcServer).noquote() << "SIGHUP: everything stays as it was: relayd was started"
                                       << (m_api ? "with a secret, which is gone" : "without a secret")
                                       << "- to change that, start it anew";
        return;
    }
    log::start(options.logLevel, options.logForm);
    if (std::exchange(m_options.logFile, options.logFile) != options.logFile)
        reopenLog();
    for (const QString &warning : options.access.warnings)
        qCWarning(lcServer).noquote() << warning;
    if (const QString names = changedInVain(m_options.fixed, options.fixed); !names.isEmpty())
        qCWarning(lcServer).noquote() << "changed, but only a restart makes it so:" << names;
    if (m_options.tlsListen)
        reloadTls(options.tls);
    m_access.setLimits(options.access.limits);
    m_gate.setTerms(termsOf(options), inrushOf(options));
    m_tidy.setInterval(int(options.access.tidyEveryMs));
    if (!m_api) {
        qCInfo(lcServer) << "SIGHUP: the options were read again";
        return;
    }
    m_api->setCredentials(options.access.credentials);
    m_shells->setCredentials(options.access.shellCredentials);
    qCInfo(lcServer) << "SIGHUP: tokens are checked with" << options.access.credentials.acceptance.secrets.size()
                     << "secrets from now on";
}

} // namespace relay::app
