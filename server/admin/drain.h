// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/admin/jobs.h"
#include "server/stats/ledger.h"

#include <chrono>
#include <functional>
#include <variant>
#include <vector>

namespace relay::admin {

//! How the observers reach the rest of relayd. Called on their thread; must not block. Empty ones do nothing.
struct DrainHooks
{
    std::function<void(bool isDraining)> refuseNewcomers = {};
    std::function<void()> endRelay = {}; //!< as SIGTERM does
};

/*!
 * Empties the relay until it ends: from the start on nobody new gets in, those who are there are told to go one after the
 * other, so that they do not all come to the next relay at once, and relayd ends when nobody is left, or when time is up.
 * Can be called off until then. Lives on the observers' thread.
 */
class Drain : private stats::ChangeListener
{
public:
    //! at: when it ends at the latest, wall clock in ms; 0: it was called off.
    using Told = std::function<void(std::int64_t at)>;

    Drain(stats::Ledger &ledger, Jobs &jobs, DrainHooks hooks, Told told);
    ~Drain() override;
    Drain(const Drain &) = delete;
    Drain &operator=(const Drain &) = delete;

    //! The job that tells how it goes.
    [[nodiscard]] std::variant<JobId, Error> start(std::chrono::milliseconds deadline, const Identity &by,
                                                   const Moment &now);
    [[nodiscard]] std::optional<Error> cancel(const Moment &now);
    void advance(const Moment &now);                               //!< several times a second
    [[nodiscard]] std::int64_t endsAt() const { return m_endsAt; } //!< 0: it is not being drained

private:
    void connectionOpened(stats::ConnectionId id) override;
    [[nodiscard]] std::variant<JobId, Error> tellToGo(std::vector<stats::ConnectionId> ids,
                                                      std::chrono::milliseconds within, const Moment &now);
    void tellLateOnes(const Moment &now);
    void calledOff();

    stats::Ledger &m_ledger;
    Jobs &m_jobs;
    const DrainHooks m_hooks;
    const Told m_told;
    JobId m_job = 0;
    Identity m_by;
    std::vector<stats::ConnectionId> m_late; //!< were let in before it began, and are known since
    std::int64_t m_endsAt = 0;
    std::int64_t m_endsSteady = 0;
    std::int64_t m_lastSteady = 0; //!< by then everybody has been told
    bool m_hasEnded = false;       //!< the end has been ordered
};

} // namespace relay::admin
