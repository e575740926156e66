// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakesender.h"
#include "framereader.h"
#include "server/hub/hub.h"

#include <QTest>

#include <algorithm>

using namespace relay;
using namespace relay::hub;
using tests::FakeMember;
using tests::messagesIn;

namespace {

struct Room
{
    Room()
        : hub(std::unique_ptr<Sender>(new tests::FakeSender), {})
    {
    }
    void say(FakeMember &from, std::string_view text) { hub.publish(from, ws::Opcode::Text, text); }

    Hub hub;
};

using Texts = std::vector<std::string>;

//! "tap 1 in from 2: text" for each.
Texts storyOf(const std::vector<stats::TapRecord> &records)
{
    Texts lines;
    for (const stats::TapRecord &record : records)
        lines.push_back(std::to_string(record.tap) + (record.isIn ? " in " : " out ")
                        + std::to_string(record.connection) + ": " + record.preview.toStdString());
    return lines;
}

} // namespace

//! What taps see of a hub's messages, and what they change about it: nothing.
class TapRecorderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTapSeesWhatItIsOnAndNothingElse();
    void aTapOfAConnectionSeesBothDirections();
    void aTapThatIsNotEmptiedLosesTheOldest();
    void aTapOfPacketsSeesTheirHeads();
    void aTapLeavesSomeOutAsAsked();
    void streamsAreNeverTapped();
};

void TapRecorderTest::aTapSeesWhatItIsOnAndNothingElse()
{
    Room room;
    FakeMember a(1), b(2), other(3);
    room.hub.join(a, "/t", {});
    room.hub.join(b, "/t", {});
    room.hub.join(other, "/u", {}); // alone: what it says reaches nobody
    room.say(a, "before");
    QVERIFY(room.hub.takeTapped().empty());
    room.hub.setTaps({ { .id = 1, .topic = "/t", .preview = 5 }, { .id = 2, .topic = "/u" } });
    room.say(a, "hello world");
    room.say(other, "alone");
    room.hub.flush();
    const auto seen = room.hub.takeTapped();
    QCOMPARE(storyOf(seen), (Texts { "1 in 1: hello", "2 in 3: alone" }));
    QCOMPARE(seen.front().size, 11u);
    QVERIFY(seen.front().isText);
    QVERIFY(room.hub.takeTapped().empty());
    room.hub.setTaps({});
    room.say(a, "after");
    QVERIFY(room.hub.takeTapped().empty());
    QCOMPARE(messagesIn(b.received), (Texts { "before", "hello world" }));
    room.hub.flush();
    for (FakeMember *member : { &a, &b, &other })
        room.hub.leave(*member);
}

void TapRecorderTest::aTapOfAConnectionSeesBothDirections()
{
    Room room;
    FakeMember a(1), b(2), c(3);
    for (FakeMember *member : { &a, &b, &c })
        room.hub.join(*member, "/t", {});
    room.hub.setTaps({ { .id = 1, .connection = 2, .topic = "/t", .in = true, .out = true },
                       { .id = 2, .topic = "/t", .in = false, .out = true } });
    room.say(b, "from b");
    room.say(a, "from a");
    room.hub.flush();
    Texts story = storyOf(room.hub.takeTapped());
    std::sort(story.begin(), story.end());
    QCOMPARE(story,
             (Texts { "1 in 2: from b", "1 out 2: from a", "2 out 1: from b", "2 out 2: from a", "2 out 3: from a",
                      "2 out 3: from b" }));
    for (FakeMember *member : { &a, &b, &c })
        room.hub.leave(*member);
}

void TapRecorderTest::aTapThatIsNotEmptiedLosesTheOldest()
{
    Room room;
    FakeMember a(1);
    room.hub.join(a, "/t", {});
    room.hub.setTaps({ { .id = 1, .topic = "/t" } });
    constexpr int kMore = 44;
    for (int i = 0; i < int(TapRecorder::kSlots) + kMore; ++i)
        room.say(a, std::to_string(i));
    const auto seen = room.hub.takeTapped();
    QCOMPARE(seen.size(), TapRecorder::kSlots);
    QCOMPARE(seen.front().preview, QByteArray::number(kMore));
    QCOMPARE(seen.front().lost, std::uint64_t(kMore));
    QCOMPARE(seen[1].lost, 0u);
    room.say(a, "again");
    QCOMPARE(storyOf(room.hub.takeTapped()), Texts { "1 in 1: again" });
    room.hub.leave(a);
}

void TapRecorderTest::aTapOfPacketsSeesTheirHeads()
{
    Room room;
    FakeMember a(1);
    room.hub.join(a, "/t", {});
    room.hub.setTaps({ { .id = 1, .topic = "/t", .packetHeads = true, .preview = 16 } });
    std::string packets;
    for (int i = 0; i < 3; ++i)
        packets += std::string("\x47head", 5) + std::to_string(i) + std::string(182, 'x');
    room.hub.publish(a, ws::Opcode::Binary, packets);
    room.hub.publish(a, ws::Opcode::Binary, std::string_view(packets).substr(1));
    const auto seen = room.hub.takeTapped();
    QVERIFY(seen[0].hasPacketHeads && !seen[1].hasPacketHeads);
    QCOMPARE(seen[0].preview, QByteArray("\x47head0xx\x47head1xx"));
    QCOMPARE(seen[0].size, 564u);
    QCOMPARE(seen[1].preview.size(), 16);
    room.hub.leave(a);
}

void TapRecorderTest::aTapLeavesSomeOutAsAsked()
{
    Room room;
    FakeMember a(1);
    room.hub.join(a, "/t", {});
    room.hub.setTaps({ { .id = 1, .topic = "/t", .sample = 3 } });
    for (int i = 1; i <= 7; ++i)
        room.say(a, std::to_string(i));
    const auto seen = room.hub.takeTapped();
    QCOMPARE(storyOf(seen), (Texts { "1 in 1: 3", "1 in 1: 6" }));
    QCOMPARE(seen[1].lost, 0u);
    room.hub.leave(a);
}

void TapRecorderTest::streamsAreNeverTapped()
{
    Room room;
    FakeMember a(1), b(2);
    room.hub.join(a, "/t", { .kind = topic::Kind::Stream });
    room.hub.join(b, "/t", { .kind = topic::Kind::Stream });
    room.hub.setTaps({ { .id = 1, .topic = "/t", .in = true, .out = true },
                       { .id = 2, .connection = 1, .topic = "/t", .in = true, .out = true } });
    room.say(a, "secret");
    room.hub.flush();
    QVERIFY(room.hub.takeTapped().empty());
    QCOMPARE(messagesIn(b.received), Texts { "secret" });
    room.hub.leave(a);
    room.hub.leave(b);
}

QTEST_GUILESS_MAIN(TapRecorderTest)
#include "tst_taprecorder.moc"
