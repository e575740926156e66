// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/tokencheck.h"

#include "server/access/apirequest.h"

namespace relay::access {

namespace {

//! As the existing servers write a list of strings into a sentence: blanks, brackets.
QString goList(const QStringList &texts)
{
    return u'[' + texts.join(u' ') + u']';
}

Rejected rejectionOf(token::Fault fault)
{
    switch (fault) {
    case token::Fault::Expired: return { Reason::Expired, QStringLiteral("token invalid: it has expired") };
    case token::Fault::NotYetValid:
    case token::Fault::IssuedInFuture:
        return { Reason::NotYetValid, QStringLiteral("token invalid: it is not valid yet; are the clocks right?") };
    default: return { Reason::BadToken, QStringLiteral("token invalid") };
    }
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
        return rejectionOf(*fault);
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

Grant grantFrom(const token::Claims &claims, std::int64_t leewaySeconds)
{
    return { .topic = claims.topic.toUtf8(),
             .kind = claims.prefix.toUtf8(),
             .bookingId = claims.bookingId,
             .scopes = claims.scopes,
             .notBefore = claims.notBefore.value_or(0) - leewaySeconds,
             .expiresAt = claims.expiresAt.value_or(0) + leewaySeconds };
}

} // namespace relay::access
