// SPDX-License-Identifier: GPL-3.0-or-later
// SIGHUP: what a server takes from options that were read again.
#include "server/app/server.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QMetaObject>

#include <algorithm>
#include <utility>

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

QJsonArray shownOptions(const QList<config::Settings::Shown> &options)
{
    QJsonArray all;
    for (const auto &option : options) {
        const QJsonValue value = option.isList ? QJsonValue(QJsonArray::fromStringList(option.values))
                                               : QJsonValue(option.values.join(QLatin1Char(',')));
        all.append(QJsonObject { { QStringLiteral("name"), option.name },
                                 { QStringLiteral("value"), value },
                                 { QStringLiteral("from"), option.from } });
    }
    return all;
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

QString Server::reloadTls(const tls::Files &files)
{
    QString error;
    const tls::ContextPtr context = loadContext(files, error);
    if (!context) {
        qCCritical(lcTls).noquote() << "SIGHUP: the TLS certificate stays as it was:" << error;
        return QStringLiteral("the TLS certificate stays as it was: ") + error;
    }
    m_gate.setTls(context);
    m_certificateEndsAt = context->endsAt();
    const QString said = QStringLiteral("new connections get the TLS certificate with serial ") + context->serial();
    qCInfo(lcTls).noquote() << "SIGHUP:" << said;
    return said;
}

admin::Reloaded Server::reload(const Options &options)
{
    if (options.access.isSecured != m_options.access.isSecured) {
        const QString why = QStringLiteral("everything stays as it was: relayd was started ")
            + (m_api ? QStringLiteral("with a secret, which is gone") : QStringLiteral("without a secret"))
            + QStringLiteral(" - to change that, start it anew");
        qCCritical(lcServer).noquote() << "SIGHUP:" << why;
        return { false, { why } };
    }
    admin::Reloaded reloaded { true, {} };
    log::start(options.logLevel, options.logForm);
    if (std::exchange(m_options.logFile, options.logFile) != options.logFile)
        reopenLog();
    for (const QString &warning : options.access.warnings)
        qCWarning(lcServer).noquote() << warning;
    reloaded.said += options.access.warnings;
    if (const QString names = changedInVain(m_options.fixed, options.fixed); !names.isEmpty()) {
        qCWarning(lcServer).noquote() << "changed, but only a restart makes it so:" << names;
        reloaded.said << QStringLiteral("changed, but only a restart makes it so: ") + names;
    }
    if (m_options.tlsListen)
        reloaded.said << reloadTls(options.tls);
    m_access.setLimits(options.access.limits);
    m_gate.setTerms(termsOf(options), inrushOf(options));
    m_tidy.setInterval(int(options.access.tidyEveryMs));
    takeShown(options);
    const bool isForShellsOnly = options.access.isForShellsOnly;
    const auto &credentials = isForShellsOnly ? options.access.shellCredentials : options.access.credentials;
    const QString last = !m_api ? QStringLiteral("the options were read again")
                                : QStringLiteral("tokens%1 are checked with %2 secrets from now on")
                                      .arg(isForShellsOnly ? QStringLiteral(" for shells") : QString())
                                      .arg(credentials.acceptance.secrets.size());
    if (m_api) {
        m_opensSessions = !isForShellsOnly;
        m_api->setCredentials(options.access.credentials);
        m_shells->setCredentials(options.access.shellCredentials);
    }
    qCInfo(lcServer).noquote() << "SIGHUP:" << last;
    reloaded.said << last;
    return reloaded;
}

// Of what only a restart changes the old value is in force.
void Server::takeShown(const Options &options)
{
    for (qsizetype i = 0; i < std::min(m_options.shown.size(), options.shown.size()); ++i) {
        if (!m_options.fixed.contains(options.shown.at(i).name))
            m_options.shown[i] = options.shown.at(i);
    }
}

// On this thread, which is that of the options; the observers wait for no one.
admin::Facilities Server::facilities()
{
    admin::Facilities all;
    all.kinds = m_options.kinds;
    all.endsSlowReaders = m_options.endsSlowReaders;
    all.hasOpenTopics = !m_api || m_options.access.hasOpenTopics;
    all.opensSessions = [this] { return m_opensSessions.load(); };
    all.config = [this](std::function<void(QJsonArray)> done) {
        const auto tell = [this, done = std::move(done)] { done(shownOptions(m_options.shown)); };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    };
    all.reload = [this](std::function<void(admin::Reloaded)> done) {
        const auto act = [this, done = std::move(done)] {
            done(m_reload ? m_reload()
                          : admin::Reloaded { false, { QStringLiteral("There is nothing to read again.") } });
        };
        QMetaObject::invokeMethod(this, act, Qt::QueuedConnection);
    };
    return all;
}

} // namespace relay::app
