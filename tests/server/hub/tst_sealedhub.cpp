// SPDX-License-Identifier: GPL-3.0-or-later
// Readers whose bytes are sealed: in the same submission as the others, bounded, and nothing sealed is lost.
#include "fakesender.h"
#include "framereader.h"
#include "server/hub/hub.h"
#include "server/hub/sealer.h"

#include <QTest>

#include <algorithm>

using namespace relay;
using namespace relay::hub;
using tests::FakeMember;
using tests::messagesIn;
using Texts = std::vector<std::string>;

namespace {

//! Seals by turning each byte's bits, and puts a mark before each go.
class FakeSealer final : public Sealer
{
public:
    static constexpr char kMark = '#';

    Sealed seal(std::span<const iovec> pieces, std::span<char> room) override
    {
        if (isBroken || !rest.empty())
            return {};
        ++goes;
        std::size_t taken = 0;
        room[0] = kMark;
        for (const iovec &piece : pieces) {
            const auto *data = static_cast<const char *>(piece.iov_base);
            const std::size_t size = std::min(piece.iov_len, kMaxPlain - taken);
            std::transform(data, data + size, room.data() + 1 + taken, [](char c) { return char(~c); });
            taken += size;
        }
        lengths.push_back(taken);
        return { taken, taken + 1 };
    }
    std::span<const char> unsent() const override { return rest; }
    void keep(std::span<const char> bytes) override { rest.append(bytes.data(), bytes.size()); }
    void advance(std::size_t bytes) override { rest.erase(0, bytes); }

    //! What the peer reads in these bytes.
    std::string opened(std::string_view bytes) const
    {
        std::string plain;
        for (const std::size_t length : lengths) {
            if (bytes.empty())
                break;
            const auto part = bytes.substr(1, length);
            std::transform(part.begin(), part.end(), std::back_inserter(plain), [](char c) { return char(~c); });
            bytes.remove_prefix(std::min(bytes.size(), length + 1));
        }
        return plain;
    }

    std::string rest;
    std::vector<std::size_t> lengths;
    int goes = 0;
    bool isBroken = false;
};

struct Room
{
    explicit Room(QueueBudget budget = {})
        : sender(new tests::FakeSender)
        , hub(std::unique_ptr<Sender>(sender), budget)
    {
        secure.sealer = &sealer;
        hub.join(writer, "/t", {});
        hub.join(secure, "/t", {});
        hub.join(plain, "/t", {});
    }
    ~Room()
    {
        for (FakeMember *member : { &writer, &secure, &plain })
            hub.leave(*member);
    }
    void say(std::string_view text) { hub.publish(writer, ws::Opcode::Text, text); }

    FakeMember writer { 1 };
    FakeMember secure { 2 };
    FakeMember plain { 3 };
    FakeSealer sealer;
    tests::FakeSender *sender;
    Hub hub;
};

} // namespace

class SealedHubTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPassIsSealedOnceAndSentWithTheOthers();
    void ownMessagesAreLeftOut();
    void whatIsNotTakenIsKeptAndWhatFollowsWaitsUnsealed();
    void sealedBytesCountAgainstTheBudget();
    void moreThanOneGoWaits();
    void manyReadersTakeSeveralSubmissions();
    void aBrokenSealerIsTold();
};

void SealedHubTest::aPassIsSealedOnceAndSentWithTheOthers()
{
    Room room;
    room.say("one");
    room.say("two");
    room.hub.flush();
    QCOMPARE(room.sender->submits, 1);
    QCOMPARE(room.sealer.goes, 1);
    QCOMPARE(messagesIn(room.sealer.opened(room.secure.received)), (Texts { "one", "two" }));
    QCOMPARE(messagesIn(room.plain.received), (Texts { "one", "two" }));
    QCOMPARE(room.secure.traffic.outMessages, 2U);
    QCOMPARE(room.secure.traffic.outBytes, 6U);
}

