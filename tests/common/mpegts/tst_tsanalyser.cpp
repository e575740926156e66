// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/mpegts/tsanalyser.h"

#include "tests/gui/tap/tspackets.h"

#include <QRandomGenerator>
#include <QtTest>

#include <algorithm>

using namespace relay::mpegts;
using namespace relay::tests;

namespace {

constexpr int kVideo = 0x100;
constexpr int kAudio = 0x101;
constexpr int kMap = 0x1000;

std::span<const char> spanOf(const QByteArray &bytes)
{
    return { bytes.constData(), std::size_t(bytes.size()) };
}

TsStream streamOf(const TsAnalyser &analyser, int pid, qint64 now)
{
    for (const TsStream &stream : analyser.streams(now))
        if (stream.pid == pid)
            return stream;
    return {};
}

} // namespace

class TsAnalyserTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tablesTellWhatTheStreamsAre();
    void aMissingPacketIsOneError_data();
    void aMissingPacketIsOneError();
    void whatMayBeIsNoError();
    void errorsAreForgottenAfterAMinute();
    void aGapOfTheTapIsNoError();
    void framesAndKeyFramesAreFound_data();
    void framesAndKeyFramesAreFound();
    void ratesAreThoseOfTheWindow();
    void pictureSizeIsRead();
    void memoryIsBoundedWhateverComes();
};

void TsAnalyserTest::tablesTellWhatTheStreamsAre()
{
    TsAnalyser analyser;
    analyser.feed(spanOf(patPacket(kMap) + pmtPacket(kMap, kVideo, kAudio)), kPacket, 1000);
    QVERIFY(analyser.knowsTypes());
    QCOMPARE(streamOf(analyser, kVideo, 1000).streamType, 0x01);
    QCOMPARE(streamOf(analyser, kAudio, 1000).streamType, 0x04);
    QVERIFY(streamOf(analyser, kMap, 1000).isPmt);
    QCOMPARE(streamOf(analyser, kVideo, 1000).packets, std::uint64_t(0));

    TsAnalyser learner;
    learner.learn(spanOf(patPacket(kMap) + pmtPacket(kMap, kVideo, kAudio)));
    QVERIFY(learner.knowsTypes());
    QCOMPARE(learner.packets(), std::uint64_t(0)); // learning is no counting
}

void TsAnalyserTest::aMissingPacketIsOneError_data()
{
    QTest::addColumn<QVector<int>>("counters");
    QTest::addColumn<int>("errors");
    QTest::newRow("in order, around the corner") << QVector<int> { 14, 15, 0, 1 } << 0;
    QTest::newRow("one missing") << QVector<int> { 3, 5, 6 } << 1;
    QTest::newRow("two places") << QVector<int> { 3, 5, 6, 9 } << 2;
    QTest::newRow("sent twice, which may be") << QVector<int> { 3, 3, 4 } << 0;
    QTest::newRow("sent three times, which may not") << QVector<int> { 3, 3, 3, 4 } << 1;
    QTest::newRow("swapped") << QVector<int> { 3, 5, 4, 6 } << 3;
}

void TsAnalyserTest::aMissingPacketIsOneError()
{
    QFETCH(const QVector<int>, counters);
    QFETCH(const int, errors);
    TsAnalyser whole;
    TsAnalyser heads;
    for (const int counter : counters) {
        const QByteArray packet = tsPacket({ .pid = kVideo, .counter = counter });
        whole.feed(spanOf(packet), kPacket, 1000);
        heads.feed(spanOf(headsOf(packet)), TsAnalyser::kHeadBytes, 1000);
    }
    QCOMPARE(streamOf(whole, kVideo, 1000).continuityErrors, std::uint64_t(errors));
    QCOMPARE(streamOf(heads, kVideo, 1000).continuityErrors, std::uint64_t(errors));
    QCOMPARE(whole.recentErrors(1000), std::uint64_t(errors));
}

void TsAnalyserTest::whatMayBeIsNoError()
{
    TsAnalyser analyser;
    const auto feed = [&](QByteArray packet) { analyser.feed(spanOf(packet), kPacket, 1000); };
    feed(tsPacket({ .pid = kNullPid, .counter = 3 }));
    feed(tsPacket({ .pid = kNullPid, .counter = 9 })); // padding has no counter
    feed(tsPacket({ .pid = kVideo, .counter = 3 }));
    QByteArray clockOnly = tsPacket({ .pid = kVideo, .counter = 3 });
    clockOnly[3] = 0x23; // no payload: the counter stands still
    clockOnly[4] = 0;
    feed(clockOnly);
    QByteArray jump = tsPacket({ .pid = kVideo, .counter = 12 });
    jump[3] = 0x3c;
    jump[4] = 1;
    jump[5] = '\x80'; // says that it is discontinuous
    feed(jump);
    feed(tsPacket({ .pid = kVideo, .counter = 13 }));
    QCOMPARE(analyser.recentErrors(1000), std::uint64_t(0));
}

