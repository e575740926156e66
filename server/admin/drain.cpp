// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/drain.h"

#include <algorithm>
#include <utility>

namespace relay::admin {

namespace {

constexpr std::uint16_t kGoingAway = 1001; // RFC 6455, 7.4.1
constexpr double kShare = 0.9;             // of the time; what is left of it is for the last to finish

} // namespace

Drain::Drain(const stats::Ledger &ledger, Jobs &jobs, DrainHooks hooks, Told told)
    : m_ledger(ledger)
    , m_jobs(jobs)
    , m_hooks(std::move(hooks))
    , m_told(std::move(told))
{
}

std::variant<JobId, Error> Drain::start(std::chrono::milliseconds deadline, const Identity &by, const Moment &now)
{
    if (m_endsAt != 0)
        return Error { ErrorClass::Conflict, QStringLiteral("The relay is being drained already, job %1.").arg(m_job) };
    Jobs::Order order;
    order.kind = QStringLiteral("drain");
    order.text = QStringLiteral("everybody, until relayd ends");
    order.by = by;
    for (const auto &[id, entry] : m_ledger.connections())
        order.ids.push_back(id);
    order.closing = { kGoingAway, "the relay is being drained" };
    order.perSecond = std::max(1e-3, double(order.ids.size()) * 1000.0 / (kShare * double(deadline.count())));
    order.ended = [this](const Job &job) {
        if (job.state == JobState::Cancelled)
            calledOff();
    };
    // Before the job, whose first step may be its last.
    m_endsAt = now.wall + deadline.count();
    m_endsSteady = now.steady + deadline.count();
    auto started = m_jobs.start(std::move(order), now);
    if (std::holds_alternative<Error>(started)) {
        m_endsAt = 0;
        return started;
    }
    m_job = std::get<JobId>(started);
    if (m_hooks.refuseNewcomers)
        m_hooks.refuseNewcomers(true);
    if (m_told)
        m_told(m_endsAt);
    return started;
}

std::optional<Error> Drain::cancel(const Moment &now)
{
    if (m_endsAt == 0)
        return Error { ErrorClass::Conflict, QStringLiteral("The relay is not being drained.") };
    if (m_hasEnded)
        return Error { ErrorClass::Gone, QStringLiteral("The relay is ending by now.") };
    if (const Job *job = m_jobs.find(m_job); job && job->state == JobState::Running)
        return m_jobs.cancel(m_job, now);
    calledOff(); // everybody has been told to go
    return std::nullopt;
}

void Drain::calledOff()
{
    m_endsAt = 0;
    if (m_hooks.refuseNewcomers)
        m_hooks.refuseNewcomers(false);
    if (m_told)
        m_told(0);
}

void Drain::advance(const Moment &now)
{
    if (m_endsAt == 0 || m_hasEnded)
        return;
    const Job *job = m_jobs.find(m_job);
    const bool isEmpty = m_ledger.connections().empty() && (!job || job->state != JobState::Running);
    if (!isEmpty && now.steady < m_endsSteady)
        return;
    m_hasEnded = true;
    if (m_hooks.endRelay)
        m_hooks.endRelay();
}

} // namespace relay::admin
