// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stats/crossbarreport.h"

#include "common/admin/jsonwriter.h"
#include "server/stats/reportparts.h"

namespace relay::stats {

namespace {

using admin::JsonWriter;

QByteArray message(const ConnectionEntry &entry, std::int64_t now)
{
    const Facts &facts = entry.facts;
    JsonWriter out;
    out.beginObject();
    out.key("topic");
    out.utf8(facts.topic);
    out.key("broadcaster");
    out.boolean(facts.mayWrite);
    out.key("canRead");
    out.boolean(facts.mayRead);
    out.key("canWrite");
    out.boolean(facts.mayWrite);
    out.key("connected");
    out.text(rfc3339(facts.openedAt));
    if (facts.expiresAt > 0) {
        out.key("expiresAt");
        out.text(rfc3339(facts.expiresAt));
    }
    out.key("remoteAddr");
    out.text(facts.address);
    out.key("scopes");
    out.beginArray();
    for (const QString &scope : facts.scopes)
        out.text(scope);
    out.endArray();
    out.key("userAgent");
    out.text(facts.userAgent);
    out.key("stats");
    writeStats(out, entry, now);
    out.endObject();
    return out.take();
}

} // namespace

std::vector<QByteArray> crossbarReport(const Ledger &ledger, std::int64_t now)
{
    std::vector<QByteArray> messages;
    messages.reserve(ledger.connections().size());
    for (const auto &[id, entry] : ledger.connections())
        messages.push_back(message(entry, now));
    return messages;
}

} // namespace relay::stats
