// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/http/upgrade.h"

#include <QCryptographicHash>
#include <QStringBuilder>

namespace relay::http {

namespace {

// 16 random bytes in canonical base64. The text goes into the answer as it is, so both sides must agree on it.
bool isKey(const QByteArray &key)
{
    const auto decoded = QByteArray::fromBase64Encoding(key, QByteArray::AbortOnBase64DecodingErrors);
    return decoded && (*decoded).size() == 16 && (*decoded).toBase64() == key;
}

} // namespace

bool wantsWebsocket(const RequestHead &head)
{
    return head.hasToken("upgrade", "websocket") || head.count("sec-websocket-key") > 0;
}

std::optional<HeadFault> faultOfHandshake(const RequestHead &head)
{
    if (head.method != "GET")
        return HeadFault { 405, "A websocket is opened with GET.", "Allow: GET\r\n" };
    if (head.minorVersion < 1)
        return HeadFault { 505, "A websocket needs HTTP/1.1. Behind nginx, set proxy_http_version 1.1." };
    if (!head.hasToken("upgrade", "websocket"))
        return HeadFault {
            400,
            "The request has a Sec-WebSocket-Key but no \"Upgrade: websocket\". A proxy in between must pass that header on."
        };
    if (!head.hasToken("connection", "upgrade"))
        return HeadFault { 400,
                           "The Connection header does not name Upgrade. A proxy in between must pass that header on." };
    if (head.header("sec-websocket-version") != "13")
        return HeadFault { 426, "Only version 13 of the websocket protocol (RFC 6455) is spoken here.", kUpgradeFields };
    if (!isKey(head.header("sec-websocket-key")))
        return HeadFault { 400, "Sec-WebSocket-Key is not 16 bytes in base64." };
    return std::nullopt;
}

QByteArray acceptKey(const QByteArray &key)
{
    constexpr char kGuid[] = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"; // RFC 6455, section 1.3
    return QCryptographicHash::hash(QByteArray(key + kGuid), QCryptographicHash::Sha1).toBase64();
}

} // namespace relay::http
