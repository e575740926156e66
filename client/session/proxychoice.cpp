// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/proxychoice.h"

#include <QHostAddress>
#include <QUrl>

namespace relay::client::session {

namespace {

QString valueOf(const QProcessEnvironment &environment, const QString &name)
{
    const QString value = environment.value(name);
    const QString capitals = name.toUpper();
    // A server for CGI sets HTTP_PROXY from a request's "Proxy" header: whoever asks would choose the proxy.
    return value.isEmpty() && capitals != u"HTTP_PROXY" ? environment.value(capitals) : value;
}

//! Takes a port off the end of an entry; 0: there is none, it stands for all of them.
int takePort(QString &entry)
{
    const qsizetype colon = entry.lastIndexOf(u':');
    const bool isBracketed = entry.startsWith(u'[');
    int port = 0;
    // More than one colon without brackets is an address of IPv6.
    if (colon > 0 && (isBracketed ? entry.at(colon - 1) == u']' : entry.indexOf(u':') == colon)) {
        port = entry.mid(colon + 1).toInt();
        entry.truncate(colon);
    }
    if (isBracketed && entry.endsWith(u']'))
        entry = entry.mid(1, entry.size() - 2);
    return port;
}

bool matches(const QString &host, QString entry)
{
    if (entry == u"*" || entry.compare(host, Qt::CaseInsensitive) == 0)
        return true;
    if (entry.contains(u'/')) {
        const auto [network, prefix] = QHostAddress::parseSubnet(entry);
        return !network.isNull() && QHostAddress(host).isInSubnet(network, prefix);
    }
    if (entry.startsWith(u"*."))
        entry.remove(0, 1);
    if (!entry.startsWith(u'.'))
        entry.prepend(u'.');
    return entry.size() > 1 && host.endsWith(entry, Qt::CaseInsensitive);
}

bool isListed(const Destination &destination, const QString &list)
{
    const QStringList entries = list.split(u',', Qt::SkipEmptyParts);
    for (QString entry : entries) {
        entry = entry.trimmed();
        const int port = takePort(entry);
        if ((port == 0 || port == destination.port) && matches(destination.host, entry))
            return true;
    }
    return false;
}

//! To a proxy these names mean the machine of the proxy.
bool isThisMachine(const QString &host)
{
    return host.compare(u"localhost", Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

std::variant<QNetworkProxy, QString> parseProxy(const QString &text)
{
    const QUrl url(text.contains(u"://") ? text : QString(u"http://" + text));
    const QString scheme = url.scheme();
    if (url.host().isEmpty() || (scheme != u"http" && !scheme.startsWith(u"socks5")))
        return QStringLiteral(
            "the environment names a proxy that cannot be used: it has to begin with http:// or socks5://");
    const bool isSocks = scheme != u"http";
    const quint16 port = quint16(url.port(isSocks ? 1080 : 8080));
    return QNetworkProxy(isSocks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(), port,
                         url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded));
}

} // namespace

std::variant<QNetworkProxy, QString> proxyFor(const Destination &destination, const QProcessEnvironment &environment)
{
    const QNetworkProxy none(QNetworkProxy::NoProxy);
    if (isThisMachine(destination.host) || isListed(destination, valueOf(environment, QStringLiteral("no_proxy"))))
        return none;
    QString text
        = valueOf(environment, destination.isSecure ? QStringLiteral("https_proxy") : QStringLiteral("http_proxy"));
    if (text.isEmpty())
        text = valueOf(environment, QStringLiteral("all_proxy"));
    if (text.isEmpty())
        return none;
    return parseProxy(text);
}

} // namespace relay::client::session
