// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/http/chunkdecoder.h"

#include <QtTest>

#include <random>
#include <string>

using namespace relay::http;

namespace {

struct Outcome
{
    std::string body;
    ChunkDecoder::State state = ChunkDecoder::State::Reading;
    int failureStatus = 0;
    std::size_t left = 0; // bytes of the input that were not taken

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

//! Feeds the input in pieces of the given sizes (the last one as often as needed).
Outcome decode(std::string input, const std::vector<std::size_t> &sizes)
{
    ChunkDecoder decoder;
    Outcome outcome;
    std::size_t at = 0;
    std::size_t turn = 0;
    while (at < input.size() && decoder.state() == ChunkDecoder::State::Reading) {
        const std::size_t size = std::min(sizes[std::min(turn++, sizes.size() - 1)], input.size() - at);
        std::span<const char> piece(input.data() + at, size);
        at += size;
        for (auto data = decoder.next(piece); !data.empty(); data = decoder.next(piece))
            outcome.body.append(data.data(), data.size());
        outcome.left = piece.size() + input.size() - at;
    }
    outcome.state = decoder.state();
    outcome.failureStatus = decoder.failureStatus();
    return outcome;
}

const std::string kBody
    = "5\r\nhello\r\nA;name=\"va\\\"lue\";x\r\n, chunked \r\n0005 ; a = b\r\nworld\r\n0;last\r\nX-Sum: 7\r\nY: z\r\n\r\nTAIL";
const Outcome kExpected { "hello, chunked world", ChunkDecoder::State::Finished, 0, 4 };

} // namespace

class ChunkDecoderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsChunksExtensionsAndTrailers();
    void everySplitGivesTheSame();
    void everyPairOfSplitsGivesTheSame();
    void dataPointsIntoTheInput();
    void isRefused_data();
    void isRefused();
    void anUnfinishedBodyIsStillReading_data();
    void anUnfinishedBodyIsStillReading();
    void framingIsBounded_data();
    void framingIsBounded();
    void largeChunkSizesAreOnlyNumbers();
    void randomBodiesComeBack();
    void mutatedBodiesNeverCrash();
};

void ChunkDecoderTest::readsChunksExtensionsAndTrailers()
{
    QVERIFY(decode(kBody, { kBody.size() }) == kExpected);
    QVERIFY((decode("0\r\n\r\n", { 100 }) == Outcome { "", ChunkDecoder::State::Finished, 0, 0 }));
    QVERIFY((decode("1\r\nx\r\n000\r\n\r\nGET", { 100 }) == Outcome { "x", ChunkDecoder::State::Finished, 0, 3 }));
}

void ChunkDecoderTest::everySplitGivesTheSame()
{
    for (std::size_t size = 1; size <= kBody.size(); ++size)
        QVERIFY2(decode(kBody, { size }) == kExpected, std::to_string(size).c_str());
}

void ChunkDecoderTest::everyPairOfSplitsGivesTheSame()
{
    for (std::size_t first = 1; first < kBody.size(); ++first) {
        for (std::size_t second = 1; first + second < kBody.size(); ++second)
            QVERIFY(decode(kBody, { first, second, kBody.size() }) == kExpected);
    }
}

void ChunkDecoderTest::dataPointsIntoTheInput()
{
    const std::string input = "5\r\nhello\r\n";
    ChunkDecoder decoder;
    std::span<const char> rest(input);
    const auto piece = decoder.next(rest);
    QCOMPARE(piece.data(), input.data() + 3);
    QCOMPARE(piece.size(), std::size_t(5));
    QCOMPARE(rest.data(), input.data() + 8);
}

void ChunkDecoderTest::isRefused_data()
{
    QTest::addColumn<QByteArray>("input");
    const auto row = [](const char *name, const QByteArray &input) { QTest::newRow(name) << input; };
    row("no size", "\r\nx\r\n");
    row("not hexadecimal", "g\r\n");
    row("sign", "+5\r\nhello\r\n");
    row("0x", "0x5\r\nhello\r\n\r\n"); // a last chunk, so told at the end of its trailers
    row("space before the size", " 5\r\nhello\r\n");
    row("17 digits of size", "10000000000000000\r\n");
    row("data longer than the size", "4\r\nhello\r\n0\r\n\r\n");
    row("data shorter than the size", "6\r\nhello\r\n0\r\n\r\n");
    row("bare LF after the size", "5\nhello\r\n");
    row("bare LF after the data", "5\r\nhello\n0\r\n\r\n");
    row("bare LF in an extension", "5;a=\"\n\"\r\nhello\r\n");
    row("bare CR in an extension", "5;a\rb\r\nhello\r\n");
    row("NUL in an extension", QByteArray("5;a=\"\0\"\r\nhello\r\n", 16));
    row("extension without name", "5;\r\nhello\r\n");
    row("junk after the size", "5 x\r\nhello\r\n");
    row("folded trailer", "0\r\nA: b\r\n c\r\n\r\n");
    row("trailer without colon", "0\r\nA\r\n\r\n");
    row("trailer with a space before the colon", "0\r\nA : b\r\n\r\n");
    row("length in a trailer", "0\r\nContent-Length: 5\r\n\r\n");
    row("coding in a trailer", "0\r\nTransfer-Encoding: chunked\r\n\r\n");
    row("bare LF in the trailers", "0\r\nA: b\n\r\n");
    row("bare LF at the very end", "0\r\n\n");
}

