// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/token/tokentable.h"

#include <array>
#include <iterator>

namespace relay::client::token {

namespace {

using config::Kind;

struct Named
{
    const char16_t *name;
    Purpose purpose;
};

constexpr std::array<Named, 5> kPurposes { {
    { u"session", Purpose::Session },
    { u"stats", Purpose::Stats },
    { u"admin", Purpose::Admin },
    { u"status", Purpose::Status },
    { u"jump", Purpose::Jump },
} };

QStringList purposeNames()
{
    QStringList names;
    for (const Named &entry : kPurposes)
        names << QString::fromUtf16(entry.name);
    return names;
}

std::vector<config::OptionSpec> commonOptions()
{
    return {
        { .name = u"for"_qs,
          .help
          = u"What the token is for: session, a topic of the relay; stats, the topic of its figures; admin, to deny "
            "and allow bookings; status, to see /status and /metrics; jump, ssh. Others have other options: see "
            "relay token --for jump --help"_qs,
          .defaultValue = u"session"_qs,
          .valueName = u"PURPOSE"_qs,
          .otherVariables = { u"RELAY_TOKEN_FOR"_qs },
          .choices = purposeNames() },
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
        { .name = u"audience-string"_qs,
          .help = u"Write the audience as one string, for servers from before 2022"_qs,
          .kind = Kind::Boolean },
        { .name = u"explain"_qs,
          .help = u"Say on standard error what the token allows, or, with a TOKEN, what that one does"_qs,
          .kind = Kind::Boolean },
    };
}

config::OptionSpec topicOption(Purpose purpose)
{
    return { .name = u"topic"_qs,
             .help = purpose == Purpose::Jump
                 ? u"The host that is offered or reached; with the role stats it is stats"_qs
                 : u"The topic that it opens"_qs,
             .valueName = u"NAME"_qs };
}

config::OptionSpec connectionTypeOption(Purpose purpose)
{
    return { .name = u"connection-type"_qs,
             .help = u"First part of the path of its websockets"_qs,
             .defaultValue = purpose == Purpose::Jump ? u"connect"_qs : u"session"_qs,
             .valueName = u"NAME"_qs };
}

std::vector<config::OptionSpec> bookingOptions()
{
    return {
        { .name = u"booking-id"_qs,
          .help = u"The booking that it belongs to, by which it can be denied"_qs,
          .defaultValue = u"relay-token-cli"_qs,
          .valueName = u"NAME"_qs },
        { .name = u"scope"_qs,
          .help = u"A scope in place of the usual ones"_qs,
          .kind = Kind::List,
          .valueName = u"NAME"_qs },
    };
}

std::vector<config::OptionSpec> scopeOptions()
{
    return {
        { .name = u"scope-read"_qs,
          .help = u"May read the topic; --no-scope-read: may not"_qs,
          .kind = Kind::Boolean,
          .defaultValue = u"true"_qs },
        { .name = u"scope-write"_qs,
          .help = u"May write to the topic; --no-scope-write: may not"_qs,
          .kind = Kind::Boolean,
          .defaultValue = u"true"_qs },
        { .name = u"scope-admin"_qs,
          .help = u"May deny and allow bookings, as with --for admin"_qs,
          .kind = Kind::Boolean },
        { .name = u"scope-other"_qs, .help = u"One more scope, such as expt"_qs, .valueName = u"NAME"_qs },
    };
}

config::OptionSpec roleOption()
{
    return { .name = u"role"_qs,
             .help = u"What it may do: offer a host, reach it, or see who is there"_qs,
             .choices = { u"host"_qs, u"client"_qs, u"stats"_qs, u"read"_qs, u"write"_qs, u"readwrite"_qs } };
}

void append(config::OptionTable &table, std::vector<config::OptionSpec> options)
{
    std::move(options.begin(), options.end(), std::back_inserter(table.options));
}

} // namespace

std::optional<Purpose> purposeOf(const QString &name)
{
    for (const Named &entry : kPurposes) {
        if (QStringView(entry.name).compare(name, Qt::CaseInsensitive) == 0)
            return entry.purpose;
    }
    return std::nullopt;
}

QString variablePrefix(Purpose purpose)
{
    return purpose == Purpose::Jump ? u"JUMP_TOKEN_"_qs : u"RELAY_TOKEN_"_qs;
}

bool hasTopic(Purpose purpose)
{
    return purpose != Purpose::Admin && purpose != Purpose::Status;
}

config::OptionTable tokenTable(Purpose purpose)
{
    config::OptionTable table {
        .program = u"relay token"_qs,
        .summary = u"Makes a token and prints it. The secret comes from a file or the environment, never from a flag.\n"
                   "Example: relay token --secret-file secret --audience https://relay.example.org/access --topic lab "
                   "--lifetime 1h"_qs,
        .version = QStringLiteral(RELAY_VERSION),
        .options = commonOptions(),
        .positionals = { { u"TOKEN"_qs, u"one to explain, or - for one on standard input"_qs, false } },
        .environmentPrefix = variablePrefix(purpose),
        .hasFile = false,
    };
    if (purpose != Purpose::Stats && hasTopic(purpose))
        table.options.push_back(topicOption(purpose));
    if (hasTopic(purpose))
        table.options.push_back(connectionTypeOption(purpose));
    if (purpose == Purpose::Jump) {
        table.options.push_back(roleOption());
        return table;
    }
    append(table, bookingOptions());
    if (hasTopic(purpose))
        append(table, scopeOptions());
    return table;
}

} // namespace relay::client::token
