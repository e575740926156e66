// SPDX-License-Identifier: GPL-3.0-or-later
// Tokens: whatever the bytes are, verify() answers; and what it takes for valid was signed, or is signed here.
#include "common/token/jwt.h"

#include <cstdint>
#include <cstdlib>

using namespace relay::token;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const Acceptance acceptance { .secrets = { "a secret", "another" } };
    constexpr std::int64_t kNowMs = 1'700'000'000'000;
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto asToken = verify(bytes, acceptance, kNowMs);
    if (const auto *claims = std::get_if<Claims>(&asToken)) {
        if (claims->expiresAt && *claims->expiresAt * 1000 <= kNowMs)
            std::abort();
    }
    // As the payload of a token that is signed well: the same claims come out as went in.
    const auto claims = claimsFromJson(bytes);
    if (!claims)
        return 0;
    const QByteArray token = mint(*claims, "a secret");
    const auto again = verify(token, acceptance, kNowMs);
    if (token.size() <= kMaxToken && std::holds_alternative<Fault>(again)) {
        const Fault fault = std::get<Fault>(again);
        if (fault != Fault::Expired && fault != Fault::NotYetValid && fault != Fault::IssuedInFuture)
            std::abort();
    }
    if (const auto *read = std::get_if<Claims>(&again); read && !(*read == *claims))
        std::abort();
    return 0;
}
