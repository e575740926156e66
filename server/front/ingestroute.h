// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/front/route.h"

#include <optional>

namespace relay::front {

//! What keeps the body of a request from becoming messages: 411, 415.
[[nodiscard]] std::optional<ReplyRoute> faultOfIngest(const http::RequestHead &head);

//! Whether it wants to hear "100 Continue" before it sends.
[[nodiscard]] bool expectsContinue(const http::RequestHead &head);

//! 403 to a page that may not reach this relay.
[[nodiscard]] ReplyRoute foreignOrigin(const http::RequestHead &head);

} // namespace relay::front
