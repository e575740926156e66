// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/upgrade.h"

#include "common/shell/protocol.h"

#include <QByteArrayList>
#include <QStringBuilder>

namespace relay::front {

namespace {

QByteArrayList protocolsOf(const http::RequestHead &head)
{
    QByteArrayList protocols;
    for (const auto &[name, value] : head.headers) {
        if (name != "sec-websocket-protocol")
            continue;
        const QByteArrayList words = value.split(',');
        for (const QByteArray &word : words)
            protocols.append(word.trimmed());
    }
    return protocols;
}

QByteArray offerOf(const http::RequestHead &head, bool speaksShell)
{
    QByteArrayList protocols { shell::kProtocol };
    if (!speaksShell) {
        protocols = protocolsOf(head);
        protocols.removeAll(shell::kProtocol);
    }
    return protocols.isEmpty() ? QByteArray() : "Sec-WebSocket-Protocol: " + protocols.join(", ") + "\r\n";
}

} // namespace

QByteArray handshakeHead(const http::RequestHead &head, bool speaksShell)
{
    return "GET / HTTP/1.1\r\nHost: " + head.header("host")
        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
        + head.header("sec-websocket-key") + "\r\n" + offerOf(head, speaksShell) + "\r\n";
}

bool offersShellProtocol(const http::RequestHead &head)
{
    return protocolsOf(head).contains(shell::kProtocol);
}

} // namespace relay::front
