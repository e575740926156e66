// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/hub.h"
#include "fakesender.h"
#include "framereader.h"

#include <QTest>

using namespace relay;
using namespace relay::hub;
using tests::FakeMember;
using tests::messagesIn;

namespace {

struct Room
{
    explicit Room(QueueBudget budget = {})
        : sender(new tests::FakeSender)
        , hub(std::unique_ptr<Sender>(sender), budget)
    {
    }
    void say(FakeMember &from, std::string_view text) { hub.publish(from, ws::Opcode::Text, text); }

    tests::FakeSender *sender;
    Hub hub;
};

using Texts = std::vector<std::string>;

} // namespace

class HubTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everybodyElseGetsTheMessage();
    void nothingCrossesTopics();
    void aPassIsOneSendForEachReader();
    void writerOnlyMemberGetsNothing();
    void soleMemberCausesNoWork();
    void largeBatchIsFlushedBeforeThePassEnds();
    void slowReaderQueuesAndTheOthersDoNotNotice();
    void slowReaderLosesWholeMessagesAndIsCounted();
    void brokenReaderIsToldOnceAndTheOthersGetAll();
    void readerMarkedAsLeavingGetsNothingMore();
    void emptyTopicIsForgotten();
    void trafficIsCountedForBothDirections();
};

void HubTest::everybodyElseGetsTheMessage()
{
    Room room;
    FakeMember a(1), b(2), c(3);
    for (FakeMember *member : {&a, &b, &c})
        room.hub.join(*member, "/t", true);
    room.say(a, "from a");
    room.say(b, "from b");
    room.hub.flush();
    QCOMPARE(messagesIn(a.received), Texts {"from b"});
    QCOMPARE(messagesIn(b.received), Texts {"from a"});
    QCOMPARE(messagesIn(c.received), (Texts {"from a", "from b"}));
    for (FakeMember *member : {&a, &b, &c})
        room.hub.leave(*member);
}

void HubTest::nothingCrossesTopics()
{
    Room room;
    FakeMember a(1), b(2), c(3), d(4);
    room.hub.join(a, "/one", true);
    room.hub.join(b, "/one", true);
    room.hub.join(c, "/two", true);
    room.hub.join(d, "/two", true);
    room.say(a, "1");
    room.say(c, "2");
    room.hub.flush();
    QCOMPARE(messagesIn(b.received), Texts {"1"});
    QCOMPARE(messagesIn(d.received), Texts {"2"});
    QVERIFY(a.received.empty() && c.received.empty());
}

void HubTest::aPassIsOneSendForEachReader()
{
    Room room;
    FakeMember publisher(1), reader(2), other(3);
    room.hub.join(publisher, "/t", false);
    room.hub.join(reader, "/t", true);
    room.hub.join(other, "/t", true);
    for (int i = 0; i < 50; ++i)
        room.say(publisher, std::to_string(i));
    room.hub.flush();
    QCOMPARE(room.sender->sends, 2);
    QCOMPARE(messagesIn(reader.received).size(), std::size_t(50)); // batched, and still fifty messages
}

void HubTest::writerOnlyMemberGetsNothing()
{
    Room room;
    FakeMember publisher(1), second(2), reader(3);
    room.hub.join(publisher, "/t", false);
    room.hub.join(second, "/t", false);
    room.hub.join(reader, "/t", true);
    room.say(publisher, "x");
    room.hub.flush();
    QVERIFY(second.received.empty());
    QCOMPARE(messagesIn(reader.received), Texts {"x"});
}

void HubTest::soleMemberCausesNoWork()
{
    Room room;
    FakeMember alone(1);
    room.hub.join(alone, "/t", true);
    room.say(alone, "hello?");
    room.hub.flush();
    QCOMPARE(room.sender->submits, 0);
    QCOMPARE(alone.traffic.inMessages, std::uint64_t(1));
}

