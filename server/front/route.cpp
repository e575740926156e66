// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/route.h"

#include "common/http/body.h"
#include "common/http/origin.h"
#include "common/http/upgrade.h"
#include "common/topic/percent.h"
#include "server/front/reply.h"
#include "server/front/securedroute.h"
#include "server/web/assets.h"

#include <QStringBuilder>

#include <algorithm>
#include <array>

namespace relay::front {

namespace {

// What secured mode will serve; in open mode it must not look like a topic that nobody uses.
bool needsSecret(QByteArrayView firstSegment)
{
    constexpr std::array<QByteArrayView, 6> secured = { "session", "bids", "status", "shell", "connect", "api" };
    return std::find(secured.begin(), secured.end(), firstSegment) != secured.end();
}

bool isReading(const http::RequestHead &head)
{
    return head.method == "GET" || head.method == "HEAD";
}

//! The path as pages are named: decoded once, without a slash at the end. Empty when it cannot be decoded.
QByteArray pagePath(const http::RequestHead &head)
{
    QByteArray path = topic::percentDecoded(head.path).value_or(QByteArray());
    if (path.size() > 1 && path.endsWith('/'))
        path.chop(1);
    return path;
}

Route health(const http::RequestHead &head)
{
    if (http::wantsWebsocket(head))
        return refused(head, 404, "There is no websocket at /healthz.");
    if (!isReading(head))
        return wrongMethod(head, "GET, HEAD", "/healthz is read with GET or HEAD.");
    return shown(head, "text/plain; charset=utf-8", "ok\n", "Cache-Control: no-store\r\n");
}

//! Something that is read with GET at this path, and answered later.
Route lookedUp(const http::RequestHead &head, const QByteArray &path, Route answer)
{
    if (http::wantsWebsocket(head))
        return refused(head, 404, "There is no websocket at " + path + ".");
    if (!isReading(head))
        return wrongMethod(head, "GET, HEAD", path + " is read with GET or HEAD.");
    return answer;
}

Route page(const http::RequestHead &head, const web::Asset &asset)
{
    if (http::wantsWebsocket(head))
        return refused(head, 404, "This is a page, not a websocket. Topics are at /<topic>, statistics at /ws.");
    if (!isReading(head))
        return wrongMethod(head, "GET, HEAD",
                           "This is a page: it is read with GET or HEAD. Video is sent to /in/<topic>.");
    return shown(head, asset.contentType, asset.body, asset.extraHeaders);
}

Route statistics(const http::RequestHead &head, const Policy &policy)
{
    if (!http::wantsWebsocket(head)) {
        if (!isReading(head))
            return wrongMethod(head, "GET", "/ws is the websocket of the statistics: open it with GET and an upgrade.");
        return upgradeRequired(head, "/ws is the websocket of the statistics. Their page is /stats.");
    }
    if (const auto fault = http::faultOfHandshake(head))
        return refused(head, *fault);
    if (!http::isOriginAllowed(head, policy.allowedOrigins, policy.isSecure))
        return foreignOrigin(head);
    return StatsRoute {};
}

Route noTopic(const http::RequestHead &head, const topic::Refusal &refusal, const QByteArray &path)
{
    if (!refusal.isReserved)
        return refused(head, 400, refusal.reason);
    const QByteArray first = path.split('/').value(1);
    if (needsSecret(first)) {
        return refused(head, 404,
                       "/" + first
                           + " belongs to secured mode, and this relay runs without a secret. "
                             "Start relayd with a secret to use it, or choose a topic of another name.");
    }
    return refused(head, 404, "There is no such page. " + refusal.reason);
}

Route upgrade(const http::RequestHead &head, const Policy &policy, topic::Address address)
{
    if (const auto fault = http::faultOfHandshake(head))
        return refused(head, *fault);
    if (!http::isOriginAllowed(head, policy.allowedOrigins, policy.isSecure))
        return foreignOrigin(head);
    return UpgradeRoute { std::move(address) };
}

Route ingest(const http::RequestHead &head, const Policy &policy, topic::Address address)
{
    if (!address.mayWrite) {
        return wrongMethod(head, "GET",
                           address.path + " is for those who watch. Send to /in/" + topic::displayName(address.topic)
                               + ".");
    }
    if (!http::isOriginAllowed(head, policy.allowedOrigins, policy.isSecure))
        return foreignOrigin(head);
    if (const auto fault = http::faultOfIngest(head))
        return refused(head, *fault);
    return IngestRoute { std::move(address), http::expectsContinue(head) };
}

//! A topic asked for as if it were a page.
Route looked(const http::RequestHead &head, const topic::Address &address)
{
    return upgradeRequired(
        head,
        address.path
            + " is a websocket topic: open it with a websocket client. To watch its video in a browser, go to /watch/"
            + topic::displayName(address.topic) + ".");
}

Route onTopic(const http::RequestHead &head, const Policy &policy, topic::Address address)
{
    if (http::wantsWebsocket(head))
        return upgrade(head, policy, std::move(address));
    if (head.method == "POST" || head.method == "PUT")
        return ingest(head, policy, std::move(address));
    if (isReading(head))
        return looked(head, address);
    const QByteArrayView allowed = address.mayWrite ? "GET, POST, PUT" : "GET";
    return wrongMethod(head, allowed, "A topic is opened as a websocket, or fed by POST or PUT on /in/<topic>.");
}

} // namespace

Route decide(const http::RequestHead &head, const Policy &policy)
{
    if (const auto fault = http::faultOfExpect(head))
        return refused(head, *fault);
    if (head.path == "*")
        return wrongMethod(head, "GET, HEAD, POST, PUT", "OPTIONS is not needed here.");
    const QByteArray path = pagePath(head);
    if (path == "/healthz")
        return health(head);
    if (path == "/readyz")
        return lookedUp(head, path, ReadyRoute {});
    if (path == "/metrics")
        return lookedUp(head, path, InquiryRoute { stats::Inquiry::Metrics });
    if (const auto asset = web::find(path))
        return page(head, *asset);
    if (policy.mode == Mode::Secured) {
        if (auto route = decideSecured(head, policy, path))
            return *std::move(route);
    }
    if (path == "/ws")
        return statistics(head, policy);
    auto parsed = topic::parseOpenPath(head.path);
    if (const auto *refusal = std::get_if<topic::Refusal>(&parsed))
        return noTopic(head, *refusal, path);
    return onTopic(head, policy, std::get<topic::Address>(std::move(parsed)));
}

} // namespace relay::front
