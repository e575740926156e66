// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ws/frameparser.h"

#include "tests/common/ws/eventtext.h"
#include "tests/common/ws/framebuilder.h"

#include <QtTest>

using namespace relay::ws;
using namespace relay::ws::test;

namespace {
constexpr std::uint64_t kLimit = 100'000;

struct Row
{
    const char *name;
    std::string input;
    Events expected;
    Role role = Role::Server;
};

QString text(const Events &events)
{
    QString all;
    for (const std::string &event : events)
        all += QString::fromStdString(event) + QLatin1Char('\n');
    return all;
}

std::string octets(std::initializer_list<int> values)
{
    std::string out;
    for (const int value : values)
        out += static_cast<char>(value);
    return out;
}

std::vector<Row> goodFrames()
{
    const std::string ping = bytes({ .opcode = 9, .payload = "are you there" });
    const std::string first = bytes({ .payload = "Hel", .fin = false });
    const std::string last = bytes({ .opcode = 0, .payload = "lo" });
    const std::string text = bytes({ .payload = "hello" });
    const Frame unmasked { .payload = "from the server", .key = {} };
    return {
        { "nothing", "", {} },
        { "the text of the RFC's example",
          octets({ 0x81, 0x85, 0x37, 0xFA, 0x21, 0x3D, 0x7F, 0x9F, 0x4D, 0x51, 0x58 }),
          { "text Hello" } },
        { "empty text", bytes({}), { "text " } },
        { "empty binary", bytes({ .opcode = 2 }), { "binary " } },
        { "several frames at once", text + ping + text, { "text hello", "ping are you there", "text hello" } },
        { "fragments", first + last, { "text Hello" } },
        { "control frames between fragments",
          first + ping + bytes({ .opcode = 10 }) + last,
          { "ping are you there", "pong ", "text Hello" } },
        { "empty fragments",
          bytes({ .fin = false }) + bytes({ .opcode = 0, .fin = false }) + bytes({ .opcode = 0 }),
          { "text " } },
        { "text after fragmented binary",
          bytes({ .opcode = 2, .payload = "\xFF", .fin = false }) + last + text,
          { "binary " + describe("\xFFlo"), "text hello" } },
        { "character cut by fragments",
          bytes({ .payload = "\xE2", .fin = false }) + ping + bytes({ .opcode = 0, .payload = "\x82\xAC" }),
          { "ping are you there", "text " + describe("€") } },
        { "zero as key", bytes({ .payload = "plain", .key = MaskKey {} }), { "text plain" } },
        { "unmasked from a server", bytes(unmasked), { "text from the server" }, Role::Client },
        { "pong nobody asked for", bytes({ .opcode = 10, .payload = "x" }), { "pong x" } },
    };
}

std::vector<Row> sizes()
{
    std::vector<Row> rows;
    for (const std::size_t size : { 124, 125, 126, 127, 128, 1000, 65535, 65536, 100'000 }) {
        const std::string payload(size, 'x');
        rows.push_back({ "size",
                         bytes({ .opcode = 2, .payload = payload }) + bytes({ .opcode = 9 }),
                         { "binary " + describe(payload), "ping " } });
    }
    const std::string control(125, 'c');
    rows.push_back({ "largest ping", bytes({ .opcode = 9, .payload = control }), { "ping " + describe(control) } });
    const std::string half(kLimit / 2, 'h');
    rows.push_back({ "fragments up to the limit",
                     bytes({ .opcode = 2, .payload = half, .fin = false }) + bytes({ .opcode = 0, .payload = half }),
                     { "binary " + describe(half + half) } });
    return rows;
}

std::vector<Row> protocolErrors()
{
    const std::string good = bytes({ .payload = "good" });
    const std::string begun = bytes({ .payload = "begun", .fin = false });
    std::vector<Row> rows = {
        { "fragmented ping", bytes({ .opcode = 9, .fin = false }), { "failed 1002" } },
        { "fragmented close", bytes({ .opcode = 8, .fin = false }), { "failed 1002" } },
        { "ping of 126 octets", bytes({ .opcode = 9, .payload = std::string(126, 'x') }), { "failed 1002" } },
        { "ping with an extended length", bytes({ .opcode = 9, .payload = "x", .lengthOctets = 2 }), { "failed 1002" } },
        { "stray continuation", good + bytes({ .opcode = 0, .payload = "x" }), { "text good", "failed 1002" } },
        { "continuation after the last fragment",
          begun + bytes({ .opcode = 0 }) + bytes({ .opcode = 0 }),
          { "text begun", "failed 1002" } },
        { "text inside a message", begun + good, { "failed 1002" } },
        { "binary inside a message", begun + bytes({ .opcode = 2 }), { "failed 1002" } },
        { "unmasked from a client", bytes({ .payload = "x", .key = {} }), { "failed 1002" } },
        { "masked from a server", good, { "failed 1002" }, Role::Client },
        { "5 in two octets", bytes({ .payload = "hello", .lengthOctets = 2 }), { "failed 1002" } },
        { "125 in two octets", bytes({ .payload = std::string(125, 'x'), .lengthOctets = 2 }), { "failed 1002" } },
        { "65535 in eight octets", bytes({ .payload = std::string(65535, 'x'), .lengthOctets = 8 }), { "failed 1002" } },
        { "top bit of the length", bytes({ .lengthOctets = 8, .declaredLength = 1ULL << 63 }), { "failed 1002" } },
        { "all bits of the length", bytes({ .lengthOctets = 8, .declaredLength = ~0ULL }), { "failed 1002" } },
        { "nothing is read after a failure", bytes({ .opcode = 3 }) + good, { "failed 1002" } },
    };
    for (std::uint8_t reserved = 1; reserved < 8; ++reserved)
        rows.push_back({ "reserved bit", good + bytes({ .reserved = reserved }), { "text good", "failed 1002" } });
    for (const std::uint8_t opcode : { 3, 4, 5, 6, 7, 11, 12, 13, 14, 15 })
        rows.push_back({ "reserved opcode", good + bytes({ .opcode = opcode }), { "text good", "failed 1002" } });
    return rows;
}

std::vector<Row> limits()
{
    const std::string most = bytes({ .opcode = 2, .payload = std::string(kLimit - 1, 'x'), .fin = false });
    const Frame tooLarge { .opcode = 2, .declaredLength = kLimit + 1 };
    return {
        { "one more than the limit", bytes(tooLarge), { "failed 1009" } },
        { "2^31", bytes({ .opcode = 2, .declaredLength = 1ULL << 31 }), { "failed 1009" } },
        { "2^63-1", bytes({ .opcode = 2, .declaredLength = INT64_MAX }), { "failed 1009" } },
        { "fragments one above the limit", most + bytes({ .opcode = 0, .payload = "ab" }), { "failed 1009" } },
        { "a fragment of 2^63-1", most + bytes({ .opcode = 0, .declaredLength = INT64_MAX }), { "failed 1009" } },
        { "the sum starts anew",
          most + bytes({ .opcode = 0, .payload = "a" }) + bytes({ .opcode = 2, .payload = "b" }),
          { "binary " + describe(std::string(kLimit - 1, 'x') + "a"), "binary b" } },
    };
}

std::vector<Row> closing()
{
    const auto close = [](std::string payload) { return bytes({ .opcode = 8, .payload = std::move(payload) }); };
    const std::string longest(123, 'r');
    std::vector<Row> rows = {
        { "close without a code", close({}), { "close 1005 " } },
        { "close with a reason", close(closePayload(1000, "bye")), { "close 1000 bye" } },
        { "longest reason", close(closePayload(1001, longest)), { "close 1001 " + describe(longest) } },
        { "reason too long", close(closePayload(1001, longest + "r")), { "failed 1002" } },
        { "half a code", close("\x03"), { "failed 1002" } },
        { "reason is not UTF-8", close(closePayload(1000, "\xCE\xBA\xED\xA0\x80")), { "failed 1007" } },
        { "reason ends inside a character", close(closePayload(1000, "\xE2\x82")), { "failed 1007" } },
        { "nothing is read after a close",
          close({}) + bytes({ .opcode = 3 }) + bytes({ .payload = "x" }),
          { "close 1005 " } },
        { "close between fragments", bytes({ .payload = "x", .fin = false }) + close({}), { "close 1005 " } },
    };
    for (const std::uint16_t code :
         { 1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999 })
        rows.push_back({ "allowed code", close(closePayload(code)), { "close " + std::to_string(code) + " " } });
    for (const std::uint16_t code : { 0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535 })
        rows.push_back({ "forbidden code", close(closePayload(code)), { "failed 1002" } });
    return rows;
}

std::vector<Row> badText()
{
    const std::string good = bytes({ .payload = "κόσμε" });
    return {
        { "surrogate",
          good + bytes({ .payload = "\xCE\xBA\xED\xA0\x80" }),
          { "text " + describe("κόσμε"), "failed 1007" } },
        { "cut at the end", bytes({ .payload = "\xE2\x82" }), { "failed 1007" } },
        { "cut at the end of the last fragment",
          bytes({ .payload = "\xE2", .fin = false }) + bytes({ .opcode = 0, .payload = "\x82" }),
          { "failed 1007" } },
        { "cut, then an empty last fragment",
          bytes({ .payload = "\xE2", .fin = false }) + bytes({ .opcode = 0 }),
          { "failed 1007" } },
        { "the next message starts anew",
          bytes({ .opcode = 2, .payload = "\xE2" }) + bytes({ .payload = "x" }),
          { "binary " + describe("\xE2"), "text x" } },
        { "bad before the frame is whole", bytes({ .payload = "\xFF", .declaredLength = 5000 }), { "failed 1007" } },
    };
}

Events eventsOf(const Row &row, std::initializer_list<std::size_t> cuts)
{
    FrameParser parser(row.role, kLimit);
    Events events;
    std::string_view rest = row.input;
    std::size_t taken = 0;
    for (const std::size_t cut : cuts) {
        feed(parser, rest.substr(0, cut - taken), events);
        rest.remove_prefix(cut - taken);
        taken = cut;
    }
    feed(parser, rest, events);
    return events;
}
} // namespace

Q_DECLARE_METATYPE(Row)

class FrameParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameEventsHoweverTheInputIsCut_data();
    void sameEventsHoweverTheInputIsCut();
    void wholeMessageIsShownInPlaceWithoutMemory();
    void badTextFailsAtItsFirstBadOctet_data();
    void badTextFailsAtItsFirstBadOctet();
    void declaredLengthReservesNothing();
    void memoryIsGivenBackWhenNothingIsPending();
    void manySmallFragmentsTakeLinearTime();
    void failureSaysWhy();
    void staysFailed();
};

