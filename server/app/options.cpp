// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options.h"

#include "common/admin/socketpath.h"
#include "common/config/load.h"
#include "common/log/log.h"
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
    return name == u"send" ? hub::SenderChoice::Send : hub::SenderChoice::Auto;
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
    options.logFile = settings.text(u"log-file");
    options.adminSocket = settings.text(u"admin-socket");
    if (options.adminSocket.isEmpty())
        options.adminSocket = admin::defaultSocketPath(admin::SocketEnvironment::ofProcess());
    // A user means the directory that they are in; Qt would mean the one for temporary files.
    options.adminSocket = QFileInfo(options.adminSocket).absoluteFilePath();
    return options;
}

config::Exit refusal(const QString &sentence)
{
    return { 1, u"relayd: "_qs + sentence + u'\n', true };
}

std::optional<config::Exit> findTlsContradiction(const Options &options)
{
    const bool hasFiles = !options.tls.certificate.isEmpty() || !options.tls.key.isEmpty();
    if (options.tlsListen && (options.tls.certificate.isEmpty() || options.tls.key.isEmpty()))
        return refusal(
            u"--tls-listen needs a certificate and its key: give --tls-certificate FILE and --tls-key FILE"_qs);
    if (!options.tlsListen && hasFiles)
        return refusal(
            u"there is a TLS certificate or key, but no address to use them on: give --tls-listen ADDRESS:PORT"_qs);
    if (!options.tlsListen && options.listen.empty())
        return refusal(
            u"--listen none leaves nothing to listen on: give --tls-listen ADDRESS:PORT, or an address to --listen"_qs);
    return {};
}

//! Of the addresses to listen on, the first that other machines reach.
QString exposedAddress(const config::Settings &settings, const Options &options)
{
    if (!options.listen.empty() && !options.listen.front().address.isLoopback())
        return settings.text(u"listen");
    if (options.tlsListen && !options.tlsListen->address.isLoopback())
        return settings.text(u"tls-listen");
    return {};
}

std::optional<config::Exit> findContradiction(const config::Settings &settings, const Options &options)
{
    if (options.access.isSecured && options.isOpen)
        return refusal(u"there is a secret, and --open to serve everybody: leave one of them out"_qs);
    if (auto exit = findTlsContradiction(options))
        return exit;
    const QString exposed = exposedAddress(settings, options);
    if (!exposed.isEmpty() && !options.isOpen && !options.access.isSecured)
        return refusal(
            u"%1 is not a loopback address, and without a secret anybody who reaches it could read and write every "
            u"topic; either set a secret (RELAY_SECRET) so that tokens are asked for, or give --open to serve everybody"_qs
                .arg(exposed));
    if (!hub::makeSender(options.sender))
        return settings.refuse(u"sender", u"must be send here: this kernel refuses io_uring"_qs);
    if (options.deadAfterMs <= options.pingEveryMs)
        return settings.refuse(u"dead-after", u"must be longer than ping-every"_qs);
    return {};
}

} // namespace

std::optional<Endpoint> parseEndpoint(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 0)
        return {};
    bool isNumber = false;
    const uint port = text.mid(colon + 1).toUInt(&isNumber);
    if (!isNumber || port > 65535)
        return {};
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    else if (host.contains(u':'))
        return {}; // an IPv6 address needs its brackets, or the port could be a part of it
    if (host.isEmpty())
        return Endpoint { QHostAddress::Any, quint16(port) };
    if (host == u"localhost")
        return Endpoint { QHostAddress::LocalHost, quint16(port) };
    const QHostAddress address(host);
    if (address.isNull())
        return {};
    return Endpoint { address, quint16(port) };
}

namespace {

// As the servers before this one: an existing unit names no address, and nginx in front knows these two ports.
void listenAsBefore(const config::Settings &settings, Options &options)
{
    if (!options.access.isSecured || settings.isSet(u"listen") || settings.text(u"url").isEmpty())
        return;
    options.listen = { { QHostAddress::Any, quint16(settings.integer(u"port-access")) },
                       { QHostAddress::Any, quint16(settings.integer(u"port-relay")) } };
}

std::variant<Options, config::Exit> read(const QStringList &arguments, bool startsLog)
{
    const auto environment = QProcessEnvironment::systemEnvironment();
    auto loaded = config::load(optionTable(), arguments, environment);
    if (auto *exit = std::get_if<config::Exit>(&loaded))
        return std::move(*exit);
    const auto &settings = std::get<config::Settings>(loaded);
    Options options = fromSettings(settings);
    auto access = readAccess(settings, environment);
    if (auto *exit = std::get_if<config::Exit>(&access))
        return std::move(*exit);
    options.access = std::get<AccessOptions>(std::move(access));
    listenAsBefore(settings, options);
    options.hasFile = environment.contains(u"RELAY_CONFIG"_qs)
        || std::any_of(arguments.begin(), arguments.end(), [](const QString &a) { return a.startsWith(u"--config"); });
    if (auto exit = findContradiction(settings, options))
        return std::move(*exit);
    if (!startsLog)
        return options;
    log::start(*log::levelOf(settings.text(u"log-level")), *log::formOf(settings.text(u"log-format")));
    if (const QString fault = log::writeTo(options.logFile); !fault.isEmpty())
        qWarning().noquote() << fault;
    for (const QString &warning : settings.warnings() + options.access.warnings)
        qWarning().noquote() << warning;
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
