// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stats/reportparts.h"

#include "server/stats/goduration.h"

#include <QDateTime>

#include <algorithm>

namespace relay::stats {

using admin::JsonWriter;

namespace {

struct Direction
{
    std::uint64_t messages = 0;
    std::uint64_t bytes = 0;
    std::int64_t lastAt = 0;
};

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

} // namespace

QString rfc3339(std::int64_t at)
{
    constexpr std::int64_t kLast = 253'402'300'799'999; // of the year 9999: RFC 3339 has four digits
    return QDateTime::fromMSecsSinceEpoch(std::clamp<std::int64_t>(at, 0, kLast), Qt::UTC)
        .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ"));
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

} // namespace relay::stats
