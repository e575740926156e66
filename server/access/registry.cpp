// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/registry.h"

#include <algorithm>

namespace relay::access {

namespace {
constexpr int kRetryAfter = 10; // s
}

QHostAddress countedAs(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    if (isIpv4)
        return QHostAddress(ipv4);
    Q_IPV6ADDR bytes = address.toIPv6Address();
    if (address.isLoopback())
        return address;
    std::fill(bytes.c + 8, bytes.c + 16, quint8(0));
    return QHostAddress(bytes);
}

std::optional<Refusal> Registry::enter(const Visit &visit, const QString &bookingId, const Limits &limits)
{
    const QHostAddress address = countedAs(visit.address);
    const bool isSpared = limits.sparesLoopback && address.isLoopback();
    if (limits.ofAddress > 0 && !isSpared && m_ofAddress.value(address) >= limits.ofAddress) {
        return Refusal { Reason::ConnectionsOfAddress, 429,
                         "There are too many connections from your address. Close some, or try again later.",
                         kRetryAfter };
    }
    if (!bookingId.isEmpty() && limits.ofBooking > 0) {
        const auto found = m_ofBooking.constFind(bookingId);
        if (found != m_ofBooking.constEnd() && int(found->size()) >= limits.ofBooking) {
            return Refusal { Reason::ConnectionsOfBooking, 429,
                             "There are too many connections of this booking. Close some, or try again later.",
                             kRetryAfter };
        }
    }
    m_connections.emplace(visit.id, Entry { address, bookingId });
    ++m_ofAddress[address];
    if (!bookingId.isEmpty())
        m_ofBooking[bookingId].insert(visit.id);
    return std::nullopt;
}

void Registry::leave(stats::ConnectionId id)
{
    const auto node = m_connections.extract(id);
    if (node.empty())
        return;
    m_cut.erase(id);
    const Entry &entry = node.mapped();
    if (const auto count = m_ofAddress.find(entry.address); --*count == 0)
        m_ofAddress.erase(count);
    if (const auto ids = m_ofBooking.find(entry.bookingId); ids != m_ofBooking.end()) {
        ids->erase(id);
        if (ids->empty())
            m_ofBooking.erase(ids);
    }
}

std::vector<stats::ConnectionId> Registry::cut(const QString &bookingId)
{
    std::vector<stats::ConnectionId> ids = ofBooking(bookingId);
    m_cut.insert(ids.begin(), ids.end());
    return ids;
}

std::vector<stats::ConnectionId> Registry::ofBooking(const QString &bookingId) const
{
    const auto found = m_ofBooking.constFind(bookingId);
    if (found == m_ofBooking.constEnd())
        return {};
    std::vector<stats::ConnectionId> ids(found->begin(), found->end());
    std::sort(ids.begin(), ids.end());
    return ids;
}

} // namespace relay::access
