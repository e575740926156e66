// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/connect/place.h"

#include "common/admin/socketpath.h"

#include <QCoreApplication>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace relay::gui {

namespace {

constexpr int kHighestPort = 65535;
constexpr qsizetype kLongestName = 255;

//! Neither an option of ssh, nor anything that its own configuration or a shell would read otherwise.
bool isPlainName(const QString &name)
{
    static const QString allowed = QStringLiteral("-._:%");
    return !name.startsWith(QLatin1Char('-')) && name.size() <= kLongestName
        && std::all_of(name.begin(), name.end(), [](QChar c) { return c.isLetterOrNumber() || allowed.contains(c); });
}

bool isPlainPath(const QString &path)
{
    // ssh would put in variables of its environment for ${...}.
    return path.startsWith(QLatin1Char('/')) && !path.contains(QLatin1Char('$'))
        && std::none_of(path.begin(), path.end(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
}

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Place)
};

} // namespace

QString serviceSocket()
{
    return QStringLiteral("/run/relay/admin.sock");
}

QString Place::name() const
{
    if (!isRemote())
        return socketPath;
    const QString plain
        = host.contains(QLatin1Char(':')) && port != 0 ? QString(QLatin1Char('[') + host + QLatin1Char(']')) : host;
    return (user.isEmpty() ? QString() : QString(user + QLatin1Char('@'))) + plain
        + (port == 0 ? QString() : QString(QLatin1Char(':') + QString::number(port)));
}

QString Place::text() const
{
    QUrl url;
    url.setScheme(isRemote() ? QStringLiteral("ssh") : QStringLiteral("unix"));
    url.setUserName(user);
    url.setHost(host);
    if (port != 0)
        url.setPort(port);
    url.setPath(socketPath, QUrl::DecodedMode);
    if (!keyFile.isEmpty()) {
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("key"), QString::fromLatin1(QUrl::toPercentEncoding(keyFile)));
        url.setQuery(query);
    }
    return url.toString(QUrl::FullyEncoded);
}

std::optional<Place> Place::fromText(const QString &text)
{
    const bool isShort = !text.contains(QStringLiteral("://")) && !text.startsWith(QStringLiteral("unix:"));
    const QUrl url(isShort ? QString(QStringLiteral("ssh://") + text) : text, QUrl::StrictMode);
    if (!url.isValid() || url.hasFragment() || !url.password().isEmpty())
        return {};
    Place place;
    place.socketPath = url.path(QUrl::FullyDecoded);
    if (url.scheme() == QLatin1String("unix"))
        return url.host().isEmpty() ? std::optional(place) : std::nullopt;
    if (url.scheme() != QLatin1String("ssh") || url.host().isEmpty())
        return {};
    place.host = url.host();
    place.user = url.userName(QUrl::FullyDecoded);
    place.port = url.port(0);
    place.keyFile = QUrlQuery(url).queryItemValue(QStringLiteral("key"), QUrl::FullyDecoded);
    return place.problem().isEmpty() ? std::optional(place) : std::nullopt;
}

QString Place::problem() const
{
    if (!socketPath.isEmpty() && !isPlainPath(socketPath))
        return Words::tr("The socket must be an absolute path, without $: such as /run/relay/admin.sock.");
    if (!isRemote())
        return socketPath.toLocal8Bit().size() > admin::kMaxSocketPath
            ? Words::tr("The path of a socket can be at most 107 bytes long.")
            : QString();
    if (!isPlainName(host))
        return Words::tr("The host must be a name or an address as ssh takes it, such as relay-1.lab.");
    if (!isPlainName(user))
        return Words::tr("The user must be a plain login name, such as anna.");
    if (port < 0 || port > kHighestPort)
        return Words::tr("The port must lie between 1 and 65535.");
    if (!keyFile.isEmpty() && !isPlainPath(keyFile))
        return Words::tr("The key must be the absolute path of a private key of ssh.");
    return {};
}

} // namespace relay::gui
