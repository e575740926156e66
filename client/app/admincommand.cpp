// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/admincommand.h"

#include "client/app/admincalls.h"
#include "client/app/adminviews.h"
#include "client/app/adminwatch.h"
#include "client/app/console.h"
#include "common/admin/protocol.h"
#include "common/format/escape.h"

#include <QCommandLineParser>
#include <QDateTime>
#include <QJsonDocument>
#include <QUuid>

#include <array>
#include <utility>

namespace relay::client {

namespace {

namespace method = admin::method;

struct AdminOptions
{
    QString socketPath;
    QString filter;
    QString sort;
    QString reason;
    QStringList operands; //!< what follows the action
    int count = 0;
    bool isJson = false;
};

struct Action
{
    const char16_t *name;
    const char16_t *summary;
    bool takesOperands;
    int (*run)(const AdminOptions &options);
};

void printJson(const QJsonValue &value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    console::out(QString::fromUtf8(document.toJson(QJsonDocument::Compact)) + QLatin1Char('\n'));
}

int fail(const AdminCalls &calls)
{
    console::error(format::escaped(calls.errorText()));
    return console::kFailure;
}

QJsonObject listParams(const AdminOptions &options, std::span<const QLatin1String> facts,
                       std::span<const QLatin1String> numbers)
{
    QJsonArray fields;
    for (const auto part : { facts, numbers }) {
        for (const QLatin1String name : part)
            fields.append(QString(name));
    }
    QJsonObject params { { QStringLiteral("fields"), fields } };
    if (!options.filter.isEmpty())
        params.insert(QStringLiteral("filter"), options.filter);
    if (!options.sort.isEmpty())
        params.insert(QStringLiteral("sort"), options.sort);
    return params;
}

int showConnections(const AdminOptions &options)
{
    AdminCalls calls;
    if (!calls.connectTo(options.socketPath))
        return fail(calls);
    const auto rows = calls.list(method::kConnectionsList,
                                 listParams(options, admin::columns::kConnections, admin::columns::kConnectionsStats));
    if (!rows)
        return fail(calls);
    if (options.isJson)
        printJson(*rows);
    else
        console::out(connectionsTable(toConnections(*rows), QDateTime::currentMSecsSinceEpoch())
                         .text(console::terminalSize().columns));
    return console::kSuccess;
}

int showTopics(const AdminOptions &options)
{
    AdminCalls calls;
    if (!calls.connectTo(options.socketPath))
        return fail(calls);
    const auto rows = calls.list(method::kTopicsList, listParams(options, admin::columns::kTopics, {}));
    if (!rows)
        return fail(calls);
    if (options.isJson)
        printJson(*rows);
    else
        console::out(topicsTable(toTopics(*rows)).text(console::terminalSize().columns));
    return console::kSuccess;
}

int showInfo(const AdminOptions &options)
{
    AdminCalls calls;
    if (!calls.connectTo(options.socketPath))
        return fail(calls);
    const auto info = calls.call(method::kServerInfo);
    if (!info)
        return fail(calls);
    if (options.isJson)
        printJson(*info);
    else
        console::out(infoText(*info));
    return console::kSuccess;
}

//! The ids, or nothing after having said what is wrong.
QJsonArray readIds(const QStringList &words)
{
    QJsonArray ids;
    for (const QString &word : words) {
        bool isNumber = false;
        const qint64 id = word.toLongLong(&isNumber);
        if (!isNumber || id < 1) {
            console::error(QStringLiteral("'%1' is no connection id. 'relay admin connections' shows them.")
                               .arg(format::escaped(word)));
            return {};
        }
        ids.append(id);
    }
    if (ids.isEmpty())
        console::error(
            QStringLiteral("kick whom? Give one or more connection ids; 'relay admin connections' shows them."));
    return ids;
}

QString idList(const QJsonValue &ids)
{
    QStringList words;
    const QJsonArray items = ids.toArray();
    for (const QJsonValue &id : items)
        words << QString::number(id.toInteger());
    return words.join(QStringLiteral(", "));
}

int kick(const AdminOptions &options)
{
    const QJsonArray ids = readIds(options.operands);
    if (ids.isEmpty())
        return console::kUsage;
    AdminCalls calls;
    if (!calls.connectTo(options.socketPath))
        return fail(calls);
    const auto result
        = calls.call(method::kConnectionsKick,
                     { { QStringLiteral("ids"), ids },
                       { QStringLiteral("reason"), options.reason },
                       { QStringLiteral("requestKey"), QUuid::createUuid().toString(QUuid::WithoutBraces) } });
    if (!result)
        return fail(calls);
    bool isComplete = true;
    if (options.isJson)
        printJson(*result);
    for (const auto &[name, sentence] :
         { std::pair("gone", "not there any more: %1"), std::pair("unanswered", "relayd has not confirmed: %1") }) {
        const QJsonValue missed = result->value(QLatin1String(name));
        if (missed.toArray().isEmpty())
            continue;
        isComplete = false;
        console::error(QString::fromLatin1(sentence).arg(idList(missed)));
    }
    if (!options.isJson && !result->value(QLatin1String("kicked")).toArray().isEmpty())
        console::out(QStringLiteral("kicked: %1\n").arg(idList(result->value(QLatin1String("kicked")))));
    return isComplete ? console::kSuccess : console::kFailure;
}

int watchServer(const AdminOptions &options)
{
    return watch({ options.socketPath, options.isJson, options.count });
}

constexpr std::array<Action, 5> kActions { {
    { u"connections", u"who is connected, with rates and losses", false, showConnections },
    { u"topics", u"the topics in use", false, showTopics },
    { u"info", u"which relayd this is", false, showInfo },
    { u"kick", u"kick ID...: end these connections; they may come back", true, kick },
    { u"watch", u"totals and the busiest connections, again each second", false, watchServer },
} };

QString actionNames()
{
    QStringList names;
    for (const Action &action : kActions)
        names << QString::fromUtf16(action.name);
    return names.join(QStringLiteral(", "));
}

void declare(QCommandLineParser &parser)
{
    QString text
        = QStringLiteral("Looks at a running relayd through its admin socket, and ends connections.\n\nActions:\n");
    for (const Action &action : kActions)
        text += QStringLiteral("  %1  %2\n")
                    .arg(QString::fromUtf16(action.name), -11)
                    .arg(QString::fromUtf16(action.summary));
    parser.setApplicationDescription(text.trimmed());
    parser.addPositionalArgument(QStringLiteral("ACTION"), QStringLiteral("One of: %1.").arg(actionNames()),
                                 QStringLiteral("admin ACTION [ID...]"));
    parser.addOptions({
        { { QStringLiteral("h"), QStringLiteral("help") }, QStringLiteral("Show this and end.") },
        { QStringLiteral("socket"),
          QStringLiteral("The admin socket of relayd. Default: RELAY_ADMIN_SOCKET, else the usual places."),
          QStringLiteral("PATH") },
        { QStringLiteral("json"),
          QStringLiteral("Write JSON: an array of objects (connections, topics), one object (info, kick), "
                         "or one object a line (watch).") },
        { QStringLiteral("filter"), QStringLiteral("Only rows that match all words, such as 'demo role:publisher'."),
          QStringLiteral("WORDS") },
        { QStringLiteral("sort"), QStringLiteral("Sort by this column of the JSON form; '-inRate' sorts downwards."),
          QStringLiteral("COLUMN") },
        { QStringLiteral("reason"), QStringLiteral("What a kicked client is told, at most 123 bytes."),
          QStringLiteral("TEXT") },
        { QStringLiteral("count"), QStringLiteral("End watch after this many updates."), QStringLiteral("N") },
    });
}

//! The parser's text without its first line, which would show how we were called and not how to call us.
QString helpText(const QCommandLineParser &parser)
{
    const QString text = parser.helpText();
    return QStringLiteral("Usage: relay admin [OPTIONS] ACTION [ID...]\n\n")
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
    options.isJson = parser.isSet(QStringLiteral("json"));
    options.operands = parser.positionalArguments().mid(1);
    if (parser.isSet(QStringLiteral("count"))) {
        bool isNumber = false;
        options.count = parser.value(QStringLiteral("count")).toInt(&isNumber);
        if (!isNumber || options.count < 1)
            return wrongUsage(QStringLiteral("--count needs a whole number from 1 on."));
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

} // namespace relay::client
