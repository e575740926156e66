// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/address.h"

#include <QHostAddress>
#include <QNetworkProxy>

namespace relay::client::session {

namespace {

QString valueOf(const QProcessEnvironment &environment, const QString &name)
{
    const QString value = environment.value(name);
    const QString capitals = name.toUpper();
    // A server for CGI sets HTTP_PROXY from a request's "Proxy" header: whoever asks would choose the proxy.
    return value.isEmpty() && capitals != u"HTTP_PROXY" ? environment.value(capitals) : value;
}

bool isListed(const QString &host, const QString &list)
{
    const QStringList entries = list.split(u',', Qt::SkipEmptyParts);
    for (QString entry : entries) {
        entry = entry.trimmed();
        if (entry == u"*" || entry.compare(host, Qt::CaseInsensitive) == 0)
            return true;
        const auto [network, prefix] = QHostAddress::parseSubnet(entry);
        if (entry.contains(u'/') && !network.isNull() && QHostAddress(host).isInSubnet(network, prefix))
            return true;
        if (!entry.startsWith(u'.'))
            entry.prepend(u'.');
        if (entry.size() > 1 && host.endsWith(entry, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace

QNetworkProxy proxyFor(bool isSecure, const QString &host, const QProcessEnvironment &environment)
{
    const QNetworkProxy none(QNetworkProxy::NoProxy);
    if (isListed(host, valueOf(environment, QStringLiteral("no_proxy"))))
        return none;
    QString text = valueOf(environment, isSecure ? QStringLiteral("https_proxy") : QStringLiteral("http_proxy"));
    if (text.isEmpty())
        text = valueOf(environment, QStringLiteral("all_proxy"));
    if (text.isEmpty())
        return none;
    const QUrl url(text.contains(u"://") ? text : QString(u"http://" + text));
    if (url.host().isEmpty())
        return none;
    const bool isSocks = url.scheme().startsWith(u"socks");
    const quint16 port = quint16(url.port(isSocks ? 1080 : 8080));
    return QNetworkProxy(isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(), port,
                         url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded));
}

} // namespace relay::client::session
