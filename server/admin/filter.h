// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/error.h"
#include "server/stats/ledger.h"

#include <QString>

#include <variant>
#include <vector>

namespace relay::admin {

/*!
 * Which connections, topics or bookings a list or a subscription is about. Words that must all match, without regard to case:
 * a bare word is looked for in topic, path, address, user agent and booking id; `topic:`, `path:`, `address:`,
 * `agent:` and `booking:` look in one of them; `role:`, `kind:` and `transport:` must equal. An empty text matches
 * everything. Looks at facts only, which never change, so a connection is in or out for life. Pure.
 */
class Filter
{
public:
    Filter() = default;
    [[nodiscard]] static std::variant<Filter, Error> parse(const QString &text);

    [[nodiscard]] bool matches(const stats::Facts &facts) const;
    [[nodiscard]] bool matchesTopic(const QByteArray &id) const; //!< bare words and topic: only
    [[nodiscard]] bool isForTopics() const;                      //!< asks for nothing that only connections have
    [[nodiscard]] bool matchesBooking(const QString &id) const;  //!< bare words and booking: only
    [[nodiscard]] bool isForBookings() const;
    [[nodiscard]] bool isEmpty() const { return m_terms.empty(); }

private:
    enum class Field { Any, Topic, Path, Address, Agent, Booking, Role, Kind, Transport };
    struct Term
    {
        Field field;
        QString text;
    };
    [[nodiscard]] static bool holds(const Term &term, const stats::Facts &facts);

    std::vector<Term> m_terms;
};

} // namespace relay::admin
