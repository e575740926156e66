// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/pipe/pipeoptions.h"

#include "client/session/trust.h"
#include "common/config/load.h"

namespace relay::client::pipe {

using config::Kind;

config::OptionTable pipeTable(Direction direction)
{
    const bool sends = direction == Direction::Send;
    config::OptionTable table {
        .program = sends ? u"relay send"_qs : u"relay watch"_qs,
        .summary = sends
            ? u"Sends standard input to a topic: lines as text, a transport stream as whole packets.\n"
              "Example: ffmpeg -re -i film.mp4 -f mpegts -codec:v mpeg1video - | relay send demo"_qs
            : u"Writes the messages of a topic to standard output: text with a newline, binary as it is.\n"
              "Example: relay watch demo | ffplay -"_qs,
        .version = QStringLiteral(RELAY_VERSION),
        .options = {
            { .name = u"server"_qs,
              .help = u"Relay that a topic without address is on"_qs,
              .defaultValue = u"ws://127.0.0.1:9999"_qs,
              .valueName = u"URL"_qs },
            { .name = u"token-file"_qs,
              .help = u"File that holds the token, read anew for each connection; the address is the access point's"_qs,
              .valueName = u"FILE"_qs },
            { .name = u"token"_qs, .help = u"The token"_qs, .isSecret = true },
            { .name = u"ca-file"_qs,
              .help = u"Certificates in PEM that are trusted besides those of the system"_qs,
              .valueName = u"FILE"_qs },
            { .name = u"once"_qs,
              .help = u"End when the connection ends, instead of trying again"_qs,
              .kind = Kind::Boolean },
            { .name = u"ping-every"_qs,
              .help = u"Time between pings"_qs,
              .kind = Kind::Duration,
              .defaultValue = u"25s"_qs,
              .minimum = 100 },
            { .name = u"dead-after"_qs,
              .help = u"Silence after which the server counts as gone"_qs,
              .kind = Kind::Duration,
              .defaultValue = u"60s"_qs,
              .minimum = 200 },
            { .name = u"json"_qs,
              .help = u"Tell what happens as JSON, a line each, on standard error"_qs,
              .kind = Kind::Boolean },
            { .name = u"quiet"_qs, .help = u"Tell nothing but errors"_qs, .kind = Kind::Boolean },
        },
        .environmentPrefix = u"RELAY_"_qs,
        .hasFile = false,
    };
    table.positionals.push_back(
        { u"TOPIC"_qs, u"a name, or an address such as wss://relay.example.org/out/demo"_qs, true });
    if (sends) {
        table.options.push_back({ .name = u"as"_qs,
                                  .help = u"What standard input is; auto: its first bytes decide"_qs,
                                  .defaultValue = u"auto"_qs,
                                  .choices = { u"auto"_qs, u"lines"_qs, u"binary"_qs, u"ts"_qs } });
    } else {
        table.options.push_back({ .name = u"count"_qs,
                                  .help = u"End after so many messages; 0: never"_qs,
                                  .kind = Kind::Integer,
                                  .defaultValue = u"0"_qs,
                                  .minimum = 0 });
        table.options.push_back({ .name = u"split-json"_qs,
                                  .help = u"Take apart JSON that older servers glue together"_qs,
                                  .kind = Kind::Boolean });
    }
    return table;
}

namespace {

config::Exit refusal(Direction direction, const QString &sentence)
{
    const QString program = direction == Direction::Send ? u"relay send: "_qs : u"relay watch: "_qs;
    return { 2, program + sentence + u'\n', true };
}

Form formOf(const QString &name)
{
    return name == u"lines" ? Form::Lines : name == u"binary" ? Form::Binary : name == u"ts" ? Form::Ts : Form::Auto;
}

} // namespace

QString urlOf(Direction direction, const QString &text, const QString &server)
{
    if (text.contains(u"://"))
        return text;
    QString base = server;
    while (base.endsWith(u'/'))
        base.chop(1);
    if (text.startsWith(u'/'))
        return base + text;
    return base + (direction == Direction::Send ? u"/in/"_qs : u"/out/"_qs) + text;
}

std::variant<PipeOptions, config::Exit> readPipeOptions(Direction direction, const QStringList &words,
                                                        const QProcessEnvironment &environment)
{
    const config::OptionTable table = pipeTable(direction);
    auto loaded = config::load(table, QStringList { table.program } + words, environment);
    if (auto *exit = std::get_if<config::Exit>(&loaded))
        return std::move(*exit);
    const auto &settings = std::get<config::Settings>(loaded);
    PipeOptions options;
    const QString url = urlOf(direction, settings.positionals().constFirst(), settings.text(u"server"));
    auto target = session::makeTarget(url, settings.text(u"token-file"), settings.text(u"token").toUtf8());
    if (const auto *fault = std::get_if<QString>(&target))
        return refusal(direction, *fault);
    options.target = std::get<session::Target>(target);
    options.session.link.userAgent = table.program.toLatin1().replace(' ', '-') + "/" RELAY_VERSION;
    options.session.link.pingEvery = settings.milliseconds(u"ping-every");
    options.session.link.deadAfter = settings.milliseconds(u"dead-after");
    options.session.link.maxMessage = 1ULL << 30; // what a server sends is for it to bound
    options.session.reconnects = !settings.isOn(u"once");
    options.session.environment = environment;
    if (const QString fault = session::trust(settings.text(u"ca-file"), options.session.link.tls); !fault.isEmpty())
        return refusal(direction, fault);
    options.isJson = settings.isOn(u"json");
    options.isQuiet = settings.isOn(u"quiet");
    if (direction == Direction::Send) {
        options.form = formOf(settings.text(u"as"));
    } else {
        options.count = settings.integer(u"count");
        options.session.splitsGluedJson = settings.isOn(u"split-json");
    }
    return options;
}

} // namespace relay::client::pipe
