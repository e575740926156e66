// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/failuretext.h"

#include "client/admin/adminclient.h"

namespace relay::client {

QString failureText(Transport::Failure failure, const QString &path, const QString &detail)
{
    switch (failure) {
    case Transport::Failure::None: return AdminClient::tr("relayd at %1 ended the connection.").arg(path);
    case Transport::Failure::Absent:
        return AdminClient::tr("There is no admin socket at %1. Start relayd, or name the socket of the one that runs.")
            .arg(path);
    case Transport::Failure::Dead:
        return AdminClient::tr("Nobody listens on the admin socket %1: relayd has stopped. Start it again.").arg(path);
    case Transport::Failure::Forbidden:
        return AdminClient::tr(
                   "You may not open the admin socket %1. Join the group relay-admin, or run as the user of relayd.")
            .arg(path);
    case Transport::Failure::Told: return detail;
    case Transport::Failure::Other: break;
    }
    return AdminClient::tr("The connection to relayd at %1 failed: %2.").arg(path, detail);
}

} // namespace relay::client
