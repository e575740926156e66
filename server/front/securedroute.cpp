// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/securedroute.h"

#include "common/http/body.h"
#include "common/http/origin.h"
#include "common/http/upgrade.h"
#include "common/topic/address.h"
#include "server/access/api.h"
#include "server/access/apirequest.h"
#include "server/front/cors.h"
#include "server/front/reply.h"

namespace relay::front {

namespace {

constexpr QByteArrayView kSession = "/session/";
constexpr QByteArrayView kIn = "/in/";

bool mayCome(const http::RequestHead &head, const Policy &policy)
{
    return policy.allowedOrigins.isEmpty() || http::isOriginListed(head, policy.allowedOrigins);
}

//! The topic behind such a start of the path, as it was sent.
std::variant<QByteArray, topic::Refusal> topicBehind(const http::RequestHead &head, QByteArrayView start)
{
    return topic::parseSessionTopic(QByteArrayView(head.path).sliced(start.size()));
}

Route session(const http::RequestHead &head, const Policy &policy)
{
    if (const auto fault = http::faultOfHandshake(head))
        return refused(head, *fault);
    auto parsed = topicBehind(head, kSession);
    if (const auto *refusal = std::get_if<topic::Refusal>(&parsed))
        return refused(head, 400, refusal->reason);
    if (!mayCome(head, policy))
        return foreignOrigin(head);
    return SessionRoute { std::get<QByteArray>(std::move(parsed)), access::firstInQuery(head.query, "code") };
}

Route ingest(const http::RequestHead &head, const Policy &policy)
{
    auto parsed = topicBehind(head, kIn);
    if (const auto *refusal = std::get_if<topic::Refusal>(&parsed))
        return refused(head, 400, refusal->reason);
    if (!mayCome(head, policy))
        return foreignOrigin(head);
    if (const auto fault = http::faultOfIngest(head))
        return refused(head, *fault);
    auto topic = std::get<QByteArray>(std::move(parsed));
    if (topic == "stats")
        return refused(head, 403, "Nobody sends to the topic stats: its reports are the relay's own.");
    return SessionIngestRoute { topic, kIn.toByteArray() + topic, http::expectsContinue(head) };
}

Route closed(const http::RequestHead &head)
{
    if (http::wantsWebsocket(head))
        return refused(head, 404, "Not Found"); // as clients know it
    return refused(head, 404,
                   "This relay asks for tokens. POST one to /session/<topic> to get the address of a websocket; streams "
                   "are sent to /in/<topic> with the token in an Authorization header.");
}

} // namespace

std::optional<Route> decideSecured(const http::RequestHead &head, const Policy &policy, const QByteArray &path)
{
    // By what was sent: an encoded slash may be part of a topic, never end what comes before it.
    const bool isSession = head.path.startsWith(kSession);
    if (isSession || access::Api::serves(path)) {
        if (head.method == "OPTIONS" && policy.hasCors)
            return preflight(head, policy);
        if (isSession && http::wantsWebsocket(head) && head.method == "GET")
            return session(head, policy);
        return AccessRoute {};
    }
    const bool sends = head.method == "POST" || head.method == "PUT";
    if (sends && head.path.startsWith(kIn) && (!policy.hasOpenTopics || head.count("authorization") > 0))
        return ingest(head, policy);
    if (policy.hasOpenTopics)
        return std::nullopt;
    return closed(head);
}

} // namespace relay::front
