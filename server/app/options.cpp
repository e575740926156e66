// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options.h"

#include "common/admin/socketpath.h"
#include "common/config/load.h"
#include "server/app/contradiction.h"
#include "server/app/optiontable.h"

#include <QFileInfo>
#include <QProcessEnvironment>
#include <QThread>

#include <algorithm>

namespace relay::app {

namespace {

hub::SenderChoice senderOf(const QString &name)
{
    if (name == u"io_uring")
        return hub::SenderChoice::IoUring;
    if (name == u"sendfile")
        return hub::SenderChoice::Sendfile;
    return name == u"send" ? hub::SenderChoice::Send : hub::SenderChoice::Auto;
}

//! "on" is every topic, "off" none.
QByteArrayList tapPatterns(const QStringList &words)
{
    QByteArrayList patterns;
    for (const QString &word : words) {
        if (word != u"off")
            patterns << (word == u"on" ? QByteArray("*") : word.toUtf8());
    }
    return patterns;
}

Options fromSettings(const config::Settings &settings)
{
    Options options;
    if (const auto endpoint = parseEndpoint(settings.text(u"listen")))
        options.listen = { *endpoint };
    options.tlsListen = parseEndpoint(settings.text(u"tls-listen"));
    options.tls
        = { .certificate = settings.text(u"tls-certificate"),
            .key = settings.text(u"tls-key"),
            .minimum = settings.text(u"tls-min-version") == u"1.3" ? tls::Version::Tls13 : tls::Version::Tls12 };
    options.isOpen = settings.isOn(u"open");
    const QStringList origins = settings.list(u"allow-origin");
    std::transform(origins.begin(), origins.end(), std::back_inserter(options.allowedOrigins),
                   [](const QString &o) { return o.toUtf8(); });
    options.workers = int(settings.integer(u"workers"));
    if (options.workers == 0)
        options.workers = QThread::idealThreadCount();
    options.spreadReaders = int(settings.integer(u"spread-readers"));
    options.sender = senderOf(settings.text(u"sender"));
    options.maxConnections = int(settings.integer(u"max-connections"));
    options.maxMessage = quint64(settings.bytes(u"max-message"));
    options.queueBytes = quint64(settings.bytes(u"queue-bytes"));
    options.queueAgeMs = settings.milliseconds(u"queue-age").count();
    options.instantStart = std::size_t(settings.bytes(u"instant-start"));
    options.unsentLimit = int(settings.bytes(u"unsent-limit"));
    const QStringList kinds = settings.list(u"topic-kind");
    for (const QString &rule : kinds)
        options.kinds.push_back(*parseKindRule(rule));
    options.endsSlowReaders = settings.text(u"slow-reader") == u"disconnect";
    options.pingEveryMs = settings.milliseconds(u"ping-every").count();
    options.deadAfterMs = settings.milliseconds(u"dead-after").count();
    options.logLevel = *log::levelOf(settings.text(u"log-level"));
    options.logForm = *log::formOf(settings.text(u"log-format"));
    options.logFile = settings.text(u"log-file");
    const QStringList roles = settings.list(u"admin-role");
    for (const QString &rule : roles)
        options.adminRoles.push_back(std::get<admin::RoleRule>(admin::parseRoleRule(rule)));
    options.taps = tapPatterns(settings.list(u"taps"));
    options.adminSocket = settings.text(u"admin-socket");
    if (options.adminSocket.isEmpty())
        options.adminSocket = admin::defaultSocketPath(admin::SocketEnvironment::ofProcess());
    // A user means the directory that they are in; Qt would mean the one for temporary files.
    options.adminSocket = QFileInfo(options.adminSocket).absoluteFilePath();
    return options;
}

// As the servers before this one: an existing unit names no address, and nginx in front knows these two ports.
void listenAsBefore(const config::Settings &settings, Options &options)
{
    const bool hasSessions = !options.access.isForShellsOnly && !settings.text(u"url").isEmpty();
    const bool hasShells = !settings.text(u"shell-url").isEmpty();
    if (!options.access.isSecured || settings.isSet(u"listen") || options.tlsListen || (!hasSessions && !hasShells))
        return;
    const auto listen = [&](QStringView option) {
        options.listen.push_back({ QHostAddress::Any, quint16(settings.integer(option)) });
    };
    if (hasSessions || options.access.isForShellsOnly)
        options.listen.clear(); // else the sessions stay where they are
    if (hasSessions) {
        listen(u"port-access");
        listen(u"port-relay");
    }
    if (hasShells) {
        listen(u"shell-port-access");
        listen(u"shell-port-relay");
    }
    // That nginx tells browsers which pages may call. Being told twice, they let none.
    options.access.hasCors = settings.isSet(u"cors") && options.access.hasCors;
    // And it says where requests come from, which was believed of everybody; of this machine is enough.
    if (!settings.isSet(u"trusted-proxy"))
        options.access.trustedProxies
            = { { QHostAddress(QHostAddress::LocalHost), 32 }, { QHostAddress(QHostAddress::LocalHostIPv6), 128 } };
}

//! What SIGHUP cannot change, to tell when it was to.
QMap<QString, QStringList> fixedOf(const config::Settings &settings, const config::OptionTable &table)
{
    static const QStringList kChangeable = {
        u"allow-origin"_qs,
        u"open-topics"_qs,
        u"cors"_qs,
        u"tls-certificate"_qs,
        u"tls-key"_qs,
        u"tls-min-version"_qs,
        u"secret"_qs,
        u"secret-file"_qs,
        u"previous-secret"_qs,
        u"previous-secret-file"_qs,
        u"shell-secret"_qs,
        u"shell-secret-file"_qs,
        u"shell-previous-secret"_qs,
        u"shell-previous-secret-file"_qs,
        u"shell-audience"_qs,
        u"shell-url"_qs,
        u"audience"_qs,
        u"url"_qs,
        u"allow-no-booking-id"_qs,
        u"token-algorithms"_qs,
        u"token-leeway"_qs,
        u"tidy-every"_qs,
        u"connections-per-address"_qs,
        u"connections-per-booking"_qs,
        u"codes-per-booking"_qs,
        u"max-sessions-per-token"_qs,
        u"undecided-per-address"_qs,
        u"failures-per-minute"_qs,
        u"handshake-rate"_qs,
        u"trusted-proxy"_qs,
        u"log-level"_qs,
        u"log-format"_qs,
        u"log-file"_qs,
    };
    QMap<QString, QStringList> fixed;
    for (const config::OptionSpec &option : table.options) {
        if (!kChangeable.contains(option.name))
            fixed.insert(option.name, settings.written(option.name));
    }
    return fixed;
}

void startLog(const Options &options, const config::Settings &settings)
{
    log::start(options.logLevel, options.logForm);
    if (const QString fault = log::writeTo(options.logFile); !fault.isEmpty())
        qWarning().noquote() << fault;
    for (const QString &warning : settings.warnings() + options.access.warnings)
        qWarning().noquote() << warning;
    for (const QString &notice : options.access.notices)
        qInfo().noquote() << notice;
}

std::variant<Options, config::Exit> read(const QStringList &arguments, bool startsLog)
{
    const auto environment = QProcessEnvironment::systemEnvironment();
    const config::OptionTable table = optionTable();
    auto loaded = config::load(table, arguments, environment);
    if (auto *exit = std::get_if<config::Exit>(&loaded))
        return std::move(*exit);
    const auto &settings = std::get<config::Settings>(loaded);
    Options options = fromSettings(settings);
    auto access = readAccess(settings, environment);
    if (auto *exit = std::get_if<config::Exit>(&access))
        return std::move(*exit);
    options.access = std::get<AccessOptions>(std::move(access));
    listenAsBefore(settings, options);
    options.hasFile = !environment.value(u"RELAY_CONFIG"_qs).isEmpty()
        || std::any_of(arguments.begin(), arguments.end(), [](const QString &a) { return a.startsWith(u"--config"); });
    options.fixed = fixedOf(settings, table);
    options.shown = settings.shown();
    if (auto exit = findContradiction(settings, options))
        return std::move(*exit);
    if (startsLog)
        startLog(options, settings);
    return options;
}

} // namespace

std::variant<Options, config::Exit> readOptions(const QStringList &arguments)
{
    return read(arguments, true);
}

std::variant<Options, config::Exit> readOptionsAgain(const QStringList &arguments)
{
    return read(arguments, false);
}

} // namespace relay::app
