// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/http/requesthead.h"

namespace relay::front {

/*!
 * The head as QWebSocketServer is shown it: what the handshake depends on, in the one form that it knows. It would
 * refuse "Upgrade: h2c, websocket", and read cookies for nothing. Only for a head without fault.
 */
[[nodiscard]] QByteArray handshakeHead(const http::RequestHead &head);

} // namespace relay::front
