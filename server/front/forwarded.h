// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/http/requesthead.h"
#include "server/access/network.h"

#include <QHostAddress>
#include <vector>

namespace relay::front {

using access::isIn;
using access::Network;
using access::parseNetwork;

//! Who is at the other end of a request.
struct Client
{
    QHostAddress address;
    quint16 port = 0;      //!< 0: not known, behind a proxy
    bool isSecure = false; //!< came through TLS, as far as is known
};

/*!
 * The client of a request that came from `direct`. Only where that is a trusted proxy are its headers believed:
 * X-Forwarded-For, of which the last address that is no trusted proxy counts, since whoever sends a request can begin
 * that list with anything; and X-Forwarded-Proto. A list that makes no sense counts as none. Pure.
 */
[[nodiscard]] Client clientOf(const http::RequestHead &head, const Client &direct,
                              const std::vector<Network> &trustedProxies);

} // namespace relay::front
