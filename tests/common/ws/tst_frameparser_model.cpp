// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/common/ws/framebuilder.h"
#include "tests/common/ws/referenceparser.h"

#include <QtTest>

#include <random>

using namespace relay::ws;
using namespace relay::ws::test;

namespace {
constexpr std::uint64_t kLimit = 3000;
constexpr int kStreams = 20'000;

/*!
 * Streams of frames: most of them right, so that they go on for a while, and each rule of RFC 6455 broken now and then.
 */
class StreamMaker
{
public:
    StreamMaker(std::uint64_t seed, Role role)
        : m_random(seed)
        , m_role(role)
    {
    }

    std::string stream()
    {
        std::string out;
        for (std::uint64_t frames = 1 + below(12); frames > 0; --frames)
            out += bytes(frame());
        if (oneIn(8))
            out.resize(below(out.size() + 1));
        if (oneIn(8) && !out.empty())
            out[below(out.size())] ^= static_cast<char>(1 << below(8));
        return out;
    }

    std::uint64_t below(std::uint64_t end) { return m_random() % end; }

private:
    bool oneIn(std::uint64_t n) { return below(n) == 0; }

    std::string textOf(std::uint64_t characters)
    {
        static constexpr std::array kCharacters
            = { "a", "Z", " ", "ß", "ü", "€", "한", "\xEF\xBF\xBF", "😀", "\xF4\x8F\xBF\xBF" };
        std::string out;
        for (; characters > 0; --characters)
            out += oneIn(300) ? "\xED\xA0\x80" : kCharacters[below(kCharacters.size())];
        return out;
    }

    std::uint64_t anySize() { return oneIn(10) ? below(kLimit) : oneIn(4) ? 120 + below(12) : below(20); }

    Frame frame()
    {
        Frame frame;
        if (oneIn(3))
            frame = control();
        else
            frame = data();
        if (m_role == Role::Client)
            frame.key.reset();
        else
            for (std::uint8_t &octet : *frame.key)
                octet = static_cast<std::uint8_t>(m_random());
        breakARule(frame);
        return frame;
    }

    Frame control()
    {
        if (oneIn(10)) {
            static constexpr std::array<std::uint16_t, 9> kCodes
                = { 1000, 1001, 1004, 1006, 1011, 1014, 1015, 2999, 4999 };
            return { .opcode = 8,
                     .payload
                     = oneIn(4) ? std::string(below(2), '\3') : closePayload(kCodes[below(9)], textOf(below(30))) };
        }
        return { .opcode = static_cast<std::uint8_t>(9 + below(2)), .payload = std::string(below(126), 'p') };
    }

    Frame data()
    {
        Frame frame;
        if (!m_isInMessage)
            m_rest = oneIn(2) ? textOf(anySize()) : std::string(anySize(), '\xFE');
        frame.opcode = m_isInMessage ? 0 : (m_rest.starts_with('\xFE') ? 2 : 1);
        frame.fin = !oneIn(3);
        frame.payload = m_rest.substr(0, frame.fin ? m_rest.size() : below(m_rest.size() + 1));
        m_rest.erase(0, frame.payload.size());
        m_isInMessage = !frame.fin;
        return frame;
    }

    void breakARule(Frame &frame)
    {
        if (!oneIn(25))
            return;
        switch (below(7)) {
        case 0: frame.opcode = static_cast<std::uint8_t>(below(16)); break;
        case 1: frame.reserved = static_cast<std::uint8_t>(1 + below(7)); break;
        case 2: frame.fin = !frame.fin; break;
        case 3: frame.key = frame.key ? std::nullopt : std::optional(kKey); break;
        case 4: frame.lengthOctets = oneIn(2) ? 2 : 8; break;
        case 5: frame.declaredLength = m_random() >> below(64); break;
        default: frame.payload += '\x80';
        }
    }

    std::mt19937_64 m_random;
    std::string m_rest; //!< of the message that is being sent in fragments
    Role m_role;
    bool m_isInMessage = false;
};

Events eventsInPieces(std::string_view stream, Role role, StreamMaker &random)
{
    FrameParser parser(role, kLimit);
    Events events;
    const std::uint64_t largest = 1 + random.below(random.below(2) ? 8 : 2000);
    while (!stream.empty()) {
        const std::size_t size = std::min<std::size_t>(stream.size(), 1 + random.below(largest));
        feed(parser, stream.substr(0, size), events);
        stream.remove_prefix(size);
    }
    return events;
}

std::string joined(const Events &events)
{
    std::string all;
    for (const std::string &event : events)
        all += event + '\n';
    return all;
}
} // namespace

class FrameParserModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheReferenceOnRandomStreams_data();
    void agreesWithTheReferenceOnRandomStreams();
};

void FrameParserModelTest::agreesWithTheReferenceOnRandomStreams_data()
{
    QTest::addColumn<int>("role");
    QTest::newRow("server") << static_cast<int>(Role::Server);
    QTest::newRow("client") << static_cast<int>(Role::Client);
}

void FrameParserModelTest::agreesWithTheReferenceOnRandomStreams()
{
    QFETCH(int, role);
    const auto side = static_cast<Role>(role);
    std::map<std::string, int> seen;
    for (int seed = 1; seed <= kStreams; ++seed) {
        StreamMaker maker(static_cast<std::uint64_t>(seed), side);
        const std::string stream = maker.stream();
        const Events expected = ReferenceParser(side, kLimit).parse(stream);
        for (int way = 0; way < 2; ++way) {
            FrameParser parser(side, kLimit);
            Events events;
            if (way == 0)
                feed(parser, stream, events);
            else
                events = eventsInPieces(stream, side, maker);
            if (events != expected) {
                qWarning("seed %d, %s:\n%sexpected:\n%s", seed, way == 0 ? "whole" : "in pieces",
                         joined(events).c_str(), joined(expected).c_str());
                QFAIL("the parser and the reference disagree");
            }
        }
        for (const std::string &event : expected)
            ++seen[event.substr(0, event.starts_with("failed") ? 11 : event.find(' '))];
    }
    // A check that the streams reach everything that may come out.
    for (const char *event : { "text", "binary", "ping", "pong", "close", "failed 1002", "failed 1007", "failed 1009" })
        QVERIFY2(seen[event] > 100, event);
}

QTEST_APPLESS_MAIN(FrameParserModelTest)
#include "tst_frameparser_model.moc"
