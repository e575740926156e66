// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/http/requesthead.h"

#include <optional>

//! The opening handshake of a websocket, as far as it is HTTP (RFC 6455, section 4.2).
namespace relay::http {

//! What a refusal with 426 has to say besides (RFC 6455, 4.2.2; RFC 9110, 15.5.22): whole lines with CRLF.
inline constexpr char kUpgradeFields[] = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n";

/*!
 * Whether the request means to open a websocket: it names the protocol, or has the key that nothing else has. Then it
 * gets a websocket or hears why not.
 */
[[nodiscard]] bool wantsWebsocket(const RequestHead &head);

//! What keeps the handshake from being valid (RFC 6455, 4.2.1): 400, 405, 426 or 505. Nothing: it may go ahead.
[[nodiscard]] std::optional<HeadFault> faultOfHandshake(const RequestHead &head);

//! Sec-WebSocket-Accept for a key (RFC 6455, 4.2.2), by which either end knows that it was understood.
[[nodiscard]] QByteArray acceptKey(const QByteArray &key);

} // namespace relay::http
