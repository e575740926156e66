// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/endpoint.h"

namespace relay::app {

std::optional<Endpoint> parseEndpoint(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 0)
        return {};
    bool isNumber = false;
    const uint port = text.mid(colon + 1).toUInt(&isNumber);
    if (!isNumber || port > 65535)
        return {};
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    else if (host.contains(u':'))
        return {}; // an IPv6 address needs its brackets, or the port could be a part of it
    if (host.isEmpty())
        return Endpoint { QHostAddress::Any, quint16(port) };
    if (host == u"localhost")
        return Endpoint { QHostAddress::LocalHost, quint16(port) };
    const QHostAddress address(host);
    if (address.isNull())
        return {};
    return Endpoint { address, quint16(port) };
}

} // namespace relay::app
