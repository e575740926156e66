// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/adminclient.h"

#include <functional>

/*!
 * Denies bookings on a relay and takes it back. `done` is called once, later, on the client's thread, and not at all when
 * the client is destroyed before.
 */
namespace relay::client {

struct DenyResult
{
    QString bookingId;
    qint64 until = 0;      //!< ms since the epoch
    int connections = 0;   //!< that were cut
    bool isDurable = true; //!< false: in force, but a restart of the relay would forget it
    QString errorText;     //!< empty: done
};

void denyBooking(AdminClient &client, const QString &bookingId, const QString &reason,
                 std::function<void(const DenyResult &)> done);
//! The result has no time and no connections.
void allowBooking(AdminClient &client, const QString &bookingId, std::function<void(const DenyResult &)> done);

} // namespace relay::client
