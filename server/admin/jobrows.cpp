// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/jobrows.h"

#include "common/admin/acts.h"
#include "common/admin/protocol.h"

#include <utility>

namespace relay::admin {

void writeJobRow(JsonWriter &out, const Job &job)
{
    out.beginArray();
    out.number(job.id);
    out.text(job.kind);
    out.text(job.by.user);
    out.number(job.done);
    out.number(job.gone);
    out.number(job.total);
    out.text(QString(nameOf(job.state)));
    out.number(job.endsInMs());
    out.text(job.text);
    out.number(job.startedAt);
    if (job.endedAt == 0)
        out.raw("null");
    else
        out.number(job.endedAt);
    out.endArray();
}

JobChannel::JobChannel(QString name, Jobs &jobs)
    : m_name(std::move(name))
    , m_jobs(jobs)
{
    m_jobs.addListener(this);
    restart();
}

JobChannel::~JobChannel()
{
    m_jobs.removeListener(this);
}

void JobChannel::restart()
{
    for (const auto &[id, job] : m_jobs.all()) {
        if (job.state == JobState::Running)
            m_changed.insert(id);
    }
}

std::optional<QByteArray> JobChannel::next(const Moment &now)
{
    if (m_due.empty() && now.steady - m_beatAt >= kMinInterval.count()) {
        m_due = std::exchange(m_changed, {});
        m_beatAt = now.steady;
    }
    while (!m_due.empty()) {
        const Job *job = m_jobs.find(m_due.extract(m_due.begin()).value());
        if (!job)
            continue; // ended long ago, and forgotten
        JsonWriter out;
        beginNotice(out, QByteArrayView(notification::kJob.data(), notification::kJob.size()), "sub", m_name);
        out.key("id");
        out.number(job->id);
        out.key("kind");
        out.text(job->kind);
        out.key("by");
        out.text(job->by.user);
        out.key("done");
        out.number(job->done);
        out.key("gone");
        out.number(job->gone);
        out.key("total");
        out.number(job->total);
        out.key("state");
        out.text(QString(nameOf(job->state)));
        out.key("endsInMs");
        out.number(job->endsInMs());
        out.key("text");
        out.text(job->text);
        return endNotice(out);
    }
    return std::nullopt;
}

} // namespace relay::admin