void SealedHubTest::ownMessagesAreLeftOut()
{
    Room room;
    room.say("a");
    room.hub.publish(room.secure, ws::Opcode::Text, "mine");
    room.say("b");
    room.hub.flush();
    QCOMPARE(messagesIn(room.sealer.opened(room.secure.received)), (Texts { "a", "b" }));
    QCOMPARE(room.secure.traffic.outMessages, 2U);
    room.hub.publish(room.secure, ws::Opcode::Text, "mine again");
    room.hub.flush();
    QCOMPARE(room.sealer.goes, 1);
}

void SealedHubTest::whatIsNotTakenIsKeptAndWhatFollowsWaitsUnsealed()
{
    Room room;
    room.secure.room = 5;
    room.say("the first message");
    room.hub.flush();
    QVERIFY(room.secure.isWaiting);
    QVERIFY(room.secure.queue.isEmpty());
    QCOMPARE(room.secure.traffic.outMessages, 1U); // sealed is as good as sent
    const std::string all = room.secure.received + room.sealer.rest;
    QCOMPARE(messagesIn(room.sealer.opened(all)), (Texts { "the first message" }));
    room.secure.room = 1000;
    room.say("the second");
    room.hub.flush();
    QCOMPARE(room.sealer.goes, 1);
    QVERIFY(!room.secure.queue.isEmpty());
    QCOMPARE(room.secure.traffic.outMessages, 1U);
}

void SealedHubTest::sealedBytesCountAgainstTheBudget()
{
    Room room({ .bytes = 100'000, .ageMs = 2000 });
    room.secure.room = 0;
    room.say(std::string(90'000, 'x'));
    room.hub.flush();
    for (int i = 0; i < 10; ++i) {
        room.say(std::string(5000, 'y'));
        room.hub.flush();
    }
    QVERIFY(room.secure.queue.heldBytes() + room.sealer.rest.size() <= 100'000);
    QVERIFY(room.secure.traffic.dropped >= 8U);
    QCOMPARE(room.plain.traffic.outMessages, 11U);
}

void SealedHubTest::moreThanOneGoWaits()
{
    Room room;
    const std::string large(Sealer::kMaxPlain * 2, 'x');
    room.say("small");
    room.hub.flush();
    room.say(large);
    room.hub.flush();
    QCOMPARE(room.sealer.goes, 2);
    QCOMPARE(room.sealer.lengths.back(), Sealer::kMaxPlain);
    QVERIFY(!room.secure.queue.isEmpty());
    QCOMPARE(room.secure.traffic.outMessages, 1U);
    std::array<iovec, 4> pieces;
    QCOMPARE(room.secure.queue.gather(pieces.data(), pieces.size()), std::size_t(1));
    QCOMPARE(pieces[0].iov_len, large.size() + 10 - Sealer::kMaxPlain); // the rest of the frame
}

void SealedHubTest::manyReadersTakeSeveralSubmissions()
{
    Room room;
    constexpr std::size_t count = 20;
    std::vector<std::unique_ptr<FakeMember>> members;
    std::vector<FakeSealer> sealers(count);
    for (std::size_t i = 0; i < count; ++i) {
        members.push_back(std::make_unique<FakeMember>(10 + i));
        members.back()->sealer = &sealers[i];
        room.hub.join(*members.back(), "/t", {});
    }
    const std::string message(200'000, 'z');
    room.say(message);
    room.hub.flush();
    QVERIFY(room.sender->submits > 1);
    for (std::size_t i = 0; i < count; ++i) {
        QCOMPARE(messagesIn(sealers[i].opened(members[i]->received)), (Texts { message }));
        room.hub.leave(*members[i]);
    }
    QCOMPARE(messagesIn(room.plain.received), (Texts { message }));
}

void SealedHubTest::aBrokenSealerIsTold()
{
    Room room;
    room.sealer.isBroken = true;
    room.say("hello");
    room.hub.flush();
    QCOMPARE(room.secure.failure, EPROTO);
    QCOMPARE(messagesIn(room.plain.received), (Texts { "hello" }));
}

QTEST_APPLESS_MAIN(SealedHubTest)
#include "tst_sealedhub.moc"
