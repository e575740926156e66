// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tls/stream.h"

#include "certificates.h"
#include "tlsclient.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <openssl/ssl.h>

using namespace relay;
using Event = tls::Stream::Event;

class TlsStreamTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void bytesGoBothWays_data();
    void bytesGoBothWays();
    void aByteAtATime();
    void manySmallPiecesShareRecords();
    void sealsABoundedPartOfMuch();
    void whatIsNotTakenGoesFirst();
    void closeNotifyEndsIt();
    void finishSaysCloseNotifyOnce();
    void forgedRecordsFail();
    void aKeyUpdateIsAnswered();
    void afterTheEndNothingIsSealed();

private:
    //! What the stream makes of these sealed bytes.
    std::string open(tls::Stream &stream, std::string_view sealed, Event *last = nullptr)
    {
        std::string bytes;
        std::vector<char> room(1000);
        stream.feed(sealed);
        auto event = Event::Bytes;
        while (event == Event::Bytes) {
            std::size_t count = 0;
            event = stream.open(room, count);
            bytes.append(room.data(), count);
        }
        if (last)
            *last = event;
        return bytes;
    }

    std::string takeUnsent(tls::Stream &stream)
    {
        const std::string bytes(stream.unsent().begin(), stream.unsent().end());
        stream.advance(bytes.size());
        return bytes;
    }

    void shakeHands(tls::Stream &stream, tests::TlsClient &client)
    {
        for (int step = 0; step < 5 && !(stream.isEstablished() && client.isEstablished()); ++step) {
            client.handshake();
            open(stream, client.sealed());
            client.feed(takeUnsent(stream));
        }
        QVERIFY(stream.isEstablished() && client.isEstablished());
        QCOMPARE(client.read(), std::string());
    }

    std::string seal(tls::Stream &stream, const std::vector<std::string> &parts, std::size_t *taken = nullptr)
    {
        std::vector<iovec> pieces;
        std::size_t size = 0;
        for (const std::string &part : parts) {
            pieces.push_back({ const_cast<char *>(part.data()), part.size() });
            size += part.size();
        }
        std::string room(hub::Sealer::roomFor(size), '\0');
        const auto sealed = stream.seal(pieces, room);
        if (taken)
            *taken = sealed.plain;
        room.resize(sealed.bytes);
        return room;
    }

    tls::ContextPtr m_context;
};

void TlsStreamTest::initTestCase()
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

void TlsStreamTest::bytesGoBothWays_data()
{
    QTest::addColumn<int>("version");
    QTest::newRow("1.2") << TLS1_2_VERSION;
    QTest::newRow("1.3") << TLS1_3_VERSION;
}

void TlsStreamTest::bytesGoBothWays()
{
    QFETCH(int, version);
    tls::Stream stream(*m_context);
    tests::TlsClient client(version);
    shakeHands(stream, client);
    QVERIFY(stream.unsent().empty());
    for (const std::size_t size : { 1U, 1000U, 16'384U, 16'385U, 100'000U, 262'144U }) {
        const std::string message(size, 'm');
        client.write(message);
        Event last {};
        QCOMPARE(open(stream, client.sealed(), &last), message);
        QCOMPARE(last, Event::WantsMore);
        client.feed(seal(stream, { message }));
        QCOMPARE(client.read(), message);
    }
}

void TlsStreamTest::aByteAtATime()
{
    tls::Stream stream(*m_context);
    tests::TlsClient client;
    for (int step = 0; step < 5 && !client.isEstablished(); ++step) {
        client.handshake();
        for (const char byte : client.sealed())
            open(stream, { &byte, 1 });
        for (const char byte : takeUnsent(stream))
            client.feed({ &byte, 1 });
    }
    client.write("hello");
    std::string got;
    for (const char byte : client.sealed())
        got += open(stream, { &byte, 1 });
    QCOMPARE(got, std::string("hello"));
}

