// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/shell/hostclaims.h"

#include "server/access/tokencheck.h"

namespace relay::shell {

std::optional<Misfit> misfitOf(const token::Claims &claims, QByteArrayView host)
{
    using access::Reason;
    if (!access::hasClaimsOfSession(claims))
        return Misfit { Reason::MissingClaims, QStringLiteral("token missing required claims") };
    if (claims.topic.toUtf8() != host)
        return Misfit { Reason::WrongTopic, QStringLiteral("host_id does not match topic in token") };
    // A token for a session of the same name opens no shell, whatever its scopes.
    if (claims.prefix != u"connect" && claims.prefix != u"shell")
        return Misfit { Reason::WrongTopic, QStringLiteral("prefix in token is neither connect nor shell") };
    const bool isForStats = claims.hasScope(u"stats");
    if (isForStats && host != kStatsHost)
        return Misfit { Reason::WrongTopic, QStringLiteral("path not valid for stats scope") };
    if (!isForStats && host == kStatsHost)
        return Misfit { Reason::NoScope, QStringLiteral("path not valid without stats scope") };
    const bool isForHost = claims.hasScope(u"host");
    const bool isForClient = claims.hasScope(u"client");
    if (!isForHost && !isForClient && !isForStats)
        return Misfit { Reason::NoScope, QStringLiteral("missing client, host or stats scope") };
    if (isForHost && isForClient)
        return Misfit { Reason::NoScope, QStringLiteral("can only have client or host scope, not both") };
    return std::nullopt;
}

} // namespace relay::shell
