// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/stats/statusreport.h"

#include <QByteArrayList>
#include <QObject>
#include <QTimer>

#include <set>

namespace relay::app {

//! Which topic stats, and what it tells.
struct StatsTopic
{
    QByteArrayList paths; //!< that it is reached by
    QByteArray (*report)(const stats::Ledger &, const stats::Generator &, std::int64_t now) = nullptr;
};

/*!
 * A topic stats of secured mode: a report to all who may read it, every so often and when one of them asks, at most
 * one a second. Without readers nothing is written. Lives on the ledger's thread.
 */
class SessionStats : public QObject, private stats::ChangeListener
{
    Q_OBJECT
public:
    //! everyMs: at least 1000; less counts as that.
    SessionStats(stats::Ledger &ledger, stats::Control &control, stats::Generator generator, std::int64_t everyMs,
                 StatsTopic topic = { { "/session/stats" }, stats::sessionReport });
    ~SessionStats() override;

    //! A client of statistics asks. False: it is none of the topic stats.
    [[nodiscard]] bool takeRequest(stats::ConnectionId id);

private:
    void connectionOpened(stats::ConnectionId id) override;
    void connectionClosed(stats::ConnectionId id) override;
    void publish();

    stats::Ledger &m_ledger;
    stats::Control &m_control;
    stats::Generator m_generator;
    const StatsTopic m_topic;
    QTimer m_every;
    QTimer m_soon;              // an answer that has to wait for its second
    std::int64_t m_publishedAt; // monotonic, ms
    std::set<stats::ConnectionId> m_clients;
};

} // namespace relay::app
