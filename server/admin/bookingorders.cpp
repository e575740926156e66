// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/bookings.h"
#include "server/admin/methods.h"

#include <algorithm>

namespace relay::admin::calls {

namespace {

constexpr std::int64_t kDay = 24 * 3600 * 1000;
constexpr std::size_t kMaxIdsTold = 10'000; // so that the answer fits into a line
using Kept = access::Access::Kept;

QByteArray resultOf(const access::Access::Denial &denial)
{
    const auto told = std::min(denial.cut.size(), kMaxIdsTold);
    JsonWriter out;
    out.beginObject();
    out.key("until");
    out.number(denial.until * 1000);
    writeIds(out, "connections", { denial.cut.begin(), denial.cut.begin() + std::ptrdiff_t(told) });
    out.key("isDurable");
    out.boolean(denial.kept == Kept::Durably);
    out.endObject();
    return out.take();
}

QByteArray resultOf(Kept kept)
{
    JsonWriter out;
    out.beginObject();
    out.key("isDurable");
    out.boolean(kept == Kept::Durably);
    out.endObject();
    return out.take();
}

} // namespace

BookedConnections connectionsOf(const stats::Ledger &ledger, const QString &bookingId)
{
    BookedConnections found;
    for (const auto &[id, entry] : ledger.connections()) {
        if (entry.facts.bookingId != bookingId)
            continue;
        found.ids.push_back(id);
        found.latestExpiry = std::max(found.latestExpiry, entry.facts.expiresAt);
    }
    return found;
}

void writeIds(JsonWriter &out, QByteArrayView key, const std::vector<stats::ConnectionId> &ids)
{
    out.key(key);
    out.beginArray();
    for (const stats::ConnectionId id : ids)
        out.number(std::uint64_t { id });
    out.endArray();
}

void denyAdd(const CallContext &context, Arguments &arguments, Answer answer)
{
    DeniedBooking order;
    order.id = arguments.name(QLatin1String("bookingId"), kMaxBookingId);
    order.until = arguments.integer(QLatin1String("until"), { 1, kMaxInteger }, 0);
    order.reason = arguments.text(QLatin1String("reason"), 1024, QString());
    order.by = context.identity.user;
    order.deniedAt = context.now;
    if (arguments.error())
        return answer(*arguments.error());
    if (arguments.has(QLatin1String("until")) && order.until <= context.now)
        return answer(Error {
            ErrorClass::InvalidParams,
            QStringLiteral("\"until\" must be in the future; it is ms since 1970, and now is %1.").arg(context.now) });
    if (!context.bookings)
        return answer(noBookings());
    if (order.until == 0)
        order.until = connectionsOf(context.ledger, order.id).latestExpiry;
    if (order.until <= context.now)
        order.until = context.now + kDay;
    context.bookings->deny(
        order, [answer = std::move(answer)](const access::Access::Denial &denial) { answer(resultOf(denial)); });
}

void denyRemove(const CallContext &context, Arguments &arguments, Answer answer)
{
    const QString bookingId = arguments.name(QLatin1String("bookingId"), kMaxBookingId);
    if (arguments.error())
        return answer(*arguments.error());
    if (!context.bookings)
        return answer(noBookings());
    context.bookings->allow(bookingId, [bookingId, answer = std::move(answer)](std::optional<Kept> kept) {
        if (kept)
            answer(resultOf(*kept));
        else
            answer(Error { ErrorClass::NotFound, QStringLiteral("The booking \"%1\" is not denied.").arg(bookingId) });
    });
}

} // namespace relay::admin::calls
