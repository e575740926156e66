// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/adminacts.h"

#include "client/admin/requestkey.h"
#include "client/app/adminoutput.h"
#include "client/app/adminviews.h"
#include "client/app/console.h"
#include "common/admin/acts.h"
#include "common/format/escape.h"

namespace relay::client {

namespace {

namespace method = admin::method;

//! An order that says nothing but that it was done.
int giveOrder(const AdminOptions &options, QLatin1String name, QJsonObject params, const QString &sentence)
{
    params.insert(QStringLiteral("requestKey"), newRequestKey());
    AdminCalls calls;
    if (!calls.connectTo(options.socketPath))
        return fail(calls);
    const auto result = calls.call(name, params);
    if (!result)
        return fail(calls);
    if (options.isJson)
        printJson(*result);
    else
        console::out(sentence);
    return console::kSuccess;
}

int showList(const AdminOptions &options, QLatin1String name, Table (*toTable)(const QJsonArray &))
{
    AdminCalls calls;
    if (!calls.connectTo(options.socketPath))
        return fail(calls);
    const auto rows = calls.list(name, {});
    if (!rows)
        return fail(calls);
    if (options.isJson)
        printJson(*rows);
    else
        console::out(toTable(*rows).text(console::terminalSize().columns));
    return console::kSuccess;
}

} // namespace

int showJobs(const AdminOptions &options)
{
    return showList(options, method::kJobsList, jobsTable);
}

int showTaps(const AdminOptions &options)
{
    return showList(options, method::kTapsList, tapsTable);
}

int job(const AdminOptions &options)
{
    bool isNumber = false;
    const qint64 id = options.operands.value(1).toLongLong(&isNumber);
    if (options.operands.size() != 2 || options.operands.first() != u"cancel" || !isNumber || id < 1) {
        console::error(QStringLiteral("job takes 'cancel' and the number of a job; 'relay admin jobs' shows them."));
        return console::kUsage;
    }
    return giveOrder(options, method::kJobCancel, { { QStringLiteral("job"), id } },
                     QStringLiteral("cancelled: job %1; what it has done stays done\n").arg(id));
}

int undo(const AdminOptions &options)
{
    if (options.operands.size() != 1 || options.operands.first().isEmpty()) {
        console::error(QStringLiteral("undo takes the word that 'relay admin deny' gave."));
        return console::kUsage;
    }
    return giveOrder(options, method::kActionUndo, { { QStringLiteral("undo"), options.operands.first() } },
                     QStringLiteral("undone: what was denied is as before; what was cut may come back\n"));
}

int drain(const AdminOptions &options)
{
    const bool hasTime = options.acts.within.count() > 0;
    if (hasTime == options.acts.isCancel) {
        console::error(QStringLiteral("drain takes --within LENGTH, such as 10m, or --cancel."));
        return console::kUsage;
    }
    if (options.acts.isCancel)
        return giveOrder(options, method::kServerDrain,
                         { { QStringLiteral("cancel"), true }, { QStringLiteral("reason"), options.reason } },
                         QStringLiteral("the drain is called off: relayd goes on\n"));
    const auto within = options.acts.within.count();
    return giveOrder(
        options, method::kServerDrain,
        { { QStringLiteral("deadlineMs"), qint64(within) }, { QStringLiteral("reason"), options.reason } },
        QStringLiteral("draining: no new connections; relayd ends when nobody is left, in %1 s at the latest\n"
                       "'relay admin drain --cancel' calls it off\n")
            .arg(within / 1000));
}

} // namespace relay::client
