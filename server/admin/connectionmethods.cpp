// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/admin/jsonwriter.h"
#include "server/admin/methods.h"
#include "server/admin/page.h"
#include "server/admin/rows.h"

#include <algorithm>

namespace relay::admin::calls {

namespace {

//! A closed connection in the clothes of a live one, so that it is written by the same columns.
stats::ConnectionEntry asEntry(const stats::ClosedEntry &closed)
{
    stats::ConnectionEntry entry;
    entry.facts = closed.facts;
    entry.counters = closed.counters;
    return entry;
}

const ConnectionColumns &everyColumn()
{
    static const auto all = std::get<ConnectionColumns>(ConnectionColumns::choose({}, allConnectionColumns()));
    return all;
}

QByteArray closedColumns()
{
    JsonWriter names;
    everyColumn().writeNames(names);
    QByteArray columns = names.take();
    columns.chop(1);
    return columns.append(",\"closedAt\",\"code\",\"reason\"]");
}

void writeClosed(JsonWriter &out, const stats::ClosedEntry &closed)
{
    JsonWriter row;
    everyColumn().writeRow(row, asEntry(closed));
    row.truncate(row.size() - 1);
    row.number(closed.at);
    row.number(int(closed.code));
    row.text(closed.reason);
    row.endArray();
    out.raw(row.bytes());
}

Error noConnection(const CallContext &context, std::uint64_t id)
{
    const auto &closed = context.ledger.recentlyClosed();
    const auto found
        = std::find_if(closed.begin(), closed.end(), [&](const auto &entry) { return entry.facts.id == id; });
    if (found != closed.end())
        return { ErrorClass::Gone, QStringLiteral("Connection %1 has closed with %2.").arg(id).arg(found->code) };
    return { ErrorClass::NotFound, QStringLiteral("There is no connection %1.").arg(id) };
}

} // namespace

Outcome connectionsList(const CallContext &context, Arguments &arguments)
{
    auto read = readPageRequest(arguments);
    if (auto *error = std::get_if<Error>(&read))
        return std::move(*error);
    const auto &request = std::get<PageRequest>(read);
    auto columns = ConnectionColumns::choose(request.fields, defaultColumns(QString(stream::kConnections)));
    if (auto *error = std::get_if<Error>(&columns))
        return std::move(*error);
    const QString sortColumn = request.sortColumn.isEmpty() ? QStringLiteral("id") : request.sortColumn;
    auto sortBy = ConnectionColumns::choose({ sortColumn }, {});
    if (auto *error = std::get_if<Error>(&sortBy))
        return std::move(*error);
    std::vector<const stats::ConnectionEntry *> wanted;
    for (const auto &[id, entry] : context.ledger.connections()) {
        if (request.filter.matches(entry.facts))
            wanted.push_back(&entry);
    }
    return writePage(wanted, std::get<ConnectionColumns>(columns), std::get<ConnectionColumns>(sortBy), request);
}

Outcome connectionsGet(const CallContext &context, Arguments &arguments)
{
    const auto id = std::uint64_t(arguments.integer(QLatin1String("id"), { 1, kMaxInteger }));
    if (arguments.error())
        return *arguments.error();
    const stats::ConnectionEntry *entry = context.ledger.find(id);
    if (!entry)
        return noConnection(context, id);
    JsonWriter out;
    out.beginObject();
    everyColumn().writeObject(out, *entry);
    out.key("mayRead");
    out.boolean(entry->facts.mayRead);
    out.key("mayWrite");
    out.boolean(entry->facts.mayWrite);
    out.key("worker");
    out.number(entry->worker);
    out.key("resyncs");
    out.number(entry->counters.resyncs);
    out.endObject();
    return out.take();
}

Outcome connectionsClosed(const CallContext &context, Arguments &arguments)
{
    const auto limit = arguments.integer(QLatin1String("limit"), { 1, kRowsPerMessage }, kRowsPerMessage);
    const QString cursor = arguments.text(QLatin1String("cursor"), 32, QString());
    auto filter = Filter::parse(arguments.text(QLatin1String("filter"), 1024, QString()));
    bool isNumber = cursor.isEmpty();
    const stats::ConnectionId last = isNumber ? 0 : cursor.toULongLong(&isNumber);
    if (arguments.error())
        return *arguments.error();
    if (auto *error = std::get_if<Error>(&filter))
        return std::move(*error);
    if (!isNumber)
        return Error { ErrorClass::InvalidParams, QStringLiteral("\"cursor\" is none that this server gave out.") };
    const auto &all = context.ledger.recentlyClosed();
    auto closed = all.begin();
    if (last != 0) { // the one that was sent last; gone: with all that closed before it
        closed = std::find_if(all.begin(), all.end(), [&](const auto &entry) { return entry.facts.id == last; });
        closed = closed == all.end() ? closed : std::next(closed);
    }
    JsonWriter out;
    out.beginObject();
    out.key("columns");
    out.raw(closedColumns());
    out.key("rows");
    out.beginArray();
    std::int64_t count = 0;
    stats::ConnectionId sent = 0;
    for (; closed != all.end() && count < limit && out.size() <= kPageBytes; ++closed) {
        if (!std::get<Filter>(filter).matches(closed->facts))
            continue;
        writeClosed(out, *closed);
        sent = closed->facts.id;
        ++count;
    }
    out.endArray();
    if (closed != all.end() && sent != 0) {
        out.key("cursor");
        out.text(QString::number(sent));
    }
    out.endObject();
    return out.take();
}

} // namespace relay::admin::calls
