// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/front/route.h"

#include <optional>

namespace relay::front {

/*!
 * Whether the request means to open a websocket: it names the protocol, or has the key that nothing else has. Then it
 * gets a websocket or hears why not.
 */
[[nodiscard]] bool wantsWebsocket(const http::RequestHead &head);

//! What keeps the handshake from being valid (RFC 6455, 4.2.1): 400, 405, 426 or 505. Nothing: it may go ahead.
[[nodiscard]] std::optional<ReplyRoute> faultOfHandshake(const http::RequestHead &head);

/*!
 * The head as QWebSocketServer is shown it: what the handshake depends on, in the one form that it knows. It would
 * refuse "Upgrade: h2c, websocket", and read cookies for nothing. Only for a head without fault.
 */
[[nodiscard]] QByteArray handshakeHead(const http::RequestHead &head);

} // namespace relay::front
