// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/front/route.h"

#include <optional>

namespace relay::front {

//! What secured mode makes of a request; nothing: it is for the rules of open mode. path: decoded, see pagePath().
[[nodiscard]] std::optional<Route> decideSecured(const http::RequestHead &head, const Policy &policy,
                                                 const QByteArray &path);

} // namespace relay::front
