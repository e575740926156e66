// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/token/tokenorder.h"

namespace relay::client::token {

[[nodiscard]] config::OptionTable tokenTable(Purpose purpose);

} // namespace relay::client::token
