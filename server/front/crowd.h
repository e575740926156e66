// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/front/forwarded.h"

#include <QHash>
#include <QHostAddress>

#include <mutex>
#include <vector>

namespace relay::front {

/*!
 * How many connections of each address wait to be decided about. Proxies have no limit, since behind them are many, nor
 * has, where that is wanted, this machine. Any thread.
 */
class Crowd
{
public:
    Crowd(int perAddress, std::vector<Network> proxies, bool sparesLoopback);

    //! False: there are enough of this address; it is not counted then.
    [[nodiscard]] bool enter(const QHostAddress &address);
    //! For those who come from now on.
    void setLimit(int perAddress, std::vector<Network> proxies);
    void leave(const QHostAddress &address);

private:
    [[nodiscard]] bool isLimited(const QHostAddress &address) const;

    std::mutex m_mutex;
    int m_perAddress; // 0: no limit
    std::vector<Network> m_proxies;
    const bool m_sparesLoopback;
    QHash<QHostAddress, int> m_waiting;
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
