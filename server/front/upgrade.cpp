// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/upgrade.h"

#include <QStringBuilder>

namespace relay::front {

QByteArray handshakeHead(const http::RequestHead &head)
{
    QByteArray protocols;
    for (const auto &[name, value] : head.headers) {
        if (name != "sec-websocket-protocol")
            continue;
        protocols += protocols.isEmpty() ? "Sec-WebSocket-Protocol: " : ", ";
        protocols += value;
    }
    if (!protocols.isEmpty())
        protocols += "\r\n";
    return "GET / HTTP/1.1\r\nHost: " + head.header("host")
        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
        + head.header("sec-websocket-key") + "\r\n" + protocols + "\r\n";
}

} // namespace relay::front
