// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/crowd.h"

#include "server/access/registry.h"

#include <algorithm>

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

bool Crowd::enter(const QHostAddress &address)
{
    const QHostAddress counted = access::countedAs(address);
    const std::lock_guard lock(m_mutex);
    // Also those without a limit, who may have one by the time that they leave.
    int &waiting = m_waiting[counted];
    if (waiting > 0 && isLimited(counted) && waiting >= m_perAddress)
        return false;
    ++waiting;
    return true;
}

void Crowd::setLimit(int perAddress, std::vector<Network> proxies)
{
    const std::lock_guard lock(m_mutex);
    m_perAddress = perAddress;
    m_proxies = std::move(proxies);
}

void Crowd::leave(const QHostAddress &address)
{
    const QHostAddress counted = access::countedAs(address);
    const std::lock_guard lock(m_mutex);
    const auto waiting = m_waiting.find(counted);
    if (waiting != m_waiting.end() && --*waiting == 0)
        m_waiting.erase(waiting);
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
