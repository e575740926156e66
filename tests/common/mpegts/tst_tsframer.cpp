// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/mpegts/tsframer.h"

#include "tests/common/mpegts/tsstream.h"

#include <QtTest>

using namespace relay::mpegts;
using namespace relay::mpegts::test;

using Verdict = TsFramer::Verdict;

class TsFramerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPassIsOneMessage();
    void aMessageHoldsAtMost64KiB();
    void fullMessagesPointIntoTheInput();
    void noWholePacketWaitsForTheNextPass_data();
    void noWholePacketWaitsForTheNextPass();
    void everySplitGivesTheSameBytes();
    void startIsChecked_data();
    void startIsChecked();
    void shortStreamsAreJudgedByWhatTheyHave_data();
    void shortStreamsAreJudgedByWhatTheyHave();
    void nothingIsSentBeforeTheVerdict();
    void afterARefusalNothingComes();
    void lostSyncIsMended_data();
    void lostSyncIsMended();
    void aSyncByteInThePayloadFoolsNobody();
    void memoryIsBounded();
};

void TsFramerTest::aPassIsOneMessage()
{
    const Outcome outcome = frame(stream(30), { 10 * kPacket }, 1);
    QCOMPARE(outcome.messages.size(), std::size_t(3));
    for (const std::string &message : outcome.messages)
        QCOMPARE(message.size(), 10 * kPacket);
    QCOMPARE(outcome.all(), stream(30));
    QVERIFY(outcome.verdict == Verdict::TransportStream);
    // Three pieces read in one pass are one message.
    QCOMPARE(frame(stream(30), { 10 * kPacket }, 3).messages.size(), std::size_t(1));
    // Pieces that tear packets: a message ends with the last whole one.
    const Outcome torn = frame(stream(30), { 1000 }, 1);
    QCOMPARE(torn.messages[0].size(), 5 * kPacket);
    QCOMPARE(torn.messages[1].size(), 5 * kPacket);
    QCOMPARE(torn.messages[2].size(), 5 * kPacket);
    QCOMPARE(torn.messages[3].size(), 6 * kPacket);
    QCOMPARE(torn.all(), stream(30));
}

void TsFramerTest::aMessageHoldsAtMost64KiB()
{
    QCOMPARE(kMaxTsMessage, std::size_t(348 * 188));
    const std::string bytes = stream(2000);
    for (const std::size_t size : { std::size_t(1000), kMaxTsMessage - 1, kMaxTsMessage, kMaxTsMessage + 1,
                                    3 * kMaxTsMessage + 77, bytes.size() }) {
        const Outcome outcome = frame(bytes, { size }, 1000000);
        QCOMPARE(outcome.all(), bytes);
        QCOMPARE(outcome.messages.size(), std::size_t((2000 + 347) / 348));
        for (std::size_t i = 0; i + 1 < outcome.messages.size(); ++i)
            QCOMPARE(outcome.messages[i].size(), kMaxTsMessage);
    }
}

void TsFramerTest::fullMessagesPointIntoTheInput()
{
    TsFramer framer;
    const auto ignore = [](std::span<const char>) {};
    framer.feed(stream(3), ignore);
    framer.flush(ignore);
    const std::string bytes = stream(348 * 2 + 5);
    std::vector<const char *> starts;
    framer.feed(bytes, [&](std::span<const char> message) { starts.push_back(message.data()); });
    QCOMPARE(starts.size(), std::size_t(2));
    QCOMPARE(starts[0], bytes.data());
    QCOMPARE(starts[1], bytes.data() + kMaxTsMessage);
    QCOMPARE(framer.packets(), std::uint64_t(3 + 348 * 2 + 5));
}

void TsFramerTest::noWholePacketWaitsForTheNextPass_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("size");
    for (const int before : { 0, 1, 100, 187 }) {
        for (const int packets : { 3, 347, 348, 349, 350, 351, 352, 696, 700, 1500 }) {
            for (const int more : { 0, 1, 187 })
                QTest::addRow("%d held, %d packets and %d bytes", before, packets, more)
                    << before << packets * 188 + more;
        }
    }
}

void TsFramerTest::noWholePacketWaitsForTheNextPass()
{
    QFETCH(int, before);
    QFETCH(int, size);
    const std::string bytes = stream(2000);
    TsFramer framer;
    std::size_t sent = 0;
    const auto count = [&](std::span<const char> message) { sent += message.size(); };
    const std::size_t start = 3 * kPacket + static_cast<std::size_t>(before);
    framer.feed(std::span<const char>(bytes).first(start), count);
    framer.flush(count);
    QCOMPARE(sent, 3 * kPacket);
    framer.feed(std::span<const char>(bytes).subspan(start, static_cast<std::size_t>(size)), count);
    framer.flush(count);
    QCOMPARE(sent, (start + static_cast<std::size_t>(size)) / kPacket * kPacket);
}

