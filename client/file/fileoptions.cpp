// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/file/fileoptions.h"

#include "client/file/replay.h"
#include "client/session/trust.h"
#include "common/config/load.h"

#include <cstdio>

namespace relay::client::file {

namespace {

using config::Kind;

config::Exit refusal(const QString &sentence, int code = 2)
{
    return { code, sentence + u'\n', true };
}

} // namespace

config::OptionTable fileTable()
{
    return {
        .program = u"relay file"_qs,
        .summary = u"Records the messages of a topic, plays a script to it, or plays a recording back.\n"
                   "Example: relay file https://relay.example.org/access/session/lab --token-file token --file lab.log"_qs,
        .version = QStringLiteral(RELAY_VERSION),
        .options = {
            { .name = u"session"_qs,
              .help = u"Address of the access point or websocket, where it is not given as a word"_qs,
              .valueName = u"URL"_qs },
            { .name = u"token"_qs, .help = u"The token"_qs, .isSecret = true },
            { .name = u"token-file"_qs,
              .help = u"File that holds the token, read anew for each connection"_qs,
              .valueName = u"FILE"_qs },
            { .name = u"mode"_qs,
              .help = u"How messages are recorded: text, a line each with its time, or binary, as they are"_qs,
              .defaultValue = u"text"_qs },
            { .name = u"file"_qs,
              .help = u"File to record to, - for standard output; opened anew on SIGHUP"_qs,
              .valueName = u"FILE"_qs,
              .otherVariables = { u"RELAY_CLIENT_FILE_LOG"_qs } },
            { .name = u"play"_qs,
              .help = u"Play file: what to send, when, and what to wait for; - for standard input"_qs,
              .valueName = u"FILE"_qs,
              .otherVariables = { u"RELAY_CLIENT_FILE_PLAY"_qs } },
            { .name = u"replay"_qs, .help = u"Recording to send again"_qs, .valueName = u"FILE"_qs },
            { .name = u"speed"_qs,
              .help = u"How many times faster than it was recorded; 0: without waiting"_qs,
              .defaultValue = u"1"_qs,
              .check = [](const QString &text) {
                  bool isNumber = false;
                  const double speed = text.toDouble(&isNumber);
                  return isNumber && speed >= 0 && speed <= 1e6 ? QString() : QStringLiteral("must be a number such as 2 or 0.5");
              } },
            { .name = u"interval"_qs,
              .help = u"Time between the first connection and the first line"_qs,
              .kind = Kind::Duration,
              .defaultValue = u"1s"_qs,
              .otherVariables = { u"RELAY_CLIENT_FILE_INTERVAL"_qs },
              .minimum = 0 },
            { .name = u"check-only"_qs,
              .help = u"Only say what is wrong with the play file"_qs,
              .kind = Kind::Boolean,
              .otherVariables = { u"RELAY_CLIENT_FILE_CHECK_ONLY"_qs } },
            { .name = u"force"_qs,
              .help = u"Leave out lines that are wrong"_qs,
              .kind = Kind::Boolean,
              .otherVariables = { u"RELAY_CLIENT_FILE_FORCE"_qs } },
            { .name = u"once"_qs, .help = u"End when the connection ends"_qs, .kind = Kind::Boolean },
            { .name = u"ca-file"_qs,
              .help = u"Certificates in PEM that are trusted besides those of the system"_qs,
              .valueName = u"FILE"_qs },
            { .name = u"json"_qs, .help = u"Tell what happens as JSON on standard error"_qs, .kind = Kind::Boolean },
            { .name = u"quiet"_qs, .help = u"Tell nothing but errors"_qs, .kind = Kind::Boolean },
            { .name = u"development"_qs, .help = u"Has no meaning any more"_qs, .kind = Kind::Boolean },
        },
        .positionals = { { u"URL"_qs, u"of the access point, or of a websocket"_qs, false } },
        .environmentPrefix = u"RELAY_CLIENT_"_qs,
        .hasFile = false,
    };
}

namespace {

std::variant<QByteArray, QString> contentOf(const QString &path)
{
    QFile file(path);
    const bool isOpen = path == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return QStringLiteral("cannot read %1: %2").arg(path, file.errorString());
    return file.readAll();
}

QString faultsOf(const Script &script, const QString &path)
{
    QString text;
    for (const ScriptFault &fault : script.faults)
        text += QStringLiteral("%1:%2: %3\n").arg(path).arg(fault.line).arg(fault.text);
    return text;
}

//! The script, if there is to be one; what is wrong with it as an exit.
std::optional<config::Exit> readScript(const config::Settings &settings, FileOptions &options)
{
    const bool isRecording = settings.isSet(u"replay");
    const QString path = settings.text(isRecording ? u"replay" : u"play");
    options.plays = !path.isEmpty();
    if (!options.plays)
        return {};
    const auto content = contentOf(path);
    if (const auto *fault = std::get_if<QString>(&content))
        return refusal(u"relay file: "_qs + *fault, 1);
    const auto &text = std::get<QByteArray>(content);
    options.script = isRecording ? scriptOfRecording(text, settings.text(u"speed").toDouble()) : parseScript(text);
    const QString faults = faultsOf(options.script, path);
    if (settings.isOn(u"check-only"))
        return config::Exit { faults.isEmpty() ? 0 : 1, faults, !faults.isEmpty() };
    if (!faults.isEmpty() && !settings.isOn(u"force"))
        return refusal(faults + u"Error(s) checking play file", 1);
    if (!faults.isEmpty())
        std::fputs(qUtf8Printable(faults), stderr);
    return {};
}

} // namespace

std::variant<FileOptions, config::Exit> readFileOptions(const QStringList &words, const QProcessEnvironment &environment)
{
    const config::OptionTable options = fileTable();
    auto loaded = config::load(options, QStringList { options.program } + words, environment);
    if (auto *exit = std::get_if<config::Exit>(&loaded))
        return std::move(*exit);
    const auto &settings = std::get<config::Settings>(loaded);
    FileOptions result;
    const QString mode = settings.text(u"mode");
    if (mode != u"text" && mode != u"binary")
        return refusal(u"RELAY_CLIENT_MODE must be 'text', 'binary' or unset (defaulting to text)"_qs, 1);
    result.mode = mode == u"binary" ? Mode::Binary : Mode::Text;
    if (auto exit = readScript(settings, result))
        return *std::move(exit);
    if (settings.isOn(u"check-only"))
        return refusal(u"relay file: --check-only needs a play file: give --play FILE"_qs);
    const QString url = settings.positionals().value(0, settings.text(u"session"));
    if (url.isEmpty())
        return refusal(u"relay file: where to? Give the address of an access point, or of a websocket."_qs);
    auto target = session::makeTarget(url, settings.text(u"token-file"), settings.text(u"token").toUtf8());
    if (const auto *fault = std::get_if<QString>(&target))
        return refusal(u"relay file: "_qs + *fault);
    result.target = std::get<session::Target>(target);
    if (const QString fault = session::trust(settings.text(u"ca-file"), result.session.link.tls); !fault.isEmpty())
        return refusal(u"relay file: "_qs + fault);
    result.session.link.userAgent = "relay-file/" RELAY_VERSION;
    result.session.link.maxMessage = 1ULL << 30;
    result.session.reconnects = !settings.isOn(u"once");
    result.session.environment = environment;
    result.records = !result.plays || settings.isSet(u"file");
    result.log = settings.text(u"file");
    result.startAfterMs = int(settings.milliseconds(u"interval").count());
    result.isJson = settings.isOn(u"json");
    result.isQuiet = settings.isOn(u"quiet");
    return result;
}

} // namespace relay::client::file
