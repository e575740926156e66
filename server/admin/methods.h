// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/protocol.h"
#include "server/admin/arguments.h"
#include "server/admin/peer.h"
#include "server/admin/serverinfo.h"
#include "server/stats/ledger.h"

#include <QByteArray>

#include <span>
#include <variant>

/*!
 * The calls of relay-admin/1 as a table: name, least role, arguments, and what answers. Calls that only read the
 * ledger answer here and now; those that belong to a session (open, subscribe, kick) have no `run`.
 */
namespace relay::admin {

struct CallContext
{
    const stats::Ledger &ledger;
    const ServerInfo &info;
    const Identity &identity;
    std::int64_t now = 0; //!< wall clock, ms since the epoch
    int sessions = 0;
};

//! A finished JSON value, or what is wrong.
using Outcome = std::variant<QByteArray, Error>;

struct Method
{
    QLatin1String name;
    Role role;
    QStringList arguments;
    Outcome (*run)(const CallContext &, Arguments &);
};

[[nodiscard]] std::span<const Method> allMethods();
[[nodiscard]] const Method *findMethod(const QString &name);

namespace calls {

Outcome serverInfo(const CallContext &context, Arguments &arguments);
Outcome serverPing(const CallContext &context, Arguments &arguments);
Outcome schemaGet(const CallContext &context, Arguments &arguments);
Outcome connectionsList(const CallContext &context, Arguments &arguments);
Outcome connectionsGet(const CallContext &context, Arguments &arguments);
Outcome connectionsClosed(const CallContext &context, Arguments &arguments);
Outcome topicsList(const CallContext &context, Arguments &arguments);
Outcome topicsGet(const CallContext &context, Arguments &arguments);
Outcome routesGet(const CallContext &context, Arguments &arguments);

} // namespace calls

} // namespace relay::admin
