// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/jobs.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace relay::admin {

QLatin1String nameOf(JobState state)
{
    switch (state) {
    case JobState::Running: return QLatin1String("running");
    case JobState::Done: return QLatin1String("done");
    case JobState::Cancelled: return QLatin1String("cancelled");
    case JobState::Failed: return QLatin1String("failed");
    }
    return QLatin1String("failed");
}

std::int64_t Job::endsInMs() const
{
    if (state != JobState::Running)
        return 0;
    const int left = std::max(0, total - done - gone - unanswered);
    return std::int64_t(std::ceil(left * 1000.0 / perSecond));
}

std::variant<JobId, Error> Jobs::start(Order order, const Moment &now)
{
    const auto running = std::count_if(m_jobs.begin(), m_jobs.end(),
                                       [](const auto &job) { return job.second.state == JobState::Running; });
    if (std::size_t(running) >= kMaxRunning)
        return Error {
            ErrorClass::LimitReached,
            QStringLiteral("%1 jobs are running, which is as many as may be. Wait for one, or cancel it.").arg(running)
        };
    // An id that is named twice is one connection.
    std::sort(order.ids.begin(), order.ids.end());
    order.ids.erase(std::unique(order.ids.begin(), order.ids.end()), order.ids.end());
    m_now = now;
    const JobId id = ++m_lastId;
    Job &job = m_jobs[id];
    job.id = id;
    job.kind = order.kind;
    job.text = order.text;
    job.target = order.target;
    job.by = order.by;
    job.total = int(order.ids.size());
    job.perSecond = order.perSecond;
    job.startedAt = now.wall;
    Run &run = m_runs[id];
    run.order = std::move(order);
    run.startedAt = now.steady;
    tell(id);
    step(id, run, now);
    return id;
}

bool Jobs::extend(JobId id, const std::vector<stats::ConnectionId> &ids, std::chrono::milliseconds within,
                  const Moment &now)
{
    const auto found = m_runs.find(id);
    if (found == m_runs.end() || m_jobs.at(id).state != JobState::Running)
        return false;
    m_now = now;
    Run &run = found->second;
    Job &job = m_jobs.at(id);
    run.order.ids.insert(run.order.ids.end(), ids.begin(), ids.end());
    const auto left = double(run.order.ids.size() - run.sent);
    const double perSecond = left * 1000.0 / double(std::max<std::int64_t>(1, within.count()));
    run.order.perSecond = std::max(run.order.perSecond, perSecond);
    run.startedAt = now.steady - std::int64_t(double(run.sent) * 1000.0 / run.order.perSecond);
    job.total = int(run.order.ids.size());
    job.perSecond = run.order.perSecond;
    tell(id);
    return true;
}

std::optional<Error> Jobs::cancel(JobId id, const Moment &now)
{
    m_now = now;
    const auto job = m_jobs.find(id);
    if (job == m_jobs.end())
        return Error { ErrorClass::NotFound, QStringLiteral("There is no job %1.").arg(id) };
    if (job->second.state != JobState::Running)
        return Error { ErrorClass::Gone,
                       QStringLiteral("Job %1 has ended: %2.").arg(id).arg(QString(nameOf(job->second.state))) };
    end(id, JobState::Cancelled);
    return std::nullopt;
}

void Jobs::advance(const Moment &now)
{
    m_now = now;
    std::vector<JobId> running; // one that ends while we go leaves the map
    for (const auto &[id, run] : m_runs) {
        if (m_jobs.at(id).state == JobState::Running)
            running.push_back(id);
    }
    for (const JobId id : running) {
        if (const auto run = m_runs.find(id); run != m_runs.end())
            step(id, run->second, now);
    }
}

const Job *Jobs::find(JobId id) const
{
    const auto found = m_jobs.find(id);
    return found == m_jobs.end() ? nullptr : &found->second;
}

void Jobs::step(JobId id, Run &run, const Moment &now)
{
    const auto &ids = run.order.ids;
    const double elapsed = double(now.steady - run.startedAt) / 1000.0;
    // The first at once, then by the clock: after a stall no more than a second's worth comes together.
    const auto due = std::size_t(std::max(0.0, elapsed * run.order.perSecond)) + 1;
    const auto most = run.sent + std::size_t(std::ceil(run.order.perSecond));
    const std::size_t until = std::min({ ids.size(), due, most });
    if (due > most) // what was missed is not made up for
        run.startedAt = now.steady - std::int64_t(double(most) * 1000.0 / run.order.perSecond);
    if (until > run.sent) {
        const std::vector<stats::ConnectionId> part(ids.begin() + std::ptrdiff_t(run.sent),
                                                    ids.begin() + std::ptrdiff_t(until));
        run.sent = until;
        if (run.order.before)
            run.order.before(part);
        m_kicker.kick(part, run.order.closing, [this, id](const KickOutcome &outcome) { count(id, outcome); });
        return; // the run may be over
    }
    endIfComplete(id);
}

void Jobs::count(JobId id, const KickOutcome &outcome)
{
    const auto run = m_runs.find(id);
    Job &job = m_jobs.at(id);
    job.done += int(outcome.kicked.size());
    job.gone += int(outcome.gone.size());
    job.unanswered += int(outcome.unanswered.size());
    run->second.answered += outcome.kicked.size() + outcome.gone.size() + outcome.unanswered.size();
    tell(id);
    endIfComplete(id);
}

void Jobs::endIfComplete(JobId id)
{
    const auto run = m_runs.find(id);
    if (run == m_runs.end())
        return;
    const Job &job = m_jobs.at(id);
    const bool isAnswered = run->second.answered >= run->second.sent;
    if (job.state == JobState::Running && isAnswered && run->second.sent == run->second.order.ids.size())
        end(id, job.unanswered > 0 ? JobState::Failed : JobState::Done);
    else if (job.state != JobState::Running && isAnswered)
        m_runs.erase(run);
}

void Jobs::end(JobId id, JobState state)
{
    Job &job = m_jobs.at(id);
    job.state = state;
    job.endedAt = m_now.wall;
    const auto run = m_runs.find(id);
    const auto ended = std::exchange(run->second.order.ended, {});
    run->second.order.before = {};
    run->second.order.ids.clear();
    if (run->second.answered >= run->second.sent)
        m_runs.erase(run);
    tell(id);
    if (ended)
        ended(job);
    if (m_ended)
        m_ended(job);
    for (auto old = m_jobs.begin(); old != m_jobs.end() && m_jobs.size() > kKept + m_runs.size();)
        old = m_runs.contains(old->first) || old->first == id ? std::next(old) : m_jobs.erase(old);
}

void Jobs::tell(JobId id)
{
    for (JobListener *listener : m_listeners)
        listener->jobChanged(id);
}

} // namespace relay::admin
