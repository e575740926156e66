// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/token/jwt.h"

#include "common/token/jsonkeys.h"
#include "common/token/secret.h"
#include "common/token/strictjson.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <algorithm>
#include <array>

namespace relay::token {

namespace {

struct Named
{
    Algorithm algorithm;
    QLatin1String name;
    const EVP_MD *(*digest)();
};

constexpr std::array<Named, 3> kAlgorithms { {
    { Algorithm::Hs256, QLatin1String("HS256"), EVP_sha256 },
    { Algorithm::Hs384, QLatin1String("HS384"), EVP_sha384 },
    { Algorithm::Hs512, QLatin1String("HS512"), EVP_sha512 },
} };

const Named &named(Algorithm algorithm)
{
    return kAlgorithms[std::size_t(algorithm)];
}

constexpr auto kBase64Url = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

// Qt takes padding, and bits behind the last byte: only what it would write itself is right (RFC 7515, section 2).
std::optional<QByteArray> decoded(QByteArrayView text)
{
    auto bytes
        = QByteArray::fromBase64Encoding(text.toByteArray(), kBase64Url | QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes || (*bytes).toBase64(kBase64Url) != text)
        return std::nullopt;
    return std::move(*bytes);
}

//! Empty when OpenSSL refuses, as it may where it is restricted to what a standard approves of.
QByteArray hmac(Algorithm algorithm, const QByteArray &secret, QByteArrayView data)
{
    QByteArray mac(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    unsigned int size = 0;
    const bool isDone = HMAC(named(algorithm).digest(), secret.constData(), int(secret.size()),
                             reinterpret_cast<const unsigned char *>(data.data()), std::size_t(data.size()),
                             reinterpret_cast<unsigned char *>(mac.data()), &size)
        != nullptr;
    mac.resize(isDone ? qsizetype(size) : 0);
    return mac;
}

bool isSigned(Algorithm algorithm, const std::vector<QByteArray> &secrets, QByteArrayView data,
              const QByteArray &signature)
{
    bool isRight = false; // all are tried, so that the time tells nothing of which one fits
    for (const QByteArray &secret : secrets) {
        QByteArray expected = hmac(algorithm, secret, data);
        const bool fits = !secret.isEmpty() && !expected.isEmpty() && expected.size() == signature.size()
            && CRYPTO_memcmp(expected.constData(), signature.constData(), std::size_t(expected.size())) == 0;
        isRight = isRight || fits;
        wipe(expected); // what a forger would want to know
    }
    return isRight;
}

//! What the header asks for, or why it is refused (RFC 7515, section 4.1).
std::variant<Algorithm, Fault> algorithmIn(const QByteArray &header, const Acceptance &acceptance)
{
    const auto object = strictObject(header);
    if (!object || hasRepeatedKey(header))
        return Fault::Malformed;
    if (object->contains(QLatin1String("crit")))
        return Fault::Malformed; // extensions that must be understood: there are none
    const QJsonValue name = object->value(QLatin1String("alg"));
    if (!name.isString())
        return Fault::Malformed;
    const auto algorithm = algorithmOf(name.toString());
    const auto &allowed = acceptance.algorithms;
    if (!algorithm || std::find(allowed.begin(), allowed.end(), *algorithm) == allowed.end())
        return Fault::Algorithm;
    return *algorithm;
}

std::optional<Fault> faultOfTime(const Claims &claims, std::int64_t leewaySeconds, std::int64_t nowMs)
{
    constexpr std::int64_t kMs = 1000;
    const std::int64_t leeway = leewaySeconds * kMs;
    if (claims.expiresAt && nowMs - leeway >= *claims.expiresAt * kMs)
        return Fault::Expired;
    if (claims.notBefore && nowMs + leeway < *claims.notBefore * kMs)
        return Fault::NotYetValid;
    if (claims.issuedAt && nowMs + leeway < *claims.issuedAt * kMs)
        return Fault::IssuedInFuture;
    return std::nullopt;
}

} // namespace

std::optional<Algorithm> algorithmOf(QStringView name)
{
    for (const Named &entry : kAlgorithms) {
        if (name == entry.name)
            return entry.algorithm;
    }
    return std::nullopt;
}

QString nameOf(Algorithm algorithm)
{
    return named(algorithm).name;
}

QByteArrayView wordFor(Fault fault)
{
    switch (fault) {
    case Fault::TooLong: return "too_long";
    case Fault::Malformed: return "malformed";
    case Fault::Algorithm: return "algorithm";
    case Fault::Signature: return "signature";
    case Fault::Expired: return "expired";
    case Fault::NotYetValid: return "not_yet_valid";
    case Fault::IssuedInFuture: return "issued_in_future";
    }
    return "unknown";
}

std::variant<Claims, Fault> verify(QByteArrayView token, const Acceptance &acceptance, std::int64_t nowMs)
{
    if (token.size() > kMaxToken)
        return Fault::TooLong;
    const qsizetype first = token.indexOf('.');
    const qsizetype second = first < 0 ? -1 : token.indexOf('.', first + 1);
    if (second < 0 || token.indexOf('.', second + 1) >= 0)
        return Fault::Malformed;
    const auto header = decoded(token.first(first));
    const auto payload = decoded(token.sliced(first + 1, second - first - 1));
    const auto signature = decoded(token.sliced(second + 1));
    if (!header || !payload || !signature)
        return Fault::Malformed;
    const auto algorithm = algorithmIn(*header, acceptance);
    if (const auto *fault = std::get_if<Fault>(&algorithm))
        return *fault;
    if (!isSigned(std::get<Algorithm>(algorithm), acceptance.secrets, token.first(second), *signature))
        return Fault::Signature;
    auto claims = claimsFromJson(*payload);
    if (!claims)
        return Fault::Malformed;
    if (const auto fault = faultOfTime(*claims, acceptance.leewaySeconds, nowMs))
        return *fault;
    return *std::move(claims);
}

std::optional<Claims> claimsIn(QByteArrayView token)
{
    const qsizetype first = token.indexOf('.');
    const qsizetype second = first < 0 ? -1 : token.indexOf('.', first + 1);
    if (second < 0 || token.size() > kMaxToken)
        return std::nullopt;
    const auto payload = decoded(token.sliced(first + 1, second - first - 1));
    return payload ? claimsFromJson(*payload) : std::nullopt;
}

QByteArray mint(const Claims &claims, const QByteArray &secret, AudienceForm form, Algorithm algorithm)
{
    const QByteArray header = R"({"alg":")" + nameOf(algorithm).toLatin1() + R"(","typ":"JWT"})";
    const QByteArray data = header.toBase64(kBase64Url) + '.' + toJson(claims, form).toBase64(kBase64Url);
    const QByteArray signature = hmac(algorithm, secret, data);
    return signature.isEmpty() ? QByteArray() : QByteArray(data + '.' + signature.toBase64(kBase64Url));
}

} // namespace relay::token
