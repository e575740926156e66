// SPDX-License-Identifier: GPL-3.0-or-later
#include "framereader.h"
#include "server/hub/sendqueue.h"

#include <QTest>

#include <array>
#include <numeric>

using namespace relay;
using namespace relay::hub;

namespace {

constexpr std::uint64_t kReader = 1;
constexpr std::uint64_t kOther = 2;

Batch batchOf(std::initializer_list<std::pair<std::uint64_t, std::string>> messages)
{
    Batch batch;
    for (const auto &[sender, text] : messages)
        batch.append(ws::Opcode::Text, text, sender);
    return batch;
}

MessageCount offer(SendQueue &queue, const Batch &batch, const QueueBudget &budget, std::int64_t nowMs = 0,
                   std::size_t first = 0, std::size_t offset = 0, Overflow overflow = Overflow::DropNewest)
{
    SharedBatchPtr shared;
    return queue.offer(batch.bytes(), batch.segments(), first, offset, kReader, shared, budget, overflow, nowMs);
}

MessageCount offerVideo(SendQueue &queue, const Batch &batch, const QueueBudget &budget, std::int64_t nowMs = 0,
                        std::size_t offset = 0)
{
    return offer(queue, batch, budget, nowMs, 0, offset, Overflow::DropOldest);
}

// Takes everything, `step` bytes at a time, as a socket with little room would.
std::string drain(SendQueue &queue, std::size_t step = SIZE_MAX, MessageCount *out = nullptr)
{
    std::string bytes;
    std::array<iovec, 4> pieces;
    while (const std::size_t count = queue.gather(pieces.data(), pieces.size())) {
        std::size_t left = step;
        std::size_t taken = 0;
        for (std::size_t i = 0; i < count && left > 0; ++i) {
            const std::size_t part = std::min(left, pieces[i].iov_len);
            bytes.append(static_cast<char *>(pieces[i].iov_base), part);
            left -= part;
            taken += part;
        }
        const MessageCount done = queue.advance(taken);
        if (out) {
            out->messages += done.messages;
            out->payload += done.payload;
        }
    }
    return bytes;
}

} // namespace

class SendQueueTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ownMessagesAreLeftOut();
    void restOfAPartlySentMessageComesFirst();
    void everyStepGivesTheSameBytes_data();
    void everyStepGivesTheSameBytes();
    void emptyQueueTakesAnyOneMessage();
    void newestIsDroppedWhenTheBudgetIsSpent();
    void nothingJoinsWhenTheOldestIsTooOld();
    void partlySentMessageAlwaysJoins();
    void oldestMakeRoomInAVideo();
    void oldestOfOnePassGiveWayToItsNewest();
    void aVideoThatWaitedTooLongIsLetGo();
    void aPartlySentPictureStaysWhileTheNextGive();
    void whereNothingIsLostAllJoin();
    void controlFrameOvertakesWaitingMessages();
    void controlFrameWaitsForTheRestOfAPartlySentMessage();
    void droppingTheUnsentKeepsThePartlySent();
    void memoryStaysInTheBudgetOverManyPasses();
    void emptyQueueHoldsNothing();
};

void SendQueueTest::ownMessagesAreLeftOut()
{
    SendQueue queue;
    const auto dropped = offer(
        queue,
        batchOf({ { kReader, "mine" }, { kOther, "a" }, { kReader, "mine" }, { kOther, "b" }, { kReader, "mine" } }),
        {});
    QCOMPARE(dropped.messages, std::uint64_t(0));
    QCOMPARE(tests::messagesIn(drain(queue)), (std::vector<std::string> { "a", "b" }));
}

void SendQueueTest::restOfAPartlySentMessageComesFirst()
{
    SendQueue queue;
    const Batch batch = batchOf({ { kOther, "gone" }, { kOther, "halfway" }, { kOther, "next" } });
    offer(queue, batch, {}, 0, 1, 4);
    MessageCount out;
    const std::string rest = drain(queue, SIZE_MAX, &out);
    QCOMPARE(rest.substr(0, 5), std::string("lfway"));
    QCOMPARE(tests::messagesIn(rest.substr(5)), std::vector<std::string> { "next" });
    QCOMPARE(out.messages, std::uint64_t(2));
    QCOMPARE(out.payload, std::uint64_t(11));
}

void SendQueueTest::everyStepGivesTheSameBytes_data()
{
    QTest::addColumn<int>("step");
    for (const int step : { 1, 2, 3, 7, 64, 1000, 5000 })
        QTest::addRow("%d bytes at a time", step) << step;
}

