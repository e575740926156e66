// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/drain.h"

#include "common/ws/protocol.h"

#include <algorithm>
#include <utility>

namespace relay::admin {

namespace {

constexpr double kShare = 0.9; // of the time; what is left of it is for the last to finish

} // namespace

Drain::Drain(stats::Ledger &ledger, Jobs &jobs, DrainHooks hooks, Told told)
    : m_ledger(ledger)
    , m_jobs(jobs)
    , m_hooks(std::move(hooks))
    , m_told(std::move(told))
{
    m_ledger.addListener(this);
}

Drain::~Drain()
{
    m_ledger.removeListener(this);
}

std::variant<JobId, Error> Drain::start(std::chrono::milliseconds deadline, const Identity &by, const Moment &now)
{
    if (m_endsAt != 0)
        return Error { ErrorClass::Conflict, QStringLiteral("The relay is being drained already, job %1.").arg(m_job) };
    std::vector<stats::ConnectionId> ids;
    for (const auto &[id, entry] : m_ledger.connections())
        ids.push_back(id);
    const auto within = std::chrono::milliseconds(std::int64_t(kShare * double(deadline.count())));
    // Before the job, whose first step may be its last.
    m_by = by;
    m_endsAt = now.wall + deadline.count();
    m_endsSteady = now.steady + deadline.count();
    m_lastSteady = now.steady + within.count();
    auto started = tellToGo(std::move(ids), within, now);
    if (std::holds_alternative<Error>(started)) {
        m_endsAt = 0;
        return started;
    }
    if (m_hooks.refuseNewcomers)
        m_hooks.refuseNewcomers(true);
    if (m_told)
        m_told(m_endsAt);
    return started;
}

std::variant<JobId, Error> Drain::tellToGo(std::vector<stats::ConnectionId> ids, std::chrono::milliseconds within,
                                           const Moment &now)
{
    Jobs::Order order;
    order.kind = QStringLiteral("drain");
    order.text = QStringLiteral("everybody, until relayd ends");
    order.target = { QStringLiteral("everybody"), {} };
    order.by = m_by;
    order.perSecond = std::max(1e-3, double(ids.size()) * 1000.0 / double(std::max<std::int64_t>(1, within.count())));
    order.ids = std::move(ids);
    order.closing = { ws::close::kGoingAway, "the relay is being drained" };
    order.ended = [this](const Job &job) {
        if (job.state == JobState::Cancelled)
            calledOff();
    };
    auto started = m_jobs.start(std::move(order), now);
    if (const auto *id = std::get_if<JobId>(&started))
        m_job = *id;
    return started;
}

// Those that were on their way in when it began: a worker had them, or had not told of them yet.
void Drain::connectionOpened(stats::ConnectionId id)
{
    if (m_endsAt != 0)
        m_late.push_back(id);
}

void Drain::tellLateOnes(const Moment &now)
{
    if (m_late.empty())
        return;
    const std::chrono::milliseconds within(std::max<std::int64_t>(0, m_lastSteady - now.steady));
    if (m_jobs.extend(m_job, m_late, within, now) || std::holds_alternative<JobId>(tellToGo(m_late, within, now)))
        m_late.clear();
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
    m_late.clear();
    if (m_hooks.refuseNewcomers)
        m_hooks.refuseNewcomers(false);
    if (m_told)
        m_told(0);
}

void Drain::advance(const Moment &now)
{
    if (m_endsAt == 0 || m_hasEnded)
        return;
    tellLateOnes(now);
    const Job *job = m_jobs.find(m_job);
    const bool isEmpty = m_ledger.connections().empty() && (!job || job->state != JobState::Running);
    if (!isEmpty && now.steady < m_endsSteady)
        return;
    m_hasEnded = true;
    if (m_hooks.endRelay)
        m_hooks.endRelay();
}

} // namespace relay::admin
