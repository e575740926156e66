// SPDX-License-Identifier: GPL-3.0-or-later
// A websocket link on a TLS connection, against OpenSSL's client over a socket pair.
#include "common/ws/frameencoder.h"
#include "server/ws/wslink.h"

#include "../ws/fakehost.h"
#include "certificates.h"
#include "tlsclient.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/epoll.h>

using namespace relay;
using relay::tests::FakeHost;

namespace {

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

struct Connection
{
    explicit Connection(const tls::Context &context)
        : link(host.takeDescriptor(), 1, host.host(), options)
        , other(loop::Descriptor {}, 2, host.host(), options)
    {
        auto stream = std::make_unique<tls::Stream>(context);
        std::array<char, 1000> room;
        std::size_t count = 0;
        for (int step = 0; step < 5 && !(stream->isEstablished() && client.isEstablished()); ++step) {
            client.handshake();
            const std::string sealed = client.sealed();
            stream->feed(sealed);
            [[maybe_unused]] const auto event = stream->open(room, count);
            client.feed({ stream->unsent().data(), stream->unsent().size() });
            stream->advance(stream->unsent().size());
        }
        (void)client.read();
        link.secure(std::move(stream));
        host.hub().join(link, "/t", {});
        host.hub().join(other, "/t", { .reads = false });
        QVERIFY(link.start());
    }
    ~Connection()
    {
        host.hub().leave(link);
        host.hub().leave(other);
    }

    void run() { link.handleEvents(EPOLLIN | EPOLLOUT); }
    void clientSends(std::string_view frame)
    {
        client.write(frame);
        host.peerSends(client.sealed());
        run();
    }
    //! What the client reads now.
    std::string clientReads()
    {
        client.feed(host.peerReads());
        return client.read();
    }

    FakeHost host;
    ws::WsLinkOptions options;
    tests::TlsClient client;
    ws::WsLink link;
    ws::WsLink other; // a member that speaks; has no descriptor
};

} // namespace

class TlsLinkTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aPingIsAnsweredThroughTls();
    void largeMessagesComeInAndGoOutAsRoomAllows();
    void aCloseIsFollowedByCloseNotifyAndTheEnd();
    void closeNotifyWithoutACloseFrameIsGoneAway();
    void bytesThatAreNoRecordEndIt();
    void theEndWaitsForWhatIsSealed();

private:
    tls::ContextPtr m_context;
};

void TlsLinkTest::initTestCase()
{
    QTemporaryDir folder;
    const auto own = tests::makeCertificate();
    for (const auto &[name, content] : { std::pair { u"c"_qs, own.certificate }, std::pair { u"k"_qs, own.key } }) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    m_context = tls::load({ folder.filePath(u"c"_qs), folder.filePath(u"k"_qs), tls::Version::Tls12 }).context;
    QVERIFY(m_context);
}

void TlsLinkTest::aPingIsAnsweredThroughTls()
{
    Connection c(*m_context);
    c.clientSends(masked(ws::Opcode::Ping, "are you there"));
    QCOMPARE(c.clientReads(), ws::encodeFrame(ws::Opcode::Pong, "are you there"));
}

void TlsLinkTest::largeMessagesComeInAndGoOutAsRoomAllows()
{
    Connection c(*m_context);
    const std::string large(3'000'000, 'x');
    c.host.hub().publish(c.other, ws::Opcode::Binary, large);
    c.host.hub().flush();
    std::string got;
    for (int i = 0; i < 1000 && got.size() < large.size() + 10; ++i) {
        got += c.clientReads();
        c.run();
    }
    QVERIFY(got == ws::encodeFrame(ws::Opcode::Binary, large));
    QCOMPARE(c.link.traffic.outMessages, 1U);
    QVERIFY(c.link.queue.isEmpty());

    const std::string frame = masked(ws::Opcode::Binary, large);
    for (std::size_t at = 0; at < frame.size(); at += 50'000)
        c.clientSends(std::string_view(frame).substr(at, 50'000));
    QCOMPARE(c.link.traffic.inMessages, 1U);
    QCOMPARE(c.link.traffic.inBytes, large.size());
}

void TlsLinkTest::aCloseIsFollowedByCloseNotifyAndTheEnd()
{
    Connection c(*m_context);
    c.link.close(4000, "kicked");
    QCOMPARE(c.clientReads(), ws::encodeClose(4000, "kicked"));
    QVERIFY(!c.client.hasEnded());
    c.clientSends(masked(ws::Opcode::Close, std::string("\x0f\xa0", 2)));
    QCOMPARE(c.clientReads(), std::string());
    QVERIFY(c.client.hasEnded());
    (void)c.host.peerReads();
    QVERIFY(c.host.isAtEnd);
    c.host.peerCloses();
    c.run();
    QCOMPARE(c.host.endings, 1);
    QCOMPARE(c.host.codes, (std::vector<std::uint16_t> { 4000 }));
}

void TlsLinkTest::closeNotifyWithoutACloseFrameIsGoneAway()
{
    Connection c(*m_context);
    c.client.shutDown();
    c.host.peerSends(c.client.sealed());
    c.run();
    QCOMPARE(c.host.codes, (std::vector<std::uint16_t> { 1006 }));
    QCOMPARE(c.host.endings, 1);
}

void TlsLinkTest::bytesThatAreNoRecordEndIt()
{
    Connection c(*m_context);
    c.host.peerSends("GET / HTTP/1.1\r\n\r\n");
    c.run();
    QCOMPARE(c.host.codes, (std::vector<std::uint16_t> { 1006 }));
    QVERIFY(c.host.lastReason.startsWith("TLS failed"));
    QCOMPARE(c.host.endings, 1);
}

void TlsLinkTest::theEndWaitsForWhatIsSealed()
{
    Connection c(*m_context);
    const std::string message(1'000'000, 'x');
    c.host.hub().publish(c.other, ws::Opcode::Binary, message);
    c.host.hub().flush(); // more than the socket takes
    QVERIFY(!c.link.sealer->unsent().empty() || !c.link.queue.isEmpty());
    c.clientSends(masked(ws::Opcode::Close, std::string("\x03\xe8", 2)));
    std::string got;
    for (int i = 0; i < 1000 && !c.client.hasEnded(); ++i) {
        got += c.clientReads();
        c.run();
    }
    QVERIFY(c.client.hasEnded());
    QVERIFY(got == ws::encodeFrame(ws::Opcode::Binary, message) + ws::encodeClose(1000, {}));
}

QTEST_GUILESS_MAIN(TlsLinkTest)
#include "tst_tlslink.moc"
