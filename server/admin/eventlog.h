// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/admin/moment.h"
#include "server/admin/ring.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace relay::admin {

enum class EventLevel { Info, Warning, Error };
[[nodiscard]] QLatin1String nameOf(EventLevel level);

//! Something that happened to the relay or was done to it.
struct Event
{
    std::int64_t at = 0; //!< ms since the epoch
    EventLevel level = EventLevel::Info;
    QLatin1String code;    //!< a stable word, such as "slow-reader"
    QString text;          //!< a sentence for people
    QJsonObject data = {}; //!< what it is about: connection, topic, ...
};

/*!
 * The newest 2,000 events. Similar ones within a second become one, so that a storm neither fills the list nor its
 * readers: it says how many there were in data.count, and has the data of the first. One thread; at most about 2 MiB.
 */
class EventLog
{
public:
    static constexpr std::size_t kKept = 2000;
    static constexpr qsizetype kLongestText = 500; //!< characters; what is longer is cut

    explicit EventLog(MomentClock clock);

    //! At once, however many there are. `at` is filled in.
    void note(Event event);
    //! Later, by the second's end: alone as it is, with others of its code and this text as "37 topics opened".
    void noteMany(Event event, const QString &manyText);
    void tick();

    [[nodiscard]] const Ring<Event> &ring() const { return m_ring; }

private:
    struct Waiting
    {
        Event first;
        QString manyText; //!< %1 is the number
        std::int64_t since = 0;
        std::int64_t count = 1;
    };
    void append(Event event);

    MomentClock m_clock;
    Ring<Event> m_ring { kKept };
    std::vector<Waiting> m_waiting;
};

} // namespace relay::admin
