// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/admin/acts.h"
#include "common/admin/figures.h"
#include "common/admin/jsonwriter.h"
#include "common/admin/shells.h"
#include "server/admin/denydesk.h"
#include "server/admin/drain.h"
#include "server/admin/methods.h"
#include "server/admin/rows.h"

#include <array>
#include <utility>

namespace relay::admin::calls {

namespace {

constexpr std::array kErrors { ErrorClass::ParseError,    ErrorClass::InvalidRequest, ErrorClass::MethodNotFound,
                               ErrorClass::InvalidParams, ErrorClass::NotOpen,        ErrorClass::UnknownProtocol,
                               ErrorClass::NotPermitted,  ErrorClass::NotFound,       ErrorClass::Gone,
                               ErrorClass::Conflict,      ErrorClass::LimitReached,   ErrorClass::Busy,
                               ErrorClass::Stale,         ErrorClass::InvalidFilter };

//! Streams that tell things one by one, and what each of those is called.
constexpr std::array<std::pair<QLatin1String, QLatin1String>, 4> kNotifyingStreams { {
    { stream::kJobs, notification::kJob },
    { stream::kEvents, notification::kEvent },
    { stream::kAudit, notification::kAudit },
    { stream::kAlerts, notification::kAlert },
} };

void writeStrings(JsonWriter &out, const QStringList &strings)
{
    out.beginArray();
    for (const QString &string : strings)
        out.text(string);
    out.endArray();
}

void writeText(JsonWriter &out, QByteArrayView key, const QString &value)
{
    out.key(key);
    out.text(value);
}

void writeNumber(JsonWriter &out, QByteArrayView key, std::int64_t value)
{
    out.key(key);
    out.number(value);
}

void writeMethods(JsonWriter &out)
{
    out.beginArray();
    for (const Method &method : allMethods()) {
        out.beginObject();
        writeText(out, "name", QString(method.name));
        writeText(out, "role", QString(kRoleNames.at(std::size_t(method.role))));
        out.key("arguments");
        writeStrings(out, method.arguments);
        out.endObject();
    }
    out.endArray();
}

void writeStreams(JsonWriter &out)
{
    out.beginArray();
    for (const QLatin1String name : { stream::kConnections, stream::kConnectionsStats, stream::kTopics, stream::kShells,
                                      stream::kTotals, stream::kTaps }) {
        out.beginObject();
        writeText(out, "name", QString(name));
        out.key("columns");
        writeStrings(out, defaultColumns(QString(name)));
        out.endObject();
    }
    for (const auto &[name, notification] : kNotifyingStreams) {
        out.beginObject();
        writeText(out, "name", QString(name));
        writeText(out, "notification", QString(notification));
        out.endObject();
    }
    out.endArray();
}

} // namespace

Outcome serverInfo(const CallContext &context, Arguments &)
{
    const ServerInfo &info = context.info;
    JsonWriter out;
    out.beginObject();
    writeText(out, "name", info.name);
    writeText(out, "version", info.version);
    writeText(out, "protocol", QString(kProtocol));
    writeText(out, "epoch", info.epoch);
    writeNumber(out, "pid", info.pid);
    writeNumber(out, "startedAt", info.startedAt);
    writeNumber(out, "uptimeMs", context.now - info.startedAt);
    writeNumber(out, "workers", info.workers);
    out.key("listening");
    writeStrings(out, info.listening);
    writeText(out, "sender", info.sender);
    out.key("isOpen");
    out.boolean(info.isOpen);
    writeText(out, "mode", QString(info.mode()));
    if (context.bookings) {
        writeText(out, "audience", info.audience);
        writeNumber(out, "denied", std::int64_t(context.bookings->deniedCount()));
        out.key("isDenyListDurable");
        out.boolean(context.bookings->isDurable());
    }
    writeNumber(out, "maxConnections", info.maxConnections);
    writeNumber(out, "memoryCeiling", std::int64_t(info.memoryCeiling));
    writeNumber(out, "connections", std::int64_t(context.ledger.connections().size()));
    writeNumber(out, "topics", std::int64_t(context.ledger.topics().size()));
    writeNumber(out, "sessions", context.sessions);
    if (const std::int64_t until = context.drain->endsAt(); until != 0)
        writeNumber(out, "drainingUntil", until);
    writeText(out, "user", context.identity.user);
    writeText(out, "role", QString(kRoleNames.at(std::size_t(context.identity.role))));
    out.endObject();
    return out.take();
}

Outcome serverPing(const CallContext &context, Arguments &)
{
    JsonWriter out;
    out.beginObject();
    writeNumber(out, "at", context.now);
    out.endObject();
    return out.take();
}

Outcome schemaGet(const CallContext &, Arguments &)
{
    JsonWriter out;
    out.beginObject();
    writeText(out, "protocol", QString(kProtocol));
    out.key("methods");
    writeMethods(out);
    out.key("streams");
    writeStreams(out);
    out.key("errors");
    out.beginArray();
    for (const ErrorClass kind : kErrors) {
        out.beginObject();
        writeText(out, "class", QString(errorName(kind)));
        writeNumber(out, "code", errorCode(kind));
        out.endObject();
    }
    out.endArray();
    out.endObject();
    return out.take();
}

} // namespace relay::admin::calls
