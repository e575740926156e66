// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace relay::client {

//! relay file. words: without the program's and the command's name. Gives the exit code.
int runFile(const QStringList &words);
//! `relay client file`, as it was called before.
int runClient(const QStringList &words);

} // namespace relay::client
