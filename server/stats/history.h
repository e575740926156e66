// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/stats/historyseries.h"
#include "server/stats/ledger.h"

#include <QByteArray>

#include <map>

namespace relay::stats {

/*!
 * What a relayd remembers of its traffic: the totals, and each topic for 24 hours after its last connection. Looks at the ledger
 * once a second, on its thread, and so costs a relayed message nothing; what lived for less than a second may be missed.
 * Memory: 22 KiB for the totals and for each topic, reached after a day, and kMaxTopics of them: 44 MiB at most. When
 * there are more, those that have been idle longest are forgotten; a new one for which there is no room has no history.
 */
class History
{
public:
    static constexpr std::size_t kMaxTopics = 2000;
    static constexpr std::int64_t kIdleMs = 24LL * 3600 * 1000; //!< a topic that nobody is on is kept so long

    explicit History(std::size_t maxTopics = kMaxTopics);

    //! Call it a few times a second; now: ms since the epoch. A second in which nobody called is unknown.
    void sample(const Ledger &ledger, std::int64_t now);

    [[nodiscard]] std::vector<HistoryRow> totals(std::size_t tier, std::int64_t now) const;
    //! Of a topic that is not known all rows are unknown.
    [[nodiscard]] std::vector<HistoryRow> topic(const QByteArray &id, std::size_t tier, std::int64_t now) const;
    [[nodiscard]] std::size_t topicCount() const { return m_topics.size(); }

private:
    struct TopicHistory
    {
        HistorySeries series;
        std::uint64_t dropped = 0; //!< as of the last look
        std::int64_t seenAt = 0;
    };
    using Topics = std::map<QByteArray, TopicHistory>;

    void sampleTopics(const Ledger &ledger, std::int64_t second, bool isWhole);
    void forget(std::size_t excess);

    std::size_t m_maxTopics;
    HistorySeries m_totals;
    Topics m_topics;
    std::uint64_t m_dropped = 0; //!< of the totals, as of the last look
    std::int64_t m_second = 0;   //!< of the last look; 0: none
};

} // namespace relay::stats
