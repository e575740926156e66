// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace relay::client {

//! relay monitor. words: without the program's and the command's name. Gives the exit code: 1 when one of --count
//! messages was lost or late, or it could not begin.
int runMonitor(const QStringList &words);

} // namespace relay::client
