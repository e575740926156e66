// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of bookings. How they change: bookingorders.cpp.
#include "server/admin/bookings.h"
#include "server/admin/methods.h"
#include "server/admin/page.h"
#include "server/admin/rows.h"

#include <array>

namespace relay::admin::calls {

namespace {

template<std::size_t N>
QStringList toList(const std::array<QLatin1String, N> &names)
{
    return { names.begin(), names.end() };
}

//! Both lists have the same form; the one of those that are allowed has fewer columns.
Outcome writeList(const std::vector<DeniedBooking> &bookings, const QStringList &names, Arguments &arguments)
{
    auto read = readPageRequest(arguments);
    if (auto *error = std::get_if<Error>(&read))
        return std::move(*error);
    const auto &request = std::get<PageRequest>(read);
    if (!request.filter.isForBookings())
        return Error { ErrorClass::InvalidFilter,
                       QStringLiteral("Bookings can be filtered by bare words and booking: only.") };
    const QString sortColumn = request.sortColumn.isEmpty() ? QStringLiteral("id") : request.sortColumn;
    for (const QString &name : request.fields + QStringList { sortColumn }) {
        if (!names.contains(name))
            return Error { ErrorClass::InvalidParams, QStringLiteral("There is no column \"%1\".").arg(name) };
    }
    const auto columns = DeniedColumns::choose(request.fields, names);
    const auto sortBy = DeniedColumns::choose({ sortColumn }, {});
    std::vector<const DeniedBooking *> wanted;
    for (const DeniedBooking &booking : bookings) {
        if (request.filter.matchesBooking(booking.id))
            wanted.push_back(&booking);
    }
    return writePage(wanted, std::get<DeniedColumns>(columns), std::get<DeniedColumns>(sortBy), request);
}

} // namespace

Error noBookings()
{
    return { ErrorClass::Conflict,
             QStringLiteral("There are no bookings in open mode: this relay has no secret and asks for no tokens.") };
}

Outcome denyList(const CallContext &context, Arguments &arguments)
{
    return writeList(context.denials->denied(), toList(columns::kDenied), arguments);
}

Outcome allowList(const CallContext &context, Arguments &arguments)
{
    if (!context.bookings)
        return noBookings();
    std::vector<DeniedBooking> all;
    for (const access::Booking &booking : context.bookings->allowed())
        all.push_back({ .id = booking.id, .until = booking.until * 1000, .by = {}, .reason = {} });
    return writeList(all, toList(columns::kAllowed), arguments);
}

} // namespace relay::admin::calls
