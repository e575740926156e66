// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/error.h"
#include "common/admin/jsonwriter.h"
#include "server/admin/denydesk.h"
#include "server/stats/ledger.h"

#include <limits>

//! What the calls about bookings share.
namespace relay::admin::calls {

inline constexpr qsizetype kMaxBookingId = 256; //!< UTF-16 units

[[nodiscard]] Error noBookings(); //!< this relay is open

struct BookedConnections
{
    std::vector<stats::ConnectionId> ids; //!< live
    std::int64_t latestExpiry = 0;        //!< ms since the epoch; 0: nobody, or nobody's token ends
};
[[nodiscard]] BookedConnections connectionsOf(const stats::Ledger &ledger, const QString &bookingId);

//! As a list under this key; of more than `most` the first.
void writeIds(JsonWriter &out, QByteArrayView key, const std::vector<stats::ConnectionId> &ids,
              std::size_t most = std::numeric_limits<std::size_t>::max());

} // namespace relay::admin::calls
