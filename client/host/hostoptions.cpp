// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/hostoptions.h"

#include "client/session/trust.h"
#include "common/config/load.h"
#include "common/log/log.h"

#include <array>

namespace relay::client::host {

namespace {

using config::Kind;

// What the hosts of before could be told, and what this one has no need of.
constexpr std::array<const char16_t *, 7> kIgnored {
    u"VW_MUXBUFFERLENGTH", u"VW_CLIENTBUFFERLENGTH", u"VW_CLIENTTIMEOUTMS", u"VW_HTTPWAITMS",
    u"VW_HTTPFLUSHMS",     u"VW_HTTPTIMEOUTMS",      u"VW_CPUPROFILE",
};

QString faultOfAddress(const QString &text)
{
    return QHostAddress(text).isNull() ? u"must be an address such as 127.0.0.1, ::1 or 0.0.0.0"_qs : QString();
}

} // namespace

config::OptionTable hostTable()
{
    return {
        .program = u"relay host"_qs,
        .summary = u"Takes the video and data of an experiment from programs on this machine and sends them to relays.\n"
                   "Example: relay host --rules rules.json --feed data=serial:/dev/ttyUSB0,115200\n"
                   "Then, from other programs:\n"
                   "  ffmpeg -i /dev/video0 -f mpegts -codec:v mpeg1video http://127.0.0.1:8888/ts/video\n"
                   "  curl -d '{\"id\":\"0\",\"stream\":\"video\",\"destination\":\"wss://relay.example.org/in/lab3\"}' "
                   "http://127.0.0.1:8888/api/destinations"_qs,
        .version = QStringLiteral(RELAY_VERSION),
        .options = {
            { .name = u"listen"_qs,
              .help = u"Address to listen on; whoever reaches it may change all rules"_qs,
              .defaultValue = u"127.0.0.1"_qs,
              .valueName = u"ADDRESS"_qs,
              .check = &faultOfAddress },
            { .name = u"port"_qs,
              .help = u"Port to listen on; 0: any that is free"_qs,
              .kind = Kind::Integer,
              .defaultValue = u"8888"_qs,
              .otherVariables = { u"VW_PORT"_qs },
              .minimum = 0,
              .maximum = 65535 },
            { .name = u"rules"_qs,
              .help = u"File that rules are kept in over a restart"_qs,
              .valueName = u"FILE"_qs },
            { .name = u"feed"_qs,
              .help = u"Instrument that takes part in a feed, over TCP or on a serial line; in lines, whose end to the "
                      "instrument ,crlf or ,cr changes, or with ,raw in pieces"_qs,
              .kind = Kind::List,
              .valueName = u"NAME=tcp:HOST:PORT|NAME=serial:DEVICE,SPEED"_qs,
              .separator = u';',
              .check = &feed::faultOfFeed },
            { .name = u"command"_qs,
              .help = u"Command to keep running while the host runs, such as ffmpeg; without a shell"_qs,
              .kind = Kind::List,
              .valueName = u"LINE"_qs,
              .separator = u'\n',
              .check = &feed::faultOfCommandLine },
            { .name = u"api"_qs,
              .help = u"Relay from which commands are taken as well, where nobody can connect to this machine"_qs,
              .valueName = u"URL"_qs,
              .otherVariables = { u"VW_API"_qs } },
            { .name = u"api-token-file"_qs,
              .help = u"File that holds the token for --api, which is an access point's address then"_qs,
              .valueName = u"FILE"_qs },
            { .name = u"allow-origin"_qs,
              .help = u"Web pages that may come besides those of this machine; * for all"_qs,
              .kind = Kind::List,
              .valueName = u"ORIGIN"_qs },
            { .name = u"pause-unread"_qs,
              .help = u"Read no stream from /ts/ while nobody reads its feed, so that whoever sends it has to wait"_qs,
              .kind = Kind::Boolean },
            { .name = u"queue"_qs,
              .help = u"What may wait for a destination before the oldest messages are dropped"_qs,
              .kind = Kind::Size,
              .defaultValue = u"4MiB"_qs,
              .minimum = 1024,
              .maximum = 1 << 30 },
            { .name = u"queue-age"_qs,
              .help = u"How long a message may wait for a destination before it is dropped"_qs,
              .kind = Kind::Duration,
              .defaultValue = u"5s"_qs,
              .minimum = 10 },
            { .name = u"split-json"_qs,
              .help = u"Take apart JSON that older servers glue together, in what comes from destinations"_qs,
              .kind = Kind::Boolean },
            { .name = u"ca-file"_qs,
              .help = u"Certificates in PEM that are trusted besides those of the system"_qs,
              .valueName = u"FILE"_qs },
            { .name = u"ping-every"_qs,
              .help = u"Time between pings"_qs,
              .kind = Kind::Duration,
              .defaultValue = u"25s"_qs,
              .minimum = 100 },
            { .name = u"dead-after"_qs,
              .help = u"Silence after which a peer counts as gone"_qs,
              .kind = Kind::Duration,
              .defaultValue = u"60s"_qs,
              .minimum = 200 },
            { .name = u"json"_qs,
              .help = u"Tell what happens as JSON, a line each, on standard error"_qs,
              .kind = Kind::Boolean },
            { .name = u"quiet"_qs, .help = u"Tell nothing but errors"_qs, .kind = Kind::Boolean },
            { .name = u"log-level"_qs,
              .help = u"As hosts of before have it: error and what is above mean --quiet"_qs,
              .valueName = u"LEVEL"_qs,
              .otherVariables = { u"VW_LOG_LEVEL"_qs } },
        },
        .positionals = {},
        .environmentPrefix = u"RELAY_HOST_"_qs,
        .hasFile = false,
    };
}

namespace {

config::Exit refusal(const QString &sentence)
{
    return { 2, u"relay host: "_qs + sentence + u'\n', true };
}

QStringList warningsOf(const HostOptions &options, const QProcessEnvironment &environment)
{
    QStringList warnings;
    for (const char16_t *name : kIgnored) {
        const QString variable = QString::fromUtf16(name);
        if (environment.contains(variable))
            warnings << u"%1 has no meaning any more and is ignored"_qs.arg(variable);
    }
    if (!options.listener.address.isLoopback())
        warnings << u"whoever can connect to %1 may read and change the rules of this host"_qs.arg(
            options.listener.address.toString());
    return warnings;
}

//! Empty on success, else a sentence.
QString readApi(const config::Settings &settings, HostOptions &options)
{
    const QString url = settings.text(u"api");
    const QString tokenFile = settings.text(u"api-token-file");
    if (url.isEmpty())
        return tokenFile.isEmpty() ? QString() : u"--api-token-file is of use with --api only"_qs;
    const auto target = session::makeTarget(url, tokenFile, {});
    if (const auto *fault = std::get_if<QString>(&target))
        return u"--api: "_qs + *fault;
    options.api = Destination { kApiRule, kApiFeed, url, {}, {}, tokenFile };
    return {};
}

} // namespace

std::variant<HostOptions, config::Exit> readHostOptions(const QStringList &words, const QProcessEnvironment &environment)
{
    const config::OptionTable options = hostTable();
    auto loaded = config::load(options, QStringList { options.program } + words, environment);
    if (auto *exit = std::get_if<config::Exit>(&loaded))
        return std::move(*exit);
    const auto &settings = std::get<config::Settings>(loaded);
    HostOptions host;
    host.listener.address = QHostAddress(settings.text(u"listen"));
    host.listener.port = quint16(settings.integer(u"port"));
    for (const QString &origin : settings.list(u"allow-origin"))
        host.listener.allowedOrigins << origin.toLatin1();
    host.listener.pausesUnread = settings.isOn(u"pause-unread");
    host.listener.peers.pingEvery = settings.milliseconds(u"ping-every");
    host.listener.peers.deadAfter = settings.milliseconds(u"dead-after");
    host.outlets.limits.bytes = settings.bytes(u"queue");
    host.outlets.limits.age = settings.milliseconds(u"queue-age");
    session::SessionOptions &session = host.outlets.session;
    session.splitsGluedJson = settings.isOn(u"split-json");
    session.environment = environment;
    session.link.userAgent = "relay-host/" RELAY_VERSION;
    session.link.pingEvery = settings.milliseconds(u"ping-every");
    session.link.deadAfter = settings.milliseconds(u"dead-after");
    session.link.maxQueued = 256 * 1024; // what waits longer waits where the oldest can be dropped
    if (const QString fault = session::trust(settings.text(u"ca-file"), session.link.tls); !fault.isEmpty())
        return refusal(fault);
    if (const QString fault = readApi(settings, host); !fault.isEmpty())
        return refusal(fault);
    auto equipment = planEquipment(settings.list(u"feed"), settings.list(u"command"));
    if (const auto *fault = std::get_if<QString>(&equipment))
        return refusal(*fault);
    host.equipment = std::get<EquipmentPlan>(std::move(equipment));
    host.rulesFile = settings.text(u"rules");
    host.isJson = settings.isOn(u"json");
    const auto level = log::levelOf(settings.text(u"log-level").toLower());
    host.isQuiet = settings.isOn(u"quiet") || level == log::Level::Error;
    host.warnings = settings.warnings() + warningsOf(host, environment);
    return host;
}

} // namespace relay::client::host