void FrameParserTest::sameEventsHoweverTheInputIsCut_data()
{
    QTest::addColumn<Row>("row");
    for (const auto &rows : { goodFrames(), sizes(), protocolErrors(), limits(), closing(), badText() }) {
        for (std::size_t i = 0; i < rows.size(); ++i)
            QTest::addRow("%s (%zu)", rows[i].name, i) << rows[i];
    }
}

void FrameParserTest::sameEventsHoweverTheInputIsCut()
{
    QFETCH(Row, row);
    const QString expected = text(row.expected);
    QCOMPARE(text(eventsOf(row, {})), expected);
    // All places for what is small, the ends and a sample of the middle for what is not.
    const std::size_t size = row.input.size();
    const std::size_t step = std::max<std::size_t>(1, size / 40);
    for (std::size_t cut = 1; cut < size; cut += (size < 1000 || cut < 20 || cut + 20 > size) ? 1 : step) {
        QCOMPARE(text(eventsOf(row, { cut })), expected);
        QCOMPARE(text(eventsOf(row, { cut, std::min(size, cut + 3) })), expected);
    }
    FrameParser parser(row.role, kLimit);
    Events events;
    for (std::size_t i = 0; i < size; ++i)
        feed(parser, std::string_view(row.input).substr(i, 1), events);
    QCOMPARE(text(events), expected);
}

