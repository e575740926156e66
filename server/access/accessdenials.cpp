// SPDX-License-Identifier: GPL-3.0-or-later
// How Access changes what is denied, and what of it goes to the disk.
#include "server/access/accessstate.h"

#include <QLoggingCategory>

namespace relay::access {

namespace {

Q_LOGGING_CATEGORY(lcAccess, "relay.access")

constexpr std::size_t kLinesBeforeRewrite = 1000; // beside those of what is denied

} // namespace

void Access::State::take(const JournalEntry &entry)
{
    const bool denies = entry.change == JournalEntry::Change::Deny;
    if (denies && entry.until < nowSeconds())
        return; // else those that are over would fill the list, and those that still run would be lost
    if (entry.what == What::Booking) {
        if (denies)
            bookings.deny(entry.key, entry.until);
        else
            bookings.allow(entry.key, entry.until);
        return;
    }
    // An address that makes no sense would be one that matches nobody, or everybody.
    const Target target { entry.what, entry.key };
    if (!denies)
        barrier.lift(target);
    else if (entry.what == What::Subject || parseNetwork(entry.key))
        (void)barrier.deny(target, entry.until);
}

std::optional<std::int64_t> Access::State::deniedUntil(const Target &target) const
{
    return target.what == What::Booking ? bookings.deniedUntil(target.key) : barrier.deniedUntil(target);
}

std::vector<DeniedTarget> Access::State::deniedList() const
{
    std::vector<DeniedTarget> all;
    for (const Booking &booking : bookings.denied())
        all.push_back({ { What::Booking, booking.id }, booking.until });
    for (DeniedTarget &other : barrier.denied())
        all.push_back(std::move(other));
    return all;
}

// What is written is how the target stands by now: of two changes at once, the last line is never the older one.
Access::Kept Access::State::write(const Target &target)
{
    const std::lock_guard lock(journalMutex);
    if (!journal.isOpen())
        return Kept::InMemoryOnly;
    JournalEntry entry { JournalEntry::Change::Allow, target.key, 0, target.what };
    {
        const std::lock_guard listsLock(mutex);
        if (const auto until = deniedUntil(target)) {
            entry.change = JournalEntry::Change::Deny;
            entry.until = *until;
        }
    }
    // After a failure nobody knows what is on the disk: only the whole list, written anew, is sure. So is it when a
    // denial was shortened: of several lines about one target, reading takes the latest end.
    bool isKept = isDurable && !mustRewrite.exchange(false) && journal.append(entry);
    if (!isKept || journal.lines() > kLinesBeforeRewrite + deniedNow().size())
        isKept = journal.rewrite(deniedNow()) || (isKept && isDurable);
    if (isKept != isDurable.exchange(isKept)) {
        if (isKept)
            qCInfo(lcAccess) << "the deny list can be written again, and is";
        else
            qCCritical(lcAccess) << "the deny list cannot be written: it is in force, but would not survive a restart";
    }
    return isKept ? Kept::Durably : Kept::InMemoryOnly;
}

Access::Denial Access::deny(const QString &bookingId, std::int64_t until)
{
    return deny(Target { What::Booking, bookingId }, until, Cutting::Now);
}

Access::Denial Access::deny(const Target &target, std::int64_t until, Cutting cutting)
{
    State &s = *m_state;
    Denial denial;
    if (target.key.isEmpty())
        return denial; // what has no booking cannot be told apart, and so cannot be denied
    Cut cut;
    QByteArray why;
    {
        const std::lock_guard lock(s.mutex);
        if (target.what == What::Booking) {
            denial.before = s.bookings.askedUntil(target.key);
            s.bookings.deny(target.key, until);
            s.codes.forgetBooking(target.key);
            denial.version = s.bookings.versionOf(target.key);
            if (cutting == Cutting::Now)
                denial.cut = s.registry.cut(target.key);
            why = "booking denied";
        } else {
            s.barrier.prune(s.now()); // what is over takes no place
            denial.before = s.barrier.deniedUntil(target);
            if (!s.barrier.deny(target, until)) {
                denial.isTooMany = true;
                return denial;
            }
            denial.version = s.barrier.versionOf(target);
            const bool isSubject = target.what == What::Subject;
            if (cutting == Cutting::Now)
                denial.cut = isSubject ? s.registry.cutOfSubject(target.key)
                                       : s.registry.cutFrom(parseNetwork(target.key).value_or(Network {}));
            why = isSubject ? "subject denied" : "address denied";
        }
        denial.until = s.deniedUntil(target).value_or(until);
        cut = s.cut;
    }
    if (!denial.cut.empty() && cut)
        cut(denial.cut, why);
    denial.kept = s.write(target);
    return denial;
}

Access::Kept Access::allow(const QString &bookingId, std::int64_t until)
{
    State &s = *m_state;
    bool wasDenied = false;
    {
        const std::lock_guard lock(s.mutex);
        wasDenied = s.bookings.isDenied(bookingId);
        s.bookings.allow(bookingId, until);
    }
    return wasDenied ? s.write({ What::Booking, bookingId }) : Kept::Durably;
}

std::optional<Access::Kept> Access::lift(const Target &target)
{
    State &s = *m_state;
    {
        const std::lock_guard lock(s.mutex);
        const auto until = s.deniedUntil(target);
        if (!until)
            return std::nullopt;
        if (target.what == What::Booking)
            s.bookings.allow(target.key, *until);
        else
            s.barrier.lift(target);
    }
    return s.write(target);
}

std::optional<Access::Kept> Access::restore(const Target &target, std::optional<std::int64_t> before,
                                            std::uint64_t version)
{
    State &s = *m_state;
    {
        const std::lock_guard lock(s.mutex);
        const bool isDone = target.what == What::Booking ? s.bookings.restore(target.key, before, version)
                                                         : s.barrier.restore(target, before, version);
        if (!isDone)
            return std::nullopt;
        s.mustRewrite = s.mustRewrite || before;
    }
    return s.write(target);
}

std::optional<std::int64_t> Access::deniedUntil(const Target &target) const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->deniedUntil(target);
}

std::vector<DeniedTarget> Access::deniedTargets() const
{
    return m_state->deniedNow();
}

std::vector<Hold> Access::hold(const std::vector<Held> &connections, std::chrono::seconds length)
{
    State &s = *m_state;
    const std::lock_guard lock(s.mutex);
    const std::int64_t ms = std::chrono::milliseconds(length).count();
    std::vector<Hold> held;
    for (const auto &[id, topic] : connections) {
        const auto address = s.registry.addressOf(id);
        if (address && s.barrier.hold(*address, topic, s.monotonic() + ms))
            held.push_back({ *address, topic, s.wall() + ms });
    }
    return held;
}

void Access::endHold(const QHostAddress &address, const QByteArray &topic)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->barrier.endHold(address, topic);
}

std::vector<Hold> Access::holds() const
{
    const State &s = *m_state;
    const std::lock_guard lock(s.mutex);
    const std::int64_t now = s.monotonic();
    std::vector<Hold> all = s.barrier.holds();
    std::erase_if(all, [now](const Hold &hold) { return hold.untilMs <= now; });
    for (Hold &hold : all)
        hold.untilMs = s.wall() + (hold.untilMs - now);
    return all;
}

std::optional<Refusal> Access::barred(const Visit &visit, const Grant *grant)
{
    State &s = *m_state;
    const std::lock_guard lock(s.mutex);
    auto refusal = s.barrier.faultOf(visit, grant, s.now());
    if (refusal)
        return s.refused(*std::move(refusal));
    return std::nullopt;
}

} // namespace relay::access
