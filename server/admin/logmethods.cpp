// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of events and of orders.
#include "server/admin/chronicle.h"
#include "server/admin/logrows.h"
#include "server/admin/methods.h"

namespace relay::admin::calls {

namespace {

template<typename Record>
Outcome list(const Ring<Record> &ring, Arguments &arguments)
{
    const auto since = std::uint64_t(arguments.integer(QLatin1String("since"), { 1, kMaxInteger }, 0));
    const auto limit = arguments.integer(QLatin1String("limit"), { 1, kRowsPerMessage }, kRowsPerMessage);
    if (arguments.error())
        return *arguments.error();
    return listOf(ring, since, limit);
}

} // namespace

Outcome eventsList(const CallContext &context, Arguments &arguments)
{
    return list(context.chronicle.events().ring(), arguments);
}

Outcome auditList(const CallContext &context, Arguments &arguments)
{
    return list(context.chronicle.orders().ring(), arguments);
}

} // namespace relay::admin::calls
