// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/http/requesthead.h"

namespace relay::front {

/*!
 * The head as QWebSocketServer is shown it: what the handshake depends on, in the one form that it knows. It would
 * refuse "Upgrade: h2c, websocket", and read cookies for nothing. Only for a head without fault. speaksShell: what is
 * offered is relay-shell.1 and nothing else; without it, everything but that.
 */
[[nodiscard]] QByteArray handshakeHead(const http::RequestHead &head, bool speaksShell = false);

//! Whether relay-shell.1 is among the sub-protocols that are offered. It is spoken only where that was agreed on.
[[nodiscard]] bool offersShellProtocol(const http::RequestHead &head);

} // namespace relay::front
