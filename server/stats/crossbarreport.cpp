// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stats/crossbarreport.h"

#include "common/admin/jsonwriter.h"
#include "server/stats/goduration.h"

#include <QDateTime>

namespace relay::stats {

namespace {

using admin::JsonWriter;

struct Direction
{
    std::uint64_t messages = 0;
    std::uint64_t bytes = 0;
    std::int64_t lastAt = 0;
};

QString rfc3339(std::int64_t at)
{
    return QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ"));
}

void writeDirection(JsonWriter &out, const Direction &direction, std::int64_t openedAt, std::int64_t now)
{
    const bool isSilent = direction.messages == 0 || direction.lastAt == 0;
    const std::int64_t span = direction.lastAt - openedAt;
    out.beginObject();
    out.key("last");
    out.utf8(isSilent ? QByteArray("Never") : goDuration(now - direction.lastAt));
    out.key("size");
    out.number(direction.messages == 0 ? std::uint64_t { 0 }
                                       : (direction.bytes + direction.messages / 2) / direction.messages);
    out.key("fps");
    out.decimal(isSilent || span <= 0 ? 0.0 : double(direction.messages) * 1000.0 / double(span));
    out.endObject();
}

void writeStats(JsonWriter &out, const ConnectionEntry &entry, std::int64_t now)
{
    const Counters &counters = entry.counters;
    out.beginObject();
    out.key("tx");
    writeDirection(out, { counters.inMessages, counters.inBytes, counters.lastInAt }, entry.facts.openedAt, now);
    out.key("rx");
    writeDirection(out, { counters.outMessages, counters.outBytes, counters.lastOutAt }, entry.facts.openedAt, now);
    out.endObject();
}

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
