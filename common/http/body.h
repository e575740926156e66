// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/http/requesthead.h"

#include <optional>

//! What a head says about the body behind it.
namespace relay::http {

//! What keeps the body of a request from being read as a stream: 411, 415.
[[nodiscard]] std::optional<HeadFault> faultOfIngest(const RequestHead &head);

//! 417 to an expectation other than 100-continue (RFC 9110, 10.1.1).
[[nodiscard]] std::optional<HeadFault> faultOfExpect(const RequestHead &head);

//! Whether it wants to hear kContinue before it sends.
[[nodiscard]] bool expectsContinue(const RequestHead &head);
inline constexpr char kContinue[] = "HTTP/1.1 100 Continue\r\n\r\n";

} // namespace relay::http
