// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/config/option.h"

namespace relay::client::monitor {

[[nodiscard]] config::OptionTable monitorTable();

} // namespace relay::client::monitor
