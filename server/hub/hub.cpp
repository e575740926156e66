// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/hub.h"

#include "server/hub/plainsender.h"
#include "server/hub/progress.h"

#include <algorithm>
#include <array>
#include <cerrno>

namespace relay::hub {

namespace {
constexpr std::size_t kEarlyFlush = 256 * 1024;     // bytes of one batch
constexpr std::size_t kDrainPerEvent = 1024 * 1024; // bytes to one reader before the others get their turn
constexpr std::size_t kSpareBatches = 16;

Overflow overflowOf(topic::Kind kind)
{
    switch (kind) {
    case topic::Kind::Video: return Overflow::DropOldest;
    case topic::Kind::Stream: return Overflow::Keep;
    default: return Overflow::DropNewest;
    }
}

} // namespace

Hub::Hub(std::unique_ptr<Sender> sender, QueueBudget budget, bool endsSlowReaders)
    : m_sender(std::move(sender))
    , m_budget(budget)
    , m_endsSlowReaders(endsSlowReaders)
{
}

Hub::~Hub()
{
    qDeleteAll(m_topics);
}

void Hub::setTime(std::int64_t monotonicMs, std::int64_t wallMs)
{
    m_nowMs = monotonicMs;
    m_wallMs = wallMs;
}

void Hub::setTaps(std::vector<stats::TapSpec> taps)
{
    if (taps.empty()) {
        m_taps.reset();
        return;
    }
    if (!m_taps)
        m_taps = std::make_unique<TapRecorder>();
    m_taps->setTaps(std::move(taps));
}

std::vector<stats::TapRecord> Hub::takeTapped()
{
    return m_taps ? m_taps->take() : std::vector<stats::TapRecord>();
}

void Hub::join(Member &member, const QByteArray &name, const Membership &membership)
{
    const bool getsPicture = m_gopLimit > 0 && membership.reads && !membership.writes;
    if (const Topic *there = getsPicture ? find(name) : nullptr; there && there->gop && there->batch)
        flush(); // else it would get the messages of this pass twice
    Topic *&topic = m_topics[name];
    if (!topic)
        topic = new Topic(name);
    topic->join(member, membership);
    if (getsPicture && topic->gop)
        startWithPicture(member);
}

void Hub::leave(Member &member)
{
    Topic *topic = member.topic;
    if (!topic)
        return;
    topic->leave(member);
    forget(*topic);
}

// Keeps it as long as anybody needs it.
void Hub::forget(Topic &topic)
{
    if (!topic.isUnused() || topic.batch)
        return;
    m_topics.remove(topic.name());
    delete &topic;
}

void Hub::addOutletReader(const QByteArray &name, int worker)
{
    Topic *&topic = m_topics[name];
    if (!topic)
        topic = new Topic(name);
    topic->addOutletReader(worker);
}

void Hub::removeOutletReader(const QByteArray &name, int worker)
{
    if (Topic *topic = m_topics.value(name)) {
        topic->removeOutletReader(worker);
        forget(*topic);
    }
}

void Hub::relay(const QByteArray &name, topic::Kind kind, SharedBatchPtr batch)
{
    Topic *topic = m_topics.value(name);
    if (!topic)
        return; // the last reader has gone, and the topic's worker does not know it yet
    // A reader has one send in a submission: were the first to take a part only and the next to find room, the rest
    // would come behind it.
    if (std::any_of(m_rounds.begin(), m_rounds.end(), [topic](const Round &round) { return round.topic == topic; }))
        submit();
    topic->setKind(kind);
    std::size_t payload = 0;
    for (const Segment &segment : batch->segments()) {
        payload += segment.payload;
        if (m_gopLimit > 0 && kind == topic::Kind::Video && batch->opcode(segment) == ws::Opcode::Binary)
            remember(*topic, { batch->data(segment) + segment.length - segment.payload, segment.payload });
    }
    constexpr auto kNobodys = UINT64_MAX; // who reads here has sent nothing
    collect({ .topic = topic,
              .bytes = batch->bytes(),
              .segments = batch->segments(),
              .payload = payload,
              .serial = kNobodys,
              .shared = std::move(batch) });
}

void Hub::publish(Member &from, ws::Opcode opcode, std::span<const char> payload)
{
    ++from.traffic.inMessages;
    from.traffic.inBytes += payload.size();
    from.traffic.lastInMs = m_wallMs;
    Topic &topic = *from.topic;
    if (m_taps) [[unlikely]]
        m_taps->sent(from, opcode, payload, m_wallMs);
    if (m_gopLimit > 0 && topic.kind() == topic::Kind::Video && opcode == ws::Opcode::Binary)
        remember(topic, payload);
    if (!topic.hasOtherReader(from))
        return;
    if (!topic.batch) {
        if (m_spareBatches.empty()) {
            topic.batch = std::make_unique<Batch>();
        } else {
            topic.batch = std::move(m_spareBatches.back());
            m_spareBatches.pop_back();
        }
        topic.batchSerial = ++m_serial;
        m_dirty.push_back(&topic);
    }
    topic.batch->append(opcode, payload, from.id);
    from.lastBatch = topic.batchSerial;
    if (topic.batch->bytes().size() >= kEarlyFlush) {
        collect(roundOf(topic));
        submit();
        topic.batch->clear();
        topic.batchSerial = ++m_serial;
    }
}

void Hub::flush()
{
    for (Topic *topic : m_dirty) {
        if (!topic->batch->isEmpty())
            collect(roundOf(*topic));
    }
    submit();
    for (Topic *topic : m_dirty) {
        topic->batch->clear();
        if (m_spareBatches.size() < kSpareBatches)
            m_spareBatches.push_back(std::move(topic->batch));
        topic->batch.reset();
        forget(*topic);
    }
    m_dirty.clear();
}

Hub::Round Hub::roundOf(Topic &topic)
{
    const Batch &batch = *topic.batch;
    return { .topic = &topic,
             .bytes = batch.bytes(),
             .segments = batch.segments(),
             .payload = batch.payloadBytes(),
             .serial = topic.batchSerial };
}

// Adds what each reader of the topic is to get now; who is behind already gets it into the queue at once.
void Hub::collect(Round begun)
{
    Topic &topic = *begun.topic;
    if (!topic.outlets().empty()) [[unlikely]] {
        begun.shared = std::make_shared<SharedBatch>(begun.bytes, begun.segments, 0, begun.segments.size());
        for (const Outlet &outlet : topic.outlets())
            m_handOn(outlet.worker, topic, begun.shared);
    }
    if (m_taps) [[unlikely]]
        m_taps->handedOut(topic, begun.bytes, begun.segments, m_wallMs);
    beginRound(std::move(begun));
    for (Member *reader : topic.readers()) {
        if (!reader->isReceiving)
            continue;
        if (!reader->queue.isEmpty())
            enqueue(*reader, m_rounds.back(), 0);
        else if (reader->sealer) [[unlikely]]
            addSealedJob(*reader);
        else
            addJob(*reader, m_rounds.back());
    }
    m_rounds.back().endJob = m_jobs.size();
}

void Hub::beginRound(Round round)
{
    round.whole = m_pieces.size();
    round.firstJob = m_jobs.size();
    m_pieces.push_back({ const_cast<char *>(round.bytes.data()), round.bytes.size() });
    m_rounds.push_back(std::move(round));
}

// All topics of a pass in one go.
void Hub::submit()
{
    if (!m_jobs.empty())
        m_sender->submit(m_jobs, m_pieces);
    for (Round &round : m_rounds) {
        for (std::size_t i = round.firstJob; i < round.endJob; ++i)
            finishJob(m_jobs[i], round);
    }
    m_rounds.clear();
    m_jobs.clear();
    m_pieces.clear();
    m_sealRoom.clear();
}

void Hub::addJob(Member &reader, const Round &round)
{
    if (reader.lastBatch != round.serial) {
        m_jobs.push_back({ .to = &reader, .first = round.whole, .count = 1, .total = round.bytes.size() });
        return;
    }
    // One that also sent gets the pieces around its own messages.
    SendJob job { .to = &reader, .first = m_pieces.size() };
    for (const Segment &segment : round.segments) {
        if (segment.sender == reader.id)
            continue;
        char *const start = const_cast<char *>(round.bytes.data()) + segment.offset;
        job.total += segment.length;
        if (job.count > 0) {
            iovec &last = m_pieces.back();
            if (static_cast<char *>(last.iov_base) + last.iov_len == start) {
                last.iov_len += segment.length;
                continue;
            }
        }
        m_pieces.push_back({ start, segment.length });
        ++job.count;
    }
    if (job.count > 0)
        m_jobs.push_back(job);
}

void Hub::finishJob(const SendJob &job, Round &round)
{
    if (job.plain > 0) [[unlikely]] {
        finishSealedJob(job, round);
        return;
    }
    Member &reader = *job.to;
    if (job.result == ssize_t(job.total)) {
        if (reader.lastBatch != round.serial)
            countDelivered(reader, { round.segments.size(), round.payload });
        else
            countDelivered(reader, progressAfter(round.segments, reader.id, job.total).done);
        return;
    }
    if (job.result < 0 && job.result != -EAGAIN && job.result != -EINTR && job.result != -ENOBUFS) {
        reader.sendFailed(int(-job.result));
        return;
    }
    enqueue(reader, round, job.result > 0 ? std::size_t(job.result) : 0);
}

void Hub::enqueue(Member &reader, Round &round, std::size_t sent)
{
    Topic &topic = *round.topic;
    const Progress progress = progressAfter(round.segments, reader.id, sent);
    countDelivered(reader, progress.done);
    const MessageCount dropped
        = reader.queue.offer(round.bytes, round.segments, progress.next, progress.offset, reader.id, round.shared,
                             budgetOf(reader), overflowOf(topic.kind()), m_nowMs);
    reader.traffic.dropped += dropped.messages;
    reader.droppedInEpisode += dropped.messages;
    reader.queueGrew();
    if (topic.kind() == topic::Kind::Stream && reader.queue.heldBytes() > m_budget.bytes)
        topic.setBehind(reader, true);
    if (dropped.messages > 0 && m_endsSlowReaders && topic.kind() == topic::Kind::Data)
        reader.fellBehind();
}

void Hub::countDelivered(Member &reader, const MessageCount &count)
{
    m_delivered += count.messages;
    countSent(reader, count);
}

void Hub::countSent(Member &reader, const MessageCount &count)
{
    if (count.messages == 0)
        return;
    reader.traffic.outMessages += count.messages;
    reader.traffic.outBytes += count.payload;
    reader.traffic.lastOutMs = m_wallMs;
}

bool Hub::drain(Member &member)
{
    if (member.sealer)
        return drainSealed(member);
    std::array<iovec, 64> pieces;
    for (std::size_t total = 0; total < kDrainPerEvent;) {
        const std::size_t count = member.queue.gather(pieces.data(), pieces.size());
        if (count == 0) {
            member.isStarting = false;
            return true;
        }
        const ssize_t sent = sendPieces(member.fd, std::span(pieces.data(), count));
        if (sent <= 0)
            return sent == -EAGAIN || sent == -EINTR || sent == -ENOBUFS || sent == 0;
        countSent(member, member.queue.advance(std::size_t(sent)));
        if (member.isBehind && member.queue.heldBytes() <= m_budget.bytes / 2)
            member.topic->setBehind(member, false);
        total += std::size_t(sent);
    }
    return true;
}

} // namespace relay::hub
