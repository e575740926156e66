// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/shell/shelloptions.h"

#include "client/session/trust.h"
#include "common/config/load.h"
#include "common/log/log.h"

#include <array>

namespace relay::client::shell {

namespace {

// What the programs of before could be told, and these have no need of.
constexpr std::array<const char16_t *, 6> kIgnored {
    u"JUMP_HOST_DEVELOPMENT", u"JUMP_CLIENT_DEVELOPMENT", u"JUMP_CLIENT_LOG_FORMAT",
    u"JUMP_CLIENT_LOG_FILE",  u"SHELLHOST_DEVELOPMENT",   u"SHELLCLIENT_DEVELOPMENT",
};

config::Exit refusal(Side side, const QString &sentence)
{
    return { 2, (side == Side::Host ? u"relay shell host: "_qs : u"relay shell client: "_qs) + sentence + u'\n', true };
}

//! Empty on success, else a sentence.
QString readRelay(const config::Settings &settings, ShellOptions &options)
{
    const QString access = settings.text(u"access");
    if (access.isEmpty())
        return u"give --access, the address of the relay's access point with the host's name at its end, such as "
               "https://relay.example.org/access/api/v1/connect/pi7"_qs;
    if (access.startsWith(u"ws:") || access.startsWith(u"wss:"))
        return u"--access is an access point, https:// or http://: what is reached there is chosen by its codes"_qs;
    auto target = session::makeTarget(access, settings.text(u"token-file"), settings.text(u"token").toUtf8());
    if (const auto *fault = std::get_if<QString>(&target))
        return *fault;
    options.relay = std::get<session::Target>(std::move(target));
    return {};
}

//! Empty on success, else a sentence.
QString readEnds(Side side, const config::Settings &settings, ShellOptions &options)
{
    if (side == Side::Host) {
        auto places = parsePlaces(settings.list(u"to"));
        if (const auto *fault = std::get_if<QString>(&places))
            return *fault;
        options.places = std::get<Places>(std::move(places));
        return {};
    }
    options.listen = parsePlace(settings.text(u"listen"), u"127.0.0.1"_qs, true).value();
    options.isStdio = settings.isOn(u"stdio");
    options.target = settings.text(u"target");
    options.answerWithin = settings.milliseconds(u"answer-within");
    const bool isFlag = settings.source(u"listen") == config::Source::Flag;
    return options.isStdio && isFlag ? u"--stdio and --listen are two ways; give one of them"_qs : QString();
}

} // namespace

std::variant<ShellOptions, config::Exit> readShellOptions(Side side, const QStringList &words,
                                                          const QProcessEnvironment &environment)
{
    const config::OptionTable table = shellTable(side);
    auto loaded = config::load(table, QStringList { table.program } + words, environment);
    if (auto *exit = std::get_if<config::Exit>(&loaded))
        return std::move(*exit);
    const auto &settings = std::get<config::Settings>(loaded);
    ShellOptions options;
    if (const QString fault = readRelay(settings, options); !fault.isEmpty())
        return refusal(side, fault);
    if (const QString fault = readEnds(side, settings, options); !fault.isEmpty())
        return refusal(side, fault);
    session::LinkOptions &link = options.session.link;
    link.userAgent = (side == Side::Host ? "relay-shell-host/" RELAY_VERSION : "relay-shell-client/" RELAY_VERSION);
    link.pingEvery = settings.milliseconds(u"ping-every");
    link.deadAfter = settings.milliseconds(u"dead-after");
    if (const QString fault = session::trust(settings.text(u"ca-file"), link.tls); !fault.isEmpty())
        return refusal(side, fault);
    options.session.environment = environment;
    options.resumeFor = settings.milliseconds(u"resume-for");
    options.isJson = settings.isOn(u"json");
    const auto level = log::levelOf(settings.text(u"log-level").toLower());
    options.isQuiet = settings.isOn(u"quiet") || level == log::Level::Error;
    options.warnings = settings.warnings();
    for (const char16_t *name : kIgnored) {
        if (environment.contains(QString::fromUtf16(name)))
            options.warnings << u"%1 has no meaning any more and is ignored"_qs.arg(QString::fromUtf16(name));
    }
    return options;
}

} // namespace relay::client::shell
