// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/jobs.h"
#include "client/admin/kicks.h"

#include <QObject>

namespace relay::gui {

/*!
 * A kick of any number of connections, by as many calls as that takes, one after the other: a paced one waits until the
 * job of the one before has ended. When that is stopped, or a call fails, nothing more is asked for. GUI thread; client and
 * watch outlive it.
 */
class KickRun : public QObject
{
    Q_OBJECT
public:
    //! `order` names ids.
    KickRun(client::AdminClient &client, const client::JobWatch &jobs, const client::KickOrder &order, QObject *parent);

    void start();

Q_SIGNALS:
    void jobStarted(quint64 job, int later); //!< so many are asked for after it
    //! What came of all calls together, and how many were not asked for. Once; of a paced one as soon as its last job runs.
    void ended(const relay::client::KickOutcome &sum, int left);

private:
    void askNext();
    void take(const client::KickOutcome &outcome);
    void takeJob(const client::Job &job);
    void end(int left);
    [[nodiscard]] int later() const { return int(m_order.ids.size()) - m_asked; }

    client::AdminClient &m_client;
    const client::JobWatch &m_jobs;
    client::KickOrder m_order;
    client::KickOutcome m_sum;
    int m_asked = 0;
    quint64 m_job = 0; //!< that is waited for
};

} // namespace relay::gui
