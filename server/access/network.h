// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QString>

#include <optional>
#include <vector>

namespace relay::access {

//! A network in CIDR form: 10.0.0.0/8, 2001:db8::/32, or one address.
struct Network
{
    QHostAddress address;
    int prefix = 0; //!< bits
};

[[nodiscard]] std::optional<Network> parseNetwork(const QString &text);
//! Whole addresses only: Qt also reads "1.2.3" and "10", as old networks wrote them.
[[nodiscard]] std::optional<QHostAddress> parseAddress(const QString &text);
[[nodiscard]] bool isIn(const QHostAddress &address, const Network &network);
[[nodiscard]] bool isIn(const QHostAddress &address, const std::vector<Network> &networks);
//! An IPv4 address as such also when mapped into IPv6: a listener of both kinds sees IPv4 peers so.
[[nodiscard]] QHostAddress withoutMapping(const QHostAddress &address);

//! The same network in its one form: without bits behind the prefix, IPv4 not mapped into IPv6.
[[nodiscard]] Network canonical(const Network &network);
//! "192.0.2.0/24"; of one address that alone.
[[nodiscard]] QString textOf(const Network &network);
//! So much of the world, or of this machine, that it is more likely a mistake than meant.
[[nodiscard]] bool isSweeping(const Network &network);

} // namespace relay::access
