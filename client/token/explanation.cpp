// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/token/explanation.h"

#include "common/format/escape.h"
#include "common/format/quantity.h"

#include <QDateTime>

namespace relay::client::token {

namespace {

QString meaningOf(const QString &scope)
{
    if (scope == u"read")
        return u"read: gets what others send"_qs;
    if (scope == u"write")
        return u"write: sends to the others"_qs;
    if (scope == u"relay:admin")
        return u"relay:admin: denies and allows bookings"_qs;
    if (scope == u"relay:stats")
        return u"relay:stats: sees status and figures"_qs;
    if (scope == u"host")
        return u"host: offers the host by ssh"_qs;
    if (scope == u"client")
        return u"client: reaches the host by ssh"_qs;
    if (scope == u"stats")
        return u"stats: sees who is on the ssh relay"_qs;
    return format::escaped(scope);
}

QString moment(std::optional<std::int64_t> seconds)
{
    if (!seconds)
        return u"(not said)"_qs;
    return QDateTime::fromSecsSinceEpoch(*seconds, Qt::UTC).toString(Qt::ISODate);
}

QString validity(const relay::token::Claims &claims, std::int64_t nowMs)
{
    const std::int64_t now = nowMs / 1000;
    QString text = u"valid     from "_qs + moment(claims.notBefore) + u" until " + moment(claims.expiresAt);
    if (!claims.expiresAt)
        text += u" - refused, as it would never end";
    else if (now >= *claims.expiresAt)
        text += u" - it has expired";
    else if (claims.notBefore && now < *claims.notBefore)
        text += u" - not yet";
    else if (claims.issuedAt && now < *claims.issuedAt)
        text += u" - not yet: it says that it was made later than now";
    else
        text += u", for another "_qs + format::age(std::chrono::seconds(*claims.expiresAt - now));
    return text;
}

QString orNone(const QString &text)
{
    return text.isEmpty() ? u"(none)"_qs : format::escaped(text);
}

Explanation verdict(const QByteArray &token, const std::vector<QByteArray> &secrets, std::int64_t nowMs)
{
    using relay::token::Fault;
    relay::token::Acceptance acceptance;
    acceptance.secrets = secrets;
    const auto result = relay::token::verify(token, acceptance, nowMs);
    const auto *fault = std::get_if<Fault>(&result);
    // These are found before the signature is looked at: nothing is known about it then.
    if (fault && *fault == Fault::TooLong)
        return { u"refused by every relay: it is longer than 8 KiB\n"_qs, true };
    if (fault && *fault == Fault::Malformed)
        return { u"refused by every relay: it is not written as the standard demands\n"_qs, true };
    if (fault && *fault == Fault::Algorithm)
        return { u"refused by every relay: it is not signed by HS256, HS384 or HS512\n"_qs, true };
    if (secrets.empty())
        return { u"signature not checked: there is no secret\n"_qs, false };
    if (fault && *fault == Fault::Signature)
        return { u"signature is NOT of this secret\n"_qs, true };
    return { u"signature is of this secret\n"_qs, false };
}

} // namespace

QString explained(const relay::token::Claims &claims, std::int64_t nowMs)
{
    QString text = u"topic     "_qs + orNone(claims.topic) + u'\n';
    text += u"kind      "_qs + orNone(claims.prefix) + u'\n';
    text += u"audience  "_qs + orNone(claims.audience.join(u", "_qs)) + u'\n';
    text += u"booking   "_qs + orNone(claims.bookingId) + u'\n';
    text += validity(claims, nowMs) + u'\n';
    for (const QString &scope : claims.scopes)
        text += u"scope     "_qs + meaningOf(scope) + u'\n';
    if (claims.scopes.isEmpty())
        text += u"scope     (none)\n"_qs;
    return text;
}

std::optional<Explanation> explained(const QByteArray &token, const std::vector<QByteArray> &secrets, std::int64_t nowMs)
{
    const QByteArrayList parts = token.trimmed().split('.');
    if (parts.size() != 3)
        return std::nullopt;
    const auto claims = relay::token::claimsFromJson(
        QByteArray::fromBase64(parts[1], QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
    if (!claims)
        return std::nullopt;
    Explanation explanation = verdict(token.trimmed(), secrets, nowMs);
    explanation.text.prepend(explained(*claims, nowMs));
    return explanation;
}

} // namespace relay::client::token
