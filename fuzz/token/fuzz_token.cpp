// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens: whatever the bytes are, verify() answers; and what it takes for valid was signed, or is signed here.
#include "common/token/jwt.h"
#include "common/token/strictjson.h"

#include <QMessageAuthenticationCode>

#include <cstdint>
#include <cstdlib>

using namespace relay::token;

namespace {

constexpr std::int64_t kNowMs = 1'700'000'000'000;
constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
const QByteArray kSecret = "a secret";

const Acceptance &acceptance()
{
    static const Acceptance accepted { .secrets = { kSecret, "another" } };
    return accepted;
}

void require(bool holds)
{
    if (!holds)
        std::abort();
}

//! As it is. A signature is not guessed, so only a seed gets through; what then counts is that its time is not over.
void tryAsToken(QByteArrayView bytes)
{
    const auto result = verify(bytes, acceptance(), kNowMs);
    if (const auto *claims = std::get_if<Claims>(&result))
        require(bytes.size() <= kMaxToken && (!claims->expiresAt || *claims->expiresAt * 1000 > kNowMs));
}

//! As the payload of a token that is signed well: the same claims come out as went in.
void tryAsClaims(QByteArrayView bytes)
{
    const auto claims = claimsFromJson(bytes);
    if (!claims)
        return;
    require(strictObject(bytes).has_value());
    // Qt takes a byte-order mark off the beginning of a string, but not of one with escapes: written anew, these differ.
    if (bytes.contains("\xEF\xBB\xBF") || bytes.toByteArray().toLower().contains("\\ufeff"))
        return;
    const QByteArray token = mint(*claims, kSecret);
    const auto again = verify(token, acceptance(), kNowMs);
    if (const auto *fault = std::get_if<Fault>(&again)) {
        require(token.size() > kMaxToken || *fault == Fault::Expired || *fault == Fault::NotYetValid
                || *fault == Fault::IssuedInFuture);
    } else {
        require(std::get<Claims>(again) == *claims);
    }
}

//! As a header and, behind a NUL, a payload, signed as they stand: only a strict header that asks for HS256 gets by.
void tryAsParts(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf('\0');
    if (end < 0)
        return;
    const QByteArray header = bytes.first(end).toByteArray();
    const QByteArray payload = bytes.sliced(end + 1).toByteArray();
    const QByteArray data = header.toBase64(kBase64) + '.' + payload.toBase64(kBase64);
    const QByteArray mac = QMessageAuthenticationCode::hash(data, kSecret, QCryptographicHash::Sha256);
    const QByteArray token = data + '.' + mac.toBase64(kBase64);
    const auto result = verify(token, acceptance(), kNowMs);
    if (!std::holds_alternative<Claims>(result))
        return;
    const auto object = strictObject(header);
    require(object && object->value(QLatin1String("alg")) == QLatin1String("HS256"));
    require(!object->contains(QLatin1String("crit")) && claimsFromJson(payload) == std::get<Claims>(result));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    tryAsToken(bytes);
    tryAsClaims(bytes);
    tryAsParts(bytes);
    return 0;
}
