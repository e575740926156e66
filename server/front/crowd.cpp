// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/crowd.h"

#include "server/access/registry.h"

#include <algorithm>
#include <utility>

namespace relay::front {

Crowd::Crowd(int perAddress, std::vector<Network> proxies, bool sparesLoopback)
    : m_perAddress(perAddress)
    , m_proxies(std::move(proxies))
    , m_sparesLoopback(sparesLoopback)
{
}

bool Crowd::isLimited(const QHostAddress &address) const
{
    return m_perAddress > 0 && !(m_sparesLoopback && address.isLoopback()) && !isIn(address, m_proxies);
}

Crowd::Ticket Crowd::enter(const QHostAddress &address, Room &room, std::int64_t nowMs)
{
    const QHostAddress counted = access::countedAs(address);
    std::unique_lock lock(m_mutex);
    // Also those without a limit, who may have one by the time that they leave.
    Line &line = m_waiting[counted];
    const Ticket ticket = m_lastTicket + 1;
    std::pair<Room *, Ticket> leaving {};
    if (!line.empty() && isLimited(counted) && line.size() >= std::size_t(m_perAddress)) {
        const auto silent = std::find_if(line.begin(), line.end(), [nowMs](const auto &waiting) {
            return nowMs - waiting.second.cameMs >= waiting.second.room->patienceMs();
        });
        if (silent == line.end())
            return 0;
        leaving = { silent->second.room, silent->first };
        line.erase(silent);
    }
    m_lastTicket = ticket;
    line.emplace(ticket, Entry { &room, nowMs });
    lock.unlock();
    if (leaving.first)
        leaving.first->giveWay(leaving.second);
    return ticket;
}

void Crowd::setLimit(int perAddress, std::vector<Network> proxies)
{
    const std::lock_guard lock(m_mutex);
    m_perAddress = perAddress;
    m_proxies = std::move(proxies);
}

void Crowd::leave(const QHostAddress &address, Ticket ticket)
{
    const QHostAddress counted = access::countedAs(address);
    const std::lock_guard lock(m_mutex);
    const auto line = m_waiting.find(counted);
    if (line != m_waiting.end() && line->erase(ticket) > 0 && line->empty())
        m_waiting.erase(line);
}

bool Rate::take(std::int64_t nowMs)
{
    if (m_perSecond <= 0)
        return true;
    const double earned = double(nowMs - m_at) * m_perSecond / 1000;
    m_left = m_at == 0 ? m_perSecond : std::min<double>(m_perSecond, m_left + earned);
    m_at = nowMs;
    if (m_left < 1)
        return false;
    m_left -= 1;
    return true;
}

} // namespace relay::front
