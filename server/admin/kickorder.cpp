// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/bookings.h"
#include "server/admin/kicker.h"
#include "server/admin/methods.h"

namespace relay::admin::calls {

namespace {

constexpr int kMaxKickIds = 1000;
constexpr std::size_t kMaxOfBooking = 10'000; // so that the answer fits into a line

QByteArray resultOf(const KickOutcome &outcome)
{
    JsonWriter out;
    out.beginObject();
    writeIds(out, "kicked", outcome.kicked);
    writeIds(out, "gone", outcome.gone);
    if (!outcome.unanswered.empty())
        writeIds(out, "unanswered", outcome.unanswered);
    out.endObject();
    return out.take();
}

std::variant<std::vector<stats::ConnectionId>, Error> idsOf(const CallContext &context, const QString &bookingId)
{
    const auto ids = connectionsOf(context.ledger, bookingId).ids;
    if (ids.empty())
        return Error { ErrorClass::NotFound,
                       QStringLiteral("No connection belongs to the booking \"%1\".").arg(bookingId) };
    if (ids.size() > kMaxOfBooking)
        return Error { ErrorClass::LimitReached,
                       QStringLiteral("The booking has %1 connections; one call ends %2 at most. Deny the booking, or "
                                      "kick by id.")
                           .arg(ids.size())
                           .arg(kMaxOfBooking) };
    return ids;
}

} // namespace

void connectionsKick(const CallContext &context, Arguments &arguments, Answer answer)
{
    const bool isByBooking = arguments.has(QLatin1String("bookingId"));
    if (isByBooking == arguments.has(QLatin1String("ids")))
        return answer(Error { ErrorClass::InvalidParams,
                              QStringLiteral("Give either \"ids\" or \"bookingId\" to say whom to kick.") });
    std::vector<stats::ConnectionId> ids;
    QString bookingId;
    if (isByBooking)
        bookingId = arguments.name(QLatin1String("bookingId"), kMaxBookingId);
    else
        ids = arguments.ids(QLatin1String("ids"), kMaxKickIds);
    const QString reason = arguments.text(QLatin1String("reason"), 1024, QString());
    if (arguments.error())
        return answer(*arguments.error());
    if (isByBooking) {
        auto found = idsOf(context, bookingId);
        if (const auto *error = std::get_if<Error>(&found))
            return answer(*error);
        ids = std::get<std::vector<stats::ConnectionId>>(std::move(found));
    }
    context.kicker.kick(ids, closeReason(reason),
                        [answer = std::move(answer)](const KickOutcome &outcome) { answer(resultOf(outcome)); });
}

} // namespace relay::admin::calls
