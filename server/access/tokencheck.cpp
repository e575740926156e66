// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/tokencheck.h"

#include "server/access/apirequest.h"

#include <QCryptographicHash>

namespace relay::access {

namespace {

//! As the existing servers write a list of strings into a sentence: blanks, brackets.
QString goList(const QStringList &texts)
{
    return u'[' + texts.join(u' ') + u']';
}

//! verify() looks at the times once the signature is known to be right.
std::int64_t secondsAhead(const QByteArray &token, std::int64_t nowMs)
{
    const auto claims = token::claimsIn(token);
    return claims && claims->issuedAt ? *claims->issuedAt - nowMs / 1000 : 0;
}

Rejected rejectionOf(token::Fault fault, const QByteArray &token, std::int64_t nowMs)
{
    switch (fault) {
    case token::Fault::Expired: return { Reason::Expired, QStringLiteral("token invalid: it has expired") };
    case token::Fault::NotYetValid:
    case token::Fault::IssuedInFuture:
        return { Reason::NotYetValid, QStringLiteral("token invalid: it is not valid yet; are the clocks right?"),
                 secondsAhead(token, nowMs) };
    default: return { Reason::BadToken, QStringLiteral("token invalid") };
    }
}

//! Its own id, or else what was signed, hashed: no token is kept.
QByteArray identityOf(const http::RequestHead &head, const token::Claims &claims)
{
    if (!claims.id.isEmpty())
        return claims.id.toUtf8();
    const QByteArray text = tokenIn(head);
    return QCryptographicHash::hash(text.left(text.lastIndexOf('.')), QCryptographicHash::Sha256);
}

} // namespace

std::variant<token::Claims, Rejected> verified(const http::RequestHead &head, const Credentials &credentials,
                                               std::int64_t nowMs)
{
    const QByteArray text = tokenIn(head);
    if (text.isEmpty())
        return Rejected { Reason::NoToken, QStringLiteral("unauthenticated for invalid credentials") };
    auto result = token::verify(text, credentials.acceptance, nowMs);
    if (const auto *fault = std::get_if<token::Fault>(&result))
        return rejectionOf(*fault, text, nowMs);
    auto &claims = std::get<token::Claims>(result);
    if (!claims.isFor(credentials.audience)) {
        return Rejected {
            Reason::WrongAudience,
            QStringLiteral("aud %1 does not match this host %2").arg(goList(claims.audience), credentials.audience)
        };
    }
    return std::move(claims);
}

bool hasClaimsOfAdmin(const token::Claims &claims)
{
    return !claims.scopes.isEmpty() && !claims.audience.isEmpty() && claims.expiresAt;
}

bool hasClaimsOfSession(const token::Claims &claims)
{
    return hasClaimsOfAdmin(claims) && !claims.topic.isEmpty() && !claims.prefix.isEmpty() && claims.notBefore
        && claims.issuedAt;
}

Grant grantFrom(const http::RequestHead &head, const token::Claims &claims, std::int64_t leewaySeconds)
{
    return { .topic = claims.topic.toUtf8(),
             .kind = claims.prefix.toUtf8(),
             .bookingId = claims.bookingId,
             .scopes = claims.scopes,
             .notBefore = claims.notBefore.value_or(0) - leewaySeconds,
             .expiresAt = claims.expiresAt.value_or(0) + leewaySeconds,
             .tokenId = identityOf(head, claims),
             .subject = claims.subject };
}

} // namespace relay::access
