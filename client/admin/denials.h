// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/adminclient.h"

#include <functional>

/*!
 * Denies bookings, subjects of tokens and addresses on a relay, and takes it back. `done` is called once, later, on the
 * client's thread, and not at all when the client is destroyed before.
 */
namespace relay::client {

//! What is denied. The name is the argument of deny.add.
enum class Denied { Booking, Subject, Address, Network };

struct DenyOrder
{
    Denied what = Denied::Booking;
    QString key = {}; //!< the booking, the subject, the address "192.0.2.7", the network "192.0.2.0/24"
    //! ms since the epoch; 0: a booking as long as the tokens of its connections, or without any a day; a subject a day;
    //! an address or a network an hour.
    qint64 until = 0;
    QString reason = {};   //!< for operators; the clients do not see it
    bool kicks = true;     //!< whether those that are connected are closed as well
    bool isForced = false; //!< also loopback, and networks as large as the world
};

struct DenyResult
{
    QString bookingId;     //!< the key, whatever it is
    qint64 until = 0;      //!< ms since the epoch
    int connections = 0;   //!< that were cut
    bool isDurable = true; //!< false: in force, but a restart of the relay would forget it
    QString undo;          //!< for undoAction(), within 60 s; empty: the relay has none
    QString errorClass;
    QString errorText; //!< empty: done
};

using DenyDone = std::function<void(const DenyResult &)>;

void deny(AdminClient &client, const DenyOrder &order, DenyDone done);
//! By the id that deny.list has: a booking as it is, "subject:ann", "address:192.0.2.0/24", "hold:...".
void removeDenial(AdminClient &client, const QString &id, DenyDone done);
//! What was before the denial is again; what was cut may come back. Gone when it is too late.
void undoAction(AdminClient &client, const QString &undo, std::function<void(const Reply &)> done);

void denyBooking(AdminClient &client, const QString &bookingId, const QString &reason, DenyDone done);
//! The result has no time and no connections.
void allowBooking(AdminClient &client, const QString &bookingId, DenyDone done);

} // namespace relay::client
