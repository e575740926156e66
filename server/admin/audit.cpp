// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/audit.h"

#include <QLoggingCategory>

namespace relay::admin {

namespace {

Q_LOGGING_CATEGORY(lcAudit, "relay.audit")

constexpr qsizetype kLongestResult = 1000; // bytes; that of a large kick names every connection

QString resultOf(const Outcome &outcome)
{
    if (const auto *error = std::get_if<Error>(&outcome))
        return QStringLiteral("refused, ") + error->text;
    const auto &result = std::get<QByteArray>(outcome);
    if (result.size() <= kLongestResult)
        return QString::fromUtf8(result);
    return QString::fromUtf8(result.first(kLongestResult)) + QStringLiteral("...");
}

} // namespace

void audit(const Identity &who, const AuditedOrder &order, const Outcome &outcome)
{
    const QString why
        = order.reason.isEmpty() ? QString() : QStringLiteral(", reason \"") + order.reason + QLatin1Char('"');
    qCInfo(lcAudit).noquote().nospace() << order.verb << ' ' << order.target << " by " << who.user << " (uid "
                                        << who.credentials.uid << ", pid " << who.credentials.pid << ')' << why << ": "
                                        << resultOf(outcome);
}

} // namespace relay::admin
