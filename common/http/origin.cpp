// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/http/origin.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

#include <arpa/inet.h>

namespace relay::http {

namespace {

struct HostPort
{
    QByteArray host; // lower case, an IPv6 address without brackets
    int port = 0;

    friend bool operator==(const HostPort &, const HostPort &) = default;
};

std::optional<HostPort> splitAuthority(QByteArrayView authority, int defaultPort)
{
    qsizetype colon = authority.lastIndexOf(':');
    if (authority.startsWith('[')) {
        const qsizetype bracket = authority.indexOf(']');
        if (bracket < 0 || (bracket + 1 < authority.size() && colon != bracket + 1))
            return std::nullopt;
        if (colon < bracket)
            colon = -1;
    }
    const QByteArrayView host = colon < 0 ? authority : authority.first(colon);
    HostPort result { .host = host.toByteArray().toLower(), .port = defaultPort };
    if (result.host.startsWith('[') && result.host.endsWith(']'))
        result.host = result.host.sliced(1, result.host.size() - 2);
    if (colon >= 0) {
        bool isNumber = false;
        result.port = authority.sliced(colon + 1).toByteArray().toUShort(&isNumber);
        if (!isNumber)
            return std::nullopt;
    }
    if (result.host.isEmpty() || result.host.contains('[') || result.host.contains('/'))
        return std::nullopt;
    return result;
}

using Ipv6 = std::array<unsigned char, 16>;

//! Of version 4 as version 6 has it, ::ffff:a.b.c.d (RFC 4291, 2.5.5.2); nothing: it is no address but a name.
std::optional<Ipv6> addressOf(const QByteArray &host)
{
    Ipv6 address { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 0 };
    if (::inet_pton(AF_INET, host.constData(), &address[12]) == 1
        || ::inet_pton(AF_INET6, host.constData(), address.data()) == 1)
        return address;
    return std::nullopt;
}

bool isLoopback(const QByteArray &host)
{
    if (host == "localhost" || host.endsWith(".localhost")) // RFC 6761, 6.3: never leaves the machine
        return true;
    constexpr Ipv6 kLoopback6 { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1 };
    constexpr Ipv6 kLoopback4 { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 127, 0, 0, 0 };
    const auto address = addressOf(host);
    return address && (*address == kLoopback6 || std::memcmp(address->data(), kLoopback4.data(), 13) == 0);
}

} // namespace

bool isHostOwn(const RequestHead &head)
{
    if (head.count("host") == 0)
        return true;
    const auto host = splitAuthority(head.header("host"), 80);
    return host && (isLoopback(host->host) || addressOf(host->host));
}

bool isOriginListed(const RequestHead &head, const QByteArrayList &origins)
{
    const QByteArray origin = head.header("origin");
    return head.count("origin") == 0 || std::any_of(origins.begin(), origins.end(), [&](const QByteArray &listed) {
               return listed == "*" || listed.compare(origin, Qt::CaseInsensitive) == 0;
           });
}

bool isOriginAllowed(const RequestHead &head, const QByteArrayList &allowedOrigins, bool isSecure)
{
    if (head.count("origin") == 0)
        return true;
    const QByteArray origin = head.header("origin");
    if (isOriginListed(head, allowedOrigins))
        return true;
    const qsizetype schemeEnd = origin.indexOf("://");
    if (schemeEnd < 0) // "null" of sandboxed frames and local files: anybody's page can have it
        return false;
    const QByteArray scheme = origin.first(schemeEnd).toLower();
    if (scheme != "http" && scheme != "https")
        return false;
    const int defaultPort = scheme == "https" ? 443 : 80;
    const auto page = splitAuthority(QByteArrayView(origin).sliced(schemeEnd + 3), defaultPort);
    if (!page)
        return false;
    if (isLoopback(page->host))
        return true;
    return (scheme == "https" || !isSecure) && page == splitAuthority(head.header("host"), defaultPort);
}

} // namespace relay::http
