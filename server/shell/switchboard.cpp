// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/shell/switchboard.h"

#include <algorithm>
#include <utility>

namespace relay::shell {

using stats::ShellPart;

bool Switchboard::hasHost(const QByteArray &host, bool needsOurs) const
{
    const auto found = m_hosts.find(host);
    return found != m_hosts.end()
        && std::any_of(found->second.begin(), found->second.end(),
                       [&](const Recipient &each) { return each.isOurs || !needsOurs; });
}

bool Switchboard::isFull(const QByteArray &host, std::int64_t nowMs)
{
    forgetUnused(nowMs);
    const auto unused = m_unusedOf.find(host);
    return unused != m_unusedOf.end() && unused->second >= kMaxUnusedPerHost;
}

std::optional<QByteArray> Switchboard::begin(Session session, std::int64_t nowMs, std::int64_t lifetimeMs)
{
    if (isFull(session.host, nowMs))
        return std::nullopt;
    ++m_unusedOf[session.host];
    session.calledMs = nowMs;
    if (!session.wanted.resume.isEmpty())
        session.resumes = m_resumes.note(session.host, session.wanted.resume, nowMs);
    const QByteArray uuid = session.uuid;
    m_unused.emplace(nowMs + lifetimeMs, uuid);
    m_sessions.insert_or_assign(uuid, std::move(session));
    return uuid;
}

const Session *Switchboard::find(const QByteArray &session) const
{
    const auto found = m_sessions.find(session);
    return found == m_sessions.end() ? nullptr : &found->second;
}

void Switchboard::noteUri(const QByteArray &session, const QByteArray &uri)
{
    if (const auto found = m_sessions.find(session); found != m_sessions.end())
        found->second.uri = uri;
}

void Switchboard::enterHost(const QByteArray &host, Recipient management)
{
    management.worker = -1;
    m_connections.insert_or_assign(management.id, Known { ShellPart::Management, host });
    m_hosts[host].push_back(std::move(management));
}

bool Switchboard::enterClient(const QByteArray &session, stats::ConnectionId id, bool isOurs)
{
    const auto found = m_sessions.find(session);
    if (found == m_sessions.end() || found->second.client != 0)
        return false;
    found->second.client = id;
    found->second.isClientOurs = isOurs;
    if (const auto unused = m_unusedOf.find(found->second.host); --unused->second == 0)
        m_unusedOf.erase(unused);
    m_connections.insert_or_assign(id, Known { ShellPart::Client, session });
    return true;
}

bool Switchboard::enterHostLeg(const QByteArray &session, stats::ConnectionId id)
{
    const auto found = m_sessions.find(session);
    if (found == m_sessions.end())
        return false;
    Session &shell = found->second;
    if (!shell.isClientReady || shell.isOver || shell.hostLeg != 0)
        return false;
    shell.hostLeg = id;
    ++m_pairs;
    m_connections.insert_or_assign(id, Known { ShellPart::Host, session });
    return true;
}

//! Those who may serve this shell. What a host of before does not understand, it would answer from its default port.
std::vector<Recipient> Switchboard::listeners(const Session &session) const
{
    std::vector<Recipient> found;
    if (const auto hosts = m_hosts.find(session.host); hosts != m_hosts.end()) {
        std::copy_if(hosts->second.begin(), hosts->second.end(), std::back_inserter(found), [&](const Recipient &each) {
            return each.worker >= 0 && (each.isOurs || session.wanted.target.isEmpty());
        });
    }
    return found;
}

std::vector<Switchboard::Call> Switchboard::ready(stats::ConnectionId id, int worker)
{
    const auto known = m_connections.find(id);
    if (known == m_connections.end())
        return {};
    const auto &[part, key] = known->second;
    std::vector<Call> calls;
    if (part == ShellPart::Client) {
        Session &session = m_sessions.at(key);
        session.clientWorker = worker;
        session.isClientReady = true;
        if (auto hosts = listeners(session); !hosts.empty())
            calls.push_back({ key, std::move(hosts) });
    } else if (part == ShellPart::Management) {
        auto &hosts = m_hosts.at(key);
        const auto own = std::find_if(hosts.begin(), hosts.end(), [&](const Recipient &each) { return each.id == id; });
        own->worker = worker;
        // Clients that came while no host was listening need not wait for nothing.
        for (const auto &[uuid, session] : m_sessions) {
            const bool isWaiting = session.host == key && session.isClientReady && !session.isOver
                && session.hostLeg == 0 && (own->isOurs || session.wanted.target.isEmpty());
            if (isWaiting)
                calls.push_back({ uuid, { *own } });
        }
    }
    return calls;
}

std::optional<Switchboard::Over> Switchboard::gone(stats::ConnectionId id)
{
    const auto node = m_connections.extract(id);
    if (node.empty())
        return std::nullopt;
    const auto &[part, key] = node.mapped();
    if (part == ShellPart::Management) {
        const auto hosts = m_hosts.find(key);
        std::erase_if(hosts->second, [&](const Recipient &each) { return each.id == id; });
        if (hosts->second.empty())
            m_hosts.erase(hosts);
        return std::nullopt;
    }
    Session &session = m_sessions.at(key);
    if (part == ShellPart::Host) {
        session.hostLeg = 0;
        --m_pairs;
        // Its client is about to go as well: a second host that dialled would find nobody.
        if (!std::exchange(session.isOver, true) && session.client != 0)
            return Over { session.uri, session.uuid, listeners(session) };
        return end(key);
    }
    // A host that is still sending out what the client left behind must not be stopped at that.
    const bool wasOver = std::exchange(session.isOver, true);
    session.client = 0;
    if (session.hostLeg != 0)
        return std::nullopt;
    if (!wasOver)
        return end(key);
    (void)end(key);
    return std::nullopt; // its host has been told
}

std::optional<Switchboard::Over> Switchboard::end(const QByteArray &key)
{
    const auto node = m_sessions.extract(key);
    const Session &session = node.mapped();
    if (session.uri.isEmpty())
        return std::nullopt; // nobody was told that it began
    return Over { session.uri, session.uuid, listeners(session) };
}

void Switchboard::forgetUnused(std::int64_t nowMs)
{
    while (!m_unused.empty() && m_unused.begin()->first <= nowMs) {
        const auto found = m_sessions.find(m_unused.begin()->second);
        m_unused.erase(m_unused.begin());
        if (found == m_sessions.end() || found->second.client != 0 || found->second.isOver)
            continue;
        if (const auto unused = m_unusedOf.find(found->second.host); --unused->second == 0)
            m_unusedOf.erase(unused);
        m_sessions.erase(found);
    }
}

} // namespace relay::shell
