// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/cors.h"

#include "common/http/origin.h"
#include "common/http/response.h"

namespace relay::front {

namespace {

constexpr char kAllowed[] = "Access-Control-Allow-Methods: GET, POST, OPTIONS\r\n"
                            "Access-Control-Allow-Headers: Authorization,DNT,X-CustomHeader,Keep-Alive,User-Agent,"
                            "X-Requested-With,If-Modified-Since,Cache-Control,Content-Type\r\n";

} // namespace

QByteArray corsHeaders(const http::RequestHead &head, const Policy &policy)
{
    constexpr char kExposed[] = "Access-Control-Expose-Headers: Retry-After, WWW-Authenticate\r\n";
    if (!policy.hasCors)
        return {}; // two answers count as none
    if (policy.allowedOrigins.isEmpty())
        return QByteArray("Access-Control-Allow-Origin: *\r\n") + kExposed;
    if (head.count("origin") == 0 || !http::isOriginListed(head, policy.allowedOrigins))
        return "Vary: Origin\r\n";
    return "Access-Control-Allow-Origin: " + head.header("origin") + "\r\nVary: Origin\r\n" + kExposed;
}

ReplyRoute preflight(const http::RequestHead &head, const Policy &policy)
{
    const QByteArray headers = corsHeaders(head, policy) + kAllowed + "Access-Control-Max-Age: 86400\r\n";
    return { http::response(204, {}, {}, headers), 204 };
}

} // namespace relay::front
