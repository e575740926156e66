// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/lobby.h"

#include "server/access/registry.h"
#include "server/front/reply.h"
#include "server/loop/clock.h"

#include <algorithm>
#include <utility>

namespace relay::front {

namespace {

constexpr int kSweepMs = 250;

} // namespace

Lobby::Lobby(Desk &desk, bool isSecure, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_isSecure(isSecure)
    , m_set([this] { endOfPass(); }, this)
    , m_nowMs(loop::monotonicMs())
{
    m_sweep.setInterval(kSweepMs);
    connect(&m_sweep, &QTimer::timeout, this, &Lobby::sweep);
}

Lobby::~Lobby() = default;

void Lobby::stop()
{
    m_isStopped = true;
    m_desk.undecided -= int(m_visitors.size() - m_left.size());
    m_room = {};
    m_waiting.clear(); // answers that come later find nobody
    m_visitors.clear();
    m_left.clear();
}

void Lobby::admit(Accepted accepted, const QByteArray &refusal)
{
    m_nowMs = loop::monotonicMs();
    auto owned = std::make_unique<Visitor>(std::move(accepted), host());
    Visitor &visitor = *owned;
    if (m_isStopped || !visitor.start()) {
        leaveCrowd(visitor);
        if (!m_isStopped)
            refused(access::Reason::NoRoom);
        --m_desk.undecided; // no room to watch it; closing it is all that is left
        return;
    }
    makeRoom();
    m_visitors.emplace(&visitor, std::move(owned));
    m_room.enter(&visitor, access::countedAs(visitor.peer()));
    if (!m_sweep.isActive())
        m_sweep.start();
    if (!refusal.isEmpty())
        visitor.reply(refusal);
    else if (!m_isSecure && m_desk.isFull())
        turnAway(visitor);
}

// Nobody waits in the kernel behind a crowd that keeps silent.
void Lobby::makeRoom()
{
    const auto share = std::size_t(std::max(1, Desk::kMaxUndecided / m_desk.lobbies));
    if (m_room.size() < share)
        return;
    if (Visitor *visitor = m_room.next())
        visitor->giveWay();
}

void Lobby::turnAway(Visitor &visitor)
{
    refused(access::Reason::NoRoom);
    visitor.reply(noRoom());
}

void Lobby::left(Visitor &visitor)
{
    leaveCrowd(visitor);
    std::erase_if(m_waiting, [&](const auto &waiting) { return waiting.second == &visitor; });
    // It counts no longer, though it is destroyed after the pass: its worker counts it already.
    --m_desk.undecided;
    m_room.leave(&visitor);
    m_left.push_back(&visitor);
}

void Lobby::leaveCrowd(const Visitor &visitor)
{
    if (visitor.isCounted())
        m_desk.crowd->leave(visitor.peer());
}

void Lobby::endOfPass()
{
    if (m_left.empty())
        return;
    for (Visitor *visitor : m_left)
        m_visitors.erase(visitor);
    m_left.clear();
}

void Lobby::sweep()
{
    m_nowMs = loop::monotonicMs();
    for (const auto &[visitor, owned] : m_visitors)
        visitor->sweep();
    endOfPass();
    if (m_visitors.empty())
        m_sweep.stop(); // an empty lobby sleeps
}

} // namespace relay::front
