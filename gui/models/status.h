// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/records.h"

#include <QString>

/*!
 * How a connection is doing, in one word. Pure: no clock, no widgets. The worst that holds wins, in the order of the
 * enum down to Idle. Times are ms since the epoch by the server's clock.
 */
namespace relay::gui {

enum class Status : quint8 { Dropping, Slow, Expiring, Idle, Healthy, Kicked };

struct StatusThresholds
{
    qint64 droppingForMs = 10'000; //!< after the last dropped message
    quint64 slowBytes = 512 * 1024;
    qint64 slowQueuedMs = 500;
    qint64 slowAfterMs = 3'000; //!< over one of the two for so long; clears when both are under half
    qint64 expiringMs = 5 * 60'000;
    qint64 idleMs = 60'000;
};

//! What has to be remembered of one connection from look to look.
struct StatusMemory
{
    bool isKnown = false; //!< false: the drops counted so far were before we looked
    bool isSlow = false;
    quint64 dropped = 0;
    qint64 lastDropAt = 0;
    qint64 overSince = 0; //!< 0: not over a limit
};

//! Brings the memory up to `now` and judges.
[[nodiscard]] Status judge(const client::Connection &connection, qint64 now, StatusMemory &memory,
                           const StatusThresholds &thresholds = {});

//! Whether an operator should look at it; these rows stand above the others.
[[nodiscard]] constexpr bool needsAttention(Status status)
{
    return status == Status::Dropping || status == Status::Slow || status == Status::Expiring;
}

//! Place in a table sorted by status: worst first, idle ones last.
[[nodiscard]] int sortRank(Status status);

[[nodiscard]] QString statusIcon(Status status);   //!< file name of the icon, without ending
[[nodiscard]] QString statusWord(Status status);   //!< translated
[[nodiscard]] QString statusFilter(Status status); //!< as the filter language has it: "dropping"

} // namespace relay::gui
