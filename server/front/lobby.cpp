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
constexpr int kCrowdedSweepMs = 50;
// Those that keep silent for longer have to give way while it is crowded. A request comes along with its connection; a TLS
// handshake takes some turns, and its time.
constexpr std::int64_t kPatienceMs = 100;
constexpr std::int64_t kPatienceOfTlsMs = 1000;
// For others of its address: before its request comes a plain connection is silent for no time.
constexpr std::int64_t kPatienceWithOwnMs = 0;

} // namespace

Lobby::Lobby(Desk &desk, bool isSecure, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_isSecure(isSecure)
    , m_set([this] { endOfPass(); })
    , m_nowMs(loop::monotonicMs())
{
    m_sweep.setInterval(kSweepMs);
    connect(&m_sweep, &QTimer::timeout, this, &Lobby::sweep);
}

Lobby::~Lobby() = default;

void Lobby::stop()
{
    m_isStopped = true;
    release(int(m_visitors.size() - m_left.size()));
    m_room = {};
    m_waiting.clear(); // answers that come later find nobody
    m_shellLine.clear();
    m_visitors.clear();
    m_left.clear();
}

void Lobby::admit(Accepted accepted, const QByteArray &refusal)
{
    m_nowMs = loop::monotonicMs();
    auto owned = std::make_unique<Visitor>(std::move(accepted), host());
    Visitor &visitor = *owned;
    if (m_isStopped) {
        leaveCrowd(visitor);
        release(1);
        return;
    }
    m_visitors.emplace(&visitor, std::move(owned));
    m_room.enter(&visitor, access::countedAs(visitor.peer()), m_nowMs);
    if (isFull() && m_sweep.interval() != kCrowdedSweepMs)
        m_sweep.setInterval(kCrowdedSweepMs);
    if (!m_sweep.isActive())
        m_sweep.start();
    if (!refusal.isEmpty())
        visitor.reply(refusal);
    else if (!m_isSecure && m_desk.isFull())
        turnAway(visitor);
    else
        visitor.start();
    if (!m_isSecure && visitor.isReading())
        enterCrowd(visitor);
    if (m_isSecure)
        endOfPass(); // of plain ones the listener is in the middle of a pass
}

// So that nobody waits for long in the kernel, behind a crowd that keeps silent.
void Lobby::makeRoom()
{
    const std::int64_t silentSince = m_nowMs - (m_isSecure ? kPatienceOfTlsMs : kPatienceMs);
    const auto enough = std::size_t(share()) / 2;
    while (m_room.size() > enough) {
        Visitor *const visitor = m_room.next(silentSince);
        if (!visitor)
            return;
        visitor->giveWay(access::Reason::Crowded, crowded());
    }
}

int Lobby::share() const
{
    return std::max(1, Desk::kMaxUndecided / m_desk.lobbies);
}

void Lobby::expect()
{
    ++m_desk.undecided;
    ++m_expected;
}

void Lobby::release(int visitors)
{
    m_desk.undecided -= visitors;
    const int before = m_expected.fetch_sub(visitors);
    if (before >= share() && before - visitors < share())
        m_desk.roomAgain();
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
    m_shellLine.leave(&visitor);
    // It counts no longer, though it is destroyed after the pass: its worker counts it already.
    release(1);
    m_room.leave(&visitor);
    m_left.push_back(&visitor);
}

void Lobby::answered(Visitor &visitor)
{
    leaveCrowd(visitor);
    m_room.linger(&visitor);
}

void Lobby::waitsForUs(Visitor &visitor)
{
    leaveCrowd(visitor);
    m_room.keep(&visitor);
}

std::int64_t Lobby::patienceMs() const
{
    return m_isSecure ? kPatienceOfTlsMs : kPatienceWithOwnMs;
}

void Lobby::enterCrowd(Visitor &visitor)
{
    visitor.setTicket(m_desk.crowd->enter(visitor.peer(), *this, m_nowMs));
    if (visitor.ticket() != 0)
        return;
    refused(access::Reason::Undecided);
    visitor.reply(undecided());
}

void Lobby::leaveCrowd(Visitor &visitor)
{
    if (visitor.ticket() == 0)
        return;
    m_desk.crowd->leave(visitor.peer(), visitor.ticket());
    visitor.setTicket(0);
}

void Lobby::giveWay(Crowd::Ticket ticket)
{
    if (!m_isSecure) {
        makeWay(ticket); // newcomers are accepted in passes of this lobby's set
        return;
    }
    const auto go = [this, ticket] {
        makeWay(ticket);
        endOfPass();
    };
    QMetaObject::invokeMethod(this, go, Qt::QueuedConnection);
}

void Lobby::makeWay(Crowd::Ticket ticket)
{
    const auto found = std::find_if(m_visitors.begin(), m_visitors.end(),
                                    [ticket](const auto &visitor) { return visitor.first->ticket() == ticket; });
    if (found == m_visitors.end())
        return;
    found->first->setTicket(0);
    found->first->giveWay(access::Reason::Undecided, undecided());
}

void Lobby::endOfPass()
{
    // All of a pass in one go: their workers are woken once.
    if (!m_letIn.empty())
        m_desk.admit(m_letIn);
    for (Visitor *visitor : m_left)
        m_visitors.erase(visitor);
    m_left.clear();
}

void Lobby::sweep()
{
    m_nowMs = loop::monotonicMs();
    const auto isThere = [this](const QByteArray &host) { return m_desk.isDraining || m_desk.shells->hasHost(host); };
    for (ShellWaiter &waiter : m_shellLine.takeDue(isThere, m_nowMs))
        answerWaiter(waiter);
    for (const auto &[visitor, owned] : m_visitors)
        visitor->sweep();
    if (isFull())
        makeRoom();
    else if (m_sweep.interval() != kSweepMs)
        m_sweep.setInterval(kSweepMs);
    endOfPass();
    if (m_visitors.empty())
        m_sweep.stop(); // an empty lobby sleeps
}

} // namespace relay::front
