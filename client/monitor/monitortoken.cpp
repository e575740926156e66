// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/monitor/monitortoken.h"

#include "common/token/jwt.h"

namespace relay::client::monitor {

QByteArray monitorToken(const TokenTerms &terms, std::int64_t nowSeconds)
{
    const relay::token::Claims claims { .bookingId = u"relay-monitor"_qs,
                                        .topic = terms.topic,
                                        .prefix = u"session"_qs,
                                        .scopes = { u"read"_qs, u"write"_qs },
                                        .audience = { terms.audience },
                                        .expiresAt = nowSeconds + terms.lifetime.count(),
                                        .notBefore = nowSeconds - 1,
                                        .issuedAt = nowSeconds };
    return relay::token::mint(claims, terms.secret);
}

} // namespace relay::client::monitor
