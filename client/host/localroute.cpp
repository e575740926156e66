// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/localroute.h"

#include "client/host/restapi.h"
#include "common/http/body.h"
#include "common/http/origin.h"
#include "common/http/upgrade.h"
#include "common/topic/percent.h"

#include <QStringBuilder>

namespace relay::client::host {

namespace {

constexpr QByteArrayView kTs = "/ts/";
constexpr QByteArrayView kWs = "/ws/";

http::HeadFault notFound(const QByteArray &reason)
{
    return { 404, reason };
}

LocalRoute websocket(const http::RequestHead &head, const QString &feed)
{
    if (!http::wantsWebsocket(head))
        return http::HeadFault { 426, "/ws/ is for websockets. Transport streams are sent to /ts/ by POST.",
                                 http::kUpgradeFields };
    if (auto fault = http::faultOfHandshake(head))
        return *std::move(fault);
    const bool wantsNull = head.hasToken("sec-websocket-protocol", "null"); // what existing firmware asks for
    return SocketRoute { feed,
                         "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                         "Sec-WebSocket-Accept: "
                             + http::acceptKey(head.header("sec-websocket-key")) + "\r\n"
                             + (wantsNull ? "Sec-WebSocket-Protocol: null\r\n\r\n" : "\r\n") };
}

LocalRoute ingest(const http::RequestHead &head, const QString &feed)
{
    if (feed == kApiFeed)
        return notFound("api is where a host takes its commands, at /ws/api; choose another name for a feed");
    if (isStream(feed))
        return notFound("stream/ is for what combines feeds; send to one of them");
    if (auto fault = http::faultOfIngest(head))
        return *std::move(fault);
    return IngestRoute { feed };
}

std::optional<http::HeadFault> faultOfSender(const http::RequestHead &head, const LocalPolicy &policy)
{
    if (policy.isLoopback && !http::isHostOwn(head))
        return http::HeadFault {
            403, "This host is reached by address or as localhost, not as " + head.header("host") + "."
        };
    if (!http::isOriginAllowed(head, policy.allowedOrigins))
        return http::HeadFault { 403,
                                 "Pages from " + head.header("origin")
                                     + " may not reach this host. To allow them, start it with --allow-origin "
                                     + head.header("origin") + "." };
    return std::nullopt;
}

} // namespace

LocalRoute decide(const http::RequestHead &head, const LocalPolicy &policy)
{
    if (auto fault = faultOfSender(head, policy))
        return *std::move(fault);
    if (auto fault = http::faultOfExpect(head))
        return *std::move(fault);
    const auto path = topic::percentDecoded(head.path);
    if (!path)
        return http::HeadFault { 400, "The path has a % that two hexadecimal digits do not follow." };
    if (isRestPath(*path))
        return CallRoute { *path };
    for (const QByteArrayView start : { kTs, kWs }) {
        if (!path->startsWith(start))
            continue;
        const QByteArrayView name = QByteArrayView(*path).sliced(start.size());
        if (!isName(name))
            return notFound("A feed is named by letters, digits and - _ . / ; at most 256 of them.");
        const QString feed = QString::fromLatin1(name);
        return start == kTs ? ingest(head, feed) : websocket(head, feed);
    }
    return notFound("404 page not found");
}

} // namespace relay::client::host
