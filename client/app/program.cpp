// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/program.h"

#include "client/app/admincommand.h"
#include "client/app/completions.h"
#include "client/app/console.h"
#include "client/app/filecommand.h"
#include "client/app/hostcommand.h"
#include "client/app/monitorcommand.h"
#include "client/app/pipecommand.h"
#include "client/app/shellcommand.h"
#include "client/app/tokencommand.h"
#include "common/format/escape.h"

#include <array>

namespace relay::client {

namespace {

struct Command
{
    const char16_t *name;
    const char16_t *summary;
    int (*run)(const QStringList &words);               //!< without the program's and the command's name
    config::CompletedCommand (*completion)() = nullptr; //!< without it, it has no flags
};

int runVersion(const QStringList &words)
{
    if (words == QStringList { QStringLiteral("--help") } || words == QStringList { QStringLiteral("-h") }) {
        console::out(QStringLiteral("Usage: relay version\nPrints the version.\nExample: relay version\n"));
        return console::kSuccess;
    }
    if (!words.isEmpty()) {
        console::error(QStringLiteral("'version' takes no arguments."));
        return console::kUsage;
    }
    console::out(QStringLiteral("relay " RELAY_VERSION "\n"));
    return console::kSuccess;
}

constexpr std::array<Command, 10> kCommands { {
    { u"admin", u"look at a running relayd and end connections", runAdmin, adminCompletion },
    { u"send", u"send standard input to a topic", runSend, sendCompletion },
    { u"watch", u"write a topic to standard output", runWatch, watchCompletion },
    { u"host", u"send the video and data of an experiment to relays", runHost, hostCompletion },
    { u"file", u"record a topic, or play to it", runFile, fileCompletion },
    { u"monitor", u"measure how long messages take, and raise an alarm", runMonitor, monitorCompletion },
    { u"client", u"file: the former name of relay file", runClient, clientCompletion },
    { u"shell", u"ssh to machines behind firewalls", runShell, shellCompletion },
    { u"token", u"make a token, or see what one allows", runToken, tokenCompletion },
    { u"version", u"print the version and end", runVersion },
} };

QString commandNames()
{
    QStringList names;
    for (const Command &command : kCommands)
        names << QString::fromUtf16(command.name);
    return names.join(QStringLiteral(", "));
}

//! Not among the commands that are told: who installs relay runs it, not who uses it.
int completion(const QStringList &words)
{
    std::vector<config::CompletedCommand> all;
    for (const Command &command : kCommands) {
        all.push_back(command.completion ? command.completion() : config::CompletedCommand());
        all.back().name = QString::fromUtf16(command.name);
    }
    return config::runCompletion(QStringLiteral("relay"), words, all);
}

QString helpText()
{
    QString text = QStringLiteral("Usage: relay COMMAND [OPTIONS]\n\nThe client side of a relay.\n\nCommands:\n");
    for (const Command &command : kCommands)
        text += QStringLiteral("  %1  %2\n")
                    .arg(QString::fromUtf16(command.name), -9)
                    .arg(QString::fromUtf16(command.summary));
    return text
        + QStringLiteral("\n'relay COMMAND --help' tells about one of them.\n"
                         "Example: relay watch demo\n");
}

} // namespace

int runProgram(const QStringList &arguments)
{
    const QString first = arguments.value(1);
    if (first == QLatin1String("--help") || first == QLatin1String("-h") || first == QLatin1String("help")) {
        console::out(helpText());
        return console::kSuccess;
    }
    if (first == QLatin1String("--version"))
        return runVersion({});
    if (first == QLatin1String("completion"))
        return completion(arguments.mid(2));
    for (const Command &command : kCommands) {
        if (first == QString::fromUtf16(command.name))
            return command.run(arguments.mid(2));
    }
    if (first.isEmpty())
        console::error(QStringLiteral("which command? There are: %1. 'relay --help' tells more.").arg(commandNames()));
    else
        console::error(
            QStringLiteral("there is no command '%1'. There are: %2.").arg(format::escaped(first), commandNames()));
    return console::kUsage;
}

} // namespace relay::client
