// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/bookings.h"
#include "server/admin/methods.h"

#include <algorithm>
#include <iterator>

namespace relay::admin::calls {

namespace {

constexpr std::int64_t kDay = 24 * 3600 * 1000;
constexpr std::size_t kMaxIdsTold = 10'000; // so that the answer fits into a line
constexpr std::int64_t kHour = 3600 * 1000;
constexpr qsizetype kMaxDeniedId = 1024; // UTF-16 units; of a hold its topic is in it
using Kept = access::Access::Kept;
using access::What;

QByteArray resultOf(const access::Access::Denial &denial, const QString &undo)
{
    JsonWriter out;
    out.beginObject();
    out.key("undo");
    out.text(undo);
    out.key("until");
    out.number(denial.until * 1000);
    writeIds(out, "connections", denial.cut, kMaxIdsTold);
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

//! Whom a denial is about.
std::variant<access::Target, Error> readTarget(Arguments &arguments)
{
    const QLatin1String names[] { QLatin1String("bookingId"), QLatin1String("subject"), QLatin1String("address"),
                                  QLatin1String("cidr") };
    if (std::count_if(std::begin(names), std::end(names), [&](QLatin1String name) { return arguments.has(name); }) != 1)
        return Error { ErrorClass::InvalidParams,
                       QStringLiteral("Give one of \"bookingId\", \"subject\", \"address\" and \"cidr\".") };
    if (arguments.has(names[0]))
        return access::Target { What::Booking, arguments.name(names[0], kMaxBookingId) };
    if (arguments.has(names[1]))
        return access::Target { What::Subject, arguments.name(names[1], kMaxBookingId) };
    const bool isAddress = arguments.has(names[2]);
    const QString text = arguments.name(isAddress ? names[2] : names[3], 64);
    const bool isForced = arguments.flag(QLatin1String("force"), false);
    if (arguments.error())
        return *arguments.error();
    const auto network = isAddress && text.contains(u'/') ? std::nullopt : access::parseNetwork(text);
    if (!network)
        return Error { ErrorClass::InvalidParams,
                       isAddress ? QStringLiteral("\"address\" must be an address, such as 192.0.2.7 or 2001:db8::7.")
                                 : QStringLiteral("\"cidr\" must be a network, such as 192.0.2.0/24.") };
    if (access::isSweeping(*network) && !isForced)
        return Error { ErrorClass::InvalidParams,
                       QStringLiteral("%1 is this machine, or a large part of the world. If it is meant, add \"force\": "
                                      "true.")
                           .arg(access::textOf(access::canonical(*network))) };
    return access::Target { What::Network, access::textOf(access::canonical(*network)) };
}

//! Until when, if nobody says.
std::int64_t usualEnd(const CallContext &context, const access::Target &target)
{
    if (target.what == What::Network)
        return context.now + kHour;
    const std::int64_t latest
        = target.what == What::Booking ? connectionsOf(context.ledger, target.key).latestExpiry : 0;
    return latest > context.now ? latest : context.now + kDay;
}

Error tooMany()
{
    return { ErrorClass::LimitReached,
             QStringLiteral("%1 are denied, which is as many as may be. Allow some, or deny a network.")
                 .arg(access::Barrier::kMaxDenied) };
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

void writeIds(JsonWriter &out, QByteArrayView key, const std::vector<stats::ConnectionId> &ids, std::size_t most)
{
    out.key(key);
    out.beginArray();
    for (std::size_t i = 0; i < std::min(ids.size(), most); ++i)
        out.number(std::uint64_t { ids[i] });
    out.endArray();
}

void denyAdd(const CallContext &context, Arguments &arguments, Answer answer)
{
    auto target = readTarget(arguments);
    DenyOrder order;
    order.until = arguments.integer(QLatin1String("until"), { 1, kMaxInteger }, 0);
    order.reason = arguments.text(QLatin1String("reason"), 1024, QString());
    order.cutting
        = arguments.flag(QLatin1String("kick"), true) ? access::Access::Cutting::Now : access::Access::Cutting::Never;
    (void)arguments.flag(QLatin1String("force"), false);
    order.by = context.identity.user;
    order.at = context.now;
    order.steady = context.steady;
    if (arguments.error())
        return answer(*arguments.error());
    if (const auto *error = std::get_if<Error>(&target))
        return answer(*error);
    order.target = std::get<access::Target>(std::move(target));
    if (arguments.has(QLatin1String("until")) && order.until <= context.now)
        return answer(Error {
            ErrorClass::InvalidParams,
            QStringLiteral("\"until\" must be in the future; it is ms since 1970, and now is %1.").arg(context.now) });
    if (!context.bookings && order.target.what != What::Network)
        return answer(noBookings());
    if (order.until == 0)
        order.until = usualEnd(context, order.target);
    context.denials->deny(order,
                          [answer = std::move(answer)](const access::Access::Denial &denial, const QString &undo) {
                              answer(denial.isTooMany ? Outcome(tooMany()) : Outcome(resultOf(denial, undo)));
                          });
}

void denyRemove(const CallContext &context, Arguments &arguments, Answer answer)
{
    const bool isById = arguments.has(QLatin1String("id"));
    if (isById == arguments.has(QLatin1String("bookingId")))
        return answer(Error { ErrorClass::InvalidParams, QStringLiteral("Give either \"id\" or \"bookingId\".") });
    const QString id = arguments.name(isById ? QLatin1String("id") : QLatin1String("bookingId"), kMaxDeniedId);
    if (arguments.error())
        return answer(*arguments.error());
    const access::Target target = isById ? targetOf(id) : access::Target { What::Booking, id };
    if (isById && context.denials->endHold(id))
        return answer(QByteArrayLiteral(R"({"isDurable":true})"));
    if (!context.bookings && target.what != What::Network)
        return answer(noBookings());
    context.denials->lift(target, [id, answer = std::move(answer)](std::optional<Kept> kept) {
        if (kept)
            answer(resultOf(*kept));
        else
            answer(Error { ErrorClass::NotFound, QStringLiteral("\"%1\" is not denied.").arg(id) });
    });
}

void actionUndo(const CallContext &context, Arguments &arguments, Answer answer)
{
    const QString word = arguments.name(QLatin1String("undo"), 64);
    if (arguments.error())
        return answer(*arguments.error());
    context.denials->undo(word, context.steady, [answer = std::move(answer)](std::optional<Kept> kept) {
        if (kept)
            answer(resultOf(*kept));
        else
            answer(Error { ErrorClass::Gone,
                           QStringLiteral("It cannot be undone any more: a minute has passed, or it has been changed "
                                          "since.") });
    });
}

} // namespace relay::admin::calls
