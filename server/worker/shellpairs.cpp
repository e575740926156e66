// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/worker/shellpairs.h"

#include "common/ws/protocol.h"

#include <utility>

namespace relay::worker {

namespace {

//! Ends both legs with the same code, whatever still waits: nothing of it may arrive, or nobody is there to read it.
bool isFinal(std::uint16_t code)
{
    return code == ws::close::kKicked || code == ws::close::kExpired || code == ws::close::kDenied;
}

} // namespace

void ShellPairs::add(ws::ShellLink &link, const QByteArray &session, std::int64_t nowMs)
{
    m_links.emplace(link.id, Entry { &link, session });
    if (session.isEmpty())
        return;
    const bool isClient = link.part() == ws::ShellLink::Part::Client;
    if (!isClient && !m_pairs.contains(session))
        return; // widowed
    Pair &pair = m_pairs[session];
    (isClient ? pair.client : pair.host) = &link;
    if (isClient)
        pair.sinceMs = nowMs;
    if (!pair.client || !pair.host)
        return;
    pair.client->setPartner(pair.host);
    pair.host->setPartner(pair.client);
}

bool ShellPairs::isWidowed(const ws::ShellLink &link) const
{
    const auto found = m_links.find(link.id);
    return found != m_links.end() && link.part() == ws::ShellLink::Part::Host
        && !m_pairs.contains(found->second.session);
}

void ShellPairs::noteRetired(stats::ConnectionId id, std::uint16_t code, const QByteArray &reason)
{
    if (m_links.empty()) [[likely]]
        return;
    const auto node = m_links.extract(id);
    if (node.empty() || node.mapped().session.isEmpty())
        return;
    const auto &[link, session] = node.mapped();
    const auto pair = m_pairs.constFind(session);
    if (pair == m_pairs.constEnd() || (pair->client != link && pair->host != link))
        return;
    ws::ShellLink *const other = link == pair->client ? pair->host : pair->client;
    m_pairs.erase(pair);
    link->setPartner(nullptr);
    if (!other)
        return;
    other->setPartner(nullptr);
    m_retired.push_back({ session, other, code, reason });
}

void ShellPairs::settle()
{
    // To end one may note another, never one that is already noted: each pair is noted once.
    for (const Retired &retired : std::exchange(m_retired, {})) {
        if (isFinal(retired.code))
            retired.other->close(retired.code, retired.reason);
        else
            retired.other->finish(ws::close::kGoingAway, "other end left");
    }
}

void ShellPairs::sweep(std::int64_t nowMs)
{
    std::vector<ws::ShellLink *> forsaken;
    for (const Pair &pair : std::as_const(m_pairs)) {
        if (pair.client && !pair.host && nowMs - pair.sinceMs >= kDialWithinMs)
            forsaken.push_back(pair.client);
    }
    for (ws::ShellLink *client : forsaken)
        client->close(ws::close::kTryAgainLater, "the host did not answer");
}

ws::ShellLink *ShellPairs::find(stats::ConnectionId id) const
{
    const auto found = m_links.find(id);
    return found == m_links.end() ? nullptr : found->second.link;
}

} // namespace relay::worker
