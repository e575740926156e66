// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/http/requesthead.h"
#include "server/access/api.h"

#include <QByteArray>

#include <cstdint>
#include <functional>
#include <vector>

namespace relay::front {

class Visitor;

//! A call for a shell whose host is not there yet.
struct ShellWaiter
{
    Visitor *visitor = nullptr;
    http::RequestHead head;
    QByteArray body;
    access::Caller caller;
    QByteArray extraHeaders; //!< that its answer gets whatever it is
    QByteArray host;
    std::int64_t untilMs = 0; //!< monotonic
};

/*!
 * Those who wait for a host, no more than kMost of one lobby, and than half of its places: they hold one each, and are never
 * asked to give way. Knows the visitors by name only. One thread.
 */
class ShellLine
{
public:
    static constexpr std::size_t kMost = 64;

    //! Whether one more may not wait. places: of the lobby. Of one address there are half of those that may, at most.
    [[nodiscard]] bool isFull(int places, const QHostAddress &address) const;
    void add(ShellWaiter waiter) { m_waiters.push_back(std::move(waiter)); }
    void leave(const Visitor *visitor);
    //! Takes those whose time has come: isThere of their host, or no more time to wait. nowMs: monotonic.
    [[nodiscard]] std::vector<ShellWaiter> takeDue(const std::function<bool(const QByteArray &host)> &isThere,
                                                   std::int64_t nowMs);
    void clear() { m_waiters.clear(); }

private:
    std::vector<ShellWaiter> m_waiters; // in the order in which they came
};

} // namespace relay::front
