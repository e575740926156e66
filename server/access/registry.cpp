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

std::optional<Refusal> Registry::enter(const Visit &visit, const Grant *grant, const Limits &limits)
{
    const QHostAddress counted = countedAs(visit.address);
    const bool isIpv4 = counted.protocol() == QAbstractSocket::IPv4Protocol;
    Entry entry { counted, isIpv4 ? counted : visit.address, grant ? grant->bookingId : QString(),
                  grant ? grant->tokenId : QByteArray(), grant ? grant->subject : QString() };
    if (auto refusal = refusalOf(entry, limits))
        return refusal;
    ++m_ofAddress[entry.address];
    if (!entry.bookingId.isEmpty())
        m_ofBooking[entry.bookingId].insert(visit.id);
    if (!entry.tokenId.isEmpty())
        ++m_ofToken[entry.tokenId];
    m_connections.emplace(visit.id, std::move(entry));
    return std::nullopt;
}

std::optional<Refusal> Registry::refusalOf(const Entry &entry, const Limits &limits) const
{
    const bool isSpared = limits.sparesLoopback && entry.address.isLoopback();
    if (limits.ofAddress > 0 && !isSpared && m_ofAddress.value(entry.address) >= limits.ofAddress) {
        return Refusal { Reason::ConnectionsOfAddress, 429,
                         "There are too many connections from your address. Close some, or try again later.",
                         kRetryAfter };
    }
    if (!entry.bookingId.isEmpty() && limits.ofBooking > 0) {
        const auto found = m_ofBooking.constFind(entry.bookingId);
        if (found != m_ofBooking.constEnd() && int(found->size()) >= limits.ofBooking) {
            return Refusal { Reason::ConnectionsOfBooking, 429,
                             "There are too many connections of this booking. Close some, or try again later.",
                             kRetryAfter };
        }
    }
    if (!entry.tokenId.isEmpty() && limits.ofToken > 0 && countOfToken(entry.tokenId) >= limits.ofToken) {
        return Refusal { Reason::SessionsOfToken, 429,
                         "There are too many connections with this token. Close some, or try again later.",
                         kRetryAfter };
    }
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
    if (const auto count = m_ofToken.find(entry.tokenId); count != m_ofToken.end() && --*count == 0)
        m_ofToken.erase(count);
}

std::vector<stats::ConnectionId> Registry::cut(const QString &bookingId)
{
    std::vector<stats::ConnectionId> ids = ofBooking(bookingId);
    m_cut.insert(ids.begin(), ids.end());
    return ids;
}

template<typename Test>
std::vector<stats::ConnectionId> Registry::cutAll(Test test)
{
    std::vector<stats::ConnectionId> ids;
    for (const auto &[id, entry] : m_connections) {
        if (test(entry))
            ids.push_back(id);
    }
    std::sort(ids.begin(), ids.end());
    m_cut.insert(ids.begin(), ids.end());
    return ids;
}

std::vector<stats::ConnectionId> Registry::cutFrom(const Network &network)
{
    return cutAll([&](const Entry &entry) { return isIn(entry.whole, network); });
}

std::vector<stats::ConnectionId> Registry::cutOfSubject(const QString &subject)
{
    return cutAll([&](const Entry &entry) { return !subject.isEmpty() && entry.subject == subject; });
}

std::optional<QHostAddress> Registry::addressOf(stats::ConnectionId id) const
{
    const auto found = m_connections.find(id);
    return found == m_connections.end() ? std::nullopt : std::optional(found->second.address);
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
