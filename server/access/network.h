// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace relay::access {

//! A network in CIDR form: 10.0.0.0/8, 2001:db8::/32, or one address.
struct Network
{
    QHostAddress address;
    int prefix = 0; //!< bits
};

//! An address, or a mask, as numbers.
struct Bits
{
    std::uint64_t high = 0; //!< of IPv6; of IPv4 it is 0
    std::uint64_t low = 0;

    friend bool operator==(const Bits &, const Bits &) = default;
    friend Bits operator&(const Bits &a, const Bits &b) { return { a.high & b.high, a.low & b.low }; }
};

//! An address that is compared with many networks.
struct AddressBits
{
    explicit AddressBits(const QHostAddress &address);

    bool isIpv6 = false;
    Bits bits;
};

//! A network that many addresses are compared with. Holds nobody unless it is made of a network.
class NetworkBits
{
public:
    NetworkBits() = default;
    explicit NetworkBits(const Network &network);

    [[nodiscard]] bool holds(const AddressBits &address) const
    {
        return m_isValid && address.isIpv6 == m_isIpv6 && (address.bits & m_mask) == m_start;
    }

private:
    bool m_isValid = false;
    bool m_isIpv6 = false;
    Bits m_mask;
    Bits m_start;
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
