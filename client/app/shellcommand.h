// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace relay::client {

//! relay shell host and relay shell client. Gives the exit code.
int runShell(const QStringList &words);

} // namespace relay::client
