// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stats/statusreport.h"

#include "common/admin/jsonwriter.h"
#include "server/stats/reportparts.h"

namespace relay::stats {

namespace {

using admin::JsonWriter;

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
    for (const auto &[id, entry] : ledger.connections())
        writeSession(out, entry, now);
    out.endArray();
    return out.take();
}

QByteArray statusReport(const Ledger &ledger, const Generator &generator)
{
    JsonWriter out;
    out.beginArray();
    writeStatus(out, entryOf(generator));
    for (const auto &[id, entry] : ledger.connections())
        writeStatus(out, entry);
    out.endArray();
    return out.take() + '\n';
}

} // namespace relay::stats
