// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/admin/auditlog.h"
#include "server/admin/eventlog.h"
#include "server/stats/history.h"

namespace relay::admin {

/*!
 * What a relayd remembers of itself while it runs: its traffic, events and orders. Fed on the observers' thread, by what the
 * workers report anyway and by the sessions; costs a relayed message nothing.
 */
class Chronicle
{
public:
    //! The ledger outlives it.
    Chronicle(const stats::Ledger &ledger, MomentClock clock);
    Chronicle(const Chronicle &) = delete;
    Chronicle &operator=(const Chronicle &) = delete;

    void tick(); //!< several times a second

    //! An order and its outcome: recorded, and an event too if it was carried out and others should know.
    void audit(const Asker &asker, const QString &method, const QJsonObject &params, const Outcome &outcome);

    [[nodiscard]] const stats::History &history() const { return m_history; }
    [[nodiscard]] EventLog &events() { return m_events; }
    [[nodiscard]] const EventLog &events() const { return m_events; }
    [[nodiscard]] const AuditLog &orders() const { return m_orders; }

private:
    const stats::Ledger &m_ledger;
    MomentClock m_clock;
    stats::History m_history;
    EventLog m_events;
    AuditLog m_orders;
};

} // namespace relay::admin
