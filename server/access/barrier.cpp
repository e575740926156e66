// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/barrier.h"

#include "server/access/registry.h"

#include <algorithm>

namespace relay::access {

namespace {

constexpr std::int64_t kMs = 1000;

} // namespace

bool Barrier::deny(const Target &target, std::int64_t until)
{
    auto known = m_denied.find(target);
    if (known == m_denied.end()) {
        const auto ofItsKind = std::count_if(m_denied.begin(), m_denied.end(),
                                             [&](const auto &entry) { return entry.first.what == target.what; });
        if (std::size_t(ofItsKind) >= kMaxDenied)
            return false;
        Entry entry;
        if (target.what == What::Network)
            entry.network = NetworkBits(parseNetwork(target.key).value_or(Network {}));
        known = m_denied.emplace(target, std::move(entry)).first;
    }
    known->second.until = std::max(known->second.until, until);
    known->second.version = ++m_lastVersion;
    return true;
}

void Barrier::lift(const Target &target)
{
    m_denied.erase(target);
}

bool Barrier::restore(const Target &target, std::optional<std::int64_t> before, std::uint64_t version)
{
    const auto known = m_denied.find(target);
    if (known == m_denied.end() || known->second.version != version)
        return false;
    if (!before) {
        m_denied.erase(known);
        return true;
    }
    known->second.until = *before;
    known->second.version = ++m_lastVersion;
    return true;
}

std::optional<std::int64_t> Barrier::deniedUntil(const Target &target) const
{
    const auto known = m_denied.find(target);
    return known == m_denied.end() ? std::nullopt : std::optional(known->second.until);
}

std::uint64_t Barrier::versionOf(const Target &target) const
{
    const auto known = m_denied.find(target);
    return known == m_denied.end() ? 0 : known->second.version;
}

std::vector<DeniedTarget> Barrier::denied() const
{
    std::vector<DeniedTarget> all;
    for (const auto &[target, entry] : m_denied)
        all.push_back({ target, entry.until });
    return all;
}

bool Barrier::hold(const QHostAddress &address, const QByteArray &topic, std::int64_t untilMs)
{
    const Place place(countedAs(address), topic);
    if (std::size_t(m_holds.size()) >= kMaxHolds && !m_holds.contains(place))
        return false;
    std::int64_t &until = m_holds[place];
    until = std::max(until, untilMs);
    return true;
}

void Barrier::endHold(const QHostAddress &address, const QByteArray &topic)
{
    m_holds.remove({ countedAs(address), topic });
}

std::vector<Hold> Barrier::holds() const
{
    std::vector<Hold> all;
    for (auto hold = m_holds.begin(); hold != m_holds.end(); ++hold)
        all.push_back({ hold.key().first, hold.key().second, hold.value() });
    return all;
}

bool Barrier::isFromDeniedNetwork(const QHostAddress &address, const Moment &now) const
{
    const AddressBits bits(address);
    // They come last in the map.
    return std::any_of(m_denied.lower_bound({ What::Network, {} }), m_denied.end(), [&](const auto &denied) {
        return denied.second.until >= now.seconds && denied.second.network.holds(bits);
    });
}

std::optional<Refusal> Barrier::faultOf(const Visit &visit, const Grant *grant, const Moment &now) const
{
    if (isFromDeniedNetwork(visit.address, now))
        return Refusal { Reason::AddressDenied, 403, "Connections from your address have been denied." };
    if (grant && !grant->subject.isEmpty()
        && deniedUntil({ What::Subject, grant->subject }).value_or(now.seconds - 1) >= now.seconds)
        return Refusal { Reason::SubjectDenied, 403, "Whom this token is for has been denied." };
    // The host of a shell dials for a client that has been let in; a hold on it keeps its management connection out.
    if (m_holds.isEmpty() || (grant && grant->shellPart == stats::ShellPart::Host))
        return std::nullopt;
    const std::int64_t until = m_holds.value({ countedAs(visit.address), visit.topic }, 0);
    if (until <= now.monotonicMs)
        return std::nullopt;
    const auto seconds = (until - now.monotonicMs + kMs - 1) / kMs;
    return Refusal { Reason::Held, 403,
                     "An administrator has ended the connection of your address to this topic; it may come back in "
                         + QByteArray::number(qint64(seconds)) + " s.",
                     int(seconds) };
}

void Barrier::prune(const Moment &now)
{
    std::erase_if(m_denied, [&](const auto &entry) { return entry.second.until < now.seconds; });
    m_holds.removeIf([&](const auto &hold) { return hold.value() <= now.monotonicMs; });
}

} // namespace relay::access
