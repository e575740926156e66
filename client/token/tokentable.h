// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/token/tokenorder.h"

namespace relay::client::token {

//! The options that make sense for a purpose, and no others: one without effect would be a trap.
[[nodiscard]] config::OptionTable tokenTable(Purpose purpose);

//! "session", "stats", "admin", "status", "jump", in any capitals.
[[nodiscard]] std::optional<Purpose> purposeOf(const QString &name);

//! What variables begin with: "RELAY_TOKEN_" or "JUMP_TOKEN_".
[[nodiscard]] QString variablePrefix(Purpose purpose);

//! Whether such a token opens a topic.
[[nodiscard]] bool hasTopic(Purpose purpose);

} // namespace relay::client::token
