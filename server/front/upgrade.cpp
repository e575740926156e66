// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/upgrade.h"

#include "server/front/reply.h"

namespace relay::front {

namespace {

// 16 random bytes in canonical base64. The text goes into the answer as it is, so both sides must agree on it.
bool isKey(const QByteArray &key)
{
    const auto decoded = QByteArray::fromBase64Encoding(key, QByteArray::AbortOnBase64DecodingErrors);
    return decoded && (*decoded).size() == 16 && (*decoded).toBase64() == key;
}

} // namespace

bool wantsWebsocket(const http::RequestHead &head)
{
    return head.hasToken("upgrade", "websocket") || head.count("sec-websocket-key") > 0;
}

std::optional<ReplyRoute> faultOfHandshake(const http::RequestHead &head)
{
    if (head.method != "GET")
        return wrongMethod(head, "GET", "A websocket is opened with GET.");
    if (head.minorVersion < 1)
        return refused(head, 505, "A websocket needs HTTP/1.1. Behind nginx, set proxy_http_version 1.1.");
    if (!head.hasToken("upgrade", "websocket"))
        return refused(
            head, 400,
            "The request has a Sec-WebSocket-Key but no \"Upgrade: websocket\". A proxy in between must pass that header on.");
    if (!head.hasToken("connection", "upgrade"))
        return refused(head, 400,
                       "The Connection header does not name Upgrade. A proxy in between must pass that header on.");
    if (head.header("sec-websocket-version") != "13")
        return upgradeRequired(head, "Only version 13 of the websocket protocol (RFC 6455) is spoken here.");
    if (!isKey(head.header("sec-websocket-key")))
        return refused(head, 400, "Sec-WebSocket-Key is not 16 bytes in base64.");
    return std::nullopt;
}

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
