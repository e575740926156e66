// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/auditlog.h"

#include <QLoggingCategory>

#include <utility>

namespace relay::admin {

namespace {

Q_LOGGING_CATEGORY(lcAudit, "relay.audit")

constexpr qsizetype kLongest = 1000; // bytes or characters; the result of a large kick names every connection

QString cut(const QString &text)
{
    return text.size() <= kLongest ? text : text.first(kLongest) + QStringLiteral("...");
}

QString resultOf(const Outcome &outcome)
{
    if (const auto *error = std::get_if<Error>(&outcome))
        return cut(QStringLiteral("refused, ") + error->text);
    const auto &result = std::get<QByteArray>(outcome);
    return cut(QString::fromUtf8(result.first(qMin(result.size(), kLongest + 1))));
}

void writeLine(const AuditRecord &record)
{
    const QString target = record.target.isEmpty() ? QString() : QLatin1Char(' ') + record.target;
    const QString why
        = record.reason.isEmpty() ? QString() : QStringLiteral(", reason \"") + record.reason + QLatin1Char('"');
    qCInfo(lcAudit).noquote().nospace() << record.action << target << " by " << record.user << " (uid " << record.uid
                                        << ", pid " << record.pid << ')' << why << ": " << record.result;
}

} // namespace

const AuditRecord &AuditLog::record(const Moment &now, const Asker &asker, const QString &method,
                                    const QJsonObject &params, const Outcome &outcome)
{
    const OrderTarget target = targetOf(params);
    m_ring.append({ .at = now.wall,
                    .uid = qint64(asker.identity.credentials.uid),
                    .user = asker.identity.user,
                    .pid = asker.identity.credentials.pid,
                    .client = asker.client,
                    .action = method,
                    .target = target.text(),
                    .targetKind = target.kind,
                    .targetName = target.name,
                    .reason = cut(params.value(QLatin1String("reason")).toString()),
                    .result = resultOf(outcome),
                    .isRefused = std::holds_alternative<Error>(outcome) });
    const AuditRecord &made = m_ring.at(m_ring.end() - 1);
    writeLine(made);
    return made;
}

} // namespace relay::admin
