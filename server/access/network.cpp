// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/network.h"

#include <QtEndian>

#include <algorithm>

namespace relay::access {

namespace {

constexpr int kIpv4Bits = 32;
constexpr int kIpv6Bits = 128;
constexpr int kMappedBits = kIpv6Bits - kIpv4Bits; // of ::ffff:0:0/96

constexpr int kWordBits = 64;

//! A word that begins with so many ones, of which 0 and less are none and more than 64 all.
std::uint64_t leading(int ones)
{
    return ones <= 0 ? 0 : ~std::uint64_t(0) << (kWordBits - std::min(ones, kWordBits));
}

Bits bitsOfIpv6(const QHostAddress &address)
{
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    return { qFromBigEndian<quint64>(bytes.c), qFromBigEndian<quint64>(bytes.c + 8) };
}

bool isIpv6(const QHostAddress &address)
{
    return address.protocol() == QAbstractSocket::IPv6Protocol;
}

QHostAddress masked(const QHostAddress &address, int prefix)
{
    if (!isIpv6(address)) {
        const quint32 mask = prefix == 0 ? 0 : ~quint32(0) << (kIpv4Bits - prefix);
        return QHostAddress(address.toIPv4Address() & mask);
    }
    Q_IPV6ADDR bytes = address.toIPv6Address();
    for (int bit = prefix; bit < kIpv6Bits; ++bit)
        bytes[bit / 8] &= quint8(~(0x80 >> (bit % 8)));
    return QHostAddress(bytes);
}

} // namespace

AddressBits::AddressBits(const QHostAddress &address)
{
    bool isIpv4 = false;
    bits.low = address.toIPv4Address(&isIpv4); // also of one that is mapped into IPv6
    isIpv6 = !isIpv4 && relay::access::isIpv6(address);
    if (isIpv6)
        bits = bitsOfIpv6(address);
}

NetworkBits::NetworkBits(const Network &network)
    : m_isValid(!network.address.isNull())
{
    const Network plain = canonical(network);
    m_isIpv6 = isIpv6(plain.address); // by its form: "::" would pass for 0.0.0.0
    m_mask = m_isIpv6 ? Bits { leading(plain.prefix), leading(plain.prefix - kWordBits) }
                      : Bits { 0, leading(kWordBits - kIpv4Bits + plain.prefix) };
    m_start = (m_isIpv6 ? bitsOfIpv6(plain.address) : Bits { 0, plain.address.toIPv4Address() }) & m_mask;
}

QHostAddress withoutMapping(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    return isIpv4 ? QHostAddress(ipv4) : address;
}

std::optional<QHostAddress> parseAddress(const QString &text)
{
    QHostAddress address;
    if ((!text.contains(u':') && text.count(u'.') != 3) || text.contains(u'%') || !address.setAddress(text))
        return std::nullopt;
    return address;
}

std::optional<Network> parseNetwork(const QString &text)
{
    const auto address = parseAddress(text.section(u'/', 0, 0));
    if (!address)
        return std::nullopt;
    const int most = isIpv6(*address) ? kIpv6Bits : kIpv4Bits;
    if (!text.contains(u'/'))
        return Network { *address, most };
    bool isNumber = false;
    const int prefix = text.section(u'/', 1).toInt(&isNumber);
    return isNumber && prefix >= 0 && prefix <= most ? std::optional(Network { *address, prefix }) : std::nullopt;
}

bool isIn(const QHostAddress &address, const Network &network)
{
    const QHostAddress plain = withoutMapping(address);
    return plain.protocol() == network.address.protocol() && plain.isInSubnet(network.address, network.prefix);
}

bool isIn(const QHostAddress &address, const std::vector<Network> &networks)
{
    return std::any_of(networks.begin(), networks.end(), [&](const Network &network) { return isIn(address, network); });
}

Network canonical(const Network &network)
{
    Network plain = network;
    if (isIpv6(network.address) && network.prefix >= kMappedBits) {
        const QHostAddress address = withoutMapping(network.address);
        if (!isIpv6(address))
            plain = { address, network.prefix - kMappedBits };
    }
    return { masked(plain.address, plain.prefix), plain.prefix };
}

QString textOf(const Network &network)
{
    const bool isWhole = network.prefix == (isIpv6(network.address) ? kIpv6Bits : kIpv4Bits);
    const QString address = network.address.toString();
    return isWhole ? address : QStringLiteral("%1/%2").arg(address).arg(network.prefix);
}

bool isSweeping(const Network &network)
{
    constexpr int kLargestIpv4 = 8;
    constexpr int kLargestIpv6 = 16;
    const Network plain = canonical(network);
    const bool isLoopback = isIn(QHostAddress(QHostAddress::LocalHost), plain)
        || isIn(QHostAddress(QHostAddress::LocalHostIPv6), plain) || plain.address.isLoopback();
    return isLoopback || plain.prefix < (isIpv6(plain.address) ? kLargestIpv6 : kLargestIpv4);
}

} // namespace relay::access
