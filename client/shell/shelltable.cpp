// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/shell/shelloptions.h"

#include "common/shell/protocol.h"

namespace relay::client::shell {

namespace {

using config::Kind;

QString faultOfPlace(const QString &text)
{
    return parsePlace(text, u"127.0.0.1"_qs, true) ? QString() : u"must be ADDRESS:PORT or a port"_qs;
}

QString faultOfTarget(const QString &text)
{
    return relay::shell::isTargetName(text.toUtf8()) ? QString()
                                                     : u"must be letters, digits, dots, - and _, 64 at most"_qs;
}

QString faultOfEntry(const QString &text)
{
    const auto places = parsePlaces({ text });
    return std::holds_alternative<Places>(places) ? QString() : u"must be HOST:PORT, a port, or NAME=HOST:PORT"_qs;
}

std::vector<config::OptionSpec> hostOptions()
{
    return {
        { .name = u"to"_qs,
          .help = u"What clients reach; of several, each but one has a name, by which a client chooses it"_qs,
          .kind = Kind::List,
          .defaultValue = u"localhost:22"_qs,
          .valueName = u"HOST:PORT|NAME=HOST:PORT"_qs,
          .otherVariables = { u"JUMP_HOST_LOCAL_PORT"_qs, u"SHELLHOST_LOCALPORT"_qs },
          .check = &faultOfEntry },
    };
}

std::vector<config::OptionSpec> clientOptions()
{
    return {
        { .name = u"listen"_qs,
          .help = u"Where connections are taken that the host is to get; port 0: any that is free"_qs,
          .defaultValue = u"127.0.0.1:2222"_qs,
          .valueName = u"ADDRESS:PORT"_qs,
          .otherVariables = { u"JUMP_CLIENT_LOCAL_PORT"_qs, u"SHELLCLIENT_LOCALPORT"_qs },
          .check = &faultOfPlace },
        { .name = u"stdio"_qs,
          .help = u"One connection, on standard input and output: for ssh's ProxyCommand"_qs,
          .kind = Kind::Boolean },
        { .name = u"target"_qs,
          .help = u"Which of a host's targets, by the name that the host gave it"_qs,
          .valueName = u"NAME"_qs,
          .check = &faultOfTarget },
        { .name = u"answer-within"_qs,
          .help = u"Time for the host's first word"_qs,
          .kind = Kind::Duration,
          .defaultValue = u"30s"_qs,
          .minimum = 100 },
    };
}

std::vector<config::OptionSpec> commonOptions(Side side)
{
    const bool isHost = side == Side::Host;
    const QString jump = isHost ? u"JUMP_HOST_"_qs : u"JUMP_CLIENT_"_qs;
    const QString shell = isHost ? u"SHELLHOST_"_qs : u"SHELLCLIENT_"_qs;
    return {
        { .name = u"access"_qs,
          .help = u"Access point of the relay, with the host's name at its end"_qs,
          .valueName = u"URL"_qs,
          .otherVariables = { jump + (isHost ? u"ACCESS"_qs : u"RELAY_SESSION"_qs), shell + u"RELAYSESSION" } },
        { .name = u"token-file"_qs,
          .help = u"File that holds the token, read anew for each connection"_qs,
          .valueName = u"FILE"_qs },
        { .name = u"token"_qs,
          .help = u"The token"_qs,
          .otherVariables = { jump + u"TOKEN", shell + u"TOKEN" },
          .isSecret = true },
        { .name = u"resume-for"_qs,
          .help = u"How long a connection is kept that has lost its way through the relay; 0: not at all"_qs,
          .kind = Kind::Duration,
          .defaultValue = u"60s"_qs,
          .minimum = 0 },
        { .name = u"ca-file"_qs,
          .help = u"Certificates in PEM that are trusted besides those of the system"_qs,
          .valueName = u"FILE"_qs },
        { .name = u"ping-every"_qs,
          .help = u"Time between pings, which keep proxies from closing what is silent"_qs,
          .kind = Kind::Duration,
          .defaultValue = u"25s"_qs,
          .minimum = 100 },
        { .name = u"dead-after"_qs,
          .help = u"Silence after which the relay counts as gone"_qs,
          .kind = Kind::Duration,
          .defaultValue = u"60s"_qs,
          .minimum = 200 },
        { .name = u"json"_qs,
          .help = u"Tell what happens as JSON, a line each, on standard error"_qs,
          .kind = Kind::Boolean },
        { .name = u"quiet"_qs, .help = u"Tell nothing but errors"_qs, .kind = Kind::Boolean },
        { .name = u"log-level"_qs,
          .help = u"As programs of before have it: error and what is above mean --quiet"_qs,
          .valueName = u"LEVEL"_qs,
          .otherVariables = { jump + u"LOG_LEVEL" } },
    };
}

QString summaryOf(Side side)
{
    return side == Side::Host
        ? u"Lets clients of a relay reach a TCP port from here, such as that of sshd, with no way in through the firewall.\n"
          "Example: relay shell host --access https://relay.example.org/access/api/v1/connect/pi7 --token-file host.token "
          "--to localhost:22"_qs
        : u"Reaches a port of a host behind a firewall: as a port of this machine, or as a command for ssh.\n"
          "Example: relay shell client --access https://relay.example.org/access/api/v1/connect/pi7 --token-file "
          "client.token --listen 127.0.0.1:2222\n"
          "Then: ssh -p 2222 localhost\n"
          "Or at once: ssh -o ProxyCommand='relay shell client --stdio --access https://relay.example.org/access/api/v1/"
          "connect/%h --token-file client.token' pi7"_qs;
}

} // namespace

config::OptionTable shellTable(Side side)
{
    const bool isHost = side == Side::Host;
    config::OptionTable table {
        .program = isHost ? u"relay shell host"_qs : u"relay shell client"_qs,
        .summary = summaryOf(side),
        .version = QStringLiteral(RELAY_VERSION),
        .options = isHost ? hostOptions() : clientOptions(),
        .positionals = {},
        .environmentPrefix = isHost ? u"RELAY_SHELL_HOST_"_qs : u"RELAY_SHELL_CLIENT_"_qs,
        .hasFile = false,
    };
    for (config::OptionSpec &option : commonOptions(side))
        table.options.push_back(std::move(option));
    return table;
}

} // namespace relay::client::shell
