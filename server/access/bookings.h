// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace relay::access {

//! A booking on one of the two lists. until: seconds since the epoch.
struct Booking
{
    QString id;
    std::int64_t until = 0;

    friend bool operator==(const Booking &, const Booking &) = default;
};

/*!
 * Which bookings are denied, and which are known. A denial lasts until the time that was given, or until the latest
 * expiry that was seen in a token of the booking, whichever is later: no token outlives it. Not thread-safe; pure.
 */
class Bookings
{
public:
    //! A token of this booking that expires then has been seen. Never ends a denial, and may prolong it.
    void see(const QString &id, std::int64_t until);
    void deny(const QString &id, std::int64_t until);
    void allow(const QString &id, std::int64_t until);
    //! Takes the last deny() back, which had this version: asked for until then, or not denied. False: changed since.
    [[nodiscard]] bool restore(const QString &id, std::optional<std::int64_t> before, std::uint64_t version);
    //! What the denial was asked for, which the tokens that were seen may prolong.
    [[nodiscard]] std::optional<std::int64_t> askedUntil(const QString &id) const;
    [[nodiscard]] std::uint64_t versionOf(const QString &id) const; //!< 0: it is not denied
    [[nodiscard]] bool isDenied(const QString &id) const { return m_denied.contains(id); }
    [[nodiscard]] std::optional<std::int64_t> deniedUntil(const QString &id) const;
    //! Whether see() would prolong a denial: then it has to be written down.
    [[nodiscard]] bool prolongs(const QString &id, std::int64_t until) const;
    //! Forgets what ended before now; what ends now stays.
    void prune(std::int64_t now);

    [[nodiscard]] std::vector<Booking> denied() const;
    [[nodiscard]] std::vector<Booking> allowed() const;
    [[nodiscard]] std::size_t deniedCount() const { return m_denied.size(); }

private:
    struct Denial
    {
        std::int64_t asked = 0;
        std::int64_t seen = 0; //!< latest expiry in a token
        std::uint64_t version = 0;

        [[nodiscard]] std::int64_t until() const { return std::max(asked, seen); }
    };

    std::map<QString, Denial> m_denied;
    std::map<QString, std::int64_t> m_allowed;
    std::uint64_t m_lastVersion = 0;
};

} // namespace relay::access
