// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/hub/sealroom.h"
#include "server/hub/sender.h"
#include "server/hub/sendqueue.h"
#include "server/hub/taprecorder.h"
#include "server/hub/topic.h"

#include <QByteArray>
#include <QHash>

#include <cstdint>
#include <functional>
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

    /*!
     * Who comes to a topic of video to read only gets the newest group of pictures first, as long as it is no larger
     * than so many bytes; 0: what comes is what comes next. Before the first member.
     */
    void setInstantStart(std::size_t bytes) { m_gopLimit = bytes; }

    void join(Member &member, const QByteArray &topic, const Membership &membership);
    //! Only between passes (see Member).
    void leave(Member &member);

    //! A message from a member that may write. nowMs are of the worker's clocks, read once a pass.
    void publish(Member &from, ws::Opcode opcode, std::span<const char> payload);
    void flush();
    //! Takes what an outlet is to hand on to the worker that it is on: a topic's messages of one pass.
    void setHandOn(std::function<void(int worker, const Topic &, const SharedBatchPtr &)> handOn)
    {
        m_handOn = std::move(handOn);
    }
    //! The topic of that name, which need not have a member on this worker; nullptr: there is none.
    [[nodiscard]] Topic *find(const QByteArray &name) const { return m_topics.value(name); }
    void addOutletReader(const QByteArray &topic, int worker);
    void removeOutletReader(const QByteArray &topic, int worker);
    //! This worker is the outlet: to all of the topic's readers here, with the next flush().
    void relay(const QByteArray &topic, topic::Kind kind, SharedBatchPtr batch);

    //! Sends what waits in a member's queue, after its descriptor became writable. False: it is broken.
    [[nodiscard]] bool drain(Member &member);
    //! Seals and sends bytes of the relay's own to a member without anything unsent: how many of them are off our hands, or
    //! -errno.
    [[nodiscard]] ssize_t sendSealed(Member &member, const iovec &piece);

    //! How often a reader got a message without waiting, since this was last asked.
    [[nodiscard]] std::uint64_t takeDelivered() { return std::exchange(m_delivered, 0); }

    //! What is looked at from now on. None: publish() and flush() ask for nothing but whether there is one.
    void setTaps(std::vector<stats::TapSpec> taps);
    //! What the taps have seen since this was last asked.
    [[nodiscard]] std::vector<stats::TapRecord> takeTapped();

    void setTime(std::int64_t monotonicMs, std::int64_t wallMs);
    [[nodiscard]] const Sender &sender() const { return *m_sender; }
    [[nodiscard]] qsizetype topicCount() const { return m_topics.size(); }

private:
    //! One topic's share of a submission.
    struct Round
    {
        Topic *topic = nullptr;
        std::span<const char> bytes = {};
        std::span<const Segment> segments = {};
        std::size_t payload = 0;    //!< bytes of all messages
        std::uint64_t serial = 0;   //!< of the batch; readers whose own messages are in it know it
        SharedBatchPtr shared = {}; //!< made when the first reader has to wait
        std::size_t whole = 0;      //!< piece: the whole batch
        std::size_t firstJob = 0;
        std::size_t endJob = 0;
    };

    [[nodiscard]] static Round roundOf(Topic &topic);
    void collect(Round round);
    void beginRound(Round round);
    void forget(Topic &topic);
    void remember(Topic &topic, std::span<const char> payload);
    void startWithPicture(Member &member);
    void submit();
    void addJob(Member &reader, const Round &round);
    void addSealedJob(Member &reader);
    void finishJob(const SendJob &job, Round &round);
    void finishSealedJob(const SendJob &job, Round &round);
    void enqueue(Member &reader, Round &round, std::size_t sent);
    void countSent(Member &reader, const MessageCount &count);
    void countDelivered(Member &reader, const MessageCount &count); //!< the same, of what did not wait
    [[nodiscard]] bool drainSealed(Member &member);
    //! What may wait for this reader beside what is sealed already.
    [[nodiscard]] QueueBudget budgetOf(const Member &reader) const;

    std::unique_ptr<Sender> m_sender;
    QueueBudget m_budget;
    bool m_endsSlowReaders; //!< of data: instead of dropping messages
    std::size_t m_gopLimit = 0;
    QHash<QByteArray, Topic *> m_topics;
    std::vector<Topic *> m_dirty;
    std::vector<std::unique_ptr<Batch>> m_spareBatches;
    std::function<void(int, const Topic &, const SharedBatchPtr &)> m_handOn;
    std::vector<Round> m_rounds;
    std::vector<SendJob> m_jobs;
    std::vector<iovec> m_pieces;
    SealRoom m_sealRoom; // of a flush
    SealRoom m_drainRoom;
    std::unique_ptr<TapRecorder> m_taps; // none while no tap is open
    std::uint64_t m_serial = 0;
    std::uint64_t m_delivered = 0;
    std::int64_t m_nowMs = 0;
    std::int64_t m_wallMs = 0;
};

} // namespace relay::hub
