// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakesender.h"
#include "framereader.h"
#include "server/hub/hub.h"

#include <QTest>

using namespace relay;
using namespace relay::hub;
using tests::FakeMember;
using tests::messagesIn;

namespace {

struct Room
{
    explicit Room(QueueBudget budget = {}, bool endsSlowReaders = false)
        : sender(new tests::FakeSender)
        , hub(std::unique_ptr<Sender>(sender), budget, endsSlowReaders)
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
    void whatDidNotWaitIsCountedOncePerReader();
    void whoSendsWaitsWhereNothingMayBeLost();
    void eachDirectionOfAStreamWaitsOnItsOwn();
    void leavingEndsTheWait();
    void dataBecomesVideoWhenAVideoComes();
    void slowReaderOfDataIsToldWhereItIsToEnd();
    void whatAnotherWorkerHandsOnTwiceInAPassStaysInOrder();
};

void HubTest::everybodyElseGetsTheMessage()
{
    Room room;
    FakeMember a(1), b(2), c(3);
    for (FakeMember *member : { &a, &b, &c })
        room.hub.join(*member, "/t", {});
    room.say(a, "from a");
    room.say(b, "from b");
    room.hub.flush();
    QCOMPARE(messagesIn(a.received), Texts { "from b" });
    QCOMPARE(messagesIn(b.received), Texts { "from a" });
    QCOMPARE(messagesIn(c.received), (Texts { "from a", "from b" }));
    for (FakeMember *member : { &a, &b, &c })
        room.hub.leave(*member);
}

void HubTest::nothingCrossesTopics()
{
    Room room;
    FakeMember a(1), b(2), c(3), d(4);
    room.hub.join(a, "/one", {});
    room.hub.join(b, "/one", {});
    room.hub.join(c, "/two", {});
    room.hub.join(d, "/two", {});
    room.say(a, "1");
    room.say(c, "2");
    room.hub.flush();
    QCOMPARE(messagesIn(b.received), Texts { "1" });
    QCOMPARE(messagesIn(d.received), Texts { "2" });
    QVERIFY(a.received.empty() && c.received.empty());
}

void HubTest::aPassIsOneSendForEachReader()
{
    Room room;
    FakeMember publisher(1), reader(2), other(3);
    room.hub.join(publisher, "/t", { .reads = false });
    room.hub.join(reader, "/t", {});
    room.hub.join(other, "/t", {});
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
    room.hub.join(publisher, "/t", { .reads = false });
    room.hub.join(second, "/t", { .reads = false });
    room.hub.join(reader, "/t", {});
    room.say(publisher, "x");
    room.hub.flush();
    QVERIFY(second.received.empty());
    QCOMPARE(messagesIn(reader.received), Texts { "x" });
}

void HubTest::soleMemberCausesNoWork()
{
    Room room;
    FakeMember alone(1);
    room.hub.join(alone, "/t", {});
    room.say(alone, "hello?");
    room.hub.flush();
    QCOMPARE(room.sender->submits, 0);
    QCOMPARE(alone.traffic.inMessages, std::uint64_t(1));
}

void HubTest::largeBatchIsFlushedBeforeThePassEnds()
{
    Room room;
    FakeMember publisher(1), reader(2);
    room.hub.join(publisher, "/t", {});
    room.hub.join(reader, "/t", {});
    const std::string large(100'000, 'x');
    for (int i = 0; i < 3; ++i)
        room.say(publisher, large);
    QCOMPARE(room.sender->submits, 1);
    room.say(publisher, "tail");
    room.hub.flush();
    QCOMPARE(messagesIn(reader.received), (Texts { large, large, large, "tail" }));
    QVERIFY(publisher.received.empty());
}

void HubTest::slowReaderQueuesAndTheOthersDoNotNotice()
{
    Room room;
    FakeMember publisher(1), slow(2), fast(3);
    for (FakeMember *member : { &publisher, &slow, &fast })
        room.hub.join(*member, "/t", {});
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

void HubTest::whatDidNotWaitIsCountedOncePerReader()
{
    Room room;
    FakeMember publisher(1), slow(2), fast(3);
    for (FakeMember *member : { &publisher, &slow, &fast })
        room.hub.join(*member, "/t", {});
    slow.room = 0;
    room.say(publisher, "first message");
    room.say(publisher, "second");
    room.say(slow, "third");
    room.hub.flush();
    QCOMPARE(room.hub.takeDelivered(), std::uint64_t(1 + 3)); // one to the publisher, all to the fast one
    QCOMPARE(room.hub.takeDelivered(), std::uint64_t(0));
}

void HubTest::slowReaderLosesWholeMessagesAndIsCounted()
{
    Room room({ .bytes = 2000 });
    FakeMember publisher(1), slow(2), fast(3);
    for (FakeMember *member : { &publisher, &slow, &fast })
        room.hub.join(*member, "/t", {});
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
    for (FakeMember *member : { &publisher, &broken, &fine })
        room.hub.join(*member, "/t", {});
    broken.breaksWith = EPIPE;
    room.say(publisher, "one");
    room.hub.flush();
    QCOMPARE(broken.failure, EPIPE);
    broken.failure = 0;
    room.say(publisher, "two");
    room.hub.flush();
    QCOMPARE(broken.failure, 0);
    QCOMPARE(messagesIn(fine.received), (Texts { "one", "two" }));
}

void HubTest::readerMarkedAsLeavingGetsNothingMore()
{
    Room room;
    FakeMember publisher(1), leaving(2), staying(3);
    for (FakeMember *member : { &publisher, &leaving, &staying })
        room.hub.join(*member, "/t", {});
    room.say(publisher, "x");
    leaving.isReceiving = false;
    room.hub.flush();
    QVERIFY(leaving.received.empty());
    room.hub.leave(leaving);
    room.say(publisher, "y");
    room.hub.flush();
    QCOMPARE(messagesIn(staying.received), (Texts { "x", "y" }));
}

void HubTest::emptyTopicIsForgotten()
{
    Room room;
    FakeMember a(1), b(2);
    room.hub.join(a, "/t", {});
    room.hub.join(b, "/t", {});
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
    room.hub.join(a, "/t", {});
    room.hub.join(b, "/t", {});
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

namespace {
constexpr Membership kStream { .kind = topic::Kind::Stream };
using Told = std::vector<bool>;
} // namespace

void HubTest::whoSendsWaitsWhereNothingMayBeLost()
{
    Room room({ .bytes = 1000, .ageMs = 1 });
    FakeMember host(1), late(2), slow(3), good(4);
    for (FakeMember *member : { &host, &slow, &good })
        room.hub.join(*member, "/t", kStream);
    slow.room = 0;
    for (int i = 0; i < 3; ++i) {
        room.say(host, std::string(500, 'x'));
        room.hub.flush();
    }
    QCOMPARE(host.pauses, Told { true });
    QCOMPARE(good.pauses, Told { true }); // what it says would reach the slow one as well
    QVERIFY(slow.pauses.empty());
    room.hub.join(late, "/t", { .kind = topic::Kind::Stream, .reads = false });
    QCOMPARE(late.pauses, Told { true });
    QCOMPARE(slow.traffic.dropped, std::uint64_t(0));

    const MessageCount out = slow.queue.advance(3 * (500 + 4)); // its socket took all
    QCOMPARE(out.messages, std::uint64_t(3));
    QVERIFY(slow.queue.isEmpty());
    slow.topic->setBehind(slow, false);
    for (const FakeMember *member : { &host, &good, &late })
        QCOMPARE(member->pauses, (Told { true, false }));
}

void HubTest::eachDirectionOfAStreamWaitsOnItsOwn()
{
    Room room({ .bytes = 100 });
    FakeMember host(1), client(2);
    room.hub.join(host, "/t", kStream);
    room.hub.join(client, "/t", kStream);
    client.room = 0;
    room.say(host, std::string(500, 'x'));
    room.hub.flush();
    QVERIFY(host.isPaused);
    QVERIFY(!client.isPaused);
    room.say(client, "key");
    room.hub.flush();
    QCOMPARE(messagesIn(host.received), Texts { "key" });
    host.room = 0;
    room.say(client, std::string(500, 'y'));
    room.hub.flush();
    QVERIFY(host.isPaused);
    QVERIFY(client.isPaused);
}

void HubTest::leavingEndsTheWait()
{
    Room room({ .bytes = 100 });
    FakeMember host(1), client(2);
    room.hub.join(host, "/t", kStream);
    room.hub.join(client, "/t", kStream);
    client.room = 0;
    room.say(host, std::string(500, 'x'));
    room.hub.flush();
    room.hub.leave(client);
    QCOMPARE(host.pauses, (Told { true, false }));
    room.hub.join(client, "/t", kStream);
    room.say(host, std::string(500, 'x'));
    room.hub.flush();
    QVERIFY(host.isPaused);
    room.hub.leave(host); // itself, in the middle of it: it has a close frame to read
    QVERIFY(!host.isPaused);
}

void HubTest::dataBecomesVideoWhenAVideoComes()
{
    Room room({ .bytes = 700 });
    FakeMember viewer(1), camera(2);
    room.hub.join(viewer, "/out/cam", { .writes = false });
    QCOMPARE(viewer.topic->kind(), topic::Kind::Data);
    room.hub.join(camera, "/out/cam", { .kind = topic::Kind::Video, .reads = false });
    QCOMPARE(viewer.topic->kind(), topic::Kind::Video);
    viewer.room = 0;
    for (const char letter : { 'a', 'b', 'c' }) {
        room.say(camera, std::string(400, letter));
        room.hub.flush();
    }
    viewer.room = SIZE_MAX;
    QCOMPARE(viewer.traffic.dropped, std::uint64_t(2)); // a and b made room
}

void HubTest::slowReaderOfDataIsToldWhereItIsToEnd()
{
    for (const bool isVideo : { false, true }) {
        Room room({ .bytes = 1000 }, true);
        FakeMember publisher(1), slow(2);
        for (FakeMember *member : { &publisher, &slow })
            room.hub.join(*member, "/t", { .kind = isVideo ? topic::Kind::Video : topic::Kind::Data });
        slow.room = 0;
        room.say(publisher, std::string(600, 'x'));
        room.hub.flush();
        QVERIFY(!slow.hasFallenBehind);
        room.say(publisher, std::string(600, 'x'));
        room.hub.flush();
        QCOMPARE(slow.hasFallenBehind, !isVideo);
    }
}

void HubTest::whatAnotherWorkerHandsOnTwiceInAPassStaysInOrder()
{
    Room room;
    FakeMember reader(1);
    room.hub.join(reader, "/t", { .writes = false });
    reader.room = 10; // a part of the first; then the peer reads, and there is room for all of the second
    reader.readsMeanwhile = 1000;
    for (const char letter : { 'a', 'b' }) {
        Batch batch;
        batch.append(ws::Opcode::Text, std::string(100, letter), 9);
        room.hub.relay("/t", topic::Kind::Data, std::make_shared<SharedBatch>(batch.bytes(), batch.segments(), 0, 1));
    }
    room.hub.flush();
    for (iovec piece {}; reader.queue.gather(&piece, 1) > 0; (void)reader.queue.advance(piece.iov_len))
        reader.received.append(static_cast<const char *>(piece.iov_base), piece.iov_len);
    QCOMPARE(messagesIn(reader.received), (Texts { std::string(100, 'a'), std::string(100, 'b') }));
}

QTEST_APPLESS_MAIN(HubTest)
#include "tst_hub.moc"
