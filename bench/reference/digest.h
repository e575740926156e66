// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace relay::reference {

//! What a server answers to a Sec-WebSocket-Key (RFC 6455, section 4.2.2).
[[nodiscard]] std::string acceptValue(std::string_view key);

} // namespace relay::reference
