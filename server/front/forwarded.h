// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/http/requesthead.h"

#include <QHostAddress>
#include <QString>

#include <optional>
#include <vector>

namespace relay::front {

//! A network in CIDR form: 10.0.0.0/8, 2001:db8::/32, or one address.
struct Network
{
    QHostAddress address;
    int prefix = 0; //!< bits
};

[[nodiscard]] std::optional<Network> parseNetwork(const QString &text);
[[nodiscard]] bool isIn(const QHostAddress &address, const std::vector<Network> &networks);

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
