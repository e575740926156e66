// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/bookings.h"

#include <algorithm>

namespace relay::access {

namespace {

std::vector<Booking> listOf(const std::map<QString, std::int64_t> &bookings)
{
    std::vector<Booking> list;
    list.reserve(bookings.size());
    for (const auto &[id, until] : bookings)
        list.push_back({ id, until });
    return list;
}

} // namespace

void Bookings::see(const QString &id, std::int64_t until)
{
    if (const auto denied = m_denied.find(id); denied != m_denied.end()) {
        denied->second = std::max(denied->second, until);
        return;
    }
    std::int64_t &known = m_allowed[id];
    known = std::max(known, until);
}

std::optional<std::int64_t> Bookings::deniedUntil(const QString &id) const
{
    const auto denied = m_denied.find(id);
    return denied == m_denied.end() ? std::nullopt : std::optional(denied->second);
}

bool Bookings::prolongs(const QString &id, std::int64_t until) const
{
    const auto denied = m_denied.find(id);
    return denied != m_denied.end() && denied->second < until;
}

void Bookings::deny(const QString &id, std::int64_t until)
{
    if (const auto known = m_allowed.find(id); known != m_allowed.end()) {
        until = std::max(until, known->second);
        m_allowed.erase(known);
    }
    std::int64_t &end = m_denied[id];
    end = std::max(end, until);
}

void Bookings::allow(const QString &id, std::int64_t until)
{
    if (const auto denied = m_denied.find(id); denied != m_denied.end()) {
        until = std::max(until, denied->second); // tokens that live so long may have been seen
        m_denied.erase(denied);
    }
    std::int64_t &known = m_allowed[id];
    known = std::max(known, until);
}

void Bookings::prune(std::int64_t now)
{
    const auto isOver = [now](const auto &booking) { return booking.second < now; };
    std::erase_if(m_denied, isOver);
    std::erase_if(m_allowed, isOver);
}

std::vector<Booking> Bookings::denied() const
{
    return listOf(m_denied);
}

std::vector<Booking> Bookings::allowed() const
{
    return listOf(m_allowed);
}

} // namespace relay::access
