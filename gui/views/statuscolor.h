// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/models/status.h"
#include "gui/theme/tokens.h"

namespace relay::gui {

[[nodiscard]] QColor statusColor(const Tokens &tokens, Status status);
//! Behind the value that is the cause; the table's ground where a status has none.
[[nodiscard]] QColor statusFill(const Tokens &tokens, Status status);

} // namespace relay::gui
