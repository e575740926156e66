// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/front/route.h"

//! What browsers ask before a page of one origin may call another (the Fetch standard, "CORS protocol").
namespace relay::front {

//! Headers, whole lines, for an answer of the access calls. Pages of any origin may call them: the token guards.
[[nodiscard]] QByteArray corsHeaders(const http::RequestHead &head, const Policy &policy);

//! 204 to an OPTIONS request.
[[nodiscard]] ReplyRoute preflight(const http::RequestHead &head, const Policy &policy);

} // namespace relay::front
