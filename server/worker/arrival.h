// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/http/requesthead.h"
#include "server/loop/descriptor.h"
#include "server/stats/feed.h"
#include "server/tls/stream.h"
#include "server/worker/place.h"

#include <QByteArray>
#include <QHostAddress>

#include <cstdint>
#include <memory>

namespace relay::worker {

//! A connection that the front has decided about, on its way to the worker of its topic.
struct Arrival
{
    enum class Purpose : std::uint8_t {
        Topic,
        Stats,        //!< /ws
        SessionStats, //!< the topic stats of secured mode
        Ingest,
        Shell, //!< of the relay of shells, see facts.shell
    };

    Place place; //!< taken by the pool; ends after the descriptor
    loop::Descriptor descriptor;
    std::unique_ptr<tls::Stream> tls; //!< its handshake is done; nothing for a plain connection
    Purpose purpose = Purpose::Topic;
    http::RequestHead head;
    QByteArray handshake; //!< the head that QWebSocketServer is shown; empty for a body
    QByteArray rest;      //!< what came behind the head already
    bool expectsContinue = false;
    QHostAddress peer;
    quint16 peerPort = 0;
    stats::Facts facts;
    int home = -1; //!< worker of the topic, when another one serves this reader of it
};

} // namespace relay::worker
