// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/securedroute.h"

#include "common/http/body.h"
#include "common/http/origin.h"
#include "common/http/response.h"
#include "common/http/upgrade.h"
#include "common/topic/address.h"
#include "server/access/apianswers.h"
#include "server/access/apirequest.h"
#include "server/front/cors.h"
#include "server/front/reply.h"
#include "server/front/upgrade.h"
#include "server/shell/hostpath.h"
#include "server/shell/service.h"

namespace relay::front {

namespace {

constexpr QByteArrayView kSession = "/session/";
constexpr QByteArrayView kIn = "/in/";

bool mayCome(const http::RequestHead &head, const Policy &policy)
{
    return policy.allowedOrigins.isEmpty() || http::isOriginListed(head, policy.allowedOrigins)
        || http::isOfOwnPage(head, policy.isSecure);
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
    if (topic == "stats") {
        ReplyRoute reply = refused(head, 403, "Nobody sends to the topic stats: its reports are the relay's own.");
        reply.reason = access::Reason::WrongTopic;
        return reply;
    }
    return SessionIngestRoute { topic, kIn.toByteArray() + topic, http::expectsContinue(head) };
}

Route shell(const http::RequestHead &head, const Policy &policy, QByteArrayView start)
{
    if (const auto fault = http::faultOfHandshake(head))
        return refused(head, *fault);
    auto parsed = topicBehind(head, start);
    if (const auto *refusal = std::get_if<topic::Refusal>(&parsed))
        return refused(head, 400, refusal->reason);
    if (!mayCome(head, policy))
        return foreignOrigin(head);
    const auto topic = std::get<QByteArray>(std::move(parsed));
    return ShellRoute { topic, start.toByteArray() + topic, access::firstInQuery(head.query, "code"),
                        offersShellProtocol(head) };
}

//! What the relay of shells makes of a request: its websockets and its calls; nothing: it is none of its paths.
std::optional<Route> decideShell(const http::RequestHead &head, const Policy &policy)
{
    const auto websocket = shell::startOfWebsocket(head.path);
    const bool isCall = shell::Service::servesCall(head.path);
    if (websocket && head.method == "GET" && http::wantsWebsocket(head))
        return shell(head, policy, *websocket);
    if (!isCall)
        return std::nullopt;
    if (head.method == "OPTIONS" && policy.hasCors)
        return preflight(head, policy);
    return ShellCallRoute {};
}

//! In the forms that clients of the existing servers know, which had no pages beside the calls.
Route closed(const http::RequestHead &head, const Policy &policy, const QByteArray &path)
{
    if (http::wantsWebsocket(head))
        return refused(head, 404, "Not Found");
    const access::Answer answer = access::notFound(path.isEmpty() ? head.path : path);
    return ReplyRoute { http::response(answer.status, "application/json", answer.body, corsHeaders(head, policy),
                                       head.method != "HEAD"),
                        answer.status };
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
    if (auto route = decideShell(head, policy))
        return route;
    const bool sends = head.method == "POST" || head.method == "PUT";
    if (sends && head.path.startsWith(kIn) && (!policy.hasOpenTopics || head.count("authorization") > 0))
        return ingest(head, policy);
    if (policy.hasOpenTopics)
        return std::nullopt;
    return closed(head, policy, path);
}

} // namespace relay::front
