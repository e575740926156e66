// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/stats/feed.h"

#include <QByteArray>
#include <QHostAddress>
#include <QString>
#include <QStringList>

#include <cstdint>

//! Who may do what on this relay, in secured mode: codes, bookings, and the limits of both modes.
namespace relay::access {

//! What a token lets its bearer do, from the request for a code until the connection ends. Times: seconds since the epoch.
struct Grant
{
    QByteArray topic;  //!< canonical, without a slash before it: "lab3-st-video"
    QByteArray kind;   //!< of connection, as in the path: "session"
    QString bookingId; //!< may be empty, where that is allowed
    QStringList scopes;
    std::int64_t notBefore = 0;
    std::int64_t expiresAt = 0;
    QByteArray tokenId = {}; //!< the same for all that one token opens; empty: nobody counts them
    stats::ShellPart shellPart = stats::ShellPart::None; //!< of kind "connect" only
    QString subject = {};                                //!< whom the token is for; most do not say

    [[nodiscard]] bool mayRead() const { return scopes.contains(u"read"); }
    [[nodiscard]] bool mayWrite() const { return scopes.contains(u"write"); }
};

//! Who wants in: the id that the connection is going to have, and the address that its limits go by.
struct Visit
{
    stats::ConnectionId id = 0;
    QHostAddress address;
    QByteArray topic = {}; //!< what holds are about
};

} // namespace relay::access
