// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/adminclient.h"
#include "client/admin/records.h"

#include <QVector>

#include <functional>

/*!
 * Kicks with everything that the admin socket offers: a look before, a pace, a hold after. `done` is called once, later,
 * on the client's thread, and not at all when the client is destroyed before.
 */
namespace relay::client {

//! Whom, by exactly one of ids, bookingId and filter, and how.
struct KickOrder
{
    QVector<quint64> ids = {};
    QString bookingId = {};
    QString filter = {};  //!< as of connections.list; "ALL" alone means everybody, an empty one nobody
    int expectCount = -1; //!< how many they must be by now; needed with a filter; -1: not said
    QString reason = {};  //!< the clients are told, up to 123 bytes
    int perSecond = 0;    //!< 1 to 1000: paced, as a job; 0: all at once
    int holdSeconds = 0;  //!< 1 to 3600: so long their addresses may not come back to their topics; 0: they may
};

//! Whom a kick would meet. Nothing was done.
struct KickPreview
{
    int count = 0;
    int topics = 0;
    int bookings = 0;
    int addresses = 0; //!< that a hold would be about; behind a proxy that is not trusted all share one
    QVector<Connection> sample;
    QString errorClass; //!< empty: it went through
    QString errorText;
};

//! What came of a kick. errorClass Conflict with a count: others than expected; look again.
struct KickOutcome
{
    quint64 job = 0; //!< of a paced one, see JobWatch; 0: it is done already
    int total = 0;
    QVector<quint64> kicked; //!< of one that was not paced; likewise
    QVector<quint64> gone;
    QVector<quint64> unanswered; //!< not confirmed in time
    int held = 0;                //!< holds that were put in place by now
    int actualCount = -1;        //!< of a Conflict: how many they are
    QString errorClass;
    QString errorText;
};

void previewKick(AdminClient &client, const KickOrder &order, std::function<void(const KickPreview &)> done);
void startKick(AdminClient &client, const KickOrder &order, std::function<void(const KickOutcome &)> done);

} // namespace relay::client
