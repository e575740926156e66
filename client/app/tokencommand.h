// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace relay::client {

//! relay token. words: without the program's and the command's name. Gives the exit code.
int runToken(const QStringList &words);

} // namespace relay::client
