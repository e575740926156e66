// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/http/requesthead.h"
#include "common/token/claims.h"
#include "server/access/api.h"

#include <variant>

//! What the token of a request proves, and what a call needs of it.
namespace relay::access {

//! Why a token counts for nothing here, and the sentence for who sent it.
struct Rejected
{
    Reason reason = Reason::BadToken;
    QString message;
    std::int64_t aheadSeconds = 0; //!< how far from now it was made, of one that is signed well and not valid yet
};

//! The claims of the token that came along, once they are proven and meant for this relay. nowMs: since the epoch.
[[nodiscard]] std::variant<token::Claims, Rejected> verified(const http::RequestHead &head,
                                                             const Credentials &credentials, std::int64_t nowMs);

[[nodiscard]] bool hasClaimsOfAdmin(const token::Claims &claims);
[[nodiscard]] bool hasClaimsOfSession(const token::Claims &claims);

//! For the token that these claims came in. The clocks may be as far apart when the code is used, and at the end, as when
//! the token was read.
[[nodiscard]] Grant grantFrom(const http::RequestHead &head, const token::Claims &claims, std::int64_t leewaySeconds);

} // namespace relay::access
