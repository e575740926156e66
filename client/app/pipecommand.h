// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace relay::client {

// relay send and relay watch. words: without the program's and the command's name. They give the exit code: 0 when all
// was sent or enough was seen, 1 when the connection was lost for good, 2 when they were asked for wrongly.
int runSend(const QStringList &words);
int runWatch(const QStringList &words);

} // namespace relay::client
