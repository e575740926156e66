// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/accessanswer.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace relay::client::session {

namespace {

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == u"https" ? 443 : 80);
}

} // namespace

QString uriIn(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object().value(QLatin1String("uri")).toString();
}

QString messageIn(const QByteArray &body)
{
    constexpr qsizetype kMost = 300; // bytes: it goes into one line
    const QByteArray trimmed = body.trimmed();
    const QJsonDocument document = QJsonDocument::fromJson(trimmed);
    if (document.isObject())
        return document.object().value(QLatin1String("message")).toString().left(kMost);
    QByteArray text = trimmed;
    if (text.size() >= 2 && text.startsWith('"') && text.endsWith('"'))
        text = text.sliced(1, text.size() - 2);
    return text.startsWith('<') ? QString() : QString::fromUtf8(text.left(kMost)).section(u'\n', 0, 0);
}

int parseRetryAfter(const QByteArray &value)
{
    constexpr int kMost = 3600;
    bool isNumber = false;
    const qlonglong seconds = value.toLongLong(&isNumber);
    return isNumber && seconds > 0 ? int(std::min<qlonglong>(seconds, kMost)) : 0;
}

bool isRefusal(int status, const QString &message)
{
    constexpr int kRequestTimeout = 408;
    constexpr int kTooManyRequests = 429;
    if (status == 500) {
        for (const auto *start : { "token ", "aud ", "error reading token", "expired at" }) {
            if (message.startsWith(QLatin1String(start)))
                return true;
        }
    }
    return status / 100 == 4 && status != kRequestTimeout && status != kTooManyRequests;
}

std::variant<QUrl, QString> redirectFrom(const QUrl &from, const QByteArray &location)
{
    const QUrl to = from.resolved(QUrl::fromEncoded(location));
    const bool isSamePlace = to.scheme() == from.scheme() && portOf(to) == portOf(from);
    const bool isUpgrade = from.scheme() == u"http" && to.scheme() == u"https";
    if (to.isValid() && to.userInfo().isEmpty() && to.host() == from.host() && (isSamePlace || isUpgrade))
        return to;
    return QStringLiteral("it sends us on to %1, where the token does not belong")
        .arg(to.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment));
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 307 || status == 308;
}

QString told(int status, const QString &text)
{
    if (status == 0)
        return text;
    return text.isEmpty() ? QStringLiteral("status %1").arg(status)
                          : QStringLiteral("%1 (status %2)").arg(text).arg(status);
}

} // namespace relay::client::session
