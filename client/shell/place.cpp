// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/shell/place.h"

#include "common/shell/protocol.h"

#include <algorithm>

namespace relay::client::shell {

namespace {

std::optional<quint16> parsePort(const QString &text, bool mayBeAny)
{
    bool isNumber = false;
    const ushort port = text.toUShort(&isNumber);
    return isNumber && (port > 0 || mayBeAny) ? std::optional<quint16>(port) : std::nullopt;
}

bool isHost(const QString &text)
{
    return !text.isEmpty() && std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.isSpace() || c == u'/' || c == u'@' || c == u'[' || c == u']' || c == u'=';
    });
}

} // namespace

std::optional<Place> parsePlace(const QString &text, const QString &usualHost, bool mayBeAny)
{
    const qsizetype colon = text.lastIndexOf(u':');
    const auto port = parsePort(text.mid(colon + 1), mayBeAny);
    if (!port)
        return std::nullopt;
    if (colon < 0)
        return Place { usualHost, *port };
    QString host = text.left(colon);
    const bool isBracketed = host.startsWith(u'[') && host.endsWith(u']');
    if (isBracketed)
        host = host.sliced(1, host.size() - 2);
    if (!isHost(host) || host.contains(u':') != isBracketed) // which colon would be that of the port?
        return std::nullopt;
    return Place { host, *port };
}

QString textOf(const Place &place)
{
    return place.host.contains(u':') ? QStringLiteral("[%1]:%2").arg(place.host).arg(place.port)
                                     : QStringLiteral("%1:%2").arg(place.host).arg(place.port);
}

std::variant<Places, QString> parsePlaces(const QStringList &entries)
{
    Places places;
    for (const QString &entry : entries) {
        const qsizetype equals = entry.indexOf(u'=');
        const QString name = equals < 0 ? QString() : entry.left(equals);
        if (equals >= 0 && !relay::shell::isTargetName(name.toUtf8()))
            return QStringLiteral("\"%1\" is no name of a target: letters, digits, dots, - and _, 64 at most").arg(name);
        const auto place = parsePlace(entry.mid(equals + 1), QStringLiteral("localhost"));
        if (!place)
            return QStringLiteral("\"%1\" has to be HOST:PORT, a port, or NAME=HOST:PORT").arg(entry);
        if (places.contains(name))
            return name.isEmpty()
                ? QStringLiteral("there are two targets without a name; give one of them as NAME=HOST:PORT")
                : QStringLiteral("there are two targets of the name %1").arg(name);
        places.insert(name, *place);
    }
    return places;
}

} // namespace relay::client::shell
