// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/adminorders.h"

#include "client/admin/requestkey.h"
#include "client/app/adminoutput.h"
#include "client/app/adminviews.h"
#include "client/app/console.h"
#include "common/admin/protocol.h"
#include "common/format/escape.h"

#include <QDateTime>

#include <optional>
#include <utility>

namespace relay::client {

namespace {

namespace method = admin::method;

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
    const int ways = int(!options.booking.isEmpty()) + int(!options.operands.isEmpty()) + int(options.hasFilter);
    if (ways > 1) {
        console::error(QStringLiteral("kick whom? Give connection ids, --booking or --filter, only one of them."));
        return std::nullopt;
    }
    if (!options.booking.isEmpty())
        return QJsonObject { { QStringLiteral("bookingId"), options.booking } };
    if (options.hasFilter) {
        if (options.filter.trimmed().isEmpty()) {
            console::error(QStringLiteral("an empty --filter is nobody; to kick everybody, write --filter ALL."));
            return std::nullopt;
        }
        return QJsonObject { { QStringLiteral("filter"), options.filter } };
    }
    const QJsonArray ids = readIds(options.operands);
    if (ids.isEmpty())
        return std::nullopt;
    return QJsonObject { { QStringLiteral("ids"), ids } };
}

//! What a kick would do.
std::optional<QJsonObject> previewOf(AdminCalls &calls, QJsonObject params)
{
    params.insert(QStringLiteral("dryRun"), true);
    return calls.call(method::kConnectionsKick, params);
}

void addManner(const AdminOptions &options, QJsonObject &params)
{
    if (options.acts.perSecond > 0)
        params.insert(QStringLiteral("perSecond"), options.acts.perSecond);
    if (options.acts.hold.count() > 0)
        params.insert(QStringLiteral("holdSeconds"), qint64(options.acts.hold.count()));
    if (options.acts.expectCount >= 0)
        params.insert(QStringLiteral("expectCount"), options.acts.expectCount);
}

//! A kick of nobody is more likely a filter with a mistake in it than what was meant.
int tellOfNobody(const AdminOptions &options)
{
    console::error(
        QStringLiteral("no connection matches \"%1\"; nobody was kicked.").arg(format::escaped(options.filter)));
    return console::kFailure;
}

int tellOfJob(const AdminOptions &options, const QJsonObject &result)
{
    const qint64 id = result.value(QLatin1String("job")).toInteger();
    const qint64 total = result.value(QLatin1String("total")).toInteger();
    if (options.isJson)
        printJson(result);
    else
        console::out(
            QStringLiteral("job %1: kicking %2, %3 a second, about %4 s; 'relay admin job cancel %1' stops it\n")
                .arg(id)
                .arg(total)
                .arg(options.acts.perSecond)
                .arg((total + options.acts.perSecond - 1) / options.acts.perSecond));
    return console::kSuccess;
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
    AdminCalls calls;
    if (!calls.connectTo(options.socketPath))
        return fail(calls);
    addManner(options, *params);
    if (options.acts.isDryRun || options.hasFilter) {
        const auto preview = previewOf(calls, *params);
        if (!preview)
            return fail(calls);
        if (options.acts.isDryRun) {
            if (options.isJson)
                printJson(*preview);
            else
                console::out(previewText(*preview, QDateTime::currentMSecsSinceEpoch()));
            return console::kSuccess;
        }
        const QJsonValue count = preview->value(QLatin1String("count"));
        if (count.toInteger() == 0)
            return tellOfNobody(options);
        if (options.acts.expectCount < 0)
            params->insert(QStringLiteral("expectCount"), count);
    }
    params->insert(QStringLiteral("reason"), options.reason);
    params->insert(QStringLiteral("requestKey"), newRequestKey());
    const auto result = calls.call(method::kConnectionsKick, *params);
    if (!result)
        return fail(calls);
    if (result->contains(QLatin1String("job")))
        return tellOfJob(options, *result);
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
    const bool isOther = !options.acts.subject.isEmpty() || !options.acts.address.isEmpty();
    if (isOther
        && (!options.operands.isEmpty() || (!options.acts.subject.isEmpty() && !options.acts.address.isEmpty()))) {
        console::error(QStringLiteral("deny whom? Give a booking, --address or --subject, only one of them."));
        return console::kUsage;
    }
    const QString &address = options.acts.address;
    const QString key = !address.isEmpty() ? address : isOther ? options.acts.subject : readBooking(options, "deny");
    if (key.isEmpty())
        return console::kUsage;
    const QString argument = !isOther ? QStringLiteral("bookingId")
        : address.isEmpty()           ? QStringLiteral("subject")
        : address.contains(u'/')      ? QStringLiteral("cidr")
                                      : QStringLiteral("address");
    QJsonObject params { { argument, key },
                         { QStringLiteral("reason"), options.reason },
                         { QStringLiteral("requestKey"), newRequestKey() } };
    if (options.until != 0)
        params.insert(QStringLiteral("until"), options.until);
    if (options.acts.isForced)
        params.insert(QStringLiteral("force"), true);
    if (options.acts.keepsConnections)
        params.insert(QStringLiteral("kick"), false);
    AdminCalls calls;
    if (!calls.connectTo(options.socketPath))
        return fail(calls);
    const auto result = calls.call(method::kDenyAdd, params);
    if (!result)
        return fail(calls);
    if (options.isJson)
        printJson(*result);
    else
        console::out(deniedText(key, *result, options.acts.keepsConnections));
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
    // What is no booking is known by what its id begins with.
    const bool isOther
        = booking.startsWith(u"address:") || booking.startsWith(u"subject:") || booking.startsWith(u"hold:");
    const auto result = calls.call(method::kDenyRemove,
                                   { { isOther ? QStringLiteral("id") : QStringLiteral("bookingId"), booking },
                                     { QStringLiteral("requestKey"), newRequestKey() } });
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
