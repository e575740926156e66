// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/rows.h"

#include "common/admin/acts.h"
#include "common/admin/protocol.h"
#include "common/admin/shells.h"
#include "server/stats/names.h"

#include <algorithm>
#include <array>
#include <span>

namespace relay::admin {

namespace {

using Connection = stats::ConnectionEntry;
using Topic = stats::TopicEntry;

// What is not there is null, so that nobody takes it for a value.
void writeText(JsonWriter &out, const QString &text)
{
    if (text.isEmpty())
        out.raw("null");
    else
        out.text(text);
}

void writeTime(JsonWriter &out, std::int64_t time)
{
    if (time == 0)
        out.raw("null");
    else
        out.number(time);
}

void writeScopes(JsonWriter &out, const Connection &c)
{
    if (c.facts.scopes.isEmpty()) {
        out.raw("null");
        return;
    }
    out.beginArray();
    for (const QString &scope : c.facts.scopes)
        out.text(scope);
    out.endArray();
}

template<typename Record>
std::span<const typename ColumnSet<Record>::Column> known();

#define RELAY_COLUMN(Record, name, expression)                                                                         \
    {                                                                                                                  \
        QLatin1String(name), [](JsonWriter &out, const Record &r) { expression; }                                      \
    }

template<>
std::span<const ConnectionColumns::Column> known<Connection>()
{
    static const std::array<ConnectionColumns::Column, 24> all { {
        RELAY_COLUMN(Connection, "id", out.number(r.facts.id)),
        RELAY_COLUMN(Connection, "topic", out.utf8(r.facts.topic)),
        RELAY_COLUMN(Connection, "path", out.utf8(r.facts.path)),
        RELAY_COLUMN(Connection, "role", out.utf8(stats::nameOf(r.facts.role))),
        RELAY_COLUMN(Connection, "kind", out.utf8(stats::nameOf(r.facts.kind))),
        RELAY_COLUMN(Connection, "transport", out.utf8(stats::nameOf(r.facts.transport))),
        RELAY_COLUMN(Connection, "address", out.text(r.facts.address)),
        RELAY_COLUMN(Connection, "userAgent", out.text(r.facts.userAgent)),
        RELAY_COLUMN(Connection, "bookingId", writeText(out, r.facts.bookingId)),
        RELAY_COLUMN(Connection, "scopes", writeScopes(out, r)),
        RELAY_COLUMN(Connection, "openedAt", out.number(r.facts.openedAt)),
        RELAY_COLUMN(Connection, "expiresAt", writeTime(out, r.facts.expiresAt)),
        RELAY_COLUMN(Connection, "inMessages", out.number(r.counters.inMessages)),
        RELAY_COLUMN(Connection, "inBytes", out.number(r.counters.inBytes)),
        RELAY_COLUMN(Connection, "outMessages", out.number(r.counters.outMessages)),
        RELAY_COLUMN(Connection, "outBytes", out.number(r.counters.outBytes)),
        RELAY_COLUMN(Connection, "inRate", out.number(r.rates.inRate())),
        RELAY_COLUMN(Connection, "outRate", out.number(r.rates.outRate())),
        RELAY_COLUMN(Connection, "dropped", out.number(r.counters.dropped)),
        RELAY_COLUMN(Connection, "queuedBytes", out.number(r.counters.queuedBytes)),
        RELAY_COLUMN(Connection, "queuedMs", out.number(r.counters.queuedMs)),
        RELAY_COLUMN(Connection, "rttMs", out.number(r.counters.rttMs)),
        RELAY_COLUMN(Connection, "lastInAt", out.number(r.counters.lastInAt)),
        RELAY_COLUMN(Connection, "lastOutAt", out.number(r.counters.lastOutAt)),
    } };
    return all;
}

template<>
std::span<const TopicColumns::Column> known<Topic>()
{
    static const std::array<TopicColumns::Column, 10> all { {
        RELAY_COLUMN(Topic, "id", out.utf8(r.id)),
        RELAY_COLUMN(Topic, "kind", out.utf8(stats::nameOf(r.kind))),
        RELAY_COLUMN(Topic, "publishers", out.number(r.publishers)),
        RELAY_COLUMN(Topic, "subscribers", out.number(r.subscribers)),
        RELAY_COLUMN(Topic, "inRate", out.number(r.inRate)),
        RELAY_COLUMN(Topic, "outRate", out.number(r.outRate)),
        RELAY_COLUMN(Topic, "inMessages", out.number(r.inMessages)),
        RELAY_COLUMN(Topic, "outMessages", out.number(r.outMessages)),
        RELAY_COLUMN(Topic, "dropped", out.number(r.dropped)),
        RELAY_COLUMN(Topic, "slowReaders", out.number(r.slowReaders)),
    } };
    return all;
}

//! There and back through the relay: both legs. -1: one of them is not known.
std::int64_t roundTripOf(const stats::ShellEntry &shell)
{
    const std::int64_t client = shell.client->counters.rttMs;
    const std::int64_t host = shell.host ? shell.host->counters.rttMs : -1;
    return client < 0 || host < 0 ? -1 : client + host;
}

std::uint64_t queuedOf(const stats::ShellEntry &shell)
{
    return shell.client->counters.queuedBytes + (shell.host ? shell.host->counters.queuedBytes : 0);
}

template<>
std::span<const ShellColumns::Column> known<stats::ShellEntry>()
{
    static const std::array<ShellColumns::Column, 17> all { {
        RELAY_COLUMN(stats::ShellEntry, "id", out.number(r.id)),
        RELAY_COLUMN(stats::ShellEntry, "host", out.utf8(r.client->facts.shell->host)),
        RELAY_COLUMN(stats::ShellEntry, "client", out.text(r.client->facts.address)),
        RELAY_COLUMN(stats::ShellEntry, "hostAddress", writeText(out, r.host ? r.host->facts.address : QString())),
        RELAY_COLUMN(stats::ShellEntry, "target", writeText(out, r.client->facts.shell->target)),
        RELAY_COLUMN(stats::ShellEntry, "openedAt", out.number(r.client->facts.openedAt)),
        RELAY_COLUMN(stats::ShellEntry, "inBytes", out.number(r.client->counters.inBytes)),
        RELAY_COLUMN(stats::ShellEntry, "outBytes", out.number(r.client->counters.outBytes)),
        RELAY_COLUMN(stats::ShellEntry, "inRate", out.number(r.client->rates.inRate())),
        RELAY_COLUMN(stats::ShellEntry, "outRate", out.number(r.client->rates.outRate())),
        RELAY_COLUMN(stats::ShellEntry, "rttMs", out.number(roundTripOf(r))),
        RELAY_COLUMN(stats::ShellEntry, "clientId", out.number(r.id)),
        RELAY_COLUMN(stats::ShellEntry, "hostId", writeTime(out, r.host ? std::int64_t(r.host->facts.id) : 0)),
        RELAY_COLUMN(stats::ShellEntry, "resumes", out.number(r.client->facts.shell->resumes)),
        RELAY_COLUMN(stats::ShellEntry, "bookingId", writeText(out, r.client->facts.bookingId)),
        RELAY_COLUMN(stats::ShellEntry, "isResumable",
                     out.boolean(r.client->facts.shell->isResumable && r.host && r.host->facts.shell->isResumable)),
        RELAY_COLUMN(stats::ShellEntry, "queuedBytes", out.number(queuedOf(r))),
    } };
    return all;
}

template<>
std::span<const TotalsColumns::Column> known<TotalsView>()
{
    static const std::array<TotalsColumns::Column, 13> all { {
        RELAY_COLUMN(TotalsView, "id", (void)r; out.utf8("totals")),
        RELAY_COLUMN(TotalsView, "connections", out.number(std::uint64_t { r.ledger.connections().size() })),
        RELAY_COLUMN(TotalsView, "topics", out.number(std::uint64_t { r.ledger.topics().size() })),
        RELAY_COLUMN(TotalsView, "inMessages", out.number(r.ledger.totals().inMessages)),
        RELAY_COLUMN(TotalsView, "inBytes", out.number(r.ledger.totals().inBytes)),
        RELAY_COLUMN(TotalsView, "outMessages", out.number(r.ledger.totals().outMessages)),
        RELAY_COLUMN(TotalsView, "outBytes", out.number(r.ledger.totals().outBytes)),
        RELAY_COLUMN(TotalsView, "inRate", out.number(r.ledger.totals().inRate)),
        RELAY_COLUMN(TotalsView, "outRate", out.number(r.ledger.totals().outRate)),
        RELAY_COLUMN(TotalsView, "dropped", out.number(r.ledger.totals().dropped)),
        RELAY_COLUMN(TotalsView, "uptimeMs", out.number(r.uptimeMs)),
        RELAY_COLUMN(TotalsView, "loopLagMs", out.decimal(r.ledger.totals().loopLagMs)),
        RELAY_COLUMN(TotalsView, "rttP95Ms", out.number(r.ledger.rttP95Ms())),
    } };
    return all;
}

template<>
std::span<const DeniedColumns::Column> known<DeniedBooking>()
{
    static const std::array<DeniedColumns::Column, 6> all { {
        RELAY_COLUMN(DeniedBooking, "id", out.text(r.id)),
        RELAY_COLUMN(DeniedBooking, "until", out.number(r.until)),
        RELAY_COLUMN(DeniedBooking, "deniedAt", writeTime(out, r.deniedAt)),
        RELAY_COLUMN(DeniedBooking, "by", writeText(out, r.by)),
        RELAY_COLUMN(DeniedBooking, "reason", writeText(out, r.reason)),
        RELAY_COLUMN(DeniedBooking, "what", out.text(QString(r.what))),
    } };
    return all;
}

#undef RELAY_COLUMN

template<std::size_t N>
QStringList toList(const std::array<QLatin1String, N> &names)
{
    QStringList list;
    for (const QLatin1String name : names)
        list << QString(name);
    return list;
}

} // namespace

template<typename Record>
std::variant<ColumnSet<Record>, Error> ColumnSet<Record>::choose(const QStringList &names, const QStringList &defaults)
{
    QStringList wanted = names.isEmpty() ? defaults : names;
    wanted.removeAll(QStringLiteral("id"));
    wanted.prepend(QStringLiteral("id"));
    wanted.removeDuplicates();
    ColumnSet set;
    const auto all = known<Record>();
    for (const QString &name : std::as_const(wanted)) {
        const auto found
            = std::find_if(all.begin(), all.end(), [&](const Column &column) { return column.name == name; });
        if (found == all.end())
            return Error { ErrorClass::InvalidParams, QStringLiteral("There is no column \"%1\".").arg(name) };
        set.m_columns.push_back(*found);
    }
    return set;
}

template<typename Record>
void ColumnSet<Record>::writeNames(JsonWriter &out) const
{
    out.beginArray();
    for (const Column &column : m_columns)
        out.utf8(QByteArrayView(column.name.data(), column.name.size()));
    out.endArray();
}

template<typename Record>
void ColumnSet<Record>::writeRow(JsonWriter &out, const Record &record) const
{
    out.beginArray();
    for (const Column &column : m_columns)
        column.write(out, record);
    out.endArray();
}

template<typename Record>
void ColumnSet<Record>::writeObject(JsonWriter &out, const Record &record) const
{
    for (const Column &column : m_columns) {
        out.key(QByteArrayView(column.name.data(), column.name.size()));
        column.write(out, record);
    }
}

template class ColumnSet<stats::ConnectionEntry>;
template class ColumnSet<stats::TopicEntry>;
template class ColumnSet<stats::ShellEntry>;
template class ColumnSet<TotalsView>;
template class ColumnSet<DeniedBooking>;

QStringList defaultColumns(const QString &name)
{
    if (name == stream::kConnections)
        return toList(columns::kConnections);
    if (name == stream::kConnectionsStats)
        return toList(columns::kConnectionsStats);
    if (name == stream::kTopics)
        return toList(columns::kTopics);
    if (name == stream::kShells)
        return toList(columns::kShells);
    if (name == stream::kTaps)
        return toList(columns::kTaps);
    return toList(columns::kTotals);
}

QStringList allConnectionColumns()
{
    return toList(columns::kConnections) + toList(columns::kConnectionsStats).mid(1);
}

} // namespace relay::admin
