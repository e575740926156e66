// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkProxy>
#include <QProcessEnvironment>
#include <QString>

#include <variant>

namespace relay::client::session {

//! Whom a connection is for.
struct Destination
{
    bool isSecure = false;
    QString host;
    int port = 0;
};

/*!
 * The proxy that the environment names for such a connection: https_proxy for encrypted ones, http_proxy for others,
 * all_proxy for both, in small letters or, except HTTP_PROXY which servers set for their own ends, capitals. None for
 * this machine itself, nor for what no_proxy lists: hosts, domains with or without a dot before them, addresses,
 * networks, each with or without a port, "*". A sentence where it names one that cannot be used. Pure.
 */
[[nodiscard]] std::variant<QNetworkProxy, QString> proxyFor(const Destination &destination,
                                                            const QProcessEnvironment &environment);

} // namespace relay::client::session