void TsAnalyserTest::errorsAreForgottenAfterAMinute()
{
    TsAnalyser analyser;
    for (const int counter : { 1, 3 })
        analyser.feed(spanOf(tsPacket({ .pid = kVideo, .counter = counter })), kPacket, 1000);
    QCOMPARE(streamOf(analyser, kVideo, 61'000).recentErrors, std::uint64_t(1));
    QCOMPARE(streamOf(analyser, kVideo, 61'001).recentErrors, std::uint64_t(0));
    QCOMPARE(streamOf(analyser, kVideo, 61'001).continuityErrors, std::uint64_t(1));
}

void TsAnalyserTest::aGapOfTheTapIsNoError()
{
    TsAnalyser analyser;
    analyser.feed(spanOf(tsPacket({ .pid = kVideo, .counter = 1 })), kPacket, 1000);
    analyser.skip();
    analyser.feed(spanOf(tsPacket({ .pid = kVideo, .counter = 9 })), kPacket, 1000);
    QCOMPARE(analyser.recentErrors(1000), std::uint64_t(0));
}

void TsAnalyserTest::framesAndKeyFramesAreFound_data()
{
    QTest::addColumn<bool>("isHeads");
    QTest::newRow("in whole packets") << false;
    QTest::newRow("in their heads") << true;
}

void TsAnalyserTest::framesAndKeyFramesAreFound()
{
    QFETCH(const bool, isHeads);
    TsAnalyser analyser;
    analyser.learn(spanOf(patPacket(kMap) + pmtPacket(kMap, kVideo, kAudio)));
    int counter = 0;
    for (int frame = 0; frame < 51; ++frame) {
        QByteArray packets;
        for (int i = 0; i < (frame % 10 == 0 ? 5 : 2); ++i)
            packets += tsPacket(
                { .pid = kVideo, .counter = counter++, .isStart = i == 0, .isKey = i == 0 && frame % 10 == 0 });
        QCOMPARE(hasRandomAccess(spanOf(packets), kPacket), frame % 10 == 0);
        analyser.feed(spanOf(isHeads ? headsOf(packets) : packets), isHeads ? TsAnalyser::kHeadBytes : kPacket,
                      1000 + frame * 40);
    }
    QCOMPARE(analyser.frames().size(), std::size_t(50)); // the last is not over
    QCOMPARE(analyser.frames().front().bytes, std::uint32_t(5 * kPacket));
    QVERIFY(analyser.frames().front().isKey);
    QVERIFY(!analyser.frames().at(1).isKey);
    QCOMPARE(analyser.framesPerSecond(), 25.0);
    QCOMPARE(analyser.keyEverySeconds(), 0.4);
    QCOMPARE(analyser.recentErrors(3000), std::uint64_t(0));
}

void TsAnalyserTest::ratesAreThoseOfTheWindow()
{
    TsAnalyser analyser;
    int counter = 0;
    for (qint64 at = 0; at <= 20'000; at += 100) // ten packets a second
        analyser.feed(spanOf(tsPacket({ .pid = kVideo, .counter = counter++ })), kPacket, at);
    const double expected = 10.0 * kPacket * 8;
    const double rate = streamOf(analyser, kVideo, 20'000).bitsPerSecond;
    QVERIFY2(rate > 0.9 * expected && rate < 1.1 * expected, qPrintable(QString::number(rate)));
    QCOMPARE(streamOf(analyser, kVideo, 40'000).bitsPerSecond, 0.0);
}

void TsAnalyserTest::pictureSizeIsRead()
{
    TsAnalyser analyser;
    analyser.learn(spanOf(patPacket(kMap) + pmtPacket(kMap, kVideo, kAudio)));
    // The head of a PES packet, then a sequence header: 640 by 480.
    const QByteArray payload = QByteArray::fromHex("000001e0000080800521000100010000"
                                                   "01b32801e0");
    analyser.learn(spanOf(tsPacket({ .pid = kVideo, .counter = 0, .isStart = true, .payload = payload })));
    QCOMPARE(analyser.width(), 640);
    QCOMPARE(analyser.height(), 480);
}

void TsAnalyserTest::memoryIsBoundedWhateverComes()
{
    TsAnalyser analyser;
    QRandomGenerator random(5);
    QByteArray noise(int(kPacket) * 200, '\0');
    for (int round = 0; round < 50; ++round) {
        random.fillRange(reinterpret_cast<quint32 *>(noise.data()), noise.size() / 4);
        if (round % 2 == 0)
            for (int i = 0; i < noise.size(); i += int(kPacket))
                noise[i] = kSync;
        analyser.feed(spanOf(noise), kPacket, round * 10);
        analyser.feed(spanOf(noise), TsAnalyser::kHeadBytes, round * 10);
        analyser.learn(spanOf(noise));
    }
    QVERIFY(analyser.streams(500).size() <= TsAnalyser::kMaxPids);
    QVERIFY(analyser.frames().size() <= TsAnalyser::kMaxFrames);
    QVERIFY(analyser.badPackets() > 0);
    QVERIFY(analyser.otherPids() > 0);
}

QTEST_APPLESS_MAIN(TsAnalyserTest)
#include "tst_tsanalyser.moc"
