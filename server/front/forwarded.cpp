// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/forwarded.h"

#include <algorithm>

namespace relay::front {

using access::parseAddress;
using access::withoutMapping;

namespace {

//! "192.0.2.1", "192.0.2.1:80", "2001:db8::1", "[2001:db8::1]:80"; some proxies add the port.
std::optional<QHostAddress> parseHop(QByteArray text)
{
    text = text.trimmed();
    if (text.startsWith('[')) {
        const qsizetype end = text.indexOf(']');
        text = end < 0 ? QByteArray() : text.mid(1, end - 1);
    } else if (text.count(':') == 1) {
        text = text.left(text.indexOf(':'));
    }
    const auto address = parseAddress(QString::fromLatin1(text));
    return address ? std::optional(withoutMapping(*address)) : std::nullopt;
}

QByteArrayList hopsIn(const http::RequestHead &head)
{
    QByteArrayList hops;
    for (const auto &[name, value] : head.headers) {
        if (name == "x-forwarded-for")
            hops += value.split(',');
    }
    return hops;
}

} // namespace

Client clientOf(const http::RequestHead &head, const Client &direct, const std::vector<Network> &trustedProxies)
{
    Client client = direct;
    client.address = withoutMapping(direct.address); // a listener of both kinds sees IPv4 peers in IPv6
    if (!isIn(direct.address, trustedProxies))
        return client;
    if (head.count("x-forwarded-proto") > 0)
        client.isSecure = head.header("x-forwarded-proto").trimmed().toLower() == "https";
    const QByteArrayList hops = hopsIn(head);
    for (auto hop = hops.crbegin(); hop != hops.crend(); ++hop) {
        const auto address = parseHop(*hop);
        if (!address)
            return client;
        client.address = *address;
        client.port = 0;
        if (!isIn(*address, trustedProxies))
            break;
    }
    return client;
}

} // namespace relay::front
