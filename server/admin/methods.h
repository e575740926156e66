// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/protocol.h"
#include "server/admin/arguments.h"
#include "server/admin/outcome.h"
#include "server/admin/peer.h"
#include "server/admin/serverinfo.h"
#include "server/stats/ledger.h"

#include <QByteArray>

#include <memory>
#include <span>

/*!
 * The calls of relay-admin/1 as a table: name, least role, arguments, and what answers. Calls that only look answer here
 * and now (`run`); orders, which change something, answer when it is done (`order`); those that belong to a session
 * (open, subscribe) have neither.
 */
namespace relay::admin {

class Chronicle;
class DenyDesk;
class ReturnPath;
struct Facilities;
class Drain;
class Jobs;
class Kicker;
class TapDesk;

struct CallContext
{
    const stats::Ledger &ledger;
    const ServerInfo &info;
    Kicker &kicker;
    DenyDesk *bookings; //!< none: this relay is open
    const Identity &identity;
    std::int64_t now = 0; //!< wall clock, ms since the epoch
    int sessions = 0;
    Chronicle &chronicle;
    std::int64_t steady = 0;                       //!< ms
    Jobs *jobs = nullptr;                          //!< never none
    DenyDesk *denials = nullptr;                   //!< the same in both modes; never none
    TapDesk *taps = nullptr;                       //!< never none
    Drain *drain = nullptr;                        //!< never none
    const Facilities *facilities = nullptr;        //!< none in tests
    std::shared_ptr<ReturnPath> wayHome = nullptr; //!< to the observers' thread; there when there are facilities
};

struct Method
{
    QLatin1String name;
    Role role;
    QStringList arguments;
    Outcome (*run)(const CallContext &, Arguments &) = nullptr;
    //! The context ends with the call; the answer may come later.
    void (*order)(const CallContext &, Arguments &, Answer) = nullptr;
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
Outcome shellsList(const CallContext &context, Arguments &arguments);
Outcome denyList(const CallContext &context, Arguments &arguments);
Outcome allowList(const CallContext &context, Arguments &arguments);

Outcome tapsList(const CallContext &context, Arguments &arguments);
Outcome jobsList(const CallContext &context, Arguments &arguments);
Outcome statsHistory(const CallContext &context, Arguments &arguments);
Outcome alertsList(const CallContext &context, Arguments &arguments);
Outcome routesTest(const CallContext &context, Arguments &arguments);
Outcome eventsList(const CallContext &context, Arguments &arguments);
Outcome auditList(const CallContext &context, Arguments &arguments);

void connectionsKick(const CallContext &context, Arguments &arguments, Answer answer);
void configGet(const CallContext &context, Arguments &arguments, Answer answer);
void serverReload(const CallContext &context, Arguments &arguments, Answer answer);
void logLevel(const CallContext &context, Arguments &arguments, Answer answer);
void alertsSet(const CallContext &context, Arguments &arguments, Answer answer);
void denyAdd(const CallContext &context, Arguments &arguments, Answer answer);
void denyRemove(const CallContext &context, Arguments &arguments, Answer answer);
void actionUndo(const CallContext &context, Arguments &arguments, Answer answer);
void serverDrain(const CallContext &context, Arguments &arguments, Answer answer);
void jobCancel(const CallContext &context, Arguments &arguments, Answer answer);

} // namespace calls

} // namespace relay::admin
