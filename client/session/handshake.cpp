// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/handshake.h"

#include "client/session/accessanswer.h"
#include "common/http/upgrade.h"

#include <QStringBuilder>

namespace relay::client::session {

namespace {

struct Fields
{
    QByteArrayList lines;

    [[nodiscard]] QByteArray value(QByteArrayView lowerCaseName) const
    {
        for (const QByteArray &line : lines) {
            const qsizetype colon = line.indexOf(':');
            if (colon > 0 && line.left(colon).toLower() == lowerCaseName)
                return line.mid(colon + 1).trimmed();
        }
        return {};
    }
    [[nodiscard]] bool hasToken(QByteArrayView lowerCaseName, QByteArrayView token) const
    {
        const QByteArrayList parts = value(lowerCaseName).toLower().split(',');
        for (const QByteArray &part : parts) {
            if (part.trimmed() == token)
                return true;
        }
        return false;
    }
};

QString faultOf(const Fields &fields, const QByteArray &key, const QByteArray &protocol)
{
    // "keep-alive, Upgrade" comes from proxies: the token counts, not the whole.
    if (!fields.hasToken("upgrade", "websocket") || !fields.hasToken("connection", "upgrade"))
        return QStringLiteral("the server switched to something that is no websocket");
    if (fields.value("sec-websocket-accept") != http::acceptKey(key))
        return QStringLiteral("the server's answer does not fit the key that it was sent");
    if (!fields.value("sec-websocket-extensions").isEmpty())
        return QStringLiteral("the server uses an extension that was not offered");
    const QByteArray chosen = fields.value("sec-websocket-protocol");
    if (!chosen.isEmpty() && chosen != protocol)
        return QStringLiteral("the server chose a sub-protocol that was not offered");
    return {};
}

} // namespace

QByteArray handshakeRequest(const Address &address, const QByteArray &key, const QByteArray &userAgent,
                            const QByteArray &protocol)
{
    const QByteArray offer = protocol.isEmpty() ? QByteArray() : QByteArray("\r\nSec-WebSocket-Protocol: " + protocol);
    return "GET " + address.target + " HTTP/1.1\r\nHost: " + address.authority + "\r\nUser-Agent: " + userAgent
        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + key
        + offer + "\r\n\r\n";
}

std::optional<HandshakeResponse> parseHandshakeResponse(const QByteArray &bytes, const QByteArray &key,
                                                        const QByteArray &protocol)
{
    HandshakeResponse response;
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0 || end > kMaxResponseHead) {
        if (bytes.size() <= kMaxResponseHead)
            return std::nullopt;
        response.fault = QStringLiteral("the server's answer has no end");
        return response;
    }
    response.size = end + 4;
    Fields fields { bytes.left(end).split('\n') };
    const QByteArrayList first = fields.lines.takeFirst().split(' ');
    if (!first.value(0).startsWith("HTTP/1.")) {
        response.fault = QStringLiteral("the server does not speak HTTP/1.1");
        return response;
    }
    response.status = first.value(1).toInt();
    response.retryAfter = parseRetryAfter(fields.value("retry-after"));
    response.fault = response.status == 101 ? faultOf(fields, key, protocol)
                                            : QStringLiteral("the server answered with status %1").arg(response.status);
    response.hasProtocol = response.fault.isEmpty() && !fields.value("sec-websocket-protocol").isEmpty();
    return response;
}

} // namespace relay::client::session
