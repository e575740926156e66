// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace relay::client {

//! The relay command: the first word says which sub-command. Needs a QCoreApplication. Gives the exit code.
int runProgram(const QStringList &arguments);

} // namespace relay::client
