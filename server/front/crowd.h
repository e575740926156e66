// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/front/forwarded.h"

#include <QHash>
#include <QHostAddress>

#include <cstdint>
#include <map>
#include <mutex>
#include <vector>

namespace relay::front {

/*!
 * The connections of each address that have not said yet what they want: at most so many at once. For one more the oldest
 * gives way: those that browsers open in advance, up to six each, keep nobody out, and a crowd only itself. Proxies have no
 * limit, since behind them are many, nor has, where that is wanted, this machine. Any thread.
 */
class Crowd
{
public:
    using Ticket = std::uint64_t; //!< of one connection; 0: it is in no crowd

    //! Where connections wait. Outlives what they have entered.
    class Room
    {
    public:
        //! The connection with this ticket is counted no longer and has to go, unless it has spoken meanwhile. On the
        //! thread of the one that enters.
        virtual void giveWay(Ticket ticket) = 0;
        virtual std::int64_t patienceMs() const = 0; //!< nobody has to go who came later than this ago. Any thread

    protected:
        ~Room() = default;
    };

    Crowd(int perAddress, std::vector<Network> proxies, bool sparesLoopback);

    //! 0: there are enough of this address, and none of them has to go. The room hears within this who gives way.
    [[nodiscard]] Ticket enter(const QHostAddress &address, Room &room, std::int64_t nowMs);
    //! For those who come from now on.
    void setLimit(int perAddress, std::vector<Network> proxies);
    void leave(const QHostAddress &address, Ticket ticket);

private:
    struct Entry
    {
        Room *room = nullptr;
        std::int64_t cameMs = 0;
    };
    using Line = std::map<Ticket, Entry>; // in the order in which they came

    [[nodiscard]] bool isLimited(const QHostAddress &address) const;

    std::mutex m_mutex;
    int m_perAddress; // 0: no limit
    std::vector<Network> m_proxies;
    const bool m_sparesLoopback;
    QHash<QHostAddress, Line> m_waiting;
    Ticket m_lastTicket = 0;
};

/*!
 * So many a second, and as many at once after a second of rest. One thread.
 */
class Rate
{
public:
    explicit Rate(int perSecond) //!< 0: any number
        : m_perSecond(perSecond)
        , m_left(perSecond)
    {
    }
    [[nodiscard]] bool take(std::int64_t nowMs);
    void setLimit(int perSecond) { m_perSecond = perSecond; }

private:
    int m_perSecond;
    double m_left;
    std::int64_t m_at = 0;
};

} // namespace relay::front
