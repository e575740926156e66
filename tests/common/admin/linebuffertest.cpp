// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/admin/linebuffer.h"

#include <QRandomGenerator>
#include <QtTest>

using relay::admin::LineBuffer;

class LineBufferTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cutsLines();
    void waitsForTheEnd();
    void lineAtTheLimitPasses();
    void lineAboveTheLimitIsOverlongForGood();
    void unfinishedLineAboveTheLimitIsOverlong();
    void anyPiecesGiveTheSameLines();
    void holdsOnlyWhatIsUnread();
};

void LineBufferTest::cutsLines()
{
    LineBuffer buffer(100);
    buffer.append("one\ntwo\r\n\nthree\n");
    for (const char *expected : { "one", "two", "", "three" })
        QCOMPARE(buffer.next(), std::optional(QByteArray(expected)));
    QVERIFY(!buffer.next());
    QCOMPARE(buffer.bufferedBytes(), 0);
}

void LineBufferTest::waitsForTheEnd()
{
    LineBuffer buffer(100);
    buffer.append("on");
    QVERIFY(!buffer.next());
    buffer.append("e\nt");
    QCOMPARE(buffer.next(), std::optional(QByteArray("one")));
    QVERIFY(!buffer.next());
    QCOMPARE(buffer.bufferedBytes(), 1);
}

void LineBufferTest::lineAtTheLimitPasses()
{
    LineBuffer buffer(8);
    buffer.append("1234567\n1234567\n");
    QVERIFY(buffer.next());
    QVERIFY(buffer.next());
    QVERIFY(!buffer.isOverlong());
}

void LineBufferTest::lineAboveTheLimitIsOverlongForGood()
{
    LineBuffer buffer(8);
    buffer.append("ok\n12345678\nok\n");
    QVERIFY(buffer.next());
    QVERIFY(!buffer.next());
    QVERIFY(buffer.isOverlong());
    buffer.append("ok\n");
    QVERIFY(!buffer.next());
    QCOMPARE(buffer.bufferedBytes(), 0);
    buffer.clear();
    buffer.append("ok\n");
    QVERIFY(buffer.next());
}

void LineBufferTest::unfinishedLineAboveTheLimitIsOverlong()
{
    LineBuffer buffer(8);
    buffer.append("12345678");
    QVERIFY(!buffer.next());
    QVERIFY(!buffer.isOverlong());
    buffer.append("9");
    QVERIFY(!buffer.next());
    QVERIFY(buffer.isOverlong());
}

void LineBufferTest::anyPiecesGiveTheSameLines()
{
    QRandomGenerator random(11);
    QByteArray stream;
    QList<QByteArray> expected;
    for (int i = 0; i < 300; ++i) {
        expected << QByteArray(random.bounded(60), char('a' + i % 26));
        stream += expected.last();
        stream += '\n';
    }
    LineBuffer buffer(61);
    QList<QByteArray> got;
    for (qsizetype at = 0; at < stream.size();) {
        const qsizetype count = qMin<qsizetype>(random.bounded(1, 90), stream.size() - at);
        buffer.append(QByteArrayView(stream).sliced(at, count));
        at += count;
        while (const auto line = buffer.next())
            got << *line;
    }
    QVERIFY(!buffer.isOverlong());
    QCOMPARE(got, expected);
}

void LineBufferTest::holdsOnlyWhatIsUnread()
{
    LineBuffer buffer(1000);
    for (int i = 0; i < 10'000; ++i) {
        buffer.append("0123456789\nhalf");
        QVERIFY(buffer.next());
        QVERIFY(buffer.bufferedBytes() < 20);
        buffer.append("\n");
        QVERIFY(buffer.next());
    }
    QCOMPARE(buffer.bufferedBytes(), 0);
}

QTEST_GUILESS_MAIN(LineBufferTest)
#include "linebuffertest.moc"
