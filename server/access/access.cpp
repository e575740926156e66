// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/access.h"

#include "server/access/accessstate.h"
#include "server/loop/clock.h"

#include <QLoggingCategory>

#include <mutex>

namespace relay::access {

namespace {

Q_LOGGING_CATEGORY(lcAccess, "relay.access")

constexpr std::int64_t kMs = 1000;
constexpr int kGuessingRetryAfter = 30; // s
constexpr int kCodesRetryAfter = 5;     // s

Refusal badCode()
{
    return { Reason::BadCode, 401,
             "The code is not valid: each opens one connection, within 30 s, on the topic it was given for." };
}

Refusal bookingDenied()
{
    return { Reason::Denied, 403, "This booking has been denied." };
}

} // namespace

std::optional<Refusal> Access::State::faultOf(const Grant &grant) const
{
    const std::int64_t now = wall();
    if (now >= grant.expiresAt * kMs)
        return Refusal { Reason::Expired, 401, "The token has expired." };
    if (now < grant.notBefore * kMs)
        return Refusal { Reason::NotYetValid, 401, "The token is not valid yet." };
    if (!grant.bookingId.isEmpty() && bookings.isDenied(grant.bookingId))
        return bookingDenied();
    if (!grant.mayRead() && !grant.mayWrite())
        return Refusal { Reason::NoScope, 403, "The token has neither the scope read nor the scope write." };
    return std::nullopt;
}

std::optional<Refusal> Access::State::enter(const Visit &visit, const Grant *grant)
{
    if (auto refusal = barrier.faultOf(visit, grant, now()))
        return refusal;
    return registry.enter(
        visit, grant,
        { limits.connectionsPerAddress, limits.connectionsPerBooking, limits.sessionsPerToken, limits.sparesLoopback });
}

//! Whether there are as many as may be before another code is given.
std::optional<Refusal> Access::State::tooManyFor(const Grant &grant) const
{
    if (!grant.bookingId.isEmpty() && limits.codesPerBooking > 0
        && codes.countOf(grant.bookingId) >= limits.codesPerBooking) {
        return Refusal { Reason::CodesOfBooking, 429,
                         "Too many codes of this booking wait to be used. Use them, or try again later.",
                         kCodesRetryAfter };
    }
    if (!grant.tokenId.isEmpty() && limits.sessionsPerToken > 0
        && codes.countOfToken(grant.tokenId) + registry.countOfToken(grant.tokenId) >= limits.sessionsPerToken) {
        return Refusal { Reason::SessionsOfToken, 429,
                         "There are too many sessions with this token. Close some, or try again later.",
                         kCodesRetryAfter };
    }
    return std::nullopt;
}

Access::Access(Limits limits, Clock monotonic, Clock wall)
    : m_state(std::make_unique<State>())
{
    m_state->limits = limits;
    m_state->monotonic = monotonic ? std::move(monotonic) : Clock(loop::monotonicMs);
    m_state->wall = wall ? std::move(wall) : Clock(loop::wallMs);
}

Access::~Access() = default;

void Access::setCut(Cut cut)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->cut = std::move(cut);
}

void Access::setLimits(const Limits &limits)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->limits = limits;
}

QString Access::open(const QString &stateDirectory)
{
    State &s = *m_state;
    const std::lock_guard journalLock(s.journalMutex);
    const Journal::Opened opened = s.journal.open(stateDirectory);
    if (!opened.error.isEmpty())
        return opened.error;
    if (opened.tornLines > 0)
        qCWarning(lcAccess) << "the deny list has" << opened.tornLines << "lines that were not written to their end";
    const std::lock_guard lock(s.mutex);
    for (const JournalEntry &entry : opened.entries)
        s.take(entry);
    s.bookings.prune(s.nowSeconds());
    s.barrier.prune(s.now());
    if (!s.journal.rewrite(s.deniedList()))
        return QStringLiteral("the state directory %1 cannot be written to; name another with --state-dir")
            .arg(stateDirectory);
    return {};
}

bool Access::isDurable() const
{
    return m_state->isDurable;
}

