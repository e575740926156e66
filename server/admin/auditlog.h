// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/admin/moment.h"
#include "server/admin/ordertarget.h"
#include "server/admin/outcome.h"
#include "server/admin/peer.h"
#include "server/admin/ring.h"

#include <QJsonObject>
#include <QString>

namespace relay::admin {

//! One call that needed more than the role viewer, and what came of it.
struct AuditRecord
{
    std::int64_t at = 0; //!< ms since the epoch
    qint64 uid = 0;
    QString user;
    qint64 pid = 0;
    QString client;     //!< the program, as it calls itself
    QString action;     //!< the method: "connections.kick"
    QString target;     //!< "booking b1"; empty when it is about the relay
    QString targetKind; //!< of an OrderTarget
    QString targetName;
    QString reason; //!< as the operator wrote it
    QString result; //!< what was answered, or "refused, " and why
    bool isRefused = false;
};

//! Who asks.
struct Asker
{
    const Identity &identity;
    QString client;
};

/*!
 * The newest 1,000 orders, whoever gave them and whether they were carried out or not; each is a line of the log's category
 * relay.audit as well. Never holds what a token or secret was. One thread; at most about 3 MiB.
 */
class AuditLog
{
public:
    static constexpr std::size_t kKept = 1000;

    const AuditRecord &record(const Moment &now, const Asker &asker, const QString &method, const QJsonObject &params,
                              const Outcome &outcome);
    [[nodiscard]] const Ring<AuditRecord> &ring() const { return m_ring; }

private:
    Ring<AuditRecord> m_ring { kKept };
};

} // namespace relay::admin