void FrameParserTest::wholeMessageIsShownInPlaceWithoutMemory()
{
    std::string buffer = bytes({ .payload = std::string(1000, 'a') }) + bytes({ .opcode = 2, .payload = "b" });
    std::span<char> input = buffer;
    FrameParser parser(Role::Server);
    QCOMPARE(parser.next(input), FrameParser::Event::Message);
    QCOMPARE(static_cast<const void *>(parser.payload().data()), static_cast<const void *>(buffer.data() + 8));
    QCOMPARE(parser.next(input), FrameParser::Event::Message);
    QCOMPARE(static_cast<const void *>(parser.payload().data()),
             static_cast<const void *>(buffer.data() + 8 + 1000 + 6));
    QCOMPARE(parser.next(input), FrameParser::Event::NeedMore);
    QCOMPARE(parser.heldBytes(), 0U);

    // So it is when the header alone came with the read before.
    buffer = bytes({ .payload = "later" });
    input = std::span(buffer).first(6);
    QCOMPARE(parser.next(input), FrameParser::Event::NeedMore);
    input = std::span(buffer).subspan(6);
    QCOMPARE(parser.next(input), FrameParser::Event::Message);
    QCOMPARE(static_cast<const void *>(parser.payload().data()), static_cast<const void *>(buffer.data() + 6));
}

void FrameParserTest::badTextFailsAtItsFirstBadOctet_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("badOctet");
    QTest::newRow("surrogate") << QByteArray("\xCE\xBA\xED\xA0\x80") << 3;
    QTest::newRow("above U+10FFFF") << QByteArray("\xCE\xBA\xF4\x90\x80\x80") << 3;
    QTest::newRow("overlong") << QByteArray("x\xC0\xAF") << 1;
    QTest::newRow("overlong of three") << QByteArray("\xE0\x9F\xBF") << 1;
    QTest::newRow("after much good text") << QByteArray(100, 'x') + QByteArray("\xFF") << 100;
}