std::variant<QByteArray, Refusal> Access::grantCode(const Grant &grant)
{
    State &s = *m_state;
    bool mustBeWritten = false;
    QByteArray code;
    {
        const std::lock_guard lock(s.mutex);
        mustBeWritten = !grant.bookingId.isEmpty() && s.bookings.prolongs(grant.bookingId, grant.expiresAt);
        s.bookings.see(grant.bookingId, grant.expiresAt);
        if (!grant.bookingId.isEmpty() && s.bookings.isDenied(grant.bookingId)) {
            if (!mustBeWritten)
                return s.refused(bookingDenied());
        } else {
            const std::int64_t now = s.monotonic();
            s.codes.forgetOld(now);
            if (auto refusal = s.tooManyFor(grant))
                return s.refused(*std::move(refusal));
            code = s.codes.issue(grant, now, s.limits.codeLifetimeMs);
        }
    }
    if (!mustBeWritten)
        return code;
    // A token that outlives the denial: the denial now lasts as long, also after a restart.
    [[maybe_unused]] const Kept kept = s.write({ What::Booking, grant.bookingId });
    const std::lock_guard lock(s.mutex);
    return s.refused(bookingDenied());
}

std::variant<Grant, Refusal> Access::redeem(QByteArrayView code, QByteArrayView kind, QByteArrayView topic,
                                            const Visit &visit)
{
    State &s = *m_state;
    const std::lock_guard lock(s.mutex);
    const std::int64_t now = s.monotonic();
    const QHostAddress address = countedAs(visit.address);
    if (s.throttle.isHeldUp(address, s.limits.failuresPerMinute, now)) {
        return s.refused({ Reason::Guessing, 429, "Too many codes from your address were not valid. Try again later.",
                           kGuessingRetryAfter });
    }
    auto grant = s.codes.take(code, now);
    if (!grant || grant->kind != kind || grant->topic != topic) {
        s.throttle.failed(address, s.limits.failuresPerMinute, now);
        return s.refused(badCode());
    }
    auto refusal = s.faultOf(*grant);
    if (!refusal)
        refusal = s.enter(visit, &*grant);
    if (refusal)
        return s.refused(*std::move(refusal));
    return *std::move(grant);
}

std::optional<Refusal> Access::enter(const Visit &visit, const Grant *grant)
{
    State &s = *m_state;
    const bool isBooked = grant && !grant->bookingId.isEmpty();
    bool mustBeWritten = false;
    std::optional<Refusal> refusal;
    {
        const std::lock_guard lock(s.mutex);
        mustBeWritten = isBooked && s.bookings.prolongs(grant->bookingId, grant->expiresAt);
        if (isBooked)
            s.bookings.see(grant->bookingId, grant->expiresAt);
        refusal = grant ? s.faultOf(*grant) : std::nullopt;
        if (!refusal)
            refusal = s.enter(visit, grant);
        if (refusal)
            refusal = s.refused(*std::move(refusal));
    }
    if (mustBeWritten) // as in grantCode(): the denial lasts as long as the token that was seen, also after a restart
        (void)s.write({ What::Booking, grant->bookingId });
    return refusal;
}

void Access::leave(stats::ConnectionId id)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->registry.leave(id);
}

bool Access::mayStay(stats::ConnectionId id) const
{
    const std::lock_guard lock(m_state->mutex);
    return !m_state->registry.isCut(id);
}

bool Access::isDenied(const QString &bookingId) const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->bookings.isDenied(bookingId);
}

std::optional<std::int64_t> Access::deniedUntil(const QString &bookingId) const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->bookings.deniedUntil(bookingId);
}

std::vector<Booking> Access::denied() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->bookings.denied();
}

std::vector<Booking> Access::allowed() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->bookings.allowed();
}

void Access::tidy()
{
    State &s = *m_state;
    {
        const std::lock_guard lock(s.mutex);
        s.codes.forgetOld(s.monotonic());
        s.bookings.prune(s.nowSeconds());
        s.barrier.prune(s.now());
    }
    if (s.isDurable)
        return;
    // The disk was full, or away: perhaps it is back, and nobody denies anything meanwhile.
    const std::lock_guard lock(s.journalMutex);
    if (s.journal.isOpen() && s.journal.rewrite(s.deniedNow())) {
        s.isDurable = true;
        qCInfo(lcAccess) << "the deny list can be written again, and is";
    }
}

std::vector<stats::ConnectionId> Access::connectionsOf(const QString &bookingId) const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->registry.ofBooking(bookingId);
}

void Access::count(Reason reason)
{
    const std::lock_guard lock(m_state->mutex);
    ++m_state->refusals[std::size_t(reason)];
}

Figures Access::figures() const
{
    const std::lock_guard lock(m_state->mutex);
    return { m_state->codes.size(), m_state->bookings.deniedCount() + m_state->barrier.deniedCount(),
             m_state->refusals };
}

} // namespace relay::access
