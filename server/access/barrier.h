// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/access/grant.h"
#include "server/access/network.h"
#include "server/access/refusal.h"
#include "server/access/target.h"

#include <QHash>

#include <chrono>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace relay::access {

//! An address that may not come back to one topic for a while, after a kick.
struct Hold
{
    QHostAddress address; //!< as limits count it
    QByteArray topic;
    std::int64_t untilMs = 0; //!< monotonic

    friend bool operator==(const Hold &, const Hold &) = default;
};

/*!
 * Subjects and addresses that are denied, in both modes, and holds. Denials last until the time that was given (seconds
 * since the epoch); holds go by a clock that never jumps. Not thread-safe; pure.
 */
class Barrier
{
public:
    static constexpr std::size_t kMaxDenied
        = 1000; //!< networks, and likewise subjects: each connect looks through the former
    static constexpr std::size_t kMaxHolds = 10'000;

    struct Moment
    {
        std::int64_t seconds = 0; //!< since the epoch
        std::int64_t monotonicMs = 0;
    };

    //! Longer than before perhaps, never shorter. False: there are too many.
    [[nodiscard]] bool deny(const Target &target, std::int64_t until);
    void lift(const Target &target);
    //! Takes the last deny() back: it is as before. False: it has been changed since that one, which had this version.
    [[nodiscard]] bool restore(const Target &target, std::optional<std::int64_t> before, std::uint64_t version);
    [[nodiscard]] std::optional<std::int64_t> deniedUntil(const Target &target) const;
    [[nodiscard]] std::uint64_t versionOf(const Target &target) const; //!< 0: it is not denied
    [[nodiscard]] std::vector<DeniedTarget> denied() const;            //!< by what, then by key
    [[nodiscard]] std::size_t deniedCount() const { return m_denied.size(); }

    //! False: there are too many.
    [[nodiscard]] bool hold(const QHostAddress &address, const QByteArray &topic, std::int64_t untilMs);
    void endHold(const QHostAddress &address, const QByteArray &topic);
    [[nodiscard]] std::vector<Hold> holds() const;

    //! Why this visitor may not come; grant: of one that has a token.
    [[nodiscard]] std::optional<Refusal> faultOf(const Visit &visit, const Grant *grant, const Moment &now) const;
    //! Forgets what is over.
    void prune(const Moment &now);

private:
    struct Entry
    {
        NetworkBits network; //!< of addresses
        std::int64_t until = 0;
        std::uint64_t version = 0;
    };
    [[nodiscard]] bool isFromDeniedNetwork(const QHostAddress &address, const Moment &now) const;

    using Place = std::pair<QHostAddress, QByteArray>;

    std::map<Target, Entry> m_denied;
    QHash<Place, std::int64_t> m_holds;
    std::uint64_t m_lastVersion = 0;
};

} // namespace relay::access
