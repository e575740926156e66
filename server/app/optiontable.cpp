// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/optiontable.h"

#include "common/log/log.h"
#include "server/admin/rolerule.h"
#include "server/app/accessoptions.h"
#include "server/app/endpoint.h"

namespace relay::app {

namespace {

using config::Kind;

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

QString checkRoleRule(const QString &text)
{
    const auto rule = admin::parseRoleRule(text);
    const auto *fault = std::get_if<QString>(&rule);
    return fault ? *fault : QString();
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
        { .name = u"allow-origin"_qs,
          .help
          = u"Web origin, such as https://lab.example.org, whose pages may connect beside those of this host; * for any"_qs,
          .kind = Kind::List,
          .valueName = u"ORIGIN"_qs },
        { .name = u"admin-socket"_qs,
          .help = u"Path of the local socket for relay admin and relay-dashboard"_qs,
          .valueName = u"PATH"_qs },
        { .name = u"admin-role"_qs,
          .help
          = u"Who may use that socket beside root, relayd's own user and the group relay-admin: viewer=group:students, operator=user:ann"_qs,
          .kind = Kind::List,
          .valueName = u"ROLE=WHO"_qs,
          .check = checkRoleRule },
        { .name = u"taps"_qs,
          .help
          = u"Whether operators may look at messages that pass: off, on, or on topics that match, such as /out/demo-*; never on streams and shells"_qs,
          .kind = Kind::List,
          .defaultValue = u"off"_qs,
          .valueName = u"on|off|TOPIC"_qs },
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
          .help = u"How messages are handed to the kernel: one io_uring submission a pass, or one send() a reader, or "
                  u"sendfile() for large ones; auto: io_uring, and sendfile() for large ones"_qs,
          .defaultValue = u"auto"_qs,
          .choices = { u"auto"_qs, u"io_uring"_qs, u"send"_qs, u"sendfile"_qs } },
        { .name = u"max-connections"_qs,
          .help = u"Connections served at once, 503 above; 0: as many as the descriptor limit allows"_qs,
          .kind = Kind::Integer,
          .defaultValue = u"0"_qs,
          .minimum = 0,
          .maximum = 1'000'000 },
    };
}

std::vector<config::OptionSpec> logOptions()
{
    return {
        { .name = u"log-level"_qs,
          .help = u"Least severe messages that are logged"_qs,
          .defaultValue = u"info"_qs,
          .otherVariables = { u"JUMP_RELAY_LOG_LEVEL"_qs },
          .choices = log::levelNames() + log::otherLevelNames() },
        { .name = u"log-format"_qs,
          .help = u"Form of the log lines"_qs,
          .defaultValue = u"text"_qs,
          .otherVariables = { u"JUMP_RELAY_LOG_FORMAT"_qs },
          .choices = log::formNames() },
        { .name = u"log-file"_qs,
          .help = u"File that the log is appended to, or stdout; opened again on SIGHUP; without it stderr"_qs,
          .valueName = u"FILE"_qs,
          .otherVariables = { u"JUMP_RELAY_LOG_FILE"_qs } },
    };
}

} // namespace

config::OptionTable optionTable()
{
    config::OptionTable table { .program = u"relayd"_qs,
                                .summary
                                = u"Relays websocket messages and MPEG-TS streams between the peers of a topic."_qs,
                                .version = QStringLiteral(RELAY_VERSION),
                                .options = servingOptions() };
    for (auto part : { tlsOptions(), linkOptions(), accessOptions(), logOptions() })
        table.options.insert(table.options.end(), part.begin(), part.end());
    return table;
}

} // namespace relay::app
