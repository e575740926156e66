// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/error.h"
#include "server/admin/kicker.h"
#include "server/admin/moment.h"
#include "server/admin/ordertarget.h"
#include "server/admin/peer.h"

#include <chrono>
#include <functional>
#include <map>
#include <variant>
#include <vector>

namespace relay::admin {

using JobId = std::uint64_t; //!< from 1 on

enum class JobState { Running, Done, Cancelled, Failed };
[[nodiscard]] QLatin1String nameOf(JobState state);

//! Something that is done step by step: connections that are closed at a pace.
struct Job
{
    JobId id = 0;
    QString kind; //!< "kick", "drain"
    QString text; //!< what it is about, for people
    OrderTarget target;
    Identity by;
    JobState state = JobState::Running;
    int total = 0;
    int done = 0;
    int gone = 0;       //!< had closed by themselves
    int unanswered = 0; //!< were not confirmed in time
    double perSecond = 1;
    std::int64_t startedAt = 0; //!< wall clock, ms
    std::int64_t endedAt = 0;   //!< 0: not yet

    [[nodiscard]] std::int64_t endsInMs() const; //!< as things stand
};

//! Hears of a job by its number, and looks it up when it needs it.
class JobListener
{
public:
    virtual ~JobListener() = default;
    virtual void jobChanged(JobId id) = 0;
};

/*!
 * Closes many connections at a pace, so that those who come back do not come all at once. Goes on when whoever asked for
 * it has left. Keeps the last kKept that have ended. Lives on the observers' thread; the kicker must outlive it.
 */
class Jobs
{
public:
    static constexpr std::size_t kMaxRunning = 16;
    static constexpr std::size_t kKept = 50;

    struct Order
    {
        QString kind;
        QString text;
        OrderTarget target = {};
        Identity by;
        std::vector<stats::ConnectionId> ids;
        Closing closing;
        double perSecond = 1;                                                      //!< above 0
        std::function<void(const std::vector<stats::ConnectionId> &)> before = {}; //!< each step, of those it closes
        std::function<void(const Job &)> ended = {};
    };

    explicit Jobs(Kicker &kicker)
        : m_kicker(kicker)
    {
    }
    Jobs(const Jobs &) = delete;
    Jobs &operator=(const Jobs &) = delete;

    //! Begins at once.
    [[nodiscard]] std::variant<JobId, Error> start(Order order, const Moment &now);
    //! More to close, after the others and all of them within so long. False: it does not run.
    [[nodiscard]] bool extend(JobId id, const std::vector<stats::ConnectionId> &ids, std::chrono::milliseconds within,
                              const Moment &now);
    //! What is under way is still counted. An error: there is none, or it has ended.
    [[nodiscard]] std::optional<Error> cancel(JobId id, const Moment &now);
    //! Goes on with all that run; several times a second.
    void advance(const Moment &now);

    [[nodiscard]] const std::map<JobId, Job> &all() const { return m_jobs; }
    [[nodiscard]] const Job *find(JobId id) const;
    //! Hears of each job that has ended.
    void setEnded(std::function<void(const Job &)> ended) { m_ended = std::move(ended); }
    void addListener(JobListener *listener) { m_listeners.push_back(listener); }
    void removeListener(JobListener *listener) { std::erase(m_listeners, listener); }

private:
    struct Run
    {
        Order order;
        std::int64_t startedAt = 0; //!< steady
        std::size_t sent = 0;
        std::size_t answered = 0;
    };
    void step(JobId id, Run &run, const Moment &now);
    void count(JobId id, const KickOutcome &outcome);
    void endIfComplete(JobId id);
    void end(JobId id, JobState state);
    void tell(JobId id);

    Kicker &m_kicker;
    std::map<JobId, Job> m_jobs;
    std::map<JobId, Run> m_runs; //!< those that run, and cancelled ones whose last step is not answered yet
    std::function<void(const Job &)> m_ended;
    std::vector<JobListener *> m_listeners;
    Moment m_now;
    JobId m_lastId = 0;
};

} // namespace relay::admin
