// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/jobs.h"

#include "client/admin/requestkey.h"
#include "common/admin/acts.h"
#include "common/admin/protocol.h"

#include <utility>

namespace relay::client {

namespace {

Job jobOf(const QJsonObject &params)
{
    Job job;
    job.id = quint64(params.value(QLatin1String("id")).toInteger());
    job.kind = params.value(QLatin1String("kind")).toString();
    job.by = params.value(QLatin1String("by")).toString();
    job.text = params.value(QLatin1String("text")).toString();
    job.state = params.value(QLatin1String("state")).toString();
    job.done = params.value(QLatin1String("done")).toInt();
    job.gone = params.value(QLatin1String("gone")).toInt();
    job.total = params.value(QLatin1String("total")).toInt();
    job.endsInMs = params.value(QLatin1String("endsInMs")).toInteger();
    return job;
}

} // namespace

JobWatch::JobWatch(AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    connect(&client, &AdminClient::stateChanged, this, &JobWatch::follow);
    connect(&client, &AdminClient::notified, this, &JobWatch::take);
    if (client.state() == AdminClient::State::Open)
        follow(AdminClient::State::Open);
}

void JobWatch::follow(AdminClient::State state)
{
    if (state == AdminClient::State::Open) {
        const QString name(admin::stream::kJobs);
        m_client.call(admin::method::kSubscribe,
                      { { QStringLiteral("sub"), name }, { QStringLiteral("stream"), name } }, {});
    } else if (!std::exchange(m_jobs, {}).isEmpty()) {
        Q_EMIT wasReset();
    }
}

void JobWatch::take(const QString &method, const QJsonObject &params)
{
    if (method != admin::notification::kJob || params.value(QLatin1String("sub")).toString() != admin::stream::kJobs)
        return;
    const Job job = jobOf(params);
    m_jobs.insert(job.id, job);
    Q_EMIT jobChanged(job);
}

void cancelJob(AdminClient &client, quint64 job, std::function<void(const QString &)> done)
{
    const QJsonObject params { { QStringLiteral("job"), qint64(job) },
                               { QStringLiteral("requestKey"), newRequestKey() } };
    client.call(admin::method::kJobCancel, params,
                [done = std::move(done)](const Reply &reply) { done(reply.isOk() ? QString() : reply.errorText); });
}

} // namespace relay::client
