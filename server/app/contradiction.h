// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/options.h"

namespace relay::app {

//! Options that are fine alone but not together: how relayd ends because of them.
[[nodiscard]] std::optional<config::Exit> findContradiction(const config::Settings &settings, const Options &options);

} // namespace relay::app
