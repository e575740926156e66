// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/feedhub.h"

#include <QTest>

#include <functional>
#include <memory>

using namespace relay::client::host;
using relay::ws::Opcode;

namespace {

class Peer : public FeedClient
{
public:
    void deliver(Opcode opcode, const QByteArray &payload) override
    {
        got.append((opcode == Opcode::Text ? "t:" : "b:") + payload);
        if (then)
            then();
    }
    [[nodiscard]] bool isReading() const override { return reads; }
    [[nodiscard]] QString place() const override { return at; }
    void readersChanged(bool hasReaders) override { told.append(hasReaders); }

    QByteArrayList got;
    QList<bool> told;
    std::function<void()> then;
    bool reads = true;
    QString at;
};

const QString kData = QStringLiteral("data");
const QString kVideo = QStringLiteral("video");
const QString kAudio = QStringLiteral("audio");

} // namespace

class TestFeedHub : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aMessageReachesAllOthersOfTheFeedWithItsType();
    void whoOnlyListensHearsSeveralFeedsAndPublishesNowhere();
    void otherFeedsAreHeardFromTheNextMessageOn();
    void aFeedThatIsNamedTwiceIsHeardOnce();
    void whoJoinsAStreamHearsWhatItCombinesNow();
    void whatCameFromAPlaceDoesNotGoBackThere();
    void whoEndsIsGone();
    void whoIsMetByAMessageMayEndOthersAndItself();
    void whoJoinsDuringAMessageGetsTheNextOne();
    void commandsGoToTheResponderAlone();
    void tellsPublishersWhetherAnybodyReads();
    void countsWhatWasPublishedAndWhatNobodyRead();
    void figuresOfUnusedFeedsAreBounded();
    void clientsMayOutliveTheHub();
};

void TestFeedHub::aMessageReachesAllOthersOfTheFeedWithItsType()
{
    FeedHub hub;
    Peer a, b, c, stranger;
    for (Peer *peer : { &a, &b, &c })
        hub.join(*peer, kData);
    hub.join(stranger, kVideo);
    hub.publish(a, Opcode::Text, "one");
    hub.publish(b, Opcode::Binary, "two");
    QCOMPARE(a.got, QByteArrayList { "b:two" });
    QCOMPARE(b.got, QByteArrayList { "t:one" });
    QCOMPARE(c.got, QByteArrayList({ "t:one", "b:two" }));
    QVERIFY(stranger.got.isEmpty());
}

void TestFeedHub::whoOnlyListensHearsSeveralFeedsAndPublishesNowhere()
{
    FeedHub hub;
    Peer video, audio, both;
    hub.join(video, kVideo);
    hub.join(audio, kAudio);
    hub.listen(both, { kVideo, kAudio });
    hub.publish(video, Opcode::Binary, "v");
    hub.publish(audio, Opcode::Binary, "a");
    hub.publish(both, Opcode::Binary, "back");
    QCOMPARE(both.got, QByteArrayList({ "b:v", "b:a" }));
    QVERIFY(video.got.isEmpty());
    QVERIFY(audio.got.isEmpty());
}

void TestFeedHub::otherFeedsAreHeardFromTheNextMessageOn()
{
    FeedHub hub;
    Peer video, audio, both;
    hub.join(video, kVideo);
    hub.join(audio, kAudio);
    hub.listen(both, { kVideo, kAudio });
    hub.listen(both, { kVideo });
    hub.publish(audio, Opcode::Binary, "muted");
    hub.publish(video, Opcode::Binary, "v");
    QCOMPARE(both.got, QByteArrayList { "b:v" });
}

void TestFeedHub::aFeedThatIsNamedTwiceIsHeardOnce()
{
    FeedHub hub;
    Peer video, reader;
    hub.join(video, kVideo);
    hub.listen(reader, { kVideo, kVideo });
    hub.publish(video, Opcode::Binary, "v");
    QCOMPARE(reader.got.size(), 1);
}

void TestFeedHub::whoJoinsAStreamHearsWhatItCombinesNow()
{
    FeedHub hub;
    Peer video, audio, viewer;
    const QString stream = QStringLiteral("stream/large");
    QStringList feeds;
    hub.combineBy([&](const QString &name) { return name == stream ? feeds : QStringList(); });
    hub.join(video, kVideo);
    hub.join(audio, kAudio);
    hub.join(viewer, stream);
    const auto publish = [&](const char *payload) {
        hub.publish(video, Opcode::Binary, QByteArray("v") + payload);
        hub.publish(audio, Opcode::Binary, QByteArray("a") + payload);
        hub.publish(viewer, Opcode::Text, "back");
    };
    publish("1");
    feeds = QStringList({ kVideo, kAudio });
    hub.streamChanged(stream);
    publish("2");
    feeds = QStringList(kVideo);
    hub.streamChanged(QStringLiteral("stream/other"));
    publish("3");
    hub.streamChanged(stream);
    publish("4");
    hub.join(viewer, kAudio);
    hub.streamChanged(stream);
    publish("5");
    QCOMPARE(viewer.got, QByteArrayList({ "b:v2", "b:a2", "b:v3", "b:a3", "b:v4", "b:a5" }));
    QVERIFY(video.got.isEmpty());
}

