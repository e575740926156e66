// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakehost.h"
#include "server/ws/ingestlink.h"

#include <QTest>

#include <sys/epoll.h>

using namespace relay;
using relay::tests::FakeHost;

namespace {

http::RequestHead headWith(const QByteArray &name, const QByteArray &value)
{
    http::RequestHead head;
    head.method = "POST";
    head.target = head.path = "/in/demo";
    head.headers = { { "host", "localhost" }, { name, value } };
    return head;
}

std::string packets(int count)
{
    std::string stream;
    for (int i = 0; i < count; ++i)
        stream += std::string("\x47", 1) + std::string(187, char(i));
    return stream;
}

std::string chunk(const std::string &body)
{
    return QByteArray::number(qulonglong(body.size()), 16).toStdString() + "\r\n" + body + "\r\n";
}

struct Upload
{
    explicit Upload(const http::RequestHead &head)
        : link(host.takeDescriptor(), 1, host.host(), head)
    {
        host.hub().join(link, "/out/demo", { .reads = false });
        QVERIFY(link.start());
    }
    ~Upload() { host.hub().leave(link); }
    void send(std::string_view bytes)
    {
        host.peerSends(bytes);
        link.handleEvents(EPOLLIN);
    }

    FakeHost host;
    ws::IngestLink link;
};

} // namespace

class IngestLinkTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachReadBecomesAMessageOfWholePackets();
    void endOfTheBodyIsAnsweredWithTotals();
    void otherThanATransportStreamIs415();
    void brokenChunkingIs400();
    void kickIsAnHttpRefusal();
    void expiryAsksForANewToken();
    void endOfTheRelayInvitesToComeBack();
    void senderThatVanishesIsAbnormal();
};

void IngestLinkTest::eachReadBecomesAMessageOfWholePackets()
{
    Upload upload(headWith("transfer-encoding", "chunked"));
    const std::string stream = packets(10);
    upload.send(chunk(stream.substr(0, 188 * 4 + 50)));
    QCOMPARE(upload.link.traffic.inMessages, std::uint64_t(1));
    QCOMPARE(upload.link.traffic.inBytes, std::uint64_t(188 * 4));
    upload.send(chunk(stream.substr(188 * 4 + 50)));
    QCOMPARE(upload.link.traffic.inMessages, std::uint64_t(2));
    QCOMPARE(upload.link.traffic.inBytes, std::uint64_t(188 * 10));
}

void IngestLinkTest::endOfTheBodyIsAnsweredWithTotals()
{
    Upload upload(headWith("content-length", QByteArray::number(188 * 5)));
    upload.send(packets(5));
    const std::string answer = upload.host.peerReads();
    QVERIFY(answer.starts_with("HTTP/1.1 200 "));
    QVERIFY(answer.find("\"packets\":5") != std::string::npos);
    QCOMPARE(upload.host.codes, std::vector<std::uint16_t> { 1000 });
    QVERIFY(upload.host.refusals.empty());
    upload.host.peerReads();
    QVERIFY(upload.host.isAtEnd);
}

void IngestLinkTest::otherThanATransportStreamIs415()
{
    Upload upload(headWith("transfer-encoding", "chunked"));
    upload.send(chunk(std::string(1000, 'x')));
    const std::string answer = upload.host.peerReads();
    QVERIFY(answer.starts_with("HTTP/1.1 415 "));
    QVERIFY(answer.find("-f mpegts") != std::string::npos);
    QCOMPARE(upload.link.traffic.inMessages, std::uint64_t(0));
    upload.send(chunk(std::string(1000, 'x')));
    QCOMPARE(upload.host.refusals, std::vector<int> { 415 });
}

void IngestLinkTest::brokenChunkingIs400()
{
    Upload upload(headWith("transfer-encoding", "chunked"));
    upload.send("zz\r\nnonsense");
    QVERIFY(upload.host.peerReads().starts_with("HTTP/1.1 400 "));
    QCOMPARE(upload.host.refusals, std::vector<int> { 400 });
}

void IngestLinkTest::kickIsAnHttpRefusal()
{
    Upload upload(headWith("transfer-encoding", "chunked"));
    upload.link.close(4000, "wrong camera");
    const std::string answer = upload.host.peerReads();
    QVERIFY(answer.starts_with("HTTP/1.1 403 "));
    QVERIFY(answer.find("wrong camera") != std::string::npos);
    QCOMPARE(upload.host.codes, std::vector<std::uint16_t> { 4000 });
    QCOMPARE(upload.host.refusals, std::vector<int> { 403 });
}

void IngestLinkTest::expiryAsksForANewToken()
{
    Upload upload(headWith("transfer-encoding", "chunked"));
    upload.link.close(4401, "token expired");
    const std::string answer = upload.host.peerReads();
    QVERIFY(answer.starts_with("HTTP/1.1 401 "));
    QVERIFY(answer.find("\r\nWWW-Authenticate: Bearer\r\n") != std::string::npos);
    QVERIFY(answer.find("token expired") != std::string::npos);
    upload.host.peerReads();
    QVERIFY(upload.host.isAtEnd);
    upload.send(chunk(packets(3)));
    QCOMPARE(upload.link.traffic.inMessages, std::uint64_t(0));
}

void IngestLinkTest::endOfTheRelayInvitesToComeBack()
{
    Upload upload(headWith("transfer-encoding", "chunked"));
    upload.link.close(1001, "the relay is shutting down");
    QVERIFY(upload.host.peerReads().starts_with("HTTP/1.1 503 "));
    QCOMPARE(upload.host.refusals, std::vector<int> { 503 });
}

void IngestLinkTest::senderThatVanishesIsAbnormal()
{
    Upload upload(headWith("transfer-encoding", "chunked"));
    upload.send(chunk(packets(3)));
    upload.host.peerCloses();
    upload.link.handleEvents(EPOLLIN);
    QCOMPARE(upload.host.codes, std::vector<std::uint16_t> { 1006 });
    QCOMPARE(upload.host.endings, 1);
}

QTEST_GUILESS_MAIN(IngestLinkTest)
#include "tst_ingestlink.moc"
