// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/logrows.h"

#include "common/admin/message.h"
#include "common/admin/protocol.h"

#include <algorithm>
#include <array>

namespace relay::admin {

namespace {

constexpr qsizetype kSoftBytes = 192 * 1024; // of the 256 KiB of a line: room for one more row of any size

template<typename Record>
struct Column
{
    const char *name;
    void (*write)(JsonWriter &out, const Record &record);
};

constexpr std::array<Column<Event>, 5> kEventColumns { {
    { "at", [](JsonWriter &out, const Event &e) { out.number(e.at); } },
    { "level", [](JsonWriter &out, const Event &e) { out.text(QString(nameOf(e.level))); } },
    { "code", [](JsonWriter &out, const Event &e) { out.text(QString(e.code)); } },
    { "text", [](JsonWriter &out, const Event &e) { out.text(e.text); } },
    { "data", [](JsonWriter &out, const Event &e) { out.raw(toJson(e.data)); } },
} };

constexpr std::array<Column<AuditRecord>, 12> kAuditColumns { {
    { "at", [](JsonWriter &out, const AuditRecord &r) { out.number(r.at); } },
    { "uid", [](JsonWriter &out, const AuditRecord &r) { out.number(std::int64_t { r.uid }); } },
    { "user", [](JsonWriter &out, const AuditRecord &r) { out.text(r.user); } },
    { "pid", [](JsonWriter &out, const AuditRecord &r) { out.number(std::int64_t { r.pid }); } },
    { "client", [](JsonWriter &out, const AuditRecord &r) { out.text(r.client); } },
    { "action", [](JsonWriter &out, const AuditRecord &r) { out.text(r.action); } },
    { "target", [](JsonWriter &out, const AuditRecord &r) { out.text(r.target); } },
    { "reason", [](JsonWriter &out, const AuditRecord &r) { out.text(r.reason); } },
    { "result", [](JsonWriter &out, const AuditRecord &r) { out.text(r.result); } },
    { "isRefused", [](JsonWriter &out, const AuditRecord &r) { out.boolean(r.isRefused); } },
    { "targetKind", [](JsonWriter &out, const AuditRecord &r) { out.text(r.targetKind); } },
    { "targetName", [](JsonWriter &out, const AuditRecord &r) { out.text(r.targetName); } },
} };

template<typename Record, std::size_t N>
void writeAll(JsonWriter &out, const std::array<Column<Record>, N> &columns, const Record &record)
{
    for (const Column<Record> &column : columns) {
        out.key(column.name);
        column.write(out, record);
    }
}

template<typename Record, std::size_t N>
QByteArray writeRow(std::uint64_t n, const std::array<Column<Record>, N> &columns, const Record &record)
{
    JsonWriter row;
    row.beginArray();
    row.number(n);
    for (const Column<Record> &column : columns)
        column.write(row, record);
    row.endArray();
    return row.take();
}

template<typename Record, std::size_t N>
QByteArray writeList(const Ring<Record> &ring, std::uint64_t since, std::int64_t limit,
                     const std::array<Column<Record>, N> &columns)
{
    const bool isFromTheEnd = since == 0;
    const std::uint64_t kept = ring.end() - ring.first();
    std::uint64_t n = isFromTheEnd ? ring.end() - std::min(kept, std::uint64_t(limit))
                                   : std::clamp(since, ring.first(), ring.end());
    const std::uint64_t from = isFromTheEnd ? 1 : since;
    const std::uint64_t lost = ring.first() - std::min(from, ring.first());
    JsonWriter out;
    out.beginObject();
    out.key("columns");
    out.beginArray();
    out.utf8("n");
    for (const Column<Record> &column : columns)
        out.utf8(column.name);
    out.endArray();
    out.key("rows");
    out.beginArray();
    for (std::int64_t count = 0; n < ring.end() && count < limit && out.size() < kSoftBytes; ++n, ++count)
        out.raw(writeRow(n, columns, ring.at(n)));
    out.endArray();
    out.key("lost");
    out.number(lost);
    out.key("next");
    out.number(n);
    out.key("more");
    out.boolean(n < ring.end());
    out.endObject();
    return out.take();
}

} // namespace

void writeEvent(JsonWriter &out, const Event &event)
{
    writeAll(out, kEventColumns, event);
}

void writeOrder(JsonWriter &out, const AuditRecord &record)
{
    writeAll(out, kAuditColumns, record);
}

QByteArray listOf(const Ring<Event> &ring, std::uint64_t since, std::int64_t limit)
{
    return writeList(ring, since, limit, kEventColumns);
}

QByteArray listOf(const Ring<AuditRecord> &ring, std::uint64_t since, std::int64_t limit)
{
    return writeList(ring, since, limit, kAuditColumns);
}

} // namespace relay::admin
