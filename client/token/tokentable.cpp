// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/token/tokentable.h"

namespace relay::client::token {

namespace {

using config::Kind;

std::vector<config::OptionSpec> commonOptions(Purpose purpose)
{
    const bool isJump = purpose == Purpose::Jump;
    return {
        { .name = u"for"_qs,
          .help = u"What the token is for: a topic of the relay, denying bookings, figures, or ssh"_qs,
          .defaultValue = u"session"_qs,
          .choices = { u"session"_qs, u"admin"_qs, u"status"_qs, u"jump"_qs } },
        { .name = u"audience"_qs,
          .help = u"Public address of the access calls, exactly as the relay has it"_qs,
          .valueName = u"URL"_qs },
        { .name = u"lifetime"_qs,
          .help = u"How long it is valid: 3600, 1h, 90m"_qs,
          .kind = Kind::Duration,
          .valueName = u"TIME"_qs,
          .minimum = 1000 },
        { .name = u"secret"_qs, .help = u"The secret that the relay has"_qs, .isSecret = true },
        { .name = u"secret-file"_qs, .help = u"File that holds the secret"_qs, .valueName = u"FILE"_qs },
        { .name = u"topic"_qs,
          .help = isJump ? u"The host that is offered or reached"_qs : u"The topic that it opens"_qs,
          .valueName = u"NAME"_qs },
        { .name = u"connection-type"_qs,
          .help = u"First part of the path of its websockets"_qs,
          .defaultValue = isJump ? u"connect"_qs : u"session"_qs,
          .valueName = u"NAME"_qs },
        { .name = u"audience-string"_qs,
          .help = u"Write the audience as one string, for servers from before 2022"_qs,
          .kind = Kind::Boolean },
        { .name = u"explain"_qs,
          .help = u"Say on standard error what the token allows, or, with a TOKEN, what that one does"_qs,
          .kind = Kind::Boolean },
    };
}

std::vector<config::OptionSpec> relayOptions()
{
    return {
        { .name = u"booking-id"_qs,
          .help = u"The booking that it belongs to, by which it can be denied"_qs,
          .defaultValue = u"relay-token-cli"_qs,
          .valueName = u"NAME"_qs },
        { .name = u"scope"_qs,
          .help = u"A scope in place of those below; may be repeated"_qs,
          .kind = Kind::List,
          .valueName = u"NAME"_qs },
        { .name = u"scope-read"_qs, .help = u"May read the topic"_qs, .kind = Kind::Boolean, .defaultValue = u"true"_qs },
        { .name = u"scope-write"_qs,
          .help = u"May write to the topic"_qs,
          .kind = Kind::Boolean,
          .defaultValue = u"true"_qs },
        { .name = u"scope-admin"_qs,
          .help = u"May deny and allow bookings, as with --for admin"_qs,
          .kind = Kind::Boolean },
        { .name = u"scope-other"_qs, .help = u"One more scope, such as expt"_qs, .valueName = u"NAME"_qs },
    };
}

} // namespace

config::OptionTable tokenTable(Purpose purpose)
{
    config::OptionTable table {
        .program = u"relay token"_qs,
        .summary = u"Makes a token and prints it. The secret comes from a file or the environment, never from a flag.\n"
                   "Example: relay token --secret-file secret --audience https://relay.example.org/access --topic lab "
                   "--lifetime 1h"_qs,
        .version = QStringLiteral(RELAY_VERSION),
        .options = commonOptions(purpose),
        .positionals = { { u"TOKEN"_qs, u"one to explain, or - for one on standard input"_qs, false } },
        .environmentPrefix = purpose == Purpose::Jump ? u"JUMP_TOKEN_"_qs : u"RELAY_TOKEN_"_qs,
        .hasFile = false,
    };
    if (purpose == Purpose::Jump) {
        table.options.push_back(
            { .name = u"role"_qs,
              .help = u"What it may do: offer a host, reach it, or see who is there"_qs,
              .defaultValue = u"client"_qs,
              .choices = { u"host"_qs, u"client"_qs, u"stats"_qs, u"read"_qs, u"write"_qs, u"readwrite"_qs } });
        return table;
    }
    for (auto &option : relayOptions())
        table.options.push_back(std::move(option));
    return table;
}

} // namespace relay::client::token
