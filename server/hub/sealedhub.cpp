// SPDX-License-Identifier: GPL-3.0-or-later
// The hub's half for readers whose bytes are sealed (TLS).
#include "server/hub/hub.h"
#include "server/hub/plainsender.h"
#include "server/hub/progress.h"

#include <array>
#include <cerrno>

namespace relay::hub {

namespace {

constexpr std::size_t kMaxControl = 16 * 1024;      // bytes of the relay's own that are sealed in one go
constexpr std::size_t kDrainPerEvent = 1024 * 1024; // bytes to one reader before the others get their turn

bool isPassing(ssize_t result)
{
    return result >= 0 || result == -EAGAIN || result == -EINTR || result == -ENOBUFS;
}

} // namespace

void Hub::addSealedJob(Member &reader)
{
    if (!reader.sealer->unsent().empty()) {
        enqueue(reader, m_rounds.back(), 0);
        return;
    }
    if (!m_sealRoom.has(Sealer::roomFor(m_rounds.back().bytes.size()))) {
        m_rounds.back().endJob = m_jobs.size();
        Round same = m_rounds.back();
        submit();
        beginRound(std::move(same)); // on with the same topic
    }
    const std::size_t before = m_jobs.size();
    addJob(reader, m_rounds.back());
    if (m_jobs.size() == before)
        return; // all of the pass's messages are its own
    SendJob &job = m_jobs.back();
    const auto room = m_sealRoom.rest();
    const auto sealed = reader.sealer->seal(std::span(m_pieces).subspan(job.first, job.count), room);
    if (sealed.plain == 0) {
        m_jobs.pop_back();
        reader.sendFailed(EPROTO);
        return;
    }
    m_sealRoom.use(sealed.bytes);
    job = { .to = &reader, .first = m_pieces.size(), .count = 1, .total = sealed.bytes, .plain = sealed.plain };
    m_pieces.push_back({ room.data(), sealed.bytes });
}

void Hub::finishSealedJob(const SendJob &job, Round &round)
{
    Member &reader = *job.to;
    if (!isPassing(job.result)) {
        reader.sendFailed(int(-job.result));
        return;
    }
    const std::size_t taken = job.result > 0 ? std::size_t(job.result) : 0;
    if (taken < job.total) {
        const auto *bytes = static_cast<const char *>(m_pieces[job.first].iov_base);
        reader.sealer->keep({ bytes + taken, job.total - taken });
        reader.queueGrew();
    }
    // What is sealed is as good as sent: nothing can take it back.
    const Progress progress = progressAfter(round.segments, reader.id, job.plain);
    if (progress.next < round.segments.size())
        enqueue(reader, round, job.plain);
    else
        countDelivered(reader, progress.done);
}

ssize_t Hub::sendSealed(Member &member, const iovec &piece)
{
    // Room of its own: somebody may be told in the middle of a flush that it is too slow.
    std::array<char, Sealer::roomFor(kMaxControl)> bytesOfRoom;
    const std::span<char> room(bytesOfRoom);
    const iovec part { piece.iov_base, std::min(piece.iov_len, kMaxControl) };
    const auto sealed = member.sealer->seal({ &part, 1 }, room);
    if (sealed.plain == 0)
        return -EPROTO;
    const iovec bytes { room.data(), sealed.bytes };
    const ssize_t sent = sendPieces(member.fd, { &bytes, 1 });
    if (!isPassing(sent))
        return sent;
    const std::size_t taken = sent > 0 ? std::size_t(sent) : 0;
    if (taken < sealed.bytes)
        member.sealer->keep(room.subspan(taken, sealed.bytes - taken));
    return ssize_t(sealed.plain);
}

bool Hub::drainSealed(Member &member)
{
    std::array<iovec, 64> pieces;
    for (std::size_t total = 0; total < kDrainPerEvent;) {
        if (const auto unsent = member.sealer->unsent(); !unsent.empty()) {
            const iovec piece { const_cast<char *>(unsent.data()), unsent.size() };
            const ssize_t sent = sendPieces(member.fd, { &piece, 1 });
            if (sent <= 0)
                return isPassing(sent);
            member.sealer->advance(std::size_t(sent));
            total += std::size_t(sent);
            continue;
        }
        const std::size_t count = member.queue.gather(pieces.data(), pieces.size());
        if (count == 0) {
            member.isStarting = false;
            return true;
        }
        const auto room = m_drainRoom.rest();
        const auto sealed = member.sealer->seal(std::span(pieces.data(), count), room);
        if (sealed.plain == 0)
            return false;
        countSent(member, member.queue.advance(sealed.plain));
        if (member.isBehind && member.queue.heldBytes() <= m_budget.bytes / 2)
            member.topic->setBehind(member, false);
        const iovec bytes { room.data(), sealed.bytes };
        const ssize_t sent = sendPieces(member.fd, { &bytes, 1 });
        if (!isPassing(sent))
            return false;
        const std::size_t taken = sent > 0 ? std::size_t(sent) : 0;
        total += taken;
        if (taken < sealed.bytes) {
            member.sealer->keep(room.subspan(taken, sealed.bytes - taken));
            return true;
        }
    }
    return true;
}

} // namespace relay::hub
