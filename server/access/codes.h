// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/access/grant.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>

#include <map>
#include <optional>

namespace relay::access {

/*!
 * Tickets that were handed out and not used yet. A code is 128 random bits, written as a UUID since clients know it so;
 * what is kept is its hash, so that nobody reads codes out of memory or finds one by the time a look-up takes. Its age
 * is checked when it is used, by a clock that never jumps. Not thread-safe.
 */
class Codes
{
public:
    //! A code for this grant. nowMs: monotonic.
    [[nodiscard]] QByteArray issue(const Grant &grant, std::int64_t nowMs, std::int64_t lifetimeMs);
    //! Uses it up. Nothing: there is no such code, any more or at all.
    [[nodiscard]] std::optional<Grant> take(QByteArrayView code, std::int64_t nowMs);
    void forgetBooking(const QString &bookingId);
    void forgetOld(std::int64_t nowMs);

    [[nodiscard]] std::size_t size() const { return m_codes.size(); }
    [[nodiscard]] int countOf(const QString &bookingId) const;
    [[nodiscard]] int countOfToken(const QByteArray &tokenId) const { return m_ofToken.value(tokenId); }

private:
    struct Entry
    {
        Grant grant;
        std::int64_t until = 0;
    };
    void count(const Grant &grant, int change);

    std::map<QByteArray, Entry> m_codes; // by hash
    std::multimap<std::int64_t, QByteArray> m_ages;
    std::map<QString, int> m_ofBooking;
    QHash<QByteArray, int> m_ofToken;
};

} // namespace relay::access