void TsFramerTest::everySplitGivesTheSameBytes()
{
    const std::string bytes = stream(9);
    for (std::size_t first = 0; first <= bytes.size(); ++first) {
        const Outcome outcome = frame(bytes, { std::max<std::size_t>(first, 1), bytes.size() });
        QCOMPARE(outcome.all(), bytes);
        QCOMPARE(outcome.packets, std::uint64_t(9));
        QCOMPARE(outcome.resyncs + outcome.skipped, std::uint64_t(0));
    }
    for (std::size_t size = 1; size <= 600; ++size)
        QCOMPARE(frame(bytes, { size }).all(), bytes);
}

void TsFramerTest::startIsChecked_data()
{
    QTest::addColumn<int>("broken"); // the byte that is not 0x47
    QTest::addColumn<QByteArray>("inFailure");
    QTest::newRow("first") << 0 << QByteArray("byte 0 ");
    QTest::newRow("second") << 188 << QByteArray("byte 188 ");
    QTest::newRow("third") << 376 << QByteArray("byte 376 ");
}

void TsFramerTest::startIsChecked()
{
    QFETCH(int, broken);
    QFETCH(QByteArray, inFailure);
    std::string bytes = stream(10);
    bytes[static_cast<std::size_t>(broken)] = 'x';
    for (const std::size_t size : { std::size_t(1), std::size_t(188), bytes.size() }) {
        TsFramer framer;
        const auto fail = [](std::span<const char>) { QFAIL("sent something that is no transport stream"); };
        std::size_t fed = 0;
        while (fed < bytes.size() && framer.verdict() == Verdict::Undecided) {
            framer.feed(std::span<const char>(bytes).subspan(fed, std::min(size, bytes.size() - fed)), fail);
            framer.flush(fail);
            fed += size;
        }
        QVERIFY(framer.verdict() == Verdict::NotTransportStream);
        QVERIFY(size > 1 || fed == static_cast<std::size_t>(broken) + 1); // at the first byte that proves it
        QVERIFY2(QByteArray(framer.failure().data(), qsizetype(framer.failure().size())).contains(inFailure),
                 framer.failure().data());
    }
}

void TsFramerTest::shortStreamsAreJudgedByWhatTheyHave_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("verdict");
    QTest::addColumn<int>("packets");
    const int undecided = static_cast<int>(Verdict::Undecided);
    const int yes = static_cast<int>(Verdict::TransportStream);
    const int no = static_cast<int>(Verdict::NotTransportStream);
    QTest::newRow("nothing") << 0 << undecided << 0;
    QTest::newRow("one byte") << 1 << no << 0;
    QTest::newRow("less than a packet") << 187 << no << 0;
    QTest::newRow("one packet") << 188 << yes << 1;
    QTest::newRow("one and a half") << 282 << yes << 1;
    QTest::newRow("two") << 376 << yes << 2;
    QTest::newRow("two and a byte") << 377 << yes << 2;
    QTest::newRow("three") << 564 << yes << 3;
}

void TsFramerTest::shortStreamsAreJudgedByWhatTheyHave()
{
    QFETCH(int, size);
    QFETCH(int, verdict);
    QFETCH(int, packets);
    const Outcome outcome = frame(stream(3).substr(0, static_cast<std::size_t>(size)), { 100 });
    QCOMPARE(static_cast<int>(outcome.verdict), verdict);
    QCOMPARE(outcome.packets, static_cast<std::uint64_t>(packets));
    QCOMPARE(outcome.all(), stream(static_cast<unsigned>(packets)));
    if (verdict == static_cast<int>(Verdict::TransportStream))
        QCOMPARE(outcome.skipped, static_cast<std::uint64_t>(size - packets * 188));
}

void TsFramerTest::nothingIsSentBeforeTheVerdict()
{
    TsFramer framer;
    int messages = 0;
    const auto count = [&](std::span<const char>) { ++messages; };
    const std::string bytes = stream(3);
    framer.feed(std::span<const char>(bytes).first(376), count);
    framer.flush(count);
    QCOMPARE(messages, 0);
    framer.feed(std::span<const char>(bytes).subspan(376, 1), count);
    framer.flush(count);
    QCOMPARE(messages, 1);
    QCOMPARE(framer.packets(), std::uint64_t(2));
}

