// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/methods.h"

#include "common/admin/acts.h"
#include "common/admin/figures.h"
#include "common/admin/shells.h"

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
        { method::kConnectionsClosed, Role::Viewer, words("filter limit cursor"), calls::connectionsClosed },
        { method::kTopicsList, Role::Viewer, words("filter sort limit cursor fields"), calls::topicsList },
        { method::kTopicsGet, Role::Viewer, words("id"), calls::topicsGet },
        { method::kRoutesGet, Role::Viewer, words("topic cursor"), calls::routesGet },
        { method::kStatsHistory, Role::Viewer, words("series range"), calls::statsHistory },
        { method::kAlertsList, Role::Viewer, {}, calls::alertsList },
        { method::kAlertsSet, Role::Operator, words("rules requestKey"), nullptr, calls::alertsSet },
        { method::kRoutesTest, Role::Viewer, words("topic"), calls::routesTest },
        { method::kLogLevel, Role::Operator, words("category level requestKey"), nullptr, calls::logLevel },
        { method::kConfigGet, Role::Admin, words("requestKey"), nullptr, calls::configGet },
        { method::kServerReload, Role::Admin, words("requestKey"), nullptr, calls::serverReload },
        { method::kEventsList, Role::Viewer, words("since limit"), calls::eventsList },
        { method::kAuditList, Role::Viewer, words("since limit"), calls::auditList },
        { method::kShellsList, Role::Viewer, words("filter sort limit cursor fields"), calls::shellsList },
        { method::kSubscribe, Role::Viewer, words("sub stream columns filter intervalMs") },
        { method::kUnsubscribe, Role::Viewer, words("sub") },
        { method::kResync, Role::Viewer, words("sub") },
        { method::kConnectionsKick, Role::Operator,
          words("ids bookingId filter expectCount reason perSecond dryRun holdSeconds requestKey"), nullptr,
          calls::connectionsKick },
        { method::kDenyList, Role::Viewer, words("filter sort limit cursor fields"), calls::denyList },
        { method::kDenyAdd, Role::Operator, words("bookingId subject address cidr until reason kick force requestKey"),
          nullptr, calls::denyAdd },
        { method::kDenyRemove, Role::Operator, words("id bookingId requestKey"), nullptr, calls::denyRemove },
        { method::kAllowList, Role::Viewer, words("filter sort limit cursor fields"), calls::allowList },
        // Acts: jobs, undo, taps, drain.
        { method::kJobsList, Role::Viewer, {}, calls::jobsList },
        { method::kJobCancel, Role::Operator, words("job requestKey"), nullptr, calls::jobCancel },
        { method::kTapOpen, Role::Tap,
          words("tap connection topic direction form previewBytes maxMessages maxSeconds sample requestKey") },
        { method::kTapClose, Role::Tap, words("tap requestKey") },
        { method::kTapsList, Role::Viewer, {}, calls::tapsList },
        { method::kServerDrain, Role::Admin, words("deadlineMs cancel reason requestKey"), nullptr, calls::serverDrain },
        { method::kActionUndo, Role::Operator, words("undo requestKey"), nullptr, calls::actionUndo },
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
