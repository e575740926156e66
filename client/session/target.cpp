// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/target.h"

#include "client/session/tokenfile.h"

namespace relay::client::session {

namespace {

std::variant<Target, QString> websocketAt(const QString &url, const QString &tokenFile)
{
    // A token for everything in the environment does no harm, but whoever names a file expects it to count.
    if (!tokenFile.isEmpty())
        return QStringLiteral("%1 is dialled as it is, without a token: with one the address is an access point's, "
                              "https:// or http://")
            .arg(url);
    auto address = parseAddress(url);
    if (auto *fault = std::get_if<QString>(&address))
        return std::move(*fault);
    return Target { .access = {}, .address = std::get<Address>(address), .tokenFile = {}, .token = {} };
}

} // namespace

std::variant<Target, QString> makeTarget(const QString &url, const QString &tokenFile, const QByteArray &token)
{
    if (url.startsWith(u"ws:") || url.startsWith(u"wss:"))
        return websocketAt(url, tokenFile);
    auto access = parseAccessUrl(url);
    if (auto *fault = std::get_if<QString>(&access))
        return std::move(*fault);
    Target target { .access = std::get<QUrl>(access), .address = {}, .tokenFile = tokenFile, .token = {} };
    if (!tokenFile.isEmpty())
        return target;
    if (token.isEmpty())
        return QStringLiteral("%1 is an access point, which wants a token: give --token-file, or dial ws:// or wss://")
            .arg(url);
    auto parsed = parseToken(token);
    if (const auto *fault = std::get_if<QString>(&parsed))
        return QStringLiteral("the token cannot be used: %1").arg(*fault);
    target.token = std::get<QByteArray>(parsed);
    return target;
}

} // namespace relay::client::session
