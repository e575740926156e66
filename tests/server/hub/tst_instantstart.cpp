// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakesender.h"
#include "framereader.h"
#include "server/hub/hub.h"
#include "tspackets.h"

#include <QTest>

using namespace relay;
using namespace relay::hub;
using namespace relay::tests;

namespace {

using Messages = std::vector<std::string>;

const Membership kPublisher { .kind = topic::Kind::Video, .reads = false, .writes = true };
const Membership kViewer { .kind = topic::Kind::Video, .reads = true, .writes = false };

struct Room
{
    explicit Room(std::size_t limit = 1024 * 1024, QueueBudget budget = {})
        : hub(std::make_unique<FakeSender>(), budget)
    {
        hub.setInstantStart(limit);
        hub.setTime(1000, 0);
        hub.join(camera, "/out/v", kPublisher);
    }
    ~Room() { hub.leave(camera); }

    void send(const std::string &message) { hub.publish(camera, ws::Opcode::Binary, message); }
    //! As far as it is in the queue: a fake member has no descriptor that could be drained.
    static Messages waiting(const FakeMember &member)
    {
        std::string bytes;
        std::array<iovec, 64> pieces;
        const std::size_t count = member.queue.gather(pieces.data(), pieces.size());
        for (std::size_t i = 0; i < count; ++i)
            bytes.append(static_cast<const char *>(pieces[i].iov_base), pieces[i].iov_len);
        return messagesIn(bytes);
    }

    Hub hub;
    FakeMember camera { 1 };
    const std::string tables = ts::association() + ts::map();
};

} // namespace

class InstantStartTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLateViewerGetsTheGroupAndThenWhatComes()
    {
        Room room;
        room.send(room.tables + ts::keyFrame("key"));
        room.send(ts::video("1"));
        room.hub.flush();
        FakeMember viewer(2);
        room.hub.join(viewer, "/out/v", kViewer);
        QVERIFY(viewer.isWaiting);
        room.send(ts::video("2"));
        room.hub.flush();
        QCOMPARE(Room::waiting(viewer),
                 (Messages { room.tables + ts::keyFrame("key"), ts::video("1"), ts::video("2") }));
        room.hub.leave(viewer);
    }

    void whoComesInTheMiddleOfAPassGetsEachMessageOnce()
    {
        Room room;
        FakeMember other(3);
        room.hub.join(other, "/out/v", kViewer);
        room.send(room.tables + ts::keyFrame("key"));
        FakeMember viewer(2);
        room.hub.join(viewer, "/out/v", kViewer);
        room.send(ts::video("1"));
        room.hub.flush();
        QCOMPARE(Room::waiting(viewer), (Messages { room.tables + ts::keyFrame("key"), ts::video("1") }));
        QCOMPARE(messagesIn(other.received), (Messages { room.tables + ts::keyFrame("key"), ts::video("1") }));
        room.hub.leave(viewer);
        room.hub.leave(other);
    }

    void whoMayAlsoSendGetsOnlyWhatComes()
    {
        Room room;
        room.send(room.tables + ts::keyFrame("key"));
        room.hub.flush();
        FakeMember both(2);
        room.hub.join(both, "/out/v", { .kind = topic::Kind::Video });
        QVERIFY(both.queue.isEmpty());
        room.hub.leave(both);
    }

    void nothingIsKeptOfData()
    {
        Room room;
        FakeMember sender(2), viewer(3);
        room.hub.join(sender, "/data", { .kind = topic::Kind::Data });
        room.hub.publish(sender, ws::Opcode::Binary, room.tables + ts::keyFrame("key"));
        room.hub.flush();
        room.hub.join(viewer, "/data", { .kind = topic::Kind::Data, .reads = true, .writes = false });
        QVERIFY(viewer.queue.isEmpty());
        room.hub.leave(viewer);
        room.hub.leave(sender);
    }

    void aGroupWhoseSenderFellSilentIsStale()
    {
        Room room;
        room.send(room.tables + ts::keyFrame("key"));
        room.hub.flush();
        room.hub.setTime(1000 + 5001, 0);
        FakeMember viewer(2);
        room.hub.join(viewer, "/out/v", kViewer);
        QVERIFY(viewer.queue.isEmpty());
        room.hub.leave(viewer);
    }

    void theFirstPictureDoesNotCountAgainstTheBudget()
    {
        Room room(1024 * 1024, { .bytes = 4096, .ageMs = 2000 });
        room.send(room.tables + ts::keyFrame("key"));
        for (int i = 0; i < 100; ++i)
            room.send(ts::video(std::to_string(i)));
        room.hub.flush();
        FakeMember viewer(2);
        room.hub.join(viewer, "/out/v", kViewer);
        room.send(ts::video("new"));
        room.hub.flush();
        QCOMPARE(viewer.traffic.dropped, std::uint64_t(0));
        QCOMPARE(Room::waiting(viewer).size(), std::size_t(102));
        QCOMPARE(Room::waiting(viewer).back(), ts::video("new"));
        room.hub.leave(viewer);
    }

    void textAmongTheVideoEndsNoGroup_data()
    {
        QTest::addColumn<bool>("comesFromAnotherWorker");
        QTest::newRow("from a publisher here") << false;
        QTest::newRow("from a publisher on another worker") << true;
    }

    void textAmongTheVideoEndsNoGroup()
    {
        QFETCH(bool, comesFromAnotherWorker);
        Room room;
        FakeMember first(2); // keeps the topic where its messages are relayed to
        room.hub.join(first, "/out/v", kViewer);
        if (comesFromAnotherWorker) {
            Batch batch;
            batch.append(ws::Opcode::Binary, room.tables + ts::keyFrame("key"), 9);
            batch.append(ws::Opcode::Text, std::string("a caption"), 9);
            room.hub.relay("/out/v", topic::Kind::Video,
                           std::make_shared<SharedBatch>(batch.bytes(), batch.segments(), 0, 2));
        } else {
            room.send(room.tables + ts::keyFrame("key"));
            room.hub.publish(room.camera, ws::Opcode::Text, std::string("a caption"));
        }
        room.hub.flush();
        FakeMember late(3);
        room.hub.join(late, "/out/v", kViewer);
        QCOMPARE(Room::waiting(late), Messages { room.tables + ts::keyFrame("key") });
        room.hub.leave(late);
        room.hub.leave(first);
    }

    void switchedOffNothingIsKept()
    {
        Room room(0);
        room.send(room.tables + ts::keyFrame("key"));
        room.hub.flush();
        FakeMember viewer(2);
        room.hub.join(viewer, "/out/v", kViewer);
        QVERIFY(viewer.queue.isEmpty());
        room.hub.leave(viewer);
    }
};

QTEST_GUILESS_MAIN(InstantStartTest)
#include "tst_instantstart.moc"
