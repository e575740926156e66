// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/ingestroute.h"

#include "server/front/reply.h"

namespace relay::front {

std::optional<ReplyRoute> faultOfIngest(const http::RequestHead &head)
{
    if (const QByteArray coding = head.header("content-encoding"); !coding.isEmpty() && coding.toLower() != "identity")
        return refused(head, 415,
                       "The body has the Content-Encoding " + coding + ". Send the MPEG transport stream as it is.");
    if (head.count("transfer-encoding") == 0 && head.count("content-length") == 0) {
        return refused(head, 411,
                       "The request announces no body. Send it with Transfer-Encoding: chunked or a Content-Length.");
    }
    return std::nullopt;
}

// HTTP/1.0 knows no interim responses: such an expectation is to be ignored (RFC 9110, 10.1.1).
bool expectsContinue(const http::RequestHead &head)
{
    return head.minorVersion >= 1 && head.hasToken("expect", "100-continue");
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

} // namespace relay::front
