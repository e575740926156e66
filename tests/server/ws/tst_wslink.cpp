// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ws/frameencoder.h"
#include "fakehost.h"
#include "server/ws/wslink.h"

#include <QTest>

#include <sys/epoll.h>

using namespace relay;
using relay::tests::FakeHost;

namespace {

// A frame as a client must send it.
std::string masked(ws::Opcode opcode, std::string_view payload)
{
    const std::array<std::uint8_t, 4> key { 1, 2, 3, 4 };
    std::array<char, ws::kMaxHeader> header;
    const std::size_t length = ws::encodeMaskedHeader(header, opcode, payload.size(), key);
    std::string frame(header.data(), length);
    for (std::size_t i = 0; i < payload.size(); ++i)
        frame += char(payload[i] ^ char(key[i % 4]));
    return frame;
}

std::string closePayload(std::uint16_t code, std::string_view reason = {})
{
    return std::string { char(code >> 8), char(code & 0xff) } + std::string(reason);
}

struct Connection
{
    explicit Connection(ws::WsLinkOptions linkOptions = {})
        : options(linkOptions)
        , link(host.takeDescriptor(), 1, host.host(), options)
    {
        host.hub().join(link, "/t", {});
        QVERIFY(link.start());
    }
    ~Connection() { host.hub().leave(link); }
    void run() { link.handleEvents(EPOLLIN | EPOLLOUT); }

    FakeHost host;
    ws::WsLinkOptions options;
    ws::WsLink link;
};

} // namespace

class WsLinkTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pingIsAnsweredWithItsPayload();
    void closeIsEchoedThenTheStreamEnds();
    void protocolErrorClosesWithItsCode();
    void kickSaysCodeAndReasonAndWaitsForThePeer();
    void peerThatDoesNotAnswerACloseIsCut();
    void silentPeerIsPingedThenCut();
    void anyTrafficCountsAsLife();
    void vanishedPeerIsAbnormal();
    void messageOfOneThatMayNotWriteIsLeft();
    void messageOnTheStatsSocketAsksForAReport();
    void onlyTheCommandOfAWriterAsksOnTheTopicStats();
    void nothingIsRelayedAfterClose();
    void pingFloodOfANonReaderIsBounded();
};

void WsLinkTest::pingIsAnsweredWithItsPayload()
{
    Connection c;
    c.host.peerSends(masked(ws::Opcode::Ping, "hello"));
    c.run();
    QCOMPARE(c.host.peerReads(), ws::encodeFrame(ws::Opcode::Pong, "hello"));
}

void WsLinkTest::closeIsEchoedThenTheStreamEnds()
{
    Connection c;
    c.host.peerSends(masked(ws::Opcode::Close, closePayload(1000, "bye")));
    c.run();
    QCOMPARE(c.host.peerReads(), ws::encodeClose(1000, {}));
    QCOMPARE(c.host.peerReads(), std::string());
    QVERIFY(c.host.isAtEnd);
    QCOMPARE(c.host.codes, std::vector<std::uint16_t> { 1000 });
    QCOMPARE(c.host.lastReason, QByteArray("bye"));
    QCOMPARE(c.host.endings, 0); // until the peer has closed, too
    c.host.peerCloses();
    c.run();
    QCOMPARE(c.host.endings, 1);
}

void WsLinkTest::protocolErrorClosesWithItsCode()
{
    Connection c;
    c.host.peerSends(ws::encodeFrame(ws::Opcode::Text, "not masked"));
    c.run();
    const std::string said = c.host.peerReads();
    QCOMPARE(said.substr(2, 2), closePayload(1002));
    QCOMPARE(c.host.codes, std::vector<std::uint16_t> { 1002 });
    c.host.peerReads();
    QVERIFY(c.host.isAtEnd);
}

void WsLinkTest::kickSaysCodeAndReasonAndWaitsForThePeer()
{
    Connection c;
    c.link.close(4000, "maintenance");
    QCOMPARE(c.host.peerReads(), ws::encodeClose(4000, "maintenance"));
    QVERIFY(!c.host.isAtEnd);
    c.host.peerSends(masked(ws::Opcode::Close, closePayload(4000)));
    c.run();
    c.host.peerReads();
    QVERIFY(c.host.isAtEnd);
    QCOMPARE(c.host.codes, std::vector<std::uint16_t> { 4000 });
}

void WsLinkTest::peerThatDoesNotAnswerACloseIsCut()
{
    Connection c;
    c.link.close(4000, "maintenance");
    c.host.now += 3000;
    c.link.sweep(c.host.now);
    QCOMPARE(c.host.endings, 0);
    c.host.now += 1500;
    c.link.sweep(c.host.now);
    QCOMPARE(c.host.endings, 1);
}

