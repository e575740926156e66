// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/methods.h"

#include "common/admin/figures.h"

#include <algorithm>
#include <vector>

namespace relay::admin {

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

std::vector<Method> makeTable()
{
    return {
        { method::kSessionOpen, Role::Viewer, words("protocol client features role") },
        { method::kServerInfo, Role::Viewer, {}, calls::serverInfo },
        { method::kServerPing, Role::Viewer, {}, calls::serverPing },
        { method::kSchemaGet, Role::Viewer, {}, calls::schemaGet },
        { method::kConnectionsList, Role::Viewer, words("filter sort limit cursor fields"), calls::connectionsList },
        { method::kConnectionsGet, Role::Viewer, words("id"), calls::connectionsGet },
        { method::kConnectionsClosed, Role::Viewer, words("limit"), calls::connectionsClosed },
        { method::kTopicsList, Role::Viewer, words("filter sort limit cursor fields"), calls::topicsList },
        { method::kTopicsGet, Role::Viewer, words("id"), calls::topicsGet },
        { method::kRoutesGet, Role::Viewer, words("topic cursor"), calls::routesGet },
        { method::kStatsHistory, Role::Viewer, words("series range"), calls::statsHistory },
        { method::kAlertsList, Role::Viewer, {}, calls::alertsList },
        { method::kAlertsSet, Role::Operator, words("rules requestKey"), nullptr, calls::alertsSet },
        { method::kEventsList, Role::Viewer, words("since limit"), calls::eventsList },
        { method::kAuditList, Role::Viewer, words("since limit"), calls::auditList },
        { method::kSubscribe, Role::Viewer, words("sub stream columns filter intervalMs") },
        { method::kUnsubscribe, Role::Viewer, words("sub") },
        { method::kResync, Role::Viewer, words("sub") },
        { method::kConnectionsKick, Role::Operator, words("ids bookingId reason requestKey"), nullptr,
          calls::connectionsKick },
        { method::kDenyList, Role::Viewer, words("filter sort limit cursor fields"), calls::denyList },
        { method::kDenyAdd, Role::Operator, words("bookingId until reason requestKey"), nullptr, calls::denyAdd },
        { method::kDenyRemove, Role::Operator, words("bookingId requestKey"), nullptr, calls::denyRemove },
        { method::kAllowList, Role::Viewer, words("filter sort limit cursor fields"), calls::allowList },
    };
}

} // namespace

std::span<const Method> allMethods()
{
    static const std::vector<Method> table = makeTable();
    return table;
}

const Method *findMethod(const QString &name)
{
    const auto table = allMethods();
    const auto found
        = std::find_if(table.begin(), table.end(), [&](const Method &method) { return method.name == name; });
    return found == table.end() ? nullptr : &*found;
}

} // namespace relay::admin
