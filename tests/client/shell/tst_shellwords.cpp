// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/shell/announcement.h"
#include "client/shell/frame.h"
#include "client/shell/hello.h"
#include "common/shell/protocol.h"

#include <QTest>

using namespace relay::client::shell;

namespace {

const QString kId = QStringLiteral("0123456789abcdefABCD-_");

//! JSON that is written with the other quotes.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

} // namespace

class TestShellWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void framesAreWrittenAsAgreed()
    {
        QCOMPARE(encodeAck(0x0102030405060708), QByteArray::fromHex("010102030405060708"));
        QCOMPARE(encodeEnd(5), QByteArray::fromHex("020000000000000005"));
        QCOMPARE(encodeAbort(QStringLiteral("no")), QByteArray("\x03no"));
        QCOMPARE(encodeAbort(QString(1000, u'x')).size(), kMaxReason + 1);
    }

    void framesAreReadAsWritten()
    {
        QCOMPARE(decodeFrame(encodeAck(7)).value(), (Frame { FrameType::Ack, 7, {} }));
        QCOMPARE(decodeFrame(encodeEnd(1LL << 40)).value(), (Frame { FrameType::End, 1LL << 40, {} }));
        QCOMPARE(decodeFrame(encodeAbort(u"für"_qs)).value(), (Frame { FrameType::Abort, 0, u"für"_qs }));
        QVERIFY(decodeFrame(QByteArray("\0x", 2)).value().type == FrameType::Data);
    }

    void hellosAreReadAsWritten()
    {
        const Hello ofHost { .resume = kId, .received = (1LL << 52) + 1, .isFresh = true, .error = {} };
        QCOMPARE(parseHello(encodeHello(ofHost)).value(), ofHost);
        const Hello ofClient { .resume = {}, .received = 0, .isFresh = false, .error = {} };
        QCOMPARE(parseHello(encodeHello(ofClient)).value(), ofClient);
        QCOMPARE(encodeHello(ofClient), QByteArray("{\"hello\":1,\"received\":0}"));
        const Hello refusal { .resume = {}, .received = 0, .isFresh = false, .error = u"no such target: db"_qs };
        QCOMPARE(parseHello(encodeHello(refusal)).value(), refusal);
    }

    void otherTextsAreNoHello_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("SSH-2.0-OpenSSH");
        QTest::newRow("another version") << json("{'hello':2,'received':0}");
        QTest::newRow("no count") << json("{'hello':1}");
        QTest::newRow("a negative count") << json("{'hello':1,'received':-1}");
        QTest::newRow("half a byte") << json("{'hello':1,'received':0.5}");
    }

    void otherTextsAreNoHello()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!parseHello(text));
    }

    void resumeIdsAreLongAndNeverTheSame()
    {
        const QString one = newResumeId();
        QVERIFY(relay::shell::isResumeId(one.toLatin1()));
        QCOMPARE(one.size(), 22);
        QVERIFY(one != newResumeId());
    }

    void relaysOfBeforeAnnounceWithoutMore()
    {
        const auto read = parseAnnouncement(json("{'action':'connect','uri':'ws://r/connect/pi/u?code=c','uuid':'u'}"));
        const Announcement expected { .isConnect = true, .uri = u"ws://r/connect/pi/u?code=c"_qs, .uuid = u"u"_qs };
        QCOMPARE(read.value(), expected);
        const auto gone = parseAnnouncement(json("{'action':'disconnect','uri':'','uuid':'u'}"));
        QCOMPARE(gone.value(), (Announcement { .isConnect = false, .uri = {}, .uuid = u"u"_qs }));
    }

    void relaysOfOursNameTheSession()
    {
        const QByteArray start
            = json("{'action':'connect','uri':'ws://r/x','uuid':'u','resume':'0123456789abcdefABCD-_',");
        const auto read = parseAnnouncement(start + json("'protocol':'relay-shell.1','target':'db','later':[1]}"));
        QCOMPARE(read->resume, kId);
        QCOMPARE(read->target, u"db"_qs);
        // Without the sub-protocol the client is one of before, whatever else is said.
        QCOMPARE(parseAnnouncement(start + json("'protocol':'relay-shell.9'}"))->resume, QString());
    }

    void otherAnnouncementsAreNone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no JSON") << QByteArray("hello");
        QTest::newRow("two") << json("{'action':'connect','uri':'a'}{'action':'connect','uri':'b'}");
        QTest::newRow("another action") << json("{'action':'dance','uri':'a'}");
        QTest::newRow("nowhere") << json("{'action':'connect','uuid':'u'}");
    }

    void otherAnnouncementsAreNone()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!parseAnnouncement(text));
    }
};

QTEST_GUILESS_MAIN(TestShellWords)
#include "tst_shellwords.moc"
