// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/options.h"

#include "common/admin/socketpath.h"
#include "common/config/load.h"
#include "common/log/log.h"

#include <QFileInfo>
#include <QProcessEnvironment>
#include <QThread>

#include <algorithm>

namespace relay::app {

namespace {

using config::Kind;

constexpr QStringView kNoListener = u"none";

QString checkEndpoint(const QString &text)
{
    return parseEndpoint(text)
        ? QString()
        : QStringLiteral("must be ADDRESS:PORT with an address of this machine, such as 127.0.0.1:9999 or [::1]:9999");
}

QString checkPlainEndpoint(const QString &text)
{
    return text == kNoListener ? QString() : checkEndpoint(text);
}

std::vector<config::OptionSpec> tlsOptions()
{
    return {
        { .name = u"tls-listen"_qs,
          .help = u"Address and port to listen on for TLS, wss:// and https://; needs a certificate and its key"_qs,
          .valueName = u"ADDRESS:PORT"_qs,
          .check = checkEndpoint },
        { .name = u"tls-certificate"_qs,
          .help = u"Certificate of this relay in PEM, with those that vouch for it behind it; read again on SIGHUP"_qs,
          .valueName = u"FILE"_qs },
        { .name = u"tls-key"_qs,
          .help = u"Private key of the certificate in PEM; read again on SIGHUP"_qs,
          .valueName = u"FILE"_qs },
        { .name = u"tls-min-version"_qs,
          .help = u"Oldest version of TLS that is spoken"_qs,
          .defaultValue = u"1.2"_qs,
          .choices = { u"1.2"_qs, u"1.3"_qs } },
    };
}

//! "/out/lab-*=video"
std::optional<topic::KindRule> parseKindRule(const QString &text)
{
    const qsizetype sign = text.lastIndexOf(u'=');
    const auto kind = topic::kindOf(text.mid(sign + 1).toUtf8());
    const QByteArray match = text.left(std::max<qsizetype>(sign, 0)).toUtf8();
    if (!kind || match.isEmpty() || (match.front() != '/' && match.front() != '*'))
        return {};
    return topic::KindRule { match, *kind };
}

QString checkKindRule(const QString &text)
{
    return parseKindRule(text)
        ? QString()
        : QStringLiteral("must be TOPIC=KIND with a topic such as /out/lab-* (or *) and one of data, video, stream");
}

std::vector<config::OptionSpec> servingOptions()
{
    return {
        { .name = u"listen"_qs,
          .help = u"Address and port to listen on; port 0 takes a free one; none: only --tls-listen"_qs,
          .defaultValue = u"127.0.0.1:9999"_qs,
          .valueName = u"ADDRESS:PORT"_qs,
          .otherVariables = { u"CROSSBAR_LISTEN"_qs },
          .check = checkPlainEndpoint },
        { .name = u"open"_qs,
          .help = u"Serve everybody without tokens on an address that is not loopback"_qs,
          .kind = Kind::Boolean },
        { .name = u"secret"_qs, .help = u"The secret that tokens are signed with"_qs, .isSecret = true },
        { .name = u"allow-origin"_qs,
          .help
          = u"Web origin, such as https://lab.example.org, whose pages may connect beside those of this host; * for any"_qs,
          .kind = Kind::List,
          .valueName = u"ORIGIN"_qs },
        { .name = u"admin-socket"_qs,
          .help = u"Path of the local socket for relay admin and relay-dashboard"_qs,
          .valueName = u"PATH"_qs },
        { .name = u"workers"_qs,
          .help = u"Threads that the topics are spread over; 0: one for each core"_qs,
          .kind = Kind::Integer,
          .defaultValue = u"0"_qs,
          .minimum = 0,
          .maximum = 256 },
        { .name = u"spread-readers"_qs,
          .help = u"Readers of one topic above which the other workers serve further ones that only read; 0: never"_qs,
          .kind = Kind::Integer,
          .defaultValue = u"0"_qs,
          .minimum = 0,
          .maximum = 1'000'000 },
        { .name = u"sender"_qs,
          .help = u"How messages are handed to the kernel: one io_uring submission a pass, or one send() a reader"_qs,
          .defaultValue = u"auto"_qs,
          .choices = { u"auto"_qs, u"io_uring"_qs, u"send"_qs } },
        { .name = u"max-connections"_qs,
          .help = u"Connections served at once, 503 above; 0: as many as the descriptor limit allows"_qs,
          .kind = Kind::Integer,
          .defaultValue = u"0"_qs,
          .minimum = 0,
          .maximum = 1'000'000 },
    };
}

std::vector<config::OptionSpec> linkOptions()
{
    return {
        { .name = u"max-message"_qs,
          .help = u"Largest websocket message that is taken"_qs,
          .kind = Kind::Size,
          .defaultValue = u"10MiB"_qs,
          .minimum = 1024,
          .maximum = 1 << 30 },
        { .name = u"queue-bytes"_qs,
          .help = u"Memory that may wait for one slow reader before messages to it are dropped"_qs,
          .kind = Kind::Size,
          .defaultValue = u"1MiB"_qs,
          .minimum = 4096,
          .maximum = 1 << 30 },
        { .name = u"queue-age"_qs,
          .help = u"Age of the oldest waiting message beyond which no further one joins"_qs,
          .kind = Kind::Duration,
          .defaultValue = u"2s"_qs,
          .minimum = 10 },
        { .name = u"unsent-limit"_qs,
          .help = u"What the kernel may hold unsent for one connection beside that; 0: as it likes, up to 4 MB"_qs,
          .kind = Kind::Size,
          .defaultValue = u"256KiB"_qs,
          .minimum = 0,
          .maximum = 1 << 28 },
        { .name = u"topic-kind"_qs,
          .help
          = u"What the topics that match carry: data loses the newest messages to a slow reader, video the oldest, stream none and makes the "
            u"sender wait; the first match decides"_qs,
          .kind = Kind::List,
          .valueName = u"TOPIC=KIND"_qs,
          .fileKey = u"topic"_qs,
          .entryKeys = { u"match"_qs, u"kind"_qs },
          .check = checkKindRule },
        { .name = u"slow-reader"_qs,
          .help
          = u"What a reader of data that is too slow suffers: messages are dropped, or it is disconnected with code 4408"_qs,
          .defaultValue = u"drop"_qs,
          .choices = { u"drop"_qs, u"disconnect"_qs } },
        { .name = u"ping-every"_qs,
          .help = u"Time between pings"_qs,
          .kind = Kind::Duration,
          .defaultValue = u"25s"_qs,
          .minimum = 1000 },
        { .name = u"dead-after"_qs,
          .help = u"Silence after which a peer counts as gone; longer than ping-every"_qs,
          .kind = Kind::Duration,
          .defaultValue = u"60s"_qs,
          .minimum = 2000 },
    };
}

config::OptionTable makeTable()
{
    config::OptionTable table { .program = u"relayd"_qs,
                                .summary
                                = u"Relays websocket messages and MPEG-TS streams between the peers of a topic."_qs,
                                .version = QStringLiteral(RELAY_VERSION),
                                .options = servingOptions() };
    for (auto &option : tlsOptions())
        table.options.push_back(std::move(option));
    for (auto &option : linkOptions())
        table.options.push_back(std::move(option));
    table.options.push_back({ .name = u"log-level"_qs,
                              .help = u"Least severe messages that are logged"_qs,
                              .defaultValue = u"info"_qs,
                              .choices = log::levelNames() });
    table.options.push_back({ .name = u"log-format"_qs,
                              .help = u"Form of the log lines on stderr"_qs,
                              .defaultValue = u"text"_qs,
                              .choices = log::formNames() });
    return table;
}

hub::SenderChoice senderOf(const QString &name)
{
    if (name == u"io_uring")
        return hub::SenderChoice::IoUring;
    return name == u"send" ? hub::SenderChoice::Send : hub::SenderChoice::Auto;
}

Options fromSettings(const config::Settings &settings)
{
    Options options;
    options.listen = parseEndpoint(settings.text(u"listen"));
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
    options.unsentLimit = int(settings.bytes(u"unsent-limit"));
    const QStringList kinds = settings.list(u"topic-kind");
    for (const QString &rule : kinds)
        options.kinds.push_back(*parseKindRule(rule));
    options.endsSlowReaders = settings.text(u"slow-reader") == u"disconnect";
    options.pingEveryMs = settings.milliseconds(u"ping-every").count();
    options.deadAfterMs = settings.milliseconds(u"dead-after").count();
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
    if (!options.tlsListen && !options.listen)
        return refusal(
            u"--listen none leaves nothing to listen on: give --tls-listen ADDRESS:PORT, or an address to --listen"_qs);
    return {};
}

//! Of the addresses to listen on, the first that other machines reach.
QString exposedAddress(const config::Settings &settings, const Options &options)
{
    if (options.listen && !options.listen->address.isLoopback())
        return settings.text(u"listen");
    if (options.tlsListen && !options.tlsListen->address.isLoopback())
        return settings.text(u"tls-listen");
    return {};
}

std::optional<config::Exit> findContradiction(const config::Settings &settings, const Options &options)
{
    // Never open by mistake: a secret that cannot be used must not leave the relay unguarded.
    if (!settings.text(u"secret").isEmpty())
        return refusal(
            u"a secret is set, but this version serves open topics only and will not do so behind a secret's back; "
            u"unset RELAY_SECRET to serve without tokens on loopback"_qs);
    if (auto exit = findTlsContradiction(options))
        return exit;
    const QString exposed = exposedAddress(settings, options);
    if (!exposed.isEmpty() && !options.isOpen)
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

std::variant<Options, config::Exit> readOptions(const QStringList &arguments)
{
    auto loaded = config::load(makeTable(), arguments, QProcessEnvironment::systemEnvironment());
    if (auto *exit = std::get_if<config::Exit>(&loaded))
        return std::move(*exit);
    const auto &settings = std::get<config::Settings>(loaded);
    Options options = fromSettings(settings);
    if (auto exit = findContradiction(settings, options))
        return std::move(*exit);
    log::start(*log::levelOf(settings.text(u"log-level")), *log::formOf(settings.text(u"log-format")));
    for (const QString &warning : settings.warnings())
        qWarning().noquote() << warning;
    return options;
}

} // namespace relay::app
