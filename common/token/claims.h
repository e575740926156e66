// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

//! JSON Web Tokens (RFC 7519, RFC 7515) with a shared secret: what they say, how they are read and made.
namespace relay::token {

/*!
 * What a token says. Times are seconds since the epoch; a fraction is cut off. Names in JSON: booking_id, topic,
 * prefix, scopes, aud, exp, nbf, iat, jti, sub; others are ignored.
 */
struct Claims
{
    QString bookingId;
    QString topic;
    QString prefix; //!< the kind of connection: "session", "connect", "shell"
    QStringList scopes;
    QStringList audience; //!< of a token that has one string: that one
    std::optional<std::int64_t> expiresAt;
    std::optional<std::int64_t> notBefore;
    std::optional<std::int64_t> issuedAt;
    QString id = {};      //!< of the token itself; most have none
    QString subject = {}; //!< whom it is for; most do not say

    [[nodiscard]] bool hasScope(QStringView scope) const { return scopes.contains(scope); }
    [[nodiscard]] bool isFor(QStringView host) const { return audience.contains(host); } //!< whole strings

    friend bool operator==(const Claims &, const Claims &) = default;
};

//! Servers before 2022 read a single string only.
enum class AudienceForm { Array, String };

//! Compact, names in the order that the existing servers write, so that equal claims give equal tokens.
[[nodiscard]] QByteArray toJson(const Claims &claims, AudienceForm form = AudienceForm::Array);

//! Nothing when it is not an object of strict JSON, or a claim that we know is of the wrong type.
[[nodiscard]] std::optional<Claims> claimsFromJson(QByteArrayView json);

} // namespace relay::token
