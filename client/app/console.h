// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! Where a command writes, and how it ends.
namespace relay::client::console {

enum ExitCode {
    kSuccess = 0,
    kFailure = 1, //!< it was tried and did not work
    kUsage = 2,   //!< it was asked for wrongly; nothing was tried
};

struct Size
{
    int columns = 0; //!< 0: no limit
    int rows = 24;
};

void out(const QString &text);   //!< standard output, flushed
void error(const QString &text); //!< standard error, after "relay: "
[[nodiscard]] bool isTerminal(); //!< of standard output
[[nodiscard]] Size terminalSize();

} // namespace relay::client::console
