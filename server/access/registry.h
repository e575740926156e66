// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/access/grant.h"
#include "server/access/network.h"
#include "server/access/refusal.h"

#include <QHash>

#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace relay::access {

//! As limits count it: an IPv4 address as such also when mapped into IPv6, and of IPv6 the network of 64 bits that one
//! subscriber has.
[[nodiscard]] QHostAddress countedAs(const QHostAddress &address);

/*!
 * The connections that are live, or on their way to be: how many there are of an address and of a booking, and which
 * have been cut. Not thread-safe.
 */
class Registry
{
public:
    struct Limits
    {
        int ofAddress = 0; //!< 0: no limit
        int ofBooking = 0; //!< 0: no limit
        int ofToken = 0;   //!< 0: no limit
        bool sparesLoopback = false;
    };

    //! grant: nullptr for one that needs none.
    [[nodiscard]] std::optional<Refusal> enter(const Visit &visit, const Grant *grant, const Limits &limits);
    void leave(stats::ConnectionId id);
    //! All of the booking count as cut from now on; gives them.
    [[nodiscard]] std::vector<stats::ConnectionId> cut(const QString &bookingId);
    //! Likewise all from this network, and all whose token is for this subject.
    [[nodiscard]] std::vector<stats::ConnectionId> cutFrom(const Network &network);
    [[nodiscard]] std::vector<stats::ConnectionId> cutOfSubject(const QString &subject);
    //! As limits count it; nothing of one that is not here.
    [[nodiscard]] std::optional<QHostAddress> addressOf(stats::ConnectionId id) const;
    [[nodiscard]] bool isCut(stats::ConnectionId id) const { return m_cut.contains(id); }
    [[nodiscard]] std::vector<stats::ConnectionId> ofBooking(const QString &bookingId) const;
    [[nodiscard]] int countOfToken(const QByteArray &tokenId) const { return m_ofToken.value(tokenId); }
    [[nodiscard]] std::size_t size() const { return m_connections.size(); }

private:
    struct Entry
    {
        QHostAddress address; //!< as limits count it
        QHostAddress whole;   //!< of IPv4 the same, shared
        QString bookingId;
        QByteArray tokenId;
        QString subject;
    };
    template<typename Test>
    [[nodiscard]] std::vector<stats::ConnectionId> cutAll(Test test);
    [[nodiscard]] std::optional<Refusal> refusalOf(const Entry &entry, const Limits &limits) const;
    std::unordered_map<stats::ConnectionId, Entry> m_connections;
    QHash<QHostAddress, int> m_ofAddress;
    QHash<QString, std::unordered_set<stats::ConnectionId>> m_ofBooking;
    QHash<QByteArray, int> m_ofToken;
    std::unordered_set<stats::ConnectionId> m_cut;
};

} // namespace relay::access
