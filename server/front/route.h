// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/http/requesthead.h"
#include "common/topic/address.h"
#include "server/access/refusal.h"
#include "server/stats/inquiry.h"

#include <QByteArray>
#include <QByteArrayList>

#include <optional>
#include <variant>

namespace relay::front {

//! A websocket on a topic: goes to the topic's worker, which answers the opening handshake.
struct UpgradeRoute
{
    topic::Address address;
};

//! The statistics websocket, /ws.
struct StatsRoute
{
};

//! A POST or PUT whose body becomes messages of a topic.
struct IngestRoute
{
    topic::Address address;
    bool expectsContinue = false; //!< wants "HTTP/1.1 100 Continue" before it sends
};

//! A websocket on a topic of secured mode: goes to the topic's worker if the code is good for it.
struct SessionRoute
{
    QByteArray topic;
    QByteArray code; //!< empty: there was none
};

//! A body that becomes messages of a topic of secured mode, if the token that came with it is good for that.
struct SessionIngestRoute
{
    QByteArray topic;
    QByteArray path;
    bool expectsContinue = false;
};

//! A websocket of the relay of shells, if the code is good for it.
struct ShellRoute
{
    QByteArray topic; //!< "spin30" or "spin30/<uuid>"
    QByteArray path;
    QByteArray code;             //!< empty: there was none
    bool offersProtocol = false; //!< relay-shell.1
};

//! The call that asks for such a websocket; may have a body.
struct ShellCallRoute
{
};

//! One of the access calls of secured mode.
struct AccessRoute
{
};

//! Who knows the connections has the answer.
struct InquiryRoute
{
    stats::Inquiry inquiry = stats::Inquiry::Metrics;
};

//! Whether the relay is ready for more.
struct ReadyRoute
{
};

//! Everything else is answered here and now: pages, health, refusals. The whole response.
struct ReplyRoute
{
    QByteArray bytes;
    int status = 200;
    std::optional<access::Reason> reason = {}; //!< of a refusal that its status alone does not tell
};

using Route = std::variant<UpgradeRoute, StatsRoute, IngestRoute, SessionRoute, SessionIngestRoute, ShellRoute,
                           ShellCallRoute, AccessRoute, InquiryRoute, ReadyRoute, ReplyRoute>;

enum class Mode {
    Open,    //!< no secret: everybody may connect to every topic
    Secured, //!< tokens are asked for
};

struct Policy
{
    //! Open: beyond none, same host and loopback. Secured: none are any, else only these. Exact origins, or "*".
    QByteArrayList allowedOrigins;
    bool isSecure = false; //!< these requests come through TLS
    Mode mode = Mode::Open;
    bool hasOpenTopics = true; //!< secured mode: those of open mode are served as well
    bool hasCors = true;       //!< secured mode: browsers are told here which pages may call, not by a proxy in front
};

/*!
 * Decides what a request is for before a byte of it is answered (so before the 101). Open mode: websocket upgrades
 * on free topics and /ws, POST or PUT on /in/<topic> and free paths, pages, /healthz; wrong paths, methods, versions
 * and origins get their 4xx with a body that says why. Secured mode: sessions, access calls and streams with a token,
 * and what open mode has only where that is wanted. Pure: whether a code or a token is good is for others to find out.
 */
[[nodiscard]] Route decide(const http::RequestHead &head, const Policy &policy);

} // namespace relay::front
