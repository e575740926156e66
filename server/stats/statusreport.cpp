// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stats/statusreport.h"

#include "common/admin/jsonwriter.h"
#include "server/stats/goduration.h"
#include "server/stats/reportparts.h"

namespace relay::stats {

namespace {

using admin::JsonWriter;

constexpr QByteArrayView kShellTopics = "/connect/";
constexpr QByteArrayView kShellStatsTopic = "/connect/stats";

ConnectionEntry entryOf(const Generator &generator)
{
    ConnectionEntry entry;
    entry.facts.topic = "stats";
    entry.facts.address = QStringLiteral("internal");
    entry.facts.userAgent = QStringLiteral("crossbar");
    entry.facts.scopes = { QStringLiteral("read"), QStringLiteral("stats"), QStringLiteral("write") };
    entry.facts.openedAt = generator.startedAt;
    return entry;
}

void writeScopes(JsonWriter &out, const Facts &facts)
{
    out.key("scopes");
    out.beginArray();
    for (const QString &scope : facts.scopes)
        out.text(scope);
    out.endArray();
}

void writeSession(JsonWriter &out, const ConnectionEntry &entry, std::int64_t now)
{
    const Facts &facts = entry.facts;
    out.beginObject();
    out.key("canRead");
    out.boolean(facts.mayRead);
    out.key("canWrite");
    out.boolean(facts.mayWrite);
    out.key("connected");
    out.text(rfc3339(facts.openedAt));
    out.key("expiresAt");
    out.text(rfc3339(facts.expiresAt));
    out.key("remoteAddr");
    out.text(facts.address);
    writeScopes(out, facts);
    out.key("topic");
    out.utf8(facts.topic);
    out.key("userAgent");
    out.text(facts.userAgent);
    out.key("stats");
    writeStats(out, entry, now);
    out.endObject();
}

//! The topic of shells' statistics is one of theirs as well.
bool isOfShells(const Facts &facts)
{
    return facts.shell || facts.topic == kShellStatsTopic;
}

//! "Never" as a duration without end, which is how it has always been told here.
QByteArray lastOf(const ConnectionEntry &entry, std::int64_t now)
{
    const std::int64_t lastInAt = entry.counters.lastInAt;
    return lastInAt == 0 ? QByteArray("2562047h47m16.854775807s") : goDuration(now - lastInAt);
}

void writeShell(JsonWriter &out, const ConnectionEntry &entry, std::int64_t now)
{
    const Facts &facts = entry.facts;
    const bool isInternal = !facts.shell && facts.id == 0;
    const QByteArray topic = facts.topic.startsWith(kShellTopics) ? facts.topic.mid(kShellTopics.size()) : facts.topic;
    const auto text = [&](const char *name, const char *otherName, const QString &value) {
        for (const char *each : { name, otherName }) {
            out.key(each);
            out.text(value);
        }
    };
    const auto boolean = [&](const char *name, const char *otherName, bool value) {
        for (const char *each : { name, otherName }) {
            out.key(each);
            out.boolean(value);
        }
    };
    out.beginObject();
    out.key("topic");
    out.utf8(topic);
    boolean("can_read", "canRead", facts.mayRead);
    boolean("can_write", "canWrite", facts.mayWrite);
    text("connected_at", "connected", rfc3339(facts.openedAt));
    text("expires_at", "expiresAt", rfc3339(facts.expiresAt));
    text("remote_address", "remoteAddr", facts.address);
    text("user_agent", "userAgent", facts.userAgent);
    if (isInternal) {
        out.key("scopes");
        out.raw("null");
    } else {
        writeScopes(out, facts);
    }
    out.key("statistcs");
    out.beginObject();
    out.key("last");
    out.utf8(lastOf(entry, now));
    out.endObject();
    out.key("stats");
    writeStats(out, entry, now);
    out.endObject();
}

void writeStatus(JsonWriter &out, const ConnectionEntry &entry)
{
    const Facts &facts = entry.facts;
    out.beginObject();
    if (facts.mayRead) {
        out.key("can_read");
        out.boolean(true);
    }
    if (facts.mayWrite) {
        out.key("can_write");
        out.boolean(true);
    }
    out.key("connected_at");
    out.text(rfc3339(facts.openedAt));
    out.key("expires_at");
    out.text(rfc3339(facts.expiresAt));
    if (!facts.address.isEmpty()) {
        out.key("remote_addr");
        out.text(facts.address);
    }
    writeScopes(out, facts);
    out.key("topic");
    out.utf8(facts.topic);
    if (!facts.userAgent.isEmpty()) {
        out.key("user_agent");
        out.text(facts.userAgent);
    }
    out.endObject();
}

} // namespace

QByteArray sessionReport(const Ledger &ledger, const Generator &generator, std::int64_t now)
{
    JsonWriter out;
    out.beginArray();
    writeSession(out, entryOf(generator), now);
    for (const auto &[id, entry] : ledger.connections()) {
        if (!isOfShells(entry.facts))
            writeSession(out, entry, now);
    }
    out.endArray();
    return out.take();
}

QByteArray shellReport(const Ledger &ledger, const Generator &generator, std::int64_t now)
{
    JsonWriter out;
    out.beginArray();
    writeShell(out, entryOf(generator), now);
    for (const auto &[id, entry] : ledger.connections()) {
        if (isOfShells(entry.facts))
            writeShell(out, entry, now);
    }
    out.endArray();
    return out.take();
}

QByteArray statusReport(const Ledger &ledger, const Generator &generator)
{
    JsonWriter out;
    out.beginArray();
    writeStatus(out, entryOf(generator));
    for (const auto &[id, entry] : ledger.connections()) {
        if (!isOfShells(entry.facts))
            writeStatus(out, entry);
    }
    out.endArray();
    return out.take() + '\n';
}

} // namespace relay::stats