void HubTest::largeBatchIsFlushedBeforeThePassEnds()
{
    Room room;
    FakeMember publisher(1), reader(2);
    room.hub.join(publisher, "/t", true);
    room.hub.join(reader, "/t", true);
    const std::string large(100'000, 'x');
    for (int i = 0; i < 3; ++i)
        room.say(publisher, large);
    QCOMPARE(room.sender->submits, 1);
    room.say(publisher, "tail");
    room.hub.flush();
    QCOMPARE(messagesIn(reader.received), (Texts {large, large, large, "tail"}));
    QVERIFY(publisher.received.empty());
}

void HubTest::slowReaderQueuesAndTheOthersDoNotNotice()
{
    Room room;
    FakeMember publisher(1), slow(2), fast(3);
    for (FakeMember *member : {&publisher, &slow, &fast})
        room.hub.join(*member, "/t", true);
    slow.room = 5;
    room.say(publisher, "first message");
    room.say(publisher, "second");
    room.hub.flush();
    QCOMPARE(messagesIn(fast.received).size(), std::size_t(2));
    QVERIFY(slow.isWaiting);
    QVERIFY(!slow.queue.isEmpty());
    QCOMPARE(slow.traffic.outMessages, std::uint64_t(0));
    QCOMPARE(slow.traffic.dropped, std::uint64_t(0));
}

void HubTest::slowReaderLosesWholeMessagesAndIsCounted()
{
    Room room({.bytes = 2000});
    FakeMember publisher(1), slow(2), fast(3);
    for (FakeMember *member : {&publisher, &slow, &fast})
        room.hub.join(*member, "/t", true);
    slow.room = 0;
    for (int i = 0; i < 100; ++i) {
        room.say(publisher, std::string(100, 'x'));
        room.hub.flush();
    }
    QCOMPARE(messagesIn(fast.received).size(), std::size_t(100));
    QVERIFY(slow.traffic.dropped > 50);
    QVERIFY(slow.queue.heldBytes() <= 2000);
    QCOMPARE(slow.droppedInEpisode, slow.traffic.dropped);
}

void HubTest::brokenReaderIsToldOnceAndTheOthersGetAll()
{
    Room room;
    FakeMember publisher(1), broken(2), fine(3);
    for (FakeMember *member : {&publisher, &broken, &fine})
        room.hub.join(*member, "/t", true);
    broken.breaksWith = EPIPE;
    room.say(publisher, "one");
    room.hub.flush();
    QCOMPARE(broken.failure, EPIPE);
    broken.failure = 0;
    room.say(publisher, "two");
    room.hub.flush();
    QCOMPARE(broken.failure, 0);
    QCOMPARE(messagesIn(fine.received), (Texts {"one", "two"}));
}

void HubTest::readerMarkedAsLeavingGetsNothingMore()
{
    Room room;
    FakeMember publisher(1), leaving(2), staying(3);
    for (FakeMember *member : {&publisher, &leaving, &staying})
        room.hub.join(*member, "/t", true);
    room.say(publisher, "x");
    leaving.isReceiving = false;
    room.hub.flush();
    QVERIFY(leaving.received.empty());
    room.hub.leave(leaving);
    room.say(publisher, "y");
    room.hub.flush();
    QCOMPARE(messagesIn(staying.received), (Texts {"x", "y"}));
}

void HubTest::emptyTopicIsForgotten()
{
    Room room;
    FakeMember a(1), b(2);
    room.hub.join(a, "/t", true);
    room.hub.join(b, "/t", true);
    QCOMPARE(room.hub.topicCount(), 1);
    room.say(a, "x");
    room.hub.flush();
    room.hub.leave(a);
    QCOMPARE(room.hub.topicCount(), 1);
    room.hub.leave(b);
    QCOMPARE(room.hub.topicCount(), 0);
}

void HubTest::trafficIsCountedForBothDirections()
{
    Room room;
    FakeMember a(1), b(2);
    room.hub.join(a, "/t", true);
    room.hub.join(b, "/t", true);
    room.hub.setTime(5, 1'700'000'000'000);
    room.say(a, "12345");
    room.say(b, "1");
    room.hub.flush();
    QCOMPARE(a.traffic.inMessages, std::uint64_t(1));
    QCOMPARE(a.traffic.inBytes, std::uint64_t(5));
    QCOMPARE(a.traffic.outMessages, std::uint64_t(1));
    QCOMPARE(a.traffic.outBytes, std::uint64_t(1));
    QCOMPARE(b.traffic.outBytes, std::uint64_t(5));
    QCOMPARE(b.traffic.lastOutMs, std::int64_t(1'700'000'000'000));
}

QTEST_APPLESS_MAIN(HubTest)
#include "tst_hub.moc"