void ChunkDecoderTest::isRefused()
{
    QFETCH(QByteArray, input);
    const std::string text = input.toStdString();
    for (const std::size_t size : { std::size_t(1), std::size_t(3), text.size() }) {
        const Outcome outcome = decode(text, { size });
        QCOMPARE(static_cast<int>(outcome.state), static_cast<int>(ChunkDecoder::State::Failed));
        QCOMPARE(outcome.failureStatus, 400);
    }
}

void ChunkDecoderTest::anUnfinishedBodyIsStillReading_data()
{
    QTest::addColumn<int>("size");
    for (int size = 0; size < static_cast<int>(kBody.size()) - 4; ++size)
        QTest::addRow("%d", size) << size;
}

void ChunkDecoderTest::anUnfinishedBodyIsStillReading()
{
    QFETCH(int, size);
    const Outcome outcome = decode(kBody.substr(0, static_cast<std::size_t>(size)), { 7 });
    QCOMPARE(static_cast<int>(outcome.state), static_cast<int>(ChunkDecoder::State::Reading));
}

void ChunkDecoderTest::framingIsBounded_data()
{
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("more");
    QTest::addColumn<int>("status");
    QTest::newRow("size line without end") << QByteArray("5;a=") << QByteArray("aaaaaaaa") << 400;
    QTest::newRow("zeros without end") << QByteArray("0") << QByteArray("00000000") << 400;
    QTest::newRow("trailer without end") << QByteArray("0\r\nA: ") << QByteArray("aaaaaaaa") << 431;
    QTest::newRow("trailers without end") << QByteArray("0\r\n") << QByteArray("A: b\r\n") << 431;
    QTest::newRow("no line break after data") << QByteArray("1\r\nx") << QByteArray("xxxxxxxx") << 400;
}

void ChunkDecoderTest::framingIsBounded()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, more);
    QFETCH(int, status);
    std::string input = start.toStdString();
    while (input.size() < 2 * kMaxChunkLine)
        input += more.toStdString();
    for (const std::size_t size : { std::size_t(1), std::size_t(1000), input.size() }) {
        const Outcome outcome = decode(input, { size });
        QCOMPARE(outcome.failureStatus, status);
        QVERIFY(outcome.left >= input.size() - kMaxChunkLine - 1001 || size == input.size());
    }
}

void ChunkDecoderTest::largeChunkSizesAreOnlyNumbers()
{
    const Outcome outcome = decode("FFFFFFFFFFFFFFFF\r\nabc", { 100 });
    QCOMPARE(outcome.body, std::string("abc"));
    QCOMPARE(static_cast<int>(outcome.state), static_cast<int>(ChunkDecoder::State::Reading));
}

void ChunkDecoderTest::randomBodiesComeBack()
{
    std::mt19937 random(11);
    for (int round = 0; round < 60; ++round) {
        std::string body;
        std::string wire;
        for (unsigned chunks = random() % 20; chunks > 0; --chunks) {
            std::string data(1 + random() % (random() % 5 == 0 ? 70000 : 50), '\0');
            for (char &byte : data)
                byte = static_cast<char>(random());
            wire += QByteArray::number(static_cast<qulonglong>(data.size()), 16).toStdString() + "\r\n" + data + "\r\n";
            body += data;
        }
        wire += "0\r\n\r\n";
        std::vector<std::size_t> sizes;
        for (int i = 0; i < 50; ++i)
            sizes.push_back(1 + random() % (random() % 3 == 0 ? 20000 : 9));
        sizes.push_back(4096);
        QVERIFY((decode(wire, sizes) == Outcome { body, ChunkDecoder::State::Finished, 0, 0 }));
    }
}

void ChunkDecoderTest::mutatedBodiesNeverCrash()
{
    std::mt19937 random(13);
    for (int round = 0; round < 5000; ++round) {
        std::string wire = kBody;
        for (unsigned edits = 1 + random() % 3; edits > 0; --edits)
            wire[random() % wire.size()]
                = static_cast<char>(random() % 3 ? "\r\n0;5 a\""[random() % 8] : static_cast<int>(random()));
        const Outcome whole = decode(wire, { wire.size() });
        Outcome split = decode(wire, { 1 + random() % 9 });
        // Where the input ends in mid-air the last bytes may be held or not; what was decided must be the same.
        QCOMPARE(static_cast<int>(split.state), static_cast<int>(whole.state));
        QCOMPARE(split.body, whole.body);
        QCOMPARE(split.failureStatus, whole.failureStatus);
    }
}

QTEST_APPLESS_MAIN(ChunkDecoderTest)
#include "tst_chunkdecoder.moc"
