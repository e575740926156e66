// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/access/access.h"
#include "server/access/barrier.h"
#include "server/access/codes.h"
#include "server/access/journal.h"
#include "server/access/registry.h"
#include "server/access/throttle.h"

#include <atomic>
#include <mutex>

//! What Access keeps; for its own sources only.
namespace relay::access {

struct Access::State
{
    // Two locks, never taken the other way round: the journal's, which is held while the disk works, then the lists'.
    mutable std::mutex journalMutex;
    Journal journal;

    mutable std::mutex mutex;
    Limits limits;
    Clock monotonic;
    Clock wall;
    Cut cut;
    Codes codes;
    Bookings bookings;
    Barrier barrier;
    Registry registry;
    Throttle throttle;
    std::array<std::uint64_t, kReasons> refusals {};
    std::atomic<bool> isDurable = true;
    std::atomic<bool> mustRewrite = false;

    [[nodiscard]] std::int64_t nowSeconds() const { return wall() / 1000; }
    [[nodiscard]] Barrier::Moment now() const { return { nowSeconds(), monotonic() }; }
    [[nodiscard]] Refusal refused(Refusal refusal)
    {
        ++refusals[std::size_t(refusal.reason)];
        return refusal;
    }
    [[nodiscard]] std::optional<Refusal> faultOf(const Grant &grant) const;
    [[nodiscard]] std::optional<Refusal> enter(const Visit &visit, const Grant *grant);
    [[nodiscard]] std::optional<Refusal> tooManyFor(const Grant &grant) const;
    void take(const JournalEntry &entry); //!< as it is read when relayd starts
    //! What the target stands at by now goes to the disk. Without the lists' lock.
    [[nodiscard]] Kept write(const Target &target);
    [[nodiscard]] std::optional<std::int64_t> deniedUntil(const Target &target) const;
    [[nodiscard]] std::vector<DeniedTarget> deniedList() const; //!< under the lists' lock
    [[nodiscard]] std::vector<DeniedTarget> deniedNow() const
    {
        const std::lock_guard lock(mutex);
        return deniedList();
    }
};

} // namespace relay::access
