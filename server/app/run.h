// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace relay::app {

//! relayd from its arguments to its exit code.
[[nodiscard]] int run(int argc, char **argv);

} // namespace relay::app
