// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace relay::tests {

//! The messages in a stream of server frames; a frame that is no whole message fails the process.
[[nodiscard]] std::vector<std::string> messagesIn(std::string_view stream);

} // namespace relay::tests
