// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/admin/eventlog.h"
#include "server/admin/vitals.h"
#include "server/stats/ledger.h"

#include <map>

namespace relay::admin {

/*!
 * Makes events of what the ledger hears from the workers and of what relayd reads of itself: readers that become slow, lose
 * messages and recover, topics that open and close, refusals, limits that come near. Looks at no message; one entry for
 * each reader that is slow now. Lives on the observers' thread.
 */
class Spotter : private stats::ChangeListener
{
public:
    Spotter(stats::Ledger &ledger, EventLog &events, MomentClock clock);
    ~Spotter() override;
    Spotter(const Spotter &) = delete;
    Spotter &operator=(const Spotter &) = delete;

    void look(const Vitals &vitals); //!< once a second
    [[nodiscard]] std::size_t slowReaders() const { return m_episodes.size(); }

private:
    //! From the first sign of slowness to the last.
    struct Episode
    {
        std::int64_t since = 0; //!< steady ms
        std::uint64_t dropped = 0;
    };
    //! Of one reason.
    struct Refusals
    {
        std::uint64_t told = 0;
        std::int64_t toldAt = 0; //!< steady ms; 0: never
    };
    //! A value that is told when it becomes bad and when it is well again.
    struct Limit
    {
        bool isNear = false;
    };

    void connectionOpened(stats::ConnectionId id) override;
    void connectionClosed(stats::ConnectionId id) override;
    void topicGone(const QByteArray &topic) override;
    void messagesDropped(stats::ConnectionId id, std::uint64_t count) override;
    void slownessChanged(stats::ConnectionId id, bool isSlow) override;

    void lookAtRefusals(const Vitals &vitals);
    void lookAtLimits(const Vitals &vitals);
    void lookAtCertificate(const Vitals &vitals);
    void noteLimit(Limit &limit, QLatin1String code, double share, const QString &what, QJsonObject data);
    [[nodiscard]] QJsonObject about(stats::ConnectionId id) const;

    stats::Ledger &m_ledger;
    EventLog &m_events;
    MomentClock m_clock;
    std::map<stats::ConnectionId, Episode> m_episodes;
    std::map<QByteArray, Refusals> m_refusals; //!< by reason
    Limit m_connections;
    Limit m_memory;
    bool m_isLate = false;             //!< a worker's loop
    bool m_hasLooked = false;          //!< refusals before the first look are no news
    std::int64_t m_certificate = 0;    //!< the end that was judged last
    std::int64_t m_certificateDay = 0; //!< and on which day
};

} // namespace relay::admin
