// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/shellline.h"

#include "server/access/registry.h"

#include <algorithm>
#include <iterator>

namespace relay::front {

bool ShellLine::isFull(int places, const QHostAddress &address) const
{
    const std::size_t most = std::min(kMost, std::size_t(places) / 2);
    const QHostAddress counted = access::countedAs(address);
    const auto ofAddress = std::count_if(m_waiters.begin(), m_waiters.end(), [&](const ShellWaiter &waiter) {
        return access::countedAs(waiter.caller.address) == counted;
    });
    return m_waiters.size() >= most || std::size_t(ofAddress) >= most / 2;
}

void ShellLine::leave(const Visitor *visitor)
{
    std::erase_if(m_waiters, [&](const ShellWaiter &waiter) { return waiter.visitor == visitor; });
}

std::vector<ShellWaiter> ShellLine::takeDue(const std::function<bool(const QByteArray &)> &isThere, std::int64_t nowMs)
{
    const auto firstDue = std::stable_partition(m_waiters.begin(), m_waiters.end(), [&](const ShellWaiter &waiter) {
        return nowMs < waiter.untilMs && !isThere(waiter.host);
    });
    std::vector<ShellWaiter> due(std::make_move_iterator(firstDue), std::make_move_iterator(m_waiters.end()));
    m_waiters.erase(firstDue, m_waiters.end());
    return due;
}

} // namespace relay::front
