// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/adminlists.h"

#include "client/app/adminoutput.h"
#include "client/app/adminviews.h"
#include "client/app/console.h"
#include "common/admin/protocol.h"
#include "common/admin/shells.h"

#include <QDateTime>

#include <span>

namespace relay::client {

namespace {

namespace method = admin::method;

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

} // namespace

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

int showShells(const AdminOptions &options)
{
    AdminCalls calls;
    if (!calls.connectTo(options.socketPath))
        return fail(calls);
    const auto rows = calls.list(method::kShellsList, listParams(options, admin::columns::kShells, {}));
    if (!rows)
        return fail(calls);
    if (options.isJson)
        printJson(*rows);
    else
        console::out(shellsTable(*rows, QDateTime::currentMSecsSinceEpoch()).text(console::terminalSize().columns));
    return console::kSuccess;
}

int showDenied(const AdminOptions &options)
{
    AdminCalls calls;
    if (!calls.connectTo(options.socketPath))
        return fail(calls);
    const auto rows = calls.list(method::kDenyList, listParams(options, admin::columns::kDenied, {}));
    if (!rows)
        return fail(calls);
    if (options.isJson)
        printJson(*rows);
    else
        console::out(deniedTable(*rows, QDateTime::currentMSecsSinceEpoch()).text(console::terminalSize().columns));
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

} // namespace relay::client
