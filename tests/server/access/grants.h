// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/access/grant.h"

namespace relay::tests {

inline constexpr std::int64_t kNowSeconds = 1'700'000'000;

inline access::Grant grantOf(const QString &bookingId, const QByteArray &topic = "lab")
{
    return { .topic = topic,
             .kind = "session",
             .bookingId = bookingId,
             .scopes = { QStringLiteral("read"), QStringLiteral("write") },
             .notBefore = kNowSeconds - 10,
             .expiresAt = kNowSeconds + 100 };
}

} // namespace relay::tests