void TlsStreamTest::manySmallPiecesShareRecords()
{
    tls::Stream stream(*m_context);
    tests::TlsClient client;
    shakeHands(stream, client);
    std::vector<std::string> parts;
    std::string all;
    for (int i = 0; i < 1000; ++i) {
        parts.push_back(i == 500 ? std::string(40'000, 'L') : "small piece " + std::to_string(i));
        all += parts.back();
    }
    const std::string sealed = seal(stream, parts);
    QVERIFY(sealed.size() < all.size() + (all.size() / 16'384 + 4) * 40);
    client.feed(sealed);
    QVERIFY(client.read() == all);
}

void TlsStreamTest::sealsABoundedPartOfMuch()
{
    tls::Stream stream(*m_context);
    tests::TlsClient client;
    shakeHands(stream, client);
    const std::string much(hub::Sealer::kMaxPlain + 12'345, 'x');
    std::size_t taken = 0;
    client.feed(seal(stream, { much }, &taken));
    QCOMPARE(taken, hub::Sealer::kMaxPlain);
    client.feed(seal(stream, { much.substr(taken) }));
    QVERIFY(client.read() == much);
}

void TlsStreamTest::whatIsNotTakenGoesFirst()
{
    tls::Stream stream(*m_context);
    tests::TlsClient client;
    shakeHands(stream, client);
    const std::string sealed = seal(stream, { "first" });
    client.feed(sealed.substr(0, 3));
    stream.keep({ sealed.data() + 3, sealed.size() - 3 });
    QCOMPARE(stream.unsent().size(), sealed.size() - 3);
    stream.advance(0);
    client.feed({ stream.unsent().data(), 2 });
    stream.advance(2);
    client.feed(takeUnsent(stream));
    QVERIFY(stream.unsent().empty());
    client.feed(seal(stream, { "second" }));
    QCOMPARE(client.read(), std::string("firstsecond"));
}

void TlsStreamTest::closeNotifyEndsIt()
{
    tls::Stream stream(*m_context);
    tests::TlsClient client;
    shakeHands(stream, client);
    client.write("last words");
    client.shutDown();
    Event last {};
    QCOMPARE(open(stream, client.sealed(), &last), std::string("last words"));
    QCOMPARE(last, Event::Finished);
}

void TlsStreamTest::finishSaysCloseNotifyOnce()
{
    tls::Stream stream(*m_context);
    tests::TlsClient client;
    shakeHands(stream, client);
    const std::string sealed = seal(stream, { "goodbye" });
    stream.keep(sealed);
    stream.finish();
    stream.finish();
    client.feed(takeUnsent(stream));
    QCOMPARE(client.read(), std::string("goodbye"));
    QVERIFY(client.hasEnded());
}

void TlsStreamTest::forgedRecordsFail()
{
    tls::Stream stream(*m_context);
    tests::TlsClient client;
    shakeHands(stream, client);
    client.write("message");
    std::string sealed = client.sealed();
    sealed.back() ^= 1;
    Event last {};
    QCOMPARE(open(stream, sealed, &last), std::string());
    QCOMPARE(last, Event::Failed);
    QVERIFY(!stream.failure().isEmpty());
    QVERIFY(!stream.unsent().empty()); // the alert
}

void TlsStreamTest::aKeyUpdateIsAnswered()
{
    tls::Stream stream(*m_context);
    tests::TlsClient client(TLS1_3_VERSION);
    shakeHands(stream, client);
    for (int i = 0; i < 3; ++i) {
        client.updateKey();
        client.write("under new keys");
        QCOMPARE(open(stream, client.sealed()), std::string("under new keys"));
        const std::string answer = takeUnsent(stream);
        client.feed(answer);
        client.feed(seal(stream, { "as well" }));
        QCOMPARE(client.read(), std::string("as well"));
    }
}

void TlsStreamTest::afterTheEndNothingIsSealed()
{
    tls::Stream stream(*m_context);
    tests::TlsClient client;
    shakeHands(stream, client);
    stream.finish();
    std::size_t taken = 1;
    seal(stream, { "too late" }, &taken);
    QCOMPARE(taken, std::size_t(0));
}

QTEST_GUILESS_MAIN(TlsStreamTest)
#include "tst_tlsstream.moc"
