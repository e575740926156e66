// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/requesthead.h"

#include <QByteArrayList>

namespace relay::front {

/*!
 * Whether the web page that caused the request may reach topics in open mode: requests without an Origin (programs),
 * pages of the same host, pages from loopback, and the allowed origins ("*" is any). RFC 6454; pure.
 */
[[nodiscard]] bool isOriginAllowed(const http::RequestHead &head, const QByteArrayList &allowedOrigins);

} // namespace relay::front