void WsLinkTest::silentPeerIsPingedThenCut()
{
    Connection c;
    c.host.now += 4'000;
    c.link.sweep(c.host.now);
    QCOMPARE(c.host.peerReads(), std::string());
    c.host.now += 1'500; // the first comes soon, so that the round trip is known
    c.link.sweep(c.host.now);
    QCOMPARE(c.host.peerReads().substr(0, 1), std::string("\x89"));
    c.host.now += 24'000;
    c.link.sweep(c.host.now);
    QCOMPARE(c.host.peerReads(), std::string());
    c.host.now += 1'500;
    c.link.sweep(c.host.now);
    QCOMPARE(c.host.peerReads().substr(0, 1), std::string("\x89"));
    c.host.now += 30'000;
    c.link.sweep(c.host.now);
    QCOMPARE(c.host.codes, std::vector<std::uint16_t> { 1006 });
    QVERIFY(c.host.lastReason.contains("60 s"));
    QCOMPARE(c.host.endings, 1);
}

void WsLinkTest::anyTrafficCountsAsLife()
{
    Connection c;
    for (int i = 0; i < 5; ++i) {
        c.host.now += 40'000;
        c.host.peerSends(masked(ws::Opcode::Text, "still here"));
        c.run();
        c.link.sweep(c.host.now);
    }
    QVERIFY(c.host.codes.empty());
}

void WsLinkTest::vanishedPeerIsAbnormal()
{
    Connection c;
    c.host.peerCloses();
    c.run();
    QCOMPARE(c.host.codes, std::vector<std::uint16_t> { 1006 });
    QCOMPARE(c.host.endings, 1);
}

void WsLinkTest::messageOfOneThatMayNotWriteIsLeft()
{
    Connection c({ .mayWrite = false });
    c.host.peerSends(masked(ws::Opcode::Text, "psst"));
    c.run();
    QCOMPARE(c.link.traffic.inMessages, std::uint64_t(0));
    QVERIFY(c.link.isOpen());
}

void WsLinkTest::messageOnTheStatsSocketAsksForAReport()
{
    Connection c({ .asks = ws::Asks::ByAnyMessage });
    c.host.peerSends(masked(ws::Opcode::Text, "-"));
    c.run();
    QCOMPARE(c.host.statsRequests, 1);
    c.link.sendTexts({ "{}", "{\"a\":1}" });
    c.run();
    QCOMPARE(c.host.peerReads(),
             ws::encodeFrame(ws::Opcode::Text, "{}") + ws::encodeFrame(ws::Opcode::Text, "{\"a\":1}"));
}

void WsLinkTest::onlyTheCommandOfAWriterAsksOnTheTopicStats()
{
    Connection c({ .asks = ws::Asks::ByCommand });
    for (const char *other : { "update", "{}", "[]", "{\"cmd\":\"UPDATE\"}", "{\"cmd\":[\"update\"]}" })
        c.host.peerSends(masked(ws::Opcode::Text, other));
    c.host.peerSends(masked(ws::Opcode::Binary, "{\"cmd\":\"update\"}"));
    c.host.peerSends(masked(ws::Opcode::Text, "{\"cmd\":\"update\"}" + std::string(300, ' ')));
    c.run();
    QCOMPARE(c.host.statsRequests, 0);
    c.host.peerSends(masked(ws::Opcode::Text, "{\"cmd\":\"update\"}"));
    c.run();
    QCOMPARE(c.host.statsRequests, 1);
    QCOMPARE(c.link.traffic.inMessages, std::uint64_t(8));

    Connection reader({ .mayWrite = false, .asks = ws::Asks::ByCommand });
    reader.host.peerSends(masked(ws::Opcode::Text, "{\"cmd\":\"update\"}"));
    reader.run();
    QCOMPARE(reader.host.statsRequests, 0);
}

void WsLinkTest::nothingIsRelayedAfterClose()
{
    Connection c;
    c.host.peerSends(masked(ws::Opcode::Close, closePayload(1000)) + masked(ws::Opcode::Text, "late")
                     + masked(ws::Opcode::Ping, "late"));
    c.run();
    QCOMPARE(c.link.traffic.inMessages, std::uint64_t(0));
    QCOMPARE(c.host.peerReads(), ws::encodeClose(1000, {}));
}

void WsLinkTest::pingFloodOfANonReaderIsBounded()
{
    Connection c;
    const std::string ping = masked(ws::Opcode::Ping, std::string(125, 'p'));
    for (int i = 0; i < 50'000; ++i) {
        c.host.peerSends(ping);
        c.link.handleEvents(EPOLLIN);
    }
    QVERIFY(!c.link.queue.isEmpty()); // the socket is full, or the test shows nothing
    QVERIFY(c.link.queue.heldBytes() < 32 * 1024);
    QVERIFY(c.link.isOpen());
}

QTEST_GUILESS_MAIN(WsLinkTest)
#include "tst_wslink.moc"
