// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace relay::client {

struct WatchOptions
{
    QString socketPath;
    bool isJson = false;
    int count = 0; //!< ends after this many updates; 0: never
};

/*!
 * `relay admin watch`: on a terminal the totals and the busiest connections, drawn anew each second; elsewhere one
 * line a second. Keeps trying when relayd goes away, and says so. Gives the exit code.
 */
int watch(const WatchOptions &options);

} // namespace relay::client
