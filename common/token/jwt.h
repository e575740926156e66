// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/token/claims.h"

#include <variant>
#include <vector>

namespace relay::token {

enum class Algorithm { Hs256, Hs384, Hs512 };

[[nodiscard]] std::optional<Algorithm> algorithmOf(QStringView name); //!< "HS256"
[[nodiscard]] QString nameOf(Algorithm algorithm);

inline constexpr qsizetype kMaxToken = 8 * 1024; //!< bytes

enum class Fault {
    TooLong,
    Malformed, //!< not three parts of strict base64url with JSON objects in them
    Algorithm, //!< none, or one that is not allowed
    Signature,
    Expired,
    NotYetValid,    //!< nbf
    IssuedInFuture, //!< iat
};

//! A word for counters and logs: "signature".
[[nodiscard]] QByteArrayView wordFor(Fault fault);

//! What is accepted. Secrets: any of them; two while one replaces the other.
struct Acceptance
{
    std::vector<QByteArray> secrets;
    std::vector<Algorithm> algorithms = { Algorithm::Hs256, Algorithm::Hs384, Algorithm::Hs512 };
    std::int64_t leewaySeconds = 0; //!< 0 to 60
};

/*!
 * Reads a token and proves it: signature (compared in constant time) and then, each where present, exp, nbf and iat
 * against `nowMs` (ms since the epoch): valid while now < exp, now >= nbf, now >= iat, give or take the leeway. Who
 * asks checks which claims must be there, and the audience. Pure; any thread.
 */
[[nodiscard]] std::variant<Claims, Fault> verify(QByteArrayView token, const Acceptance &acceptance, std::int64_t nowMs);

//! What a token says, proven or not: for a word about one that verify() refused because of the time.
[[nodiscard]] std::optional<Claims> claimsIn(QByteArrayView token);

//! Header {"alg":"HS256","typ":"JWT"}, claims, signature: base64url without padding, joined by dots.
//! Empty when OpenSSL refuses to sign, as it may with a short secret where only what FIPS 140 approves is allowed.
[[nodiscard]] QByteArray mint(const Claims &claims, const QByteArray &secret, AudienceForm form = AudienceForm::Array,
                              Algorithm algorithm = Algorithm::Hs256);

} // namespace relay::token
