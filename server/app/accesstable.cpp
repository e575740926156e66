// SPDX-License-Identifier: GPL-3.0-or-later
// The options of secured mode and of the limits.
#include "server/app/accessoptions.h"

#include <QUrl>

namespace relay::app {

namespace {

using config::Kind;

QString checkTarget(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isWebsocket = url.scheme() == u"ws" || url.scheme() == u"wss";
    if (url.isValid() && isWebsocket && !url.host().isEmpty() && !url.hasQuery() && !url.hasFragment())
        return {};
    return QStringLiteral("must be an address such as wss://relay.example.org or wss://example.org/relay");
}

QString checkNetwork(const QString &text)
{
    return front::parseNetwork(text) ? QString()
                                     : QStringLiteral("must be an address or a network, such as 10.0.0.0/8 or ::1");
}

QString checkAlgorithm(const QString &text)
{
    return token::algorithmOf(text) ? QString() : QStringLiteral("must be of HS256, HS384, HS512");
}

config::OptionSpec number(const QString &name, const QString &help, const QString &defaultValue, qint64 maximum)
{
    return {
        .name = name, .help = help, .kind = Kind::Integer, .defaultValue = defaultValue, .minimum = 0, .maximum = maximum
    };
}

std::vector<config::OptionSpec> secretOptions()
{
    return {
        { .name = u"secret"_qs,
          .help = u"The secret that tokens are signed with: with one, relayd is secured and asks for tokens"_qs,
          .isSecret = true },
        { .name = u"secret-file"_qs,
          .help = u"File that holds the secret, not to be read by everybody; read again on SIGHUP"_qs,
          .valueName = u"FILE"_qs },
        { .name = u"previous-secret"_qs,
          .help = u"A second secret that is accepted while tokens of it are still around"_qs,
          .isSecret = true },
        { .name = u"previous-secret-file"_qs,
          .help = u"File that holds the second secret; read again on SIGHUP"_qs,
          .valueName = u"FILE"_qs },
    };
}

std::vector<config::OptionSpec> sessionOptions()
{
    return {
        { .name = u"audience"_qs,
          .help = u"Public address of the access calls, which tokens have to be for; needed with a secret"_qs,
          .valueName = u"URL"_qs },
        { .name = u"url"_qs,
          .help = u"Public address of the websockets, which clients are sent to; without it that of their request"_qs,
          .valueName = u"URL"_qs,
          .check = checkTarget },
        { .name = u"allow-no-booking-id"_qs,
          .help = u"Take tokens without a booking, which nobody can deny"_qs,
          .kind = Kind::Boolean },
        { .name = u"open-topics"_qs,
          .help = u"Serve /in, /out and free paths without tokens beside the sessions"_qs,
          .kind = Kind::Boolean },
        { .name = u"cors"_qs,
          .help
          = u"Tell browsers that pages of other origins may call; not where a proxy in front does, as with two ports"_qs,
          .kind = Kind::Boolean,
          .defaultValue = u"true"_qs },
        { .name = u"token-algorithms"_qs,
          .help = u"Signatures that are accepted"_qs,
          .kind = Kind::List,
          .defaultValue = u"HS256,HS384,HS512"_qs,
          .valueName = u"NAME"_qs,
          .check = checkAlgorithm },
        { .name = u"token-leeway"_qs,
          .help = u"How far the clocks of those who sign may be off"_qs,
          .kind = Kind::Duration,
          .defaultValue = u"0s"_qs,
          .minimum = 0,
          .maximum = 60'000 },
        { .name = u"state-dir"_qs,
          .help = u"Directory of the deny list; without it $STATE_DIRECTORY, /var/lib/relay or ~/.local/state/relay"_qs,
          .valueName = u"DIRECTORY"_qs },
        { .name = u"stats-every"_qs,
          .help = u"Time between reports on the topic stats; at least 1s"_qs,
          .kind = Kind::Duration,
          .defaultValue = u"5s"_qs,
          .otherVariables = { u"JUMP_RELAY_STATS_EVERY"_qs },
          .minimum = 0 },
        { .name = u"tidy-every"_qs,
          .help = u"Time between looks for bookings and codes that are over"_qs,
          .kind = Kind::Duration,
          .defaultValue = u"5m"_qs,
          .minimum = 1000 },
        number(u"port-access"_qs, u"Port of the access calls, where no address to listen on is given"_qs, u"3000"_qs,
               65535),
        number(u"port-relay"_qs, u"Port of the websockets, where no address to listen on is given"_qs, u"3001"_qs,
               65535),
    };
}

std::vector<config::OptionSpec> shellOptions()
{
    return {
        { .name = u"shell-secret"_qs,
          .help = u"The secret that tokens for shells (ssh) are signed with; without it that of the relay"_qs,
          .otherVariables = { u"JUMP_RELAY_SECRET"_qs },
          .isSecret = true },
        { .name = u"shell-secret-file"_qs,
          .help = u"File that holds that secret; read again on SIGHUP"_qs,
          .valueName = u"FILE"_qs },
        { .name = u"shell-previous-secret"_qs,
          .help = u"A second one that is accepted while tokens of it are still around"_qs,
          .isSecret = true },
        { .name = u"shell-previous-secret-file"_qs,
          .help = u"File that holds the second secret for shells; read again on SIGHUP"_qs,
          .valueName = u"FILE"_qs },
        { .name = u"shell-audience"_qs,
          .help = u"Public address of the calls for shells, which their tokens have to be for; without it --audience"_qs,
          .valueName = u"URL"_qs,
          .otherVariables = { u"JUMP_RELAY_AUDIENCE"_qs } },
        { .name = u"shell-url"_qs,
          .help = u"Public address of the websockets of shells; without it --url, or that of the request"_qs,
          .valueName = u"URL"_qs,
          .otherVariables = { u"JUMP_RELAY_URL"_qs },
          .check = checkTarget },
        { .name = u"shell-wait"_qs,
          .help = u"How long a client waits for a host that is not connected, 503 after it; 0s: not at all"_qs,
          .kind = Kind::Duration,
          .defaultValue = u"0s"_qs,
          .minimum = 0,
          .maximum = 300'000 },
        { .name = u"shell-port-access"_qs,
          .help = u"Port of the calls for shells, where no address to listen on is given and --shell-url is"_qs,
          .kind = Kind::Integer,
          .defaultValue = u"3002"_qs,
          .otherVariables = { u"JUMP_RELAY_PORT_ACCESS"_qs },
          .minimum = 0,
          .maximum = 65535 },
        { .name = u"shell-port-relay"_qs,
          .help = u"Port of the websockets of shells, likewise"_qs,
          .kind = Kind::Integer,
          .defaultValue = u"3003"_qs,
          .otherVariables = { u"JUMP_RELAY_PORT_RELAY"_qs },
          .minimum = 0,
          .maximum = 65535 },
    };
}

std::vector<config::OptionSpec> limitOptions()
{
    return {
        number(u"connections-per-address"_qs, u"Connections of one address at once, 429 above; 0: no limit"_qs,
               u"512"_qs, 1'000'000),
        number(u"connections-per-booking"_qs, u"Connections of one booking at once, 429 above; 0: no limit"_qs,
               u"64"_qs, 1'000'000),
        number(u"max-sessions-per-token"_qs,
               u"Connections and unused codes of one token at once, 429 above; 0: no limit"_qs, u"0"_qs, 1'000'000),
        number(u"codes-per-booking"_qs, u"Unused codes of one booking at once, 429 above; 0: no limit"_qs, u"64"_qs,
               1'000'000),
        number(u"undecided-per-address"_qs,
               u"Connections of one address at once that have not said what they want, 429 above; 0: no limit"_qs,
               u"20"_qs, 512),
        number(u"failures-per-minute"_qs, u"Codes from one address that may be wrong, 429 above; 0: no limit"_qs,
               u"30"_qs, 60'000),
        number(u"handshake-rate"_qs,
               u"Connections accepted in a second, 503 above; 0: no limit; 500 with a secret unless set"_qs, u"0"_qs,
               1'000'000),
        { .name = u"trusted-proxy"_qs,
          .help = u"Network of proxies whose X-Forwarded-For is believed, such as 127.0.0.1"_qs,
          .kind = Kind::List,
          .valueName = u"NETWORK"_qs,
          .check = checkNetwork },
    };
}

//! Accepted so that the units of the servers before this one start it unchanged.
std::vector<config::OptionSpec> formerOptions()
{
    return {
        { .name = u"buffer-size"_qs, .help = u"Has no meaning any more; see --queue-bytes"_qs },
        { .name = u"profile"_qs, .help = u"Has no meaning any more"_qs },
        { .name = u"port-profile"_qs, .help = u"Has no meaning any more"_qs },
    };
}

} // namespace

std::vector<config::OptionSpec> accessOptions()
{
    std::vector<config::OptionSpec> all;
    for (auto part : { secretOptions(), sessionOptions(), shellOptions(), limitOptions(), formerOptions() })
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace relay::app
