// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/front/route.h"

namespace relay::front {

/*!
 * A refusal in text/plain that suits the request: a HEAD gets the header fields alone. extraHeaders are whole lines
 * with CRLF.
 */
[[nodiscard]] ReplyRoute refused(const http::RequestHead &head, int status, const QByteArray &reason,
                                 QByteArrayView extraHeaders = {});

//! The same for what is wrong with the request by its head.
[[nodiscard]] ReplyRoute refused(const http::RequestHead &head, const http::HeadFault &fault);

//! 200 with this body, to GET and HEAD.
[[nodiscard]] ReplyRoute shown(const http::RequestHead &head, QByteArrayView contentType, QByteArrayView body,
                               QByteArrayView extraHeaders = {});

//! 405 with the methods that would do, as the Allow header wants them: "GET, HEAD".
[[nodiscard]] ReplyRoute wrongMethod(const http::RequestHead &head, QByteArrayView allowed, const QByteArray &reason);

//! 426 to a request that should have been a websocket handshake of version 13 (RFC 6455, 4.2.2).
[[nodiscard]] ReplyRoute upgradeRequired(const http::RequestHead &head, const QByteArray &reason);

//! 403 to a page that may not reach this relay.
[[nodiscard]] ReplyRoute foreignOrigin(const http::RequestHead &head);

//! 503 to whoever comes while there is no descriptor or no memory for one more; the same to every request.
[[nodiscard]] QByteArray noRoom();

//! 503 to whoever has to make room for others before it has said what it wants.
[[nodiscard]] QByteArray crowded();

//! 503 to whoever is one too many in this second.
[[nodiscard]] QByteArray tooFast();

//! 429 to whoever is one too many of its address that have not said what they want.
[[nodiscard]] QByteArray undecided();

} // namespace relay::front
