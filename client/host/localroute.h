// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/http/requesthead.h"

#include <QByteArrayList>
#include <QString>

#include <variant>

namespace relay::client::host {

//! The body is a transport stream for this feed.
struct IngestRoute
{
    QString feed;
};

//! A websocket on this feed.
struct SocketRoute
{
    QString feed;
    QByteArray response; //!< the 101
};

//! A call of the API, the path decoded.
struct CallRoute
{
    QByteArray path;
};

using LocalRoute = std::variant<IngestRoute, SocketRoute, CallRoute, http::HeadFault>;

struct LocalPolicy
{
    QByteArrayList allowedOrigins; //!< beyond none, same host and loopback; "*" is any
    bool isLoopback = true;        //!< nobody else can connect, so that no foreign name may lead here
};

/*!
 * What a request to the local listener is for: /ts/{feed}, /ws/{feed}, /api and /healthcheck, or what is wrong with it.
 * A page from elsewhere may reach none of them: it runs on this machine, but is not of it. Pure.
 */
[[nodiscard]] LocalRoute decide(const http::RequestHead &head, const LocalPolicy &policy);

} // namespace relay::client::host
