// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace relay::client {

//! relay host. words: without the program's and the command's name. Gives the exit code: 0 when it was asked to end, 1
//! when it could not begin, 2 when it was asked for wrongly.
int runHost(const QStringList &words);

} // namespace relay::client
