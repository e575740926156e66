// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/kickrun.h"

#include "gui/dialogs/kickorder.h"

#include <QPointer>

#include <utility>

namespace relay::gui {

KickRun::KickRun(client::AdminClient &client, const client::JobWatch &jobs, const client::KickOrder &order,
                 QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_jobs(jobs)
    , m_order(order)
{
    connect(&jobs, &client::JobWatch::jobChanged, this, &KickRun::takeJob);
    connect(&client, &client::AdminClient::stateChanged, this, [this](client::AdminClient::State state) {
        // The job goes on at the relay, but nobody tells when it is done.
        if (state != client::AdminClient::State::Open && std::exchange(m_job, 0) != 0)
            end(later());
    });
}

void KickRun::start()
{
    askNext();
}

void KickRun::askNext()
{
    client::KickOrder call = m_order;
    call.ids = m_order.ids.mid(m_asked, dialogs::kKicksPerJob);
    m_asked += int(call.ids.size());
    client::startKick(m_client, call, [self = QPointer(this)](const client::KickOutcome &outcome) {
        if (!self.isNull())
            self->take(outcome);
    });
}

void KickRun::take(const client::KickOutcome &outcome)
{
    m_sum.kicked += outcome.kicked;
    m_sum.gone += outcome.gone;
    m_sum.unanswered += outcome.unanswered;
    m_sum.held += outcome.held;
    m_sum.total += outcome.total;
    if (!outcome.errorText.isEmpty()) {
        m_sum.errorClass = outcome.errorClass;
        m_sum.errorText = outcome.errorText;
        end(later());
        return;
    }
    if (outcome.job == 0) {
        later() > 0 ? askNext() : end(0);
        return;
    }
    m_sum.job = outcome.job;
    Q_EMIT jobStarted(outcome.job, later());
    if (later() == 0) {
        end(0);
        return;
    }
    m_job = outcome.job;
    if (const auto known = m_jobs.jobs().constFind(m_job); known != m_jobs.jobs().cend())
        takeJob(*known); // so short that its end came before the answer
}

void KickRun::takeJob(const client::Job &job)
{
    if (m_job == 0 || job.id != m_job || job.isRunning())
        return;
    m_job = 0;
    if (job.state == QLatin1String("cancelled"))
        end(later());
    else
        askNext();
}

void KickRun::end(int left)
{
    Q_EMIT ended(m_sum, left);
    deleteLater();
}

} // namespace relay::gui
