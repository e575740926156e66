// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/sealroom.h"
#include "server/hub/sender.h"
#include "server/hub/sendqueue.h"
#include "server/hub/topic.h"

#include <QByteArray>
#include <QHash>

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace relay::hub {

/*!
 * The topics of one worker. publish() encodes a message once into its topic's batch; flush(), at the end of the pass,
 * hands each reader all of the pass's messages but its own. A reader that cannot take them queues up to its budget,
 * then loses whole messages, and never delays another; only where nothing may be lost, those who send have to wait.
 * Belongs to its worker's thread; no lock anywhere.
 */
class Hub
{
public:
    Hub(std::unique_ptr<Sender> sender, QueueBudget budget, bool endsSlowReaders = false);
    ~Hub();

    void join(Member &member, const QByteArray &topic, const Membership &membership);
    //! Only between passes (see Member).
    void leave(Member &member);

    //! A message from a member that may write. nowMs are of the worker's clocks, read once a pass.
    void publish(Member &from, ws::Opcode opcode, std::span<const char> payload);
    void flush();
    //! Sends what waits in a member's queue, after its descriptor became writable. False: it is broken.
    [[nodiscard]] bool drain(Member &member);
    //! Seals and sends bytes of the relay's own to a member without anything unsent: how many of them are off our hands, or
    //! -errno.
    [[nodiscard]] ssize_t sendSealed(Member &member, const iovec &piece);

    void setTime(std::int64_t monotonicMs, std::int64_t wallMs);
    [[nodiscard]] const Sender &sender() const { return *m_sender; }
    [[nodiscard]] qsizetype topicCount() const { return m_topics.size(); }

private:
    void flushTopic(Topic &topic);
    void addJob(Member &reader, const Topic &topic);
    void addSealedJob(Member &reader, Topic &topic, SharedBatchPtr &shared);
    void submitJobs(Topic &topic, SharedBatchPtr &shared);
    void finishJob(const SendJob &job, Topic &topic, SharedBatchPtr &shared);
    void finishSealedJob(const SendJob &job, Topic &topic, SharedBatchPtr &shared);
    void enqueue(Member &reader, Topic &topic, std::size_t sent, SharedBatchPtr &shared);
    void countSent(Member &reader, const MessageCount &count);
    [[nodiscard]] bool drainSealed(Member &member);
    //! What may wait for this reader beside what is sealed already.
    [[nodiscard]] QueueBudget budgetOf(const Member &reader) const;

    std::unique_ptr<Sender> m_sender;
    QueueBudget m_budget;
    bool m_endsSlowReaders; //!< of data: instead of dropping messages
    QHash<QByteArray, Topic *> m_topics;
    std::vector<Topic *> m_dirty;
    std::vector<std::unique_ptr<Batch>> m_spareBatches;
    std::vector<SendJob> m_jobs;
    std::vector<iovec> m_pieces;
    SealRoom m_sealRoom;  // of a flush
    SealRoom m_drainRoom;
    std::uint64_t m_serial = 0;
    std::int64_t m_nowMs = 0;
    std::int64_t m_wallMs = 0;
};

} // namespace relay::hub
