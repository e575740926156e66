// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/topic/address.h"
#include "server/http/requesthead.h"

#include <QByteArray>
#include <QByteArrayList>

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

//! Everything else is answered here and now: pages, health, refusals. The whole response.
struct ReplyRoute
{
    QByteArray bytes;
    int status = 200;
};

using Route = std::variant<UpgradeRoute, StatsRoute, IngestRoute, ReplyRoute>;

struct Policy
{
    QByteArrayList allowedOrigins; //!< beyond none, same host and loopback: exact origins, or "*"
    bool isSecure = false;         //!< these requests come through TLS
};

/*!
 * Decides what a request is for before a byte of it is answered (so before the 101). Open mode: websocket upgrades
 * on free topics and /ws, POST or PUT on /in/<topic> and free paths, pages, /healthz; wrong paths, methods, versions
 * and origins get their 4xx with a body that says why. Pure.
 */
[[nodiscard]] Route decide(const http::RequestHead &head, const Policy &policy);

} // namespace relay::front
