// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/admin/alertboard.h"
#include "server/admin/auditlog.h"
#include "server/admin/eventlog.h"
#include "server/admin/measures.h"
#include "server/admin/spotter.h"
#include "server/admin/vitals.h"
#include "server/stats/history.h"

#include <functional>

namespace relay::admin {

/*!
 * What a relayd remembers of itself while it runs: its traffic, events and orders; and the alerts that follow from it. Fed on
 * the observers' thread, by what the workers report anyway and by the sessions; costs a relayed message nothing.
 */
class Chronicle
{
public:
    //! Keeps rules across restarts; calls back on our thread: true, they are on the disk.
    using SaveRules = std::function<void(const std::vector<AlertRule> &rules, std::function<void(bool)> done)>;

    //! The ledger outlives it.
    Chronicle(stats::Ledger &ledger, MomentClock clock);
    Chronicle(const Chronicle &) = delete;
    Chronicle &operator=(const Chronicle &) = delete;

    void setVitals(VitalsSource vitals) { m_vitals = std::move(vitals); }
    void setSaveRules(SaveRules save) { m_save = std::move(save); }

    void tick(); //!< several times a second

    //! An order and its outcome: recorded, and an event too if it was carried out and others should know.
    void audit(const Asker &asker, const QString &method, const QJsonObject &params, const Outcome &outcome);
    //! Holds at once; `done` is called when it is known whether a restart would keep them.
    void setAlertRules(std::vector<AlertRule> rules, std::function<void(bool isDurable)> done);

    [[nodiscard]] const stats::History &history() const { return m_history; }
    [[nodiscard]] EventLog &events() { return m_events; }
    [[nodiscard]] const EventLog &events() const { return m_events; }
    [[nodiscard]] const AuditLog &orders() const { return m_orders; }
    [[nodiscard]] AlertBoard &alerts() { return m_alerts; }
    [[nodiscard]] const AlertBoard &alerts() const { return m_alerts; }

private:
    void noteAlert(const Alert &alert, bool isRaised);

    const stats::Ledger &m_ledger;
    MomentClock m_clock;
    VitalsSource m_vitals;
    SaveRules m_save;
    stats::History m_history;
    EventLog m_events;
    AuditLog m_orders;
    Spotter m_spotter;
    AlertBoard m_alerts;
    Measures m_measures;
    std::int64_t m_lookedAt = 0; //!< steady ms; what is done once a second
};

} // namespace relay::admin
