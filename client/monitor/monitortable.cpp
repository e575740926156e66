// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/monitor/monitortable.h"

#include "common/log/log.h"

#include <iterator>

namespace relay::client::monitor {

namespace {

using config::Kind;

std::vector<config::OptionSpec> accessOptions()
{
    return {
        { .name = u"audience"_qs,
          .help = u"Public address of the access calls, where the monitor makes its tokens by itself"_qs,
          .valueName = u"URL"_qs },
        { .name = u"topic"_qs,
          .help = u"Topic that it sends to and reads, with --audience"_qs,
          .defaultValue = u"canary-st-data"_qs,
          .valueName = u"NAME"_qs },
        { .name = u"secret"_qs, .help = u"The secret that the relay has"_qs, .isSecret = true },
        { .name = u"secret-file"_qs,
          .help = u"File that holds the secret; without one the credential relay-secret of systemd"_qs,
          .valueName = u"FILE"_qs },
        { .name = u"token-file"_qs,
          .help = u"File that holds a token, read anew for each connection; the address is the access point's"_qs,
          .valueName = u"FILE"_qs },
        { .name = u"token"_qs, .help = u"The token"_qs, .isSecret = true },
        { .name = u"ca-file"_qs,
          .help = u"Certificates in PEM that are trusted besides those of the system"_qs,
          .valueName = u"FILE"_qs },
    };
}

std::vector<config::OptionSpec> timeOptions()
{
    return {
        { .name = u"interval"_qs,
          .help = u"Time between messages"_qs,
          .kind = Kind::Duration,
          .defaultValue = u"1s"_qs,
          .minimum = 1,
          .maximum = 3'600'000 },
        { .name = u"threshold"_qs,
          .help = u"A message that takes longer is a miss"_qs,
          .kind = Kind::Duration,
          .defaultValue = u"200ms"_qs,
          .maximum = 3'600'000 },
        { .name = u"lost-after"_qs,
          .help = u"A message that takes longer is lost"_qs,
          .kind = Kind::Duration,
          .defaultValue = u"10s"_qs,
          .minimum = 10,
          .maximum = 3'600'000 },
        { .name = u"trigger-after-misses"_qs,
          .help = u"So many misses in a row make an alarm"_qs,
          .kind = Kind::Integer,
          .defaultValue = u"3"_qs,
          .minimum = 1,
          .maximum = 1'000'000 },
        { .name = u"no-retrigger-within"_qs,
          .help = u"After an alarm no miss counts for so long"_qs,
          .kind = Kind::Duration,
          .defaultValue = u"60s"_qs,
          .minimum = 0 },
        { .name = u"reconnect-every"_qs,
          .help = u"How long connections and tokens are used before there are new ones"_qs,
          .kind = Kind::Duration,
          .defaultValue = u"24h"_qs,
          .minimum = 5000 },
        { .name = u"count"_qs,
          .help = u"End after so many messages, with exit code 1 if one was lost or late; 0: never"_qs,
          .kind = Kind::Integer,
          .defaultValue = u"0"_qs,
          .minimum = 0 },
    };
}

std::vector<config::OptionSpec> outputOptions()
{
    return {
        { .name = u"command"_qs,
          .help = u"Command that an alarm runs, without a shell; $NAME stands for a variable of the environment"_qs,
          .valueName = u"COMMAND"_qs },
        { .name = u"metrics"_qs,
          .help = u"Address to serve /metrics and /healthz at, such as 127.0.0.1:9106; :9106 is loopback"_qs,
          .valueName = u"ADDRESS:PORT"_qs,
          .otherVariables = { u"RELAY_MONITOR_METRICS_ADDR"_qs } },
        { .name = u"node"_qs,
          .help = u"Name of this machine in metrics; without it the host name"_qs,
          .valueName = u"NAME"_qs,
          .otherVariables = { u"NODE_NAME"_qs } },
        { .name = u"json"_qs, .help = u"Tell each event as JSON, a line each"_qs, .kind = Kind::Boolean },
        { .name = u"quiet"_qs, .help = u"No status line and no summary"_qs, .kind = Kind::Boolean },
        { .name = u"log-level"_qs,
          .help = u"Least severe messages that are logged"_qs,
          .defaultValue = u"warn"_qs,
          .choices = log::levelNames() + log::otherLevelNames() },
        { .name = u"log-format"_qs,
          .help = u"Form of the log lines"_qs,
          .defaultValue = u"text"_qs,
          .choices = log::formNames() },
        { .name = u"log-file"_qs,
          .help = u"File that the log is appended to, or stdout; opened again on SIGHUP; without it stderr"_qs,
          .valueName = u"FILE"_qs },
    };
}

} // namespace

config::OptionTable monitorTable()
{
    config::OptionTable table {
        .program = u"relay monitor"_qs,
        .summary = u"Sends messages with the time through a relay, measures how long they take, and raises an alarm.\n"
                   "\nExamples:\n  relay monitor ws://127.0.0.1:9999/bi/canary --interval 200ms --count 10\n"
                   "  relay monitor https://relay.example.org/access/session/canary --token-file token"_qs,
        .version = QStringLiteral(RELAY_VERSION),
        .options = {},
        .positionals = { { u"URL"_qs, u"of a websocket, or of an access point; not with --audience"_qs, false } },
        .environmentPrefix = u"RELAY_MONITOR_"_qs,
        .hasFile = false,
    };
    for (auto part : { accessOptions(), timeOptions(), outputOptions() })
        table.options.insert(table.options.end(), std::make_move_iterator(part.begin()),
                             std::make_move_iterator(part.end()));
    return table;
}

} // namespace relay::client::monitor
