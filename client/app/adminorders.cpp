// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/adminorders.h"

#include "client/app/adminoutput.h"
#include "client/app/adminviews.h"
#include "client/app/console.h"
#include "common/admin/protocol.h"
#include "common/format/escape.h"

#include <QUuid>

#include <optional>
#include <utility>

namespace relay::client {

namespace {

namespace method = admin::method;

QString newKey()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
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

//! Whom to kick, as arguments of the call; nothing after having said what is wrong.
std::optional<QJsonObject> targets(const AdminOptions &options)
{
    if (!options.booking.isEmpty() && !options.operands.isEmpty()) {
        console::error(QStringLiteral("kick whom? Give either connection ids or --booking, not both."));
        return std::nullopt;
    }
    if (!options.booking.isEmpty())
        return QJsonObject { { QStringLiteral("bookingId"), options.booking } };
    const QJsonArray ids = readIds(options.operands);
    if (ids.isEmpty())
        return std::nullopt;
    return QJsonObject { { QStringLiteral("ids"), ids } };
}

//! The booking that the action is about; empty after having said what is wrong.
QString readBooking(const AdminOptions &options, const char *verb)
{
    if (options.operands.size() == 1 && !options.operands.first().isEmpty())
        return options.operands.first();
    console::error(QStringLiteral("%1 which booking? Give one; 'relay admin connections --json' has those of all "
                                  "connections, 'relay admin denied' those that are denied.")
                       .arg(QLatin1String(verb)));
    return {};
}

void warnIfNotDurable(const QJsonObject &result)
{
    if (!result.value(QLatin1String("isDurable")).toBool(true))
        console::error(
            QStringLiteral("it is in force, but relayd could not write it to disk: a restart would undo it."));
}

} // namespace

int kick(const AdminOptions &options)
{
    auto params = targets(options);
    if (!params)
        return console::kUsage;
    params->insert(QStringLiteral("reason"), options.reason);
    params->insert(QStringLiteral("requestKey"), newKey());
    AdminCalls calls;
    if (!calls.connectTo(options.socketPath))
        return fail(calls);
    const auto result = calls.call(method::kConnectionsKick, *params);
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

int deny(const AdminOptions &options)
{
    const QString booking = readBooking(options, "deny");
    if (booking.isEmpty())
        return console::kUsage;
    QJsonObject params { { QStringLiteral("bookingId"), booking },
                         { QStringLiteral("reason"), options.reason },
                         { QStringLiteral("requestKey"), newKey() } };
    if (options.until != 0)
        params.insert(QStringLiteral("until"), options.until);
    AdminCalls calls;
    if (!calls.connectTo(options.socketPath))
        return fail(calls);
    const auto result = calls.call(method::kDenyAdd, params);
    if (!result)
        return fail(calls);
    if (options.isJson)
        printJson(*result);
    else
        console::out(deniedText(booking, *result));
    warnIfNotDurable(*result);
    return console::kSuccess;
}

int allow(const AdminOptions &options)
{
    const QString booking = readBooking(options, "allow");
    if (booking.isEmpty())
        return console::kUsage;
    AdminCalls calls;
    if (!calls.connectTo(options.socketPath))
        return fail(calls);
    const auto result = calls.call(
        method::kDenyRemove, { { QStringLiteral("bookingId"), booking }, { QStringLiteral("requestKey"), newKey() } });
    if (!result)
        return fail(calls);
    if (options.isJson)
        printJson(*result);
    else
        console::out(QStringLiteral("allowed again: %1\n").arg(format::escaped(booking)));
    warnIfNotDurable(*result);
    return console::kSuccess;
}

} // namespace relay::client