void SendQueueTest::everyStepGivesTheSameBytes()
{
    QFETCH(int, step);
    SendQueue queue;
    std::vector<std::string> expected;
    for (int pass = 0; pass < 5; ++pass) {
        Batch batch;
        for (int i = 0; i < 9; ++i) {
            const std::string text(std::size_t(i * 37 + pass), char('a' + i));
            const std::uint64_t sender = (i + pass) % 3 == 0 ? kReader : kOther;
            batch.append(ws::Opcode::Text, text, sender);
            if (sender != kReader)
                expected.push_back(text);
        }
        offer(queue, batch, {});
    }
    MessageCount out;
    QCOMPARE(tests::messagesIn(drain(queue, std::size_t(step), &out)), expected);
    QCOMPARE(out.messages, std::uint64_t(expected.size()));
    QVERIFY(queue.isEmpty());
}

void SendQueueTest::emptyQueueTakesAnyOneMessage()
{
    SendQueue queue;
    const std::string large(100'000, 'x');
    const auto dropped = offer(queue, batchOf({ { kOther, large }, { kOther, "small" } }), { .bytes = 1000 });
    QCOMPARE(dropped.messages, std::uint64_t(1));
    QCOMPARE(tests::messagesIn(drain(queue)), std::vector<std::string> { large });
}

void SendQueueTest::newestIsDroppedWhenTheBudgetIsSpent()
{
    SendQueue queue;
    const QueueBudget budget { .bytes = 4000 };
    std::uint64_t dropped = 0;
    for (int i = 0; i < 100; ++i)
        dropped += offer(queue, batchOf({ { kOther, std::to_string(i) + std::string(100, '.') } }), budget).messages;
    QVERIFY(queue.heldBytes() <= budget.bytes);
    const auto messages = tests::messagesIn(drain(queue));
    QVERIFY(messages.size() > 5);
    QCOMPARE(dropped + messages.size(), std::uint64_t(100));
    for (std::size_t i = 0; i < messages.size(); ++i)
        QVERIFY(messages[i].starts_with(std::to_string(i) + '.')); // the oldest are there, without a gap
}

void SendQueueTest::nothingJoinsWhenTheOldestIsTooOld()
{
    SendQueue queue;
    const QueueBudget budget { .bytes = 1'000'000, .ageMs = 2000 };
    offer(queue, batchOf({ { kOther, "first" } }), budget, 0);
    QCOMPARE(offer(queue, batchOf({ { kOther, "in time" } }), budget, 2000).messages, std::uint64_t(0));
    QCOMPARE(offer(queue, batchOf({ { kOther, "late" }, { kOther, "later" } }), budget, 2001).messages,
             std::uint64_t(2));
    QCOMPARE(queue.oldestAgeMs(2001), std::int64_t(2001));
    QCOMPARE(tests::messagesIn(drain(queue)), (std::vector<std::string> { "first", "in time" }));
}

void SendQueueTest::partlySentMessageAlwaysJoins()
{
    SendQueue queue;
    const auto dropped
        = offer(queue, batchOf({ { kOther, std::string(5000, 'x') }, { kOther, "y" } }), { .bytes = 100 }, 0, 0, 10);
    QCOMPARE(dropped.messages, std::uint64_t(1));
    QCOMPARE(drain(queue).size(), std::size_t(5000 + 4 - 10));
}

void SendQueueTest::oldestMakeRoomInAVideo()
{
    SendQueue queue;
    const QueueBudget budget { .bytes = 4000 };
    std::uint64_t dropped = 0;
    for (int i = 0; i < 100; ++i) {
        dropped
            += offerVideo(queue, batchOf({ { kOther, std::to_string(i) + std::string(100, '.') } }), budget).messages;
        QVERIFY(queue.heldBytes() <= budget.bytes);
    }
    const auto messages = tests::messagesIn(drain(queue));
    QVERIFY(messages.size() > 5);
    QCOMPARE(dropped + messages.size(), std::uint64_t(100));
    for (std::size_t i = 0; i < messages.size(); ++i)
        QVERIFY(messages[i].starts_with(std::to_string(100 - messages.size() + i) + '.')); // the newest, without a gap
}

void SendQueueTest::oldestOfOnePassGiveWayToItsNewest()
{
    SendQueue queue;
    const std::string large(600, 'x');
    const auto dropped
        = offerVideo(queue, batchOf({ { kOther, large }, { kReader, large }, { kOther, large }, { kOther, "now" } }),
                     { .bytes = 1000 });
    QCOMPARE(dropped.messages, std::uint64_t(1));
    QCOMPARE(tests::messagesIn(drain(queue)), (std::vector<std::string> { large, "now" }));
    // One that is larger than the budget is taken alone, by an empty queue.
    QCOMPARE(offerVideo(queue, batchOf({ { kOther, "before" }, { kOther, std::string(5000, 'y') } }), { .bytes = 1000 })
                 .messages,
             std::uint64_t(1));
    QCOMPARE(tests::messagesIn(drain(queue)), std::vector<std::string> { std::string(5000, 'y') });
}

void SendQueueTest::aVideoThatWaitedTooLongIsLetGo()
{
    SendQueue queue;
    const QueueBudget budget { .bytes = 1'000'000, .ageMs = 2000 };
    offerVideo(queue, batchOf({ { kOther, "first" }, { kOther, "second" } }), budget, 0);
    QCOMPARE(offerVideo(queue, batchOf({ { kOther, "third" } }), budget, 2000).messages, std::uint64_t(0));
    QCOMPARE(offerVideo(queue, batchOf({ { kOther, "fourth" } }), budget, 2001).messages, std::uint64_t(2));
    QCOMPARE(tests::messagesIn(drain(queue)), (std::vector<std::string> { "third", "fourth" }));
}

void SendQueueTest::aPartlySentPictureStaysWhileTheNextGive()
{
    SendQueue queue;
    const QueueBudget budget { .bytes = 1500, .ageMs = 2000 };
    offerVideo(queue, batchOf({ { kOther, "begun" }, { kOther, std::string(500, 'a') } }), budget, 0, 3);
    QCOMPARE(offerVideo(queue, batchOf({ { kReader, "mine" }, { kOther, std::string(900, 'b') } }), budget, 1).messages,
             std::uint64_t(1));
    // However old the begun one is: those behind it are not.
    QCOMPARE(offerVideo(queue, batchOf({ { kOther, "c" } }), budget, 2001).messages, std::uint64_t(0));
    const std::string bytes = drain(queue, 7);
    QVERIFY(bytes.starts_with("egun"));
    QCOMPARE(tests::messagesIn(bytes.substr(4)), (std::vector<std::string> { std::string(900, 'b'), "c" }));
    QVERIFY(queue.isEmpty());
}

void SendQueueTest::whereNothingIsLostAllJoin()
{
    SendQueue queue;
    for (int i = 0; i < 10; ++i)
        QCOMPARE(offer(queue, batchOf({ { kOther, std::string(500, 'x') } }), { .bytes = 1000 }, i * 10'000, 0, 0,
                       Overflow::Keep)
                     .messages,
                 std::uint64_t(0));
    QCOMPARE(tests::messagesIn(drain(queue)).size(), std::size_t(10));
}

void SendQueueTest::controlFrameOvertakesWaitingMessages()
{
    SendQueue queue;
    offer(queue, batchOf({ { kOther, "message" } }), {});
    queue.pushControl("PONG");
    QVERIFY(drain(queue).starts_with("PONG"));
}

void SendQueueTest::controlFrameWaitsForTheRestOfAPartlySentMessage()
{
    SendQueue queue;
    offer(queue, batchOf({ { kOther, "begun" }, { kOther, "next" } }), {}, 0, 0, 3);
    queue.pushControl("PONG");
    const std::string bytes = drain(queue);
    QVERIFY(bytes.starts_with("egunPONG"));
    QCOMPARE(tests::messagesIn(bytes.substr(8)), std::vector<std::string> { "next" });
}

void SendQueueTest::droppingTheUnsentKeepsThePartlySent()
{
    SendQueue queue;
    offer(queue, batchOf({ { kOther, "begun" }, { kOther, "next" } }), {}, 0, 0, 3);
    offer(queue, batchOf({ { kOther, "more" }, { kReader, "mine" } }), {});
    QCOMPARE(queue.dropUnsent().messages, std::uint64_t(2));
    queue.pushControl("BYE");
    QCOMPARE(drain(queue), std::string("egunBYE"));
    QVERIFY(queue.isEmpty());
}

void SendQueueTest::memoryStaysInTheBudgetOverManyPasses()
{
    SendQueue queue;
    const QueueBudget budget;
    const Batch batch = batchOf({ { kOther, std::string(100, 'x') } });
    for (int pass = 0; pass < 100'000; ++pass)
        offer(queue, batch, budget);
    QVERIFY(queue.heldBytes() <= budget.bytes);
}

void SendQueueTest::emptyQueueHoldsNothing()
{
    SendQueue queue;
    QVERIFY(queue.isEmpty());
    QCOMPARE(queue.heldBytes(), std::size_t(0));
    offer(queue, batchOf({ { kOther, "a" } }), {});
    QVERIFY(queue.heldBytes() > 0);
    drain(queue);
    QVERIFY(queue.isEmpty());
    QCOMPARE(queue.heldBytes(), std::size_t(0));
    static_assert(sizeof(SendQueue) == sizeof(void *));
}

QTEST_APPLESS_MAIN(SendQueueTest)
#include "tst_sendqueue.moc"
