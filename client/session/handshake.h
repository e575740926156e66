// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/session/address.h"

#include <QByteArray>

#include <optional>

//! The client's side of the opening handshake (RFC 6455, section 4.1). Pure.
namespace relay::client::session {

inline constexpr qsizetype kMaxResponseHead = 16 * 1024; //!< bytes

//! `protocol`: a sub-protocol to offer; empty: none.
[[nodiscard]] QByteArray handshakeRequest(const Address &address, const QByteArray &key, const QByteArray &userAgent,
                                          const QByteArray &protocol = {});

//! What the server said to it.
struct HandshakeResponse
{
    int status = 0;           //!< 101: it is open
    QString fault;            //!< not empty: why it is not
    int retryAfter = 0;       //!< s; 0: not said
    qsizetype size = 0;       //!< bytes of the head; what follows belongs to the websocket, or is a text
    bool hasProtocol = false; //!< the server took the sub-protocol that was offered
};

//! Nothing: not all of it is there yet. `protocol`: what was offered.
[[nodiscard]] std::optional<HandshakeResponse> parseHandshakeResponse(const QByteArray &bytes, const QByteArray &key,
                                                                      const QByteArray &protocol = {});

} // namespace relay::client::session
