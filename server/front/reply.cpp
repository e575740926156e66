// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/reply.h"

#include "common/http/response.h"
#include "common/http/upgrade.h"

#include <QStringBuilder>

namespace relay::front {

ReplyRoute refused(const http::RequestHead &head, int status, const QByteArray &reason, QByteArrayView extraHeaders)
{
    const QByteArray body = reason + '\n';
    const bool withBody = head.method != "HEAD";
    return { http::response(status, "text/plain; charset=utf-8", body, extraHeaders, withBody), status };
}

ReplyRoute refused(const http::RequestHead &head, const http::HeadFault &fault)
{
    return refused(head, fault.status, fault.reason, fault.headers);
}

ReplyRoute shown(const http::RequestHead &head, QByteArrayView contentType, QByteArrayView body,
                 QByteArrayView extraHeaders)
{
    return { http::response(200, contentType, body, extraHeaders, head.method != "HEAD"), 200 };
}

ReplyRoute wrongMethod(const http::RequestHead &head, QByteArrayView allowed, const QByteArray &reason)
{
    const QByteArray allow = "Allow: " + allowed.toByteArray() + "\r\n";
    return refused(head, 405, reason, allow);
}

ReplyRoute upgradeRequired(const http::RequestHead &head, const QByteArray &reason)
{
    return refused(head, 426, reason, http::kUpgradeFields);
}

ReplyRoute foreignOrigin(const http::RequestHead &head)
{
    ReplyRoute reply = refused(head, 403,
                               "Pages from " + head.header("origin")
                                   + " may not reach this relay. To allow them, start relayd with --allow-origin "
                                   + head.header("origin") + ".");
    reply.reason = access::Reason::Origin;
    return reply;
}

QByteArray noRoom()
{
    return http::refusal(503, "the relay has no room for another connection; try again later", "Retry-After: 5\r\n");
}

QByteArray crowded()
{
    return http::refusal(503, "too many connections wait to be decided about; try again later", "Retry-After: 1\r\n");
}

QByteArray tooFast()
{
    return http::refusal(503, "too many connections at once; try again in a second", "Retry-After: 1\r\n");
}

QByteArray undecided()
{
    return http::refusal(429, "too many connections from your address have not said yet what they want",
                         "Retry-After: 5\r\n");
}

} // namespace relay::front