void TsFramerTest::afterARefusalNothingComes()
{
    TsFramer framer;
    const auto fail = [](std::span<const char>) { QFAIL("sent something after the refusal"); };
    framer.feed(std::string("<html>"), fail);
    framer.feed(stream(1000), fail);
    framer.flush(fail);
    framer.finish(fail);
    QVERIFY(framer.verdict() == Verdict::NotTransportStream);
    QCOMPARE(framer.packets(), std::uint64_t(0));
}

void TsFramerTest::lostSyncIsMended_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<int>("resyncs");
    QTest::addColumn<int>("skipped");
    const auto row
        = [](const char *name, const std::string &bytes, const std::string &expected, int resyncs, int skipped) {
              QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray::fromStdString(expected) << resyncs
                                  << skipped;
          };
    row("bytes put in between", stream(5) + "garbage!" + stream(5, 5), stream(10), 1, 8);
    row("a lot put in between", stream(5) + std::string(200000, 'x') + stream(5, 5), stream(10), 1, 200000);
    row("half a packet lost", stream(5) + packet(5).substr(0, 94) + stream(5, 6),
        stream(5) + packet(5).substr(0, 94) + packet(6).substr(0, 94) + stream(4, 7), 1, 94);
    row("start of a packet lost", stream(5) + packet(5).substr(1) + stream(5, 6), stream(5) + stream(5, 6), 1, 187);
    row("sync byte overwritten", stream(5) + "x" + packet(5).substr(1) + stream(5, 6), stream(5) + stream(5, 6), 1, 188);
    row("twice", stream(4) + "a" + stream(4, 4) + "bb" + stream(4, 8), stream(12), 2, 3);
    row("fewer than three packets between", stream(4) + "a" + stream(2, 4) + "bb" + stream(4, 6),
        stream(4) + stream(4, 6), 1, 3 + 2 * 188);
    row("garbage at the end", stream(5) + "garbage", stream(5), 1, 7);
    row("torn packet at the end", stream(5) + packet(5).substr(0, 100), stream(5), 0, 100);
    row("one packet after the garbage", stream(5) + "xyz" + stream(1, 5), stream(6), 1, 3);
    row("two packets after the garbage", stream(5) + "xyz" + stream(2, 5), stream(7), 1, 3);
    row("torn packet after the garbage", stream(5) + "xyz" + packet(5).substr(0, 50), stream(5), 1, 53);
}

void TsFramerTest::lostSyncIsMended()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, expected);
    QFETCH(int, resyncs);
    QFETCH(int, skipped);
    for (const std::size_t size :
         { std::size_t(1), std::size_t(187), std::size_t(188), std::size_t(1000), std::size_t(bytes.size()) }) {
        const Outcome outcome = frame(bytes.toStdString(), { size });
        QCOMPARE(QByteArray::fromStdString(outcome.all()), expected);
        QCOMPARE(outcome.resyncs, static_cast<std::uint64_t>(resyncs));
        QCOMPARE(outcome.skipped, static_cast<std::uint64_t>(skipped));
        QCOMPARE(outcome.packets, static_cast<std::uint64_t>(expected.size() / 188));
    }
}

void TsFramerTest::aSyncByteInThePayloadFoolsNobody()
{
    // Each packet holds two false sync bytes, at places that differ: they never line up three times.
    std::string bytes;
    for (unsigned i = 0; i < 20; ++i) {
        std::string one = packet(i);
        one[20 + i] = kSync;
        one[150 - i] = kSync;
        bytes += one;
    }
    const std::string damaged = bytes.substr(0, 10 * kPacket) + bytes.substr(10 * kPacket + 25);
    const Outcome outcome = frame(damaged, { 333 });
    QCOMPARE(outcome.resyncs, std::uint64_t(1));
    QCOMPARE(outcome.all().substr(outcome.all().size() - 9 * kPacket), bytes.substr(11 * kPacket));
}

void TsFramerTest::memoryIsBounded()
{
    // No message may be larger than the limit however long nobody flushes, and input is never refused.
    TsFramer framer;
    std::size_t largest = 0;
    std::uint64_t total = 0;
    const auto look = [&](std::span<const char> message) {
        largest = std::max(largest, message.size());
        total += message.size();
    };
    std::mt19937 random(3);
    const std::string bytes = stream(5000);
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t size = std::min<std::size_t>(1 + random() % 100000, bytes.size() - at);
        framer.feed(std::span<const char>(bytes).subspan(at, size), look);
        at += size;
    }
    framer.finish(look);
    QCOMPARE(largest, kMaxTsMessage);
    QCOMPARE(total, static_cast<std::uint64_t>(bytes.size()));
}

QTEST_APPLESS_MAIN(TsFramerTest)
#include "tst_tsframer.moc"
