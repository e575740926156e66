// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/http/requesthead.h"

#include <QByteArrayList>

namespace relay::http {

/*!
 * Whether the web page that caused the request may reach topics in open mode: requests without an Origin (programs),
 * pages of the same host, pages from loopback, and the allowed origins ("*" is any). Of a request through TLS the same
 * host is an https one: whoever sits on the wire can make up a page of http. RFC 6454; pure.
 */
[[nodiscard]] bool isOriginAllowed(const RequestHead &head, const QByteArrayList &allowedOrigins, bool isSecure = false);

/*!
 * Whether the Host is one that no foreign name leads to: an address, or a name of loopback, or none at all. On loopback
 * any other means that a page had its own name point here, to pass for the same host (DNS rebinding). Pure.
 */
[[nodiscard]] bool isHostOwn(const RequestHead &head);

//! Whether the request has no Origin, or one that is in the list to the letter, or the list has "*". Pure.
[[nodiscard]] bool isOriginListed(const RequestHead &head, const QByteArrayList &origins);

} // namespace relay::http
