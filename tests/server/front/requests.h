// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/http/requesthead.h"

#include <QByteArray>
#include <QList>

//! Requests for the tests, written as clients write them and read by the real parser.
namespace relay::front::test {

inline const QByteArray kKey = "dGhlIHNhbXBsZSBub25jZQ==";

//! "GET /path" and header lines; Host and HTTP/1.1 are added.
inline QByteArray request(const QByteArray &methodAndTarget, const QByteArrayList &headers = {})
{
    QByteArray bytes = methodAndTarget;
    bytes.append(" HTTP/1.1\r\nHost: relay.example:9999\r\n");
    for (const QByteArray &header : headers)
        bytes.append(header).append("\r\n");
    return bytes.append("\r\n");
}

//! A proper opening handshake for this path, and further header lines.
inline QByteArray handshake(const QByteArray &target, QByteArrayList headers = {})
{
    headers << "Upgrade: websocket"
            << "Connection: Upgrade"
            << "Sec-WebSocket-Version: 13" << QByteArray("Sec-WebSocket-Key: ").append(kKey);
    return request(QByteArray("GET ").append(target), headers);
}

} // namespace relay::front::test
