// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/http/bodyreader.h"

#include <QtTest>

#include <string>

using namespace relay;
using http::BodyReader;

namespace {

http::RequestHead headWith(std::vector<std::pair<QByteArray, QByteArray>> headers)
{
    http::RequestHead head;
    head.method = "POST";
    head.path = head.target = "/in/a";
    head.headers = std::move(headers);
    return head;
}

struct Outcome
{
    std::string body;
    BodyReader::State state = BodyReader::State::Reading;
    std::size_t left = 0;

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

Outcome readAll(BodyReader reader, const std::string &input, std::size_t pieceSize)
{
    Outcome outcome;
    std::size_t at = 0;
    while (at < input.size() && reader.state() == BodyReader::State::Reading) {
        const std::size_t size = std::min(pieceSize, input.size() - at);
        std::span<const char> piece(input.data() + at, size);
        at += size;
        for (auto data = reader.next(piece); !data.empty(); data = reader.next(piece))
            outcome.body.append(data.data(), data.size());
        outcome.left = piece.size();
    }
    outcome.left += input.size() - at;
    outcome.state = reader.state();
    return outcome;
}

} // namespace

class BodyReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsALengthHoweverItIsSplit();
    void readsChunksHoweverTheyAreSplit();
    void lengthZeroIsFinishedAtOnce();
    void noBodyAnnouncedFails();
    void brokenChunksFailWithAReason();
    void largestLengthNeedsNoMemory();
    void aReaderCanBeMoved();
};

void BodyReaderTest::readsALengthHoweverItIsSplit()
{
    const std::string input = "0123456789NEXT";
    for (std::size_t size = 1; size <= input.size(); ++size) {
        const Outcome outcome = readAll(BodyReader(headWith({ { "content-length", "10" } })), input, size);
        QVERIFY((outcome == Outcome { "0123456789", BodyReader::State::Finished, 4 }));
    }
    const Outcome torn = readAll(BodyReader(headWith({ { "content-length", "10" } })), "01234", 2);
    QVERIFY((torn == Outcome { "01234", BodyReader::State::Reading, 0 }));
}

void BodyReaderTest::readsChunksHoweverTheyAreSplit()
{
    const std::string input = "3;x=y\r\n012\r\n7\r\n3456789\r\n0\r\nA: b\r\n\r\nNEXT";
    for (std::size_t size = 1; size <= input.size(); ++size) {
        const Outcome outcome = readAll(BodyReader(headWith({ { "transfer-encoding", "Chunked" } })), input, size);
        QVERIFY((outcome == Outcome { "0123456789", BodyReader::State::Finished, 4 }));
    }
}

void BodyReaderTest::lengthZeroIsFinishedAtOnce()
{
    for (const char *zero : { "0", "000" }) {
        BodyReader reader(headWith({ { "content-length", zero } }));
        QVERIFY(reader.state() == BodyReader::State::Finished);
        const std::string more = "NEXT";
        std::span<const char> input(more);
        QVERIFY(reader.next(input).empty());
        QCOMPARE(input.size(), std::size_t(4));
    }
}

void BodyReaderTest::noBodyAnnouncedFails()
{
    for (const auto &head :
         { headWith({}), headWith({ { "content-length", "" } }), headWith({ { "content-length", "x" } }) }) {
        BodyReader reader(head);
        QVERIFY(reader.state() == BodyReader::State::Failed);
        QCOMPARE(reader.failureStatus(), 411);
        QVERIFY(reader.failure().find("Content-Length") != std::string::npos);
    }
}

void BodyReaderTest::brokenChunksFailWithAReason()
{
    BodyReader reader(headWith({ { "transfer-encoding", "chunked" } }));
    const std::string wire = "2\r\nokay\r\n";
    std::span<const char> input(wire);
    QCOMPARE(reader.next(input).size(), std::size_t(2));
    QVERIFY(reader.next(input).empty());
    QVERIFY(reader.state() == BodyReader::State::Failed);
    QCOMPARE(reader.failureStatus(), 400);
    QVERIFY(!reader.failure().empty());
    QVERIFY(reader.next(input).empty());
}

void BodyReaderTest::largestLengthNeedsNoMemory()
{
    BodyReader reader(headWith({ { "content-length", "18446744073709551615" } }));
    const std::string data(100000, 'x');
    for (int i = 0; i < 100; ++i) {
        std::span<const char> input(data);
        const auto piece = reader.next(input);
        QCOMPARE(piece.data(), data.data());
        QCOMPARE(piece.size(), data.size());
    }
    QVERIFY(reader.state() == BodyReader::State::Reading);
}

void BodyReaderTest::aReaderCanBeMoved()
{
    BodyReader first(headWith({ { "transfer-encoding", "chunked" } }));
    const std::string start = "4\r\nab";
    std::span<const char> input(start);
    QCOMPARE(first.next(input).size(), std::size_t(2));
    BodyReader second = std::move(first);
    const std::string rest = "cd\r\n0\r\n\r\n";
    input = rest;
    QCOMPARE(second.next(input).size(), std::size_t(2));
    QVERIFY(second.next(input).empty());
    QVERIFY(second.state() == BodyReader::State::Finished);
}

QTEST_APPLESS_MAIN(BodyReaderTest)
#include "tst_bodyreader.moc"
