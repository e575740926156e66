// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/admincommand.h"

#include "client/app/adminacts.h"
#include "client/app/adminfigures.h"
#include "client/app/adminlists.h"
#include "client/app/adminorders.h"
#include "client/app/adminwatch.h"
#include "client/app/console.h"
#include "client/app/moment.h"
#include "common/format/escape.h"

#include <QCommandLineParser>

#include <array>

namespace relay::client {

namespace {

struct Action
{
    const char16_t *name;
    const char16_t *summary;
    bool takesOperands;
    int (*run)(const AdminOptions &options);
};

int watchServer(const AdminOptions &options)
{
    return watch({ options.socketPath, options.isJson, options.count });
}

constexpr auto kActions = std::to_array<Action>({
    { u"connections", u"who is connected, with rates and losses", false, showConnections },
    { u"topics", u"the topics in use", false, showTopics },
    { u"shells", u"ssh through the relay: who, on which host, since when, how much", false, showShells },
    { u"info", u"which relayd this is", false, showInfo },
    { u"kick", u"kick ID..., kick --booking BOOKING or kick --filter WORDS (ALL: everybody): end these connections",
      true, kick },
    { u"deny", u"deny BOOKING, deny --address ADDRESS or deny --subject NAME: cut these off, let them in no more", true,
      deny },
    { u"allow", u"allow WHAT: a booking, or what else 'denied' lists, is no longer denied", true, allow },
    { u"denied", u"what is denied or held, until when, by whom and why", false, showDenied },
    { u"watch", u"totals and the busiest connections, again each second", false, watchServer },
    { u"undo", u"undo WORD: take a denial back, within a minute; deny gives the word", true, undo },
    { u"jobs", u"paced kicks and drains, those that run and the last that ended", false, showJobs },
    { u"job", u"job cancel ID: stop one of them", true, job },
    { u"tap", u"tap TOPIC or tap ID: show messages as they pass; others see that you do", true, tap },
    { u"taps", u"the taps that are open, and whose", false, showTaps },
    { u"drain", u"drain --within LENGTH: let nobody in, close the others bit by bit, then end relayd", false, drain },
    { u"history", u"history [TOPIC...]: rates, losses and connections of the last minutes, hour or day", true,
      showHistory },
    { u"closed", u"the connections that ended last, and why", false, showClosed },
    { u"events", u"what happened: slow readers, refusals, limits, orders; --follow goes on", false, showEvents },
    { u"audit", u"who ordered what, and what came of it; --follow goes on", false, showAudit },
    { u"alerts", u"what is wrong now, and the rules; alerts set FILE: other rules; --follow goes on", true, alerts },
    { u"log", u"log CATEGORY LEVEL: debug, info, warn, error or default, until relayd ends", true, setLogLevel },
    { u"config", u"the options in force and where each comes from, without secrets", false, showConfig },
    { u"reload", u"read the configuration again, as SIGHUP does", false, reloadServer },
    { u"test", u"test TOPIC: who would get what is sent there, and what a client needs", true, testRoute },
});

QStringList actionList()
{
    QStringList names;
    for (const Action &action : kActions)
        names << QString::fromUtf16(action.name);
    return names;
}

QString actionNames()
{
    return actionList().join(QStringLiteral(", "));
}

QList<QCommandLineOption> optionList()
{
    QList<QCommandLineOption> options {
        { { QStringLiteral("h"), QStringLiteral("help") }, QStringLiteral("Show this and end.") },
        { QStringLiteral("socket"),
          QStringLiteral("The admin socket of relayd. Default: RELAY_ADMIN_SOCKET, else the usual places."),
          QStringLiteral("PATH") },
        { QStringLiteral("json"),
          QStringLiteral("Write JSON: an array of objects (connections, topics, shells, denied), one object (info, kick, "
                         "deny, allow), or one object a line (watch).") },
        { QStringLiteral("filter"),
          QStringLiteral("Only rows that match all words, such as 'demo role:publisher'; likewise whom to kick."),
          QStringLiteral("WORDS") },
        { QStringLiteral("sort"), QStringLiteral("Sort by this column of the JSON form; '-inRate' sorts downwards."),
          QStringLiteral("COLUMN") },
        { QStringLiteral("booking"), QStringLiteral("Kick all connections of this booking."),
          QStringLiteral("BOOKING") },
        { QStringLiteral("until"),
          QStringLiteral("Deny at least until then: 90s, 45m, 2h, 3d from now, 17:30, 2026-11-22T17:30. Default: as long "
                         "as the tokens of its connections last, without any 24 hours."),
          QStringLiteral("TIME") },
        { QStringLiteral("reason"),
          QStringLiteral("Why. A kicked client is told, up to 123 bytes; of a denial only operators see it."),
          QStringLiteral("TEXT") },
        { QStringLiteral("count"),
          QStringLiteral("End watch or --follow after this many; of closed, events and audit the newest so many."),
          QStringLiteral("N") },
    };
    return options + actOptionList() + figureOptionList();
}

void declare(QCommandLineParser &parser)
{
    QString text = QStringLiteral(
        "Looks at a running relayd through its admin socket, ends connections, and keeps clients out.\n\nActions:\n");
    for (const Action &action : kActions)
        text += QStringLiteral("  %1  %2\n")
                    .arg(QString::fromUtf16(action.name), -11)
                    .arg(QString::fromUtf16(action.summary));
    text += QStringLiteral(
        "\nExamples:\n  relay admin connections --filter role:publisher --sort -inRate\n"
        "  relay admin watch --count 3\n  relay admin kick --filter topic:/out/demo --per-second 20 --reason 'the lab closes'\n"
        "  relay admin tap /out/demo --form text\n");
    parser.setApplicationDescription(text.trimmed());
    parser.addPositionalArgument(QStringLiteral("ACTION"), QStringLiteral("One of: %1.").arg(actionNames()),
                                 QStringLiteral("admin ACTION [ID...|BOOKING]"));
    parser.addOptions(optionList());
}

//! The parser's text without its first line, which would show how we were called and not how to call us.
QString helpText(const QCommandLineParser &parser)
{
    const QString text = parser.helpText();
    return QStringLiteral("Usage: relay admin [OPTIONS] ACTION [ID...|BOOKING]\n\n")
        + text.mid(text.indexOf(QLatin1Char('\n')) + 1);
}

int wrongUsage(const QString &text)
{
    console::error(text + QStringLiteral(" 'relay admin --help' tells more."));
    return console::kUsage;
}

int runAction(const Action &action, const QCommandLineParser &parser)
{
    AdminOptions options;
    options.socketPath = parser.value(QStringLiteral("socket"));
    options.filter = parser.value(QStringLiteral("filter"));
    options.sort = parser.value(QStringLiteral("sort"));
    options.reason = parser.value(QStringLiteral("reason"));
    options.hasFilter = parser.isSet(QStringLiteral("filter"));
    options.booking = parser.value(QStringLiteral("booking"));
    options.isJson = parser.isSet(QStringLiteral("json"));
    options.operands = parser.positionalArguments().mid(1);
    if (parser.isSet(QStringLiteral("count"))) {
        bool isNumber = false;
        options.count = parser.value(QStringLiteral("count")).toInt(&isNumber);
        if (!isNumber || options.count < 1)
            return wrongUsage(QStringLiteral("--count needs a whole number from 1 on."));
    }
    if (parser.isSet(QStringLiteral("booking")) && options.booking.isEmpty())
        return wrongUsage(QStringLiteral("--booking needs the name of a booking."));
    if (const QString fault = readActOptions(parser, options.acts); !fault.isEmpty())
        return wrongUsage(fault);
    if (const QString fault = readFigureOptions(parser, options.figures); !fault.isEmpty())
        return wrongUsage(fault);
    if (parser.isSet(QStringLiteral("until"))) {
        const QDateTime now = QDateTime::currentDateTime();
        const QString text = parser.value(QStringLiteral("until"));
        const auto until = parseMoment(text, now);
        if (!until)
            return wrongUsage(QStringLiteral("--until '%1' is no time; 45m, 2h, 3d, 17:30 and 2026-11-22T17:30 are.")
                                  .arg(format::escaped(text)));
        if (*until <= now)
            return wrongUsage(QStringLiteral("--until '%1' is over.").arg(format::escaped(text)));
        options.until = until->toMSecsSinceEpoch();
    }
    if (!action.takesOperands && !options.operands.isEmpty())
        return wrongUsage(QStringLiteral("'%1' is one word too many after '%2'.")
                              .arg(format::escaped(options.operands.first()), QString::fromUtf16(action.name)));
    return action.run(options);
}

} // namespace

int runAdmin(const QStringList &words)
{
    QCommandLineParser parser;
    declare(parser);
    // QCommandLineParser drops the first word, which is a program's name.
    if (!parser.parse(QStringList { QStringLiteral("relay admin") } + words))
        return wrongUsage(parser.errorText() + QLatin1Char('.'));
    if (parser.isSet(QStringLiteral("help"))) {
        console::out(helpText(parser));
        return console::kSuccess;
    }
    const QString name = parser.positionalArguments().value(0);
    for (const Action &action : kActions) {
        if (name == QString::fromUtf16(action.name))
            return runAction(action, parser);
    }
    if (name.isEmpty())
        return wrongUsage(QStringLiteral("which action? There are: %1.").arg(actionNames()));
    return wrongUsage(
        QStringLiteral("there is no action '%1'. There are: %2.").arg(format::escaped(name), actionNames()));
}

config::CompletedCommand adminCompletion()
{
    config::OptionTable table;
    table.hasFile = false;
    const QList<QCommandLineOption> options = optionList();
    for (const QCommandLineOption &option : options) {
        const bool isSwitch = option.valueName().isEmpty();
        if (const QString name = option.names().constLast(); name != u"help")
            table.options.push_back({ .name = name,
                                      .help = option.description(),
                                      .kind = isSwitch ? config::Kind::Boolean : config::Kind::String,
                                      .valueName = option.valueName() });
    }
    return { {}, std::move(table), actionList() };
}

} // namespace relay::client
