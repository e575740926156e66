// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/kicktargets.h"

#include "common/admin/acts.h"
#include "server/admin/bookings.h"
#include "server/admin/filter.h"
#include "server/admin/rows.h"

#include <algorithm>
#include <set>

namespace relay::admin {

namespace {

constexpr int kMaxKickIds = 1000;
constexpr std::size_t kSampleRows = 10;

constexpr QLatin1String kIds("ids");
constexpr QLatin1String kBookingId("bookingId");
constexpr QLatin1String kFilter("filter");
constexpr QLatin1String kExpectCount("expectCount");

using Result = std::variant<KickTargets, Error>;

Result byIds(Arguments &arguments)
{
    KickTargets targets;
    targets.ids = arguments.ids(kIds, kMaxKickIds);
    if (arguments.error())
        return *arguments.error();
    targets.text = targets.ids.size() == 1 ? QStringLiteral("connection %1").arg(targets.ids.front())
                                           : QStringLiteral("%1 connections").arg(targets.ids.size());
    targets.target = targets.ids.size() == 1
        ? OrderTarget { QStringLiteral("connection"), QString::number(targets.ids.front()) }
        : OrderTarget { QStringLiteral("connections"), QString::number(targets.ids.size()) };
    return targets;
}

Result byBooking(const CallContext &context, Arguments &arguments)
{
    KickTargets targets;
    const QString booking = arguments.name(kBookingId, calls::kMaxBookingId);
    if (arguments.error())
        return *arguments.error();
    targets.isByBooking = true;
    targets.text = QStringLiteral("booking ") + booking;
    targets.target = { QStringLiteral("booking"), booking };
    targets.ids = calls::connectionsOf(context.ledger, booking).ids;
    if (targets.ids.empty())
        targets.fault = Error { ErrorClass::NotFound,
                                QStringLiteral("No connection belongs to the booking \"%1\".").arg(booking) };
    return targets;
}

Result byFilter(const CallContext &context, Arguments &arguments)
{
    const QString text = arguments.text(kFilter, 1024);
    if (arguments.error())
        return *arguments.error();
    const bool isEverybody = text == kEverybody;
    auto parsed = Filter::parse(isEverybody ? QString() : text);
    if (auto *error = std::get_if<Error>(&parsed))
        return std::move(*error);
    const auto &filter = std::get<Filter>(parsed);
    // Whoever leaves a field empty by mistake must not end everything.
    if (filter.isEmpty() && !isEverybody)
        return Error { ErrorClass::InvalidParams,
                       QStringLiteral("An empty \"filter\" is nobody. To kick everybody, write %1.").arg(kEverybody) };
    KickTargets targets;
    targets.isByFilter = true;
    targets.text = isEverybody ? QStringLiteral("everybody") : QStringLiteral("all that match \"%1\"").arg(text);
    targets.target = { isEverybody ? QStringLiteral("everybody") : QStringLiteral("filter"), text };
    for (const auto &[id, entry] : context.ledger.connections()) {
        if (filter.matches(entry.facts))
            targets.ids.push_back(id);
    }
    return targets;
}

//! Whether they are as many as whoever asked has seen.
std::optional<Error> faultOfCount(const KickTargets &targets, Arguments &arguments, bool isDryRun)
{
    if (!arguments.has(kExpectCount)) {
        if (!targets.isByFilter || isDryRun)
            return std::nullopt;
        return Error { ErrorClass::InvalidParams,
                       QStringLiteral("With \"filter\" say in \"expectCount\" how many they are; \"dryRun\" tells.") };
    }
    const auto expected = arguments.integer(kExpectCount, { 0, 10'000'000 });
    if (arguments.error())
        return *arguments.error();
    if (std::size_t(expected) == targets.ids.size())
        return std::nullopt;
    return Error { ErrorClass::Conflict,
                   QStringLiteral("They are %1 by now, not %2; nobody was kicked. Look again.")
                       .arg(targets.ids.size())
                       .arg(expected),
                   { { QStringLiteral("count"), qint64(targets.ids.size()) } } };
}

void writeSample(JsonWriter &out, const std::vector<const stats::ConnectionEntry *> &entries)
{
    static const auto columns = std::get<ConnectionColumns>(ConnectionColumns::choose(
        {},
        { QStringLiteral("topic"), QStringLiteral("role"), QStringLiteral("kind"), QStringLiteral("address"),
          QStringLiteral("userAgent"), QStringLiteral("bookingId"), QStringLiteral("openedAt") }));
    out.key("sample");
    out.beginObject();
    out.key("columns");
    columns.writeNames(out);
    out.key("rows");
    out.beginArray();
    for (std::size_t i = 0; i < std::min(entries.size(), kSampleRows); ++i)
        columns.writeRow(out, *entries[i]);
    out.endArray();
    out.endObject();
}

} // namespace

Result readKickTargets(const CallContext &context, Arguments &arguments)
{
    const int ways = int(arguments.has(kIds)) + int(arguments.has(kBookingId)) + int(arguments.has(kFilter));
    if (ways != 1)
        return Error { ErrorClass::InvalidParams,
                       QStringLiteral("Give either \"ids\", \"bookingId\" or \"filter\" to say whom to kick.") };
    const bool isDryRun = arguments.flag(QLatin1String("dryRun"), false);
    auto read = arguments.has(kIds) ? byIds(arguments)
        : arguments.has(kBookingId) ? byBooking(context, arguments)
                                    : byFilter(context, arguments);
    auto *targets = std::get_if<KickTargets>(&read);
    if (!targets)
        return read;
    if (auto fault = faultOfCount(*targets, arguments, isDryRun)) {
        if (fault->kind != ErrorClass::Conflict)
            return *std::move(fault);
        targets->fault = std::move(fault);
    }
    return read;
}

QByteArray writeKickPreview(const stats::Ledger &ledger, const KickTargets &targets)
{
    std::vector<const stats::ConnectionEntry *> entries;
    std::set<QByteArray> topics;
    std::set<QString> bookings;
    std::set<QString> addresses;
    for (const stats::ConnectionId id : std::set(targets.ids.begin(), targets.ids.end())) {
        const stats::ConnectionEntry *entry = ledger.find(id);
        if (!entry)
            continue;
        entries.push_back(entry);
        topics.insert(entry->facts.topic);
        if (!entry->facts.bookingId.isEmpty())
            bookings.insert(entry->facts.bookingId);
        const QString &address = entry->facts.address;
        const bool hasPort = !address.endsWith(u']') && address.contains(u':');
        addresses.insert(hasPort ? address.left(address.lastIndexOf(u':')) : address);
    }
    JsonWriter out;
    out.beginObject();
    for (const auto &[name, count] :
         { std::pair("count", entries.size()), std::pair("topics", topics.size()),
           std::pair("bookings", bookings.size()), std::pair("addresses", addresses.size()) }) {
        out.key(name);
        out.number(std::uint64_t { count });
    }
    writeSample(out, entries);
    out.endObject();
    return out.take();
}

} // namespace relay::admin