void FrameParserTest::badTextFailsAtItsFirstBadOctet()
{
    QFETCH(QByteArray, payload);
    QFETCH(int, badOctet);
    for (const bool fin : { true, false }) {
        const std::string input = bytes({ .payload = payload.toStdString(), .fin = fin, .declaredLength = 100'000 });
        const std::size_t start = input.size() - static_cast<std::size_t>(payload.size());
        FrameParser parser(Role::Server);
        Events events;
        for (std::size_t i = 0; i < input.size(); ++i) {
            feed(parser, std::string_view(input).substr(i, 1), events);
            QCOMPARE(!events.empty(), i >= start + static_cast<std::size_t>(badOctet));
        }
        QCOMPARE(text(events), QStringLiteral("failed 1007\n"));
    }
}

void FrameParserTest::declaredLengthReservesNothing()
{
    FrameParser parser(Role::Server);
    Events events;
    feed(parser, bytes({ .opcode = 2, .payload = std::string(1000, 'x'), .declaredLength = kDefaultMaxMessage }),
         events);
    QVERIFY(parser.heldBytes() <= 2000);
    std::size_t received = 1000;
    for (; received < kDefaultMaxMessage; received += 1000) {
        const std::size_t piece = std::min<std::size_t>(1000, kDefaultMaxMessage - received);
        QVERIFY(parser.heldBytes() <= 2 * received);
        feed(parser, std::string(piece, 'x'), events);
    }
    QCOMPARE(events.size(), 1U);
    QVERIFY(QString::fromStdString(events.front()).startsWith(QStringLiteral("binary 10485760 octets")));
}

void FrameParserTest::memoryIsGivenBackWhenNothingIsPending()
{
    FrameParser parser(Role::Server);
    Events events;
    const std::string message = bytes({ .payload = std::string(50'000, 'x') });
    const std::string ping = bytes({ .opcode = 9, .payload = "ping" });
    for (const std::string &input :
         { message, ping, bytes({ .payload = "y", .fin = false }) + bytes({ .opcode = 0 }) }) {
        feed(parser, std::string_view(input).substr(0, input.size() - 3), events);
        QVERIFY(parser.heldBytes() > 0);
        feed(parser, std::string_view(input).substr(input.size() - 3), events);
        QCOMPARE(parser.heldBytes(), 0U);
    }
    // One giant is not paid for while small messages come in parts.
    std::string giant = bytes({ .opcode = 2, .payload = std::string(5'000'000, 'x') });
    feed(parser, std::string_view(giant).substr(0, 100), events);
    feed(parser, giant.substr(100) + message.substr(0, 1000), events);
    QVERIFY(parser.heldBytes() <= 2000);
    // A close or a failure ends what was begun.
    for (const std::uint8_t opcode : { 0x8, 0xF }) {
        FrameParser other(Role::Server);
        feed(other, bytes({ .payload = "begun", .fin = false }) + bytes({ .opcode = opcode }), events);
        QCOMPARE(other.heldBytes(), 0U);
    }
}

void FrameParserTest::manySmallFragmentsTakeLinearTime()
{
    // 4 MiB in fragments of 64 octets: 65,536 of them, which by a copy of all each time would be 128 GiB of copying.
    FrameParser parser(Role::Server);
    Events events;
    const std::string part(64, 'x');
    feed(parser, bytes({ .opcode = 2, .payload = part, .fin = false }), events);
    const std::string middle = bytes({ .opcode = 0, .payload = part, .fin = false });
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 65'534; ++i)
        feed(parser, middle, events);
    feed(parser, bytes({ .opcode = 0, .payload = part }), events);
    QCOMPARE(events, Events { "binary " + describe(std::string(65'536 * 64, 'x')) });
    QVERIFY2(timer.elapsed() < 10'000, "assembling is not linear");
}

void FrameParserTest::failureSaysWhy()
{
    std::string input = bytes({ .payload = "x", .key = {} });
    std::span<char> span = input;
    FrameParser parser(Role::Server);
    QCOMPARE(parser.next(span), FrameParser::Event::Failed);
    QCOMPARE(parser.closeCode(), close::kProtocolError);
    QCOMPARE(QString::fromUtf8(parser.failure().data(), static_cast<int>(parser.failure().size())),
             QStringLiteral("frame from a client without a mask"));
}

void FrameParserTest::staysFailed()
{
    FrameParser parser(Role::Server);
    std::string input = bytes({ .opcode = 5 });
    std::span<char> span = input;
    QCOMPARE(parser.next(span), FrameParser::Event::Failed);
    std::string good = bytes({ .payload = "good" });
    span = good;
    QCOMPARE(parser.next(span), FrameParser::Event::Failed);
    QVERIFY(span.empty());
    QCOMPARE(parser.closeCode(), close::kProtocolError);
}

QTEST_APPLESS_MAIN(FrameParserTest)
#include "tst_frameparser.moc"
