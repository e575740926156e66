// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/adminfigures.h"

#include "client/admin/history.h"
#include "client/admin/requestkey.h"
#include "client/app/adminfollow.h"
#include "client/app/adminoutput.h"
#include "client/app/console.h"
#include "client/app/figureviews.h"
#include "common/admin/figures.h"
#include "common/admin/protocol.h"
#include "common/format/escape.h"

#include <QFile>
#include <QJsonDocument>

#include <cstdio>
#include <functional>

namespace relay::client {

namespace {

namespace method = admin::method;

int wrongUsage(const QString &text)
{
    console::error(text + QStringLiteral(" 'relay admin --help' tells more."));
    return console::kUsage;
}

//! One call whose result is shown as it is, or by `show`.
int callAndShow(const AdminOptions &options, const QString &method, const QJsonObject &params,
                const std::function<void(const QJsonObject &)> &show)
{
    AdminCalls calls;
    if (!calls.connectTo(options.socketPath))
        return fail(calls);
    const auto result = calls.call(method, params);
    if (!result)
        return fail(calls);
    if (options.isJson)
        printJson(*result);
    else
        show(*result);
    return console::kSuccess;
}

void print(const Table &table)
{
    console::out(table.text(console::terminalSize().columns));
}

//! A file, or standard input for "-". No value: it is not what we can use, which was said.
std::optional<QJsonArray> readRules(const QString &path)
{
    QFile file(path);
    const bool isOpen = path == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen) {
        console::error(QStringLiteral("%1: %2").arg(format::escaped(path), file.errorString()));
        return std::nullopt;
    }
    QJsonParseError error {};
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    // What `relay admin --json alerts` writes can be given back as it is.
    if (document.isObject() && document.object().value(QLatin1String("rules")).isArray())
        return document.object().value(QLatin1String("rules")).toArray();
    if (document.isArray())
        return document.array();
    console::error(QStringLiteral("%1: no JSON array of rules%2; see 'relay admin --json alerts'")
                       .arg(format::escaped(path),
                            error.error == QJsonParseError::NoError
                                ? QString()
                                : QStringLiteral(", %1 at byte %2").arg(error.errorString()).arg(error.offset)));
    return std::nullopt;
}

int setAlerts(const AdminOptions &options)
{
    if (options.operands.size() != 2)
        return wrongUsage(QStringLiteral("'alerts set' needs one file with rules, or - for standard input."));
    const auto rules = readRules(options.operands.at(1));
    if (!rules)
        return console::kFailure;
    const QJsonObject params { { QStringLiteral("rules"), *rules }, { QStringLiteral("requestKey"), newRequestKey() } };
    return callAndShow(options, method::kAlertsSet, params, [&](const QJsonObject &result) {
        const bool isDurable = result.value(QLatin1String("isDurable")).toBool();
        console::out(QStringLiteral("%1 rules are in force%2\n")
                         .arg(rules->size())
                         .arg(isDurable ? QString() : QStringLiteral(", until relayd is started anew")));
    });
}

} // namespace

int showHistory(const AdminOptions &options)
{
    QJsonArray series;
    for (const QString &word : options.operands)
        series.append(word.startsWith(QLatin1Char('/')) ? topicSeries(word) : word);
    if (series.isEmpty())
        series.append(totalsSeries());
    if (series.size() > admin::kMaxSeries)
        return wrongUsage(QStringLiteral("history shows %1 series at once.").arg(admin::kMaxSeries));
    const QJsonObject params { { QStringLiteral("series"), series },
                               { QStringLiteral("range"), options.figures.range } };
    return callAndShow(options, method::kStatsHistory, params, [](const QJsonObject &result) {
        const QJsonArray histories = result.value(QLatin1String("histories")).toArray();
        for (const QJsonValue &history : histories) {
            console::out(format::escaped(history.toObject().value(QLatin1String("series")).toString())
                         + QLatin1Char('\n'));
            print(historyTable(history.toObject()));
        }
    });
}

int showClosed(const AdminOptions &options)
{
    AdminCalls calls;
    if (!calls.connectTo(options.socketPath))
        return fail(calls);
    QJsonObject params;
    if (!options.filter.isEmpty())
        params.insert(QStringLiteral("filter"), options.filter);
    if (options.count > 0)
        params.insert(QStringLiteral("limit"), qMin(options.count, admin::kRowsPerMessage));
    auto rows = calls.list(method::kConnectionsClosed, params);
    if (!rows)
        return fail(calls);
    while (options.count > 0 && rows->size() > options.count)
        rows->removeLast();
    if (options.isJson)
        printJson(*rows);
    else
        print(closedTable(*rows));
    return console::kSuccess;
}

int showEvents(const AdminOptions &options)
{
    return showLog(options, LogKind::Events);
}

int showAudit(const AdminOptions &options)
{
    return showLog(options, LogKind::Audit);
}

int alerts(const AdminOptions &options)
{
    if (options.operands.value(0) == u"set")
        return setAlerts(options);
    if (!options.operands.isEmpty())
        return wrongUsage(QStringLiteral("alerts takes nothing, or 'set FILE'."));
    if (options.figures.follows)
        return showLog(options, LogKind::Alerts);
    return callAndShow(options, method::kAlertsList, {},
                       [](const QJsonObject &result) { console::out(alertsText(result)); });
}

int setLogLevel(const AdminOptions &options)
{
    if (options.operands.size() != 2)
        return wrongUsage(
            QStringLiteral("log needs a category, such as relay.front or relay.*, and a level: debug, info, "
                           "warn, error or default."));
    return callAndShow(
        options, method::kLogLevel,
        { { QStringLiteral("category"), options.operands.at(0) }, { QStringLiteral("level"), options.operands.at(1) } },
        [&](const QJsonObject &) {
            console::out(QStringLiteral("%1 is logged at %2\n")
                             .arg(format::escaped(options.operands.at(0)), options.operands.at(1)));
        });
}

int showConfig(const AdminOptions &options)
{
    return callAndShow(options, method::kConfigGet, {}, [](const QJsonObject &result) {
        print(configTable(result.value(QLatin1String("options")).toArray()));
    });
}

int reloadServer(const AdminOptions &options)
{
    return callAndShow(options, method::kServerReload, {}, [](const QJsonObject &result) {
        const QJsonArray said = result.value(QLatin1String("said")).toArray();
        for (const QJsonValue &line : said)
            console::out(format::escaped(line.toString()) + QLatin1Char('\n'));
    });
}

int testRoute(const AdminOptions &options)
{
    if (options.operands.size() != 1)
        return wrongUsage(QStringLiteral("test needs one topic, such as /out/demo."));
    return callAndShow(options, method::kRoutesTest, { { QStringLiteral("topic"), options.operands.first() } },
                       [](const QJsonObject &result) { console::out(routeText(result)); });
}

} // namespace relay::client
