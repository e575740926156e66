// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/address.h"

namespace relay::client::session {

namespace {

QString faultOf(const QUrl &url, const QString &text, const char *schemes)
{
    if (!url.isValid() || url.host().isEmpty())
        return QStringLiteral("\"%1\" is no address").arg(text);
    if (!url.userInfo().isEmpty())
        return QStringLiteral("the address has a user name in it, which has no meaning here");
    if (url.hasFragment())
        return QStringLiteral("the address has a # in it, which has no meaning here");
    const QString scheme = url.scheme();
    if (scheme != QLatin1String(schemes) && scheme != QLatin1String(schemes) + u's')
        return QStringLiteral("\"%1\" has to begin with %2:// or %2s://").arg(text, QLatin1String(schemes));
    return {};
}

} // namespace

std::variant<Address, QString> parseAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (QString fault = faultOf(url, text, "ws"); !fault.isEmpty())
        return fault;
    Address address;
    address.isSecure = url.scheme() == u"wss";
    address.host = url.host(QUrl::FullyDecoded);
    address.port = quint16(url.port(address.isSecure ? 443 : 80));
    address.target = url.path(QUrl::FullyEncoded).toLatin1();
    if (address.target.isEmpty())
        address.target = "/";
    if (url.hasQuery())
        address.target += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    const QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    address.authority = host.contains(':') ? QByteArray('[' + host + ']') : host;
    if (url.port() > 0 && url.port() != (address.isSecure ? 443 : 80))
        address.authority += ':' + QByteArray::number(url.port());
    return address;
}

std::variant<QUrl, QString> parseAccessUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (QString fault = faultOf(url, text, "http"); !fault.isEmpty())
        return fault;
    return url;
}

} // namespace relay::client::session