void TestFeedHub::whatCameFromAPlaceDoesNotGoBackThere()
{
    FeedHub hub;
    Peer firmware, twin, other, stream;
    Peer remote;
    for (Peer *peer : { &remote, &twin, &stream })
        peer->at = QStringLiteral("ws://relay/bi/x");
    other.at = QStringLiteral("ws://relay/bi/y");
    for (Peer *peer : { &firmware, &remote, &twin, &other })
        hub.join(*peer, kData);
    hub.listen(stream, { kData });
    hub.publish(remote, Opcode::Text, "from x");
    QVERIFY(twin.got.isEmpty());
    QVERIFY(stream.got.isEmpty());
    QCOMPARE(other.got, QByteArrayList { "t:from x" });
    QCOMPARE(firmware.got, QByteArrayList { "t:from x" });
    hub.publish(firmware, Opcode::Text, "to all");
    for (const Peer *peer : { &remote, &twin, &other, &stream })
        QCOMPARE(peer->got.constLast(), QByteArray("t:to all"));
}

void TestFeedHub::whoEndsIsGone()
{
    FeedHub hub;
    Peer a;
    auto b = std::make_unique<Peer>();
    hub.join(a, kData);
    hub.join(*b, kData);
    const FeedClient *gone = b.get();
    b.reset();
    QVERIFY(!hub.isMember(gone));
    hub.publish(a, Opcode::Text, "to nobody");
    QCOMPARE(hub.readers(kData), 1);
}

void TestFeedHub::whoIsMetByAMessageMayEndOthersAndItself()
{
    FeedHub hub;
    Peer sender, first, last;
    auto second = std::make_unique<Peer>();
    for (Peer *peer : { &sender, &first, second.get(), &last })
        hub.join(*peer, kData);
    first.then = [&] {
        second.reset();
        hub.leave(first);
    };
    hub.publish(sender, Opcode::Text, "1");
    hub.publish(sender, Opcode::Text, "2");
    QCOMPARE(first.got, QByteArrayList { "t:1" });
    QCOMPARE(last.got, QByteArrayList({ "t:1", "t:2" }));
    QCOMPARE(hub.readers(kData), 2);
}

void TestFeedHub::whoJoinsDuringAMessageGetsTheNextOne()
{
    FeedHub hub;
    Peer sender, first, late;
    hub.join(sender, kData);
    hub.join(first, kData);
    first.then = [&] {
        if (!hub.isMember(&late))
            hub.join(late, kData);
    };
    hub.publish(sender, Opcode::Text, "1");
    QVERIFY(late.got.isEmpty());
    hub.publish(sender, Opcode::Text, "2");
    QCOMPARE(late.got, QByteArrayList { "t:2" });
}

void TestFeedHub::commandsGoToTheResponderAlone()
{
    FeedHub hub;
    const QString api = QStringLiteral("api");
    QByteArrayList commands;
    hub.answerBy(api, [&](FeedClient &from, const QByteArray &command) {
        commands.append(command);
        from.deliver(Opcode::Text, "answer");
    });
    Peer asker, other;
    hub.join(asker, api);
    hub.join(other, api);
    hub.publish(asker, Opcode::Binary, "{}");
    QCOMPARE(commands, QByteArrayList { "{}" });
    QCOMPARE(asker.got, QByteArrayList { "t:answer" });
    QVERIFY(other.got.isEmpty());
}

void TestFeedHub::tellsPublishersWhetherAnybodyReads()
{
    FeedHub hub;
    Peer camera, destination;
    camera.reads = destination.reads = false;
    hub.join(camera, kVideo);
    hub.listen(destination, { kVideo });
    QCOMPARE(camera.told, QList<bool> { false });
    destination.reads = true;
    hub.readingChanged(destination);
    hub.readingChanged(destination);
    QCOMPARE(camera.told, QList<bool>({ false, true }));
    hub.listen(destination, {});
    QCOMPARE(camera.told, QList<bool>({ false, true, false }));
    camera.reads = true; // nobody is a reader of what it sends itself
    hub.readingChanged(camera);
    QCOMPARE(camera.told.size(), 3);
}

void TestFeedHub::countsWhatWasPublishedAndWhatNobodyRead()
{
    FeedHub hub([] { return qint64(1234); });
    Peer camera, reader;
    hub.join(camera, kVideo);
    hub.publish(camera, Opcode::Binary, "12345");
    hub.listen(reader, { kVideo });
    hub.publish(camera, Opcode::Binary, "123");
    const FeedFigures figures = hub.figures().at(kVideo);
    QCOMPARE(figures.messages, 2);
    QCOMPARE(figures.bytes, 8);
    QCOMPARE(figures.unread, 1);
    QCOMPARE(figures.lastMessage, 1234);
}

void TestFeedHub::figuresOfUnusedFeedsAreBounded()
{
    FeedHub hub;
    Peer kept, guest;
    hub.join(kept, kData);
    hub.publish(kept, Opcode::Text, "x");
    for (int i = 0; i < 2000; ++i)
        hub.join(guest, QStringLiteral("feed%1").arg(i));
    QVERIFY2(hub.figures().size() <= 256, qPrintable(QString::number(hub.figures().size())));
    QCOMPARE(hub.figures().at(kData).messages, 1);
}

void TestFeedHub::clientsMayOutliveTheHub()
{
    Peer peer;
    {
        FeedHub hub;
        hub.join(peer, kData);
    }
    FeedHub next;
    next.join(peer, kData);
    QVERIFY(next.isMember(&peer));
}

QTEST_GUILESS_MAIN(TestFeedHub)
#include "tst_feedhub.moc"
