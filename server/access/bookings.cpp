// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/bookings.h"

#include <algorithm>

namespace relay::access {

void Bookings::see(const QString &id, std::int64_t until)
{
    if (const auto denied = m_denied.find(id); denied != m_denied.end()) {
        denied->second.seen = std::max(denied->second.seen, until);
        return;
    }
    std::int64_t &known = m_allowed[id];
    known = std::max(known, until);
}

std::optional<std::int64_t> Bookings::deniedUntil(const QString &id) const
{
    const auto denied = m_denied.find(id);
    return denied == m_denied.end() ? std::nullopt : std::optional(denied->second.until());
}

std::optional<std::int64_t> Bookings::askedUntil(const QString &id) const
{
    const auto denied = m_denied.find(id);
    return denied == m_denied.end() ? std::nullopt : std::optional(denied->second.asked);
}

std::uint64_t Bookings::versionOf(const QString &id) const
{
    const auto denied = m_denied.find(id);
    return denied == m_denied.end() ? 0 : denied->second.version;
}

bool Bookings::prolongs(const QString &id, std::int64_t until) const
{
    const auto denied = m_denied.find(id);
    return denied != m_denied.end() && denied->second.until() < until;
}

void Bookings::deny(const QString &id, std::int64_t until)
{
    Denial &denial = m_denied[id];
    if (const auto known = m_allowed.find(id); known != m_allowed.end()) {
        denial.seen = std::max(denial.seen, known->second);
        m_allowed.erase(known);
    }
    denial.asked = std::max(denial.asked, until);
    denial.version = ++m_lastVersion;
}

void Bookings::allow(const QString &id, std::int64_t until)
{
    if (const auto denied = m_denied.find(id); denied != m_denied.end()) {
        until = std::max(until, denied->second.until()); // tokens that live so long may have been seen
        m_denied.erase(denied);
    }
    std::int64_t &known = m_allowed[id];
    known = std::max(known, until);
}

bool Bookings::restore(const QString &id, std::optional<std::int64_t> before, std::uint64_t version)
{
    const auto denied = m_denied.find(id);
    if (denied == m_denied.end() || denied->second.version != version)
        return false;
    if (!before) {
        allow(id, denied->second.until());
        return true;
    }
    denied->second.asked = *before;
    denied->second.version = ++m_lastVersion;
    return true;
}

void Bookings::prune(std::int64_t now)
{
    std::erase_if(m_denied, [now](const auto &booking) { return booking.second.until() < now; });
    std::erase_if(m_allowed, [now](const auto &booking) { return booking.second < now; });
}

std::vector<Booking> Bookings::denied() const
{
    std::vector<Booking> list;
    list.reserve(m_denied.size());
    for (const auto &[id, denial] : m_denied)
        list.push_back({ id, denial.until() });
    return list;
}

std::vector<Booking> Bookings::allowed() const
{
    std::vector<Booking> list;
    list.reserve(m_allowed.size());
    for (const auto &[id, until] : m_allowed)
        list.push_back({ id, until });
    return list;
}

} // namespace relay::access
