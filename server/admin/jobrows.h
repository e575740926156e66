// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/jsonwriter.h"
#include "server/admin/channel.h"
#include "server/admin/jobs.h"

#include <set>

namespace relay::admin {

void writeJobRow(JsonWriter &out, const Job &job); //!< columns::kJobs

/*!
 * The stream `jobs`: each job that runs when it begins, and then what changes, as notices `job`; at most one of a job in
 * the time between two beats. Of what happens meanwhile the newest counts, so a slow client costs nothing.
 */
class JobChannel final : public Channel, private JobListener
{
public:
    JobChannel(QString name, Jobs &jobs);
    ~JobChannel() override;
    JobChannel(const JobChannel &) = delete;
    JobChannel &operator=(const JobChannel &) = delete;

    [[nodiscard]] const QString &name() const override { return m_name; }
    void restart() override;
    [[nodiscard]] std::optional<QByteArray> next(const Moment &now) override;
    void writeAnswer(JsonWriter &) const override { }

private:
    void jobChanged(JobId id) override { m_changed.insert(id); }

    QString m_name;
    Jobs &m_jobs;
    std::set<JobId> m_changed;
    std::set<JobId> m_due; //!< of this beat
    std::int64_t m_beatAt = 0;
};

} // namespace relay::admin
