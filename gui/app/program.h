// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace relay::gui {

//! relay-dashboard from command line to exit code.
int runProgram(int argc, char **argv);

} // namespace relay::gui
