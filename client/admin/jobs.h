// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/adminclient.h"

#include <QMap>
#include <QObject>

#include <functional>

namespace relay::client {

//! Something that a relayd does step by step, such as a paced kick.
struct Job
{
    quint64 id = 0;
    QString kind;  //!< "kick", "drain"
    QString by;    //!< user
    QString text;  //!< what it is about, for people
    QString state; //!< running, done, cancelled, failed
    int done = 0;  //!< of total
    int gone = 0;  //!< of total; had closed by themselves
    int total = 0;
    qint64 endsInMs = 0; //!< as things stand

    [[nodiscard]] bool isRunning() const { return state == QLatin1String("running"); }
};

/*!
 * The jobs of one relayd, those of other operators as well: those that run when the client opens, and all that are told
 * from then on. What has ended stays until the link is lost. One thread.
 */
class JobWatch : public QObject
{
    Q_OBJECT
public:
    explicit JobWatch(AdminClient &client, QObject *parent = nullptr);

    [[nodiscard]] const QMap<quint64, Job> &jobs() const { return m_jobs; }

Q_SIGNALS:
    void jobChanged(const relay::client::Job &job); //!< a new one, or progress, or its end
    void wasReset();                                //!< the link was lost: nothing is known any more

private:
    void follow(AdminClient::State state);
    void take(const QString &method, const QJsonObject &params);

    AdminClient &m_client;
    QMap<quint64, Job> m_jobs;
};

//! Stops a job; what it has done stays done. `done` gets an error text, empty: it is cancelled.
void cancelJob(AdminClient &client, quint64 job, std::function<void(const QString &errorText)> done);

} // namespace relay::client
