// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/shell/bytequeue.h"
#include "client/shell/resumablestream.h"

#include <QTest>

#include <random>

using namespace relay::client::shell;
using Kind = ResumableStream::Taken::Kind;

namespace {

QByteArray dataMessage(const QByteArray &bytes)
{
    return char(FrameType::Data) + bytes;
}

//! One end with its near side, which takes bytes when it is told to.
struct End
{
    ResumableStream stream;
    ByteQueue waiting; // arrived, and not taken by the near side
    QByteArray taken;  // by the near side
    QByteArray toGive; // what the near side has to send, in all
    qsizetype given = 0;
    qint64 mostUnacknowledged = 0;
    std::deque<QByteArray> way; // messages on their way to this end

    void give(qsizetype bytes)
    {
        bytes = std::min({ bytes, toGive.size() - given, qsizetype(stream.room()), kMaxData });
        if (bytes > 0)
            stream.give(dataMessage(toGive.sliced(given, bytes)));
        given += std::max<qsizetype>(bytes, 0);
        if (given == toGive.size())
            stream.finish();
        mostUnacknowledged = std::max(mostUnacknowledged, stream.unacknowledged());
    }

    void consume(qint64 bytes)
    {
        bytes = std::min(bytes, waiting.size());
        while (bytes > 0) {
            const QByteArrayView part
                = waiting.front().first(qsizetype(std::min<qint64>(bytes, waiting.front().size())));
            taken += part;
            bytes -= part.size();
            stream.consumed(part.size());
            waiting.drop(part.size());
        }
    }

    //! The next message on its way arrives.
    void arrive()
    {
        if (way.empty())
            return;
        const QByteArray message = way.front();
        way.pop_front();
        const auto got = stream.take(message);
        if (got.kind == Kind::Data)
            waiting.append(message, 1);
        else if (got.kind != Kind::Nothing)
            QFAIL(qPrintable(got.text));
    }

    void send(End &other, bool acksNow)
    {
        if (const QByteArray message = stream.next(acksNow); !message.isEmpty())
            other.way.push_back(message);
    }
};

//! A new leg: what was on its way is lost, what was not taken by a near side is forgotten.
void cut(End &a, End &b)
{
    a.way.clear();
    b.way.clear();
    a.waiting.clear();
    b.waiting.clear();
    const qint64 ofA = a.stream.beginLeg();
    const qint64 ofB = b.stream.beginLeg();
    QCOMPARE(a.stream.resumeFrom(ofB), QString());
    QCOMPARE(b.stream.resumeFrom(ofA), QString());
}

QByteArray noise(std::mt19937 &random, qsizetype bytes)
{
    QByteArray made(bytes, Qt::Uninitialized);
    for (char &byte : made)
        byte = char(random());
    return made;
}

ResumableStream started(const QByteArray &given)
{
    ResumableStream stream;
    stream.give(dataMessage(given));
    return stream;
}

} // namespace

class TestResumableStream : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whateverIsCutAndWhenEverythingArrivesOnce_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 30; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }

    void whateverIsCutAndWhenEverythingArrivesOnce()
    {
        QFETCH(int, seed);
        std::mt19937 random { unsigned(seed) };
        const auto upTo = [&random](int most) { return int(random() % unsigned(most + 1)); };
        End a, b;
        a.toGive = noise(random, upTo(3) == 0 ? upTo(200) : upTo(200'000));
        b.toGive = noise(random, upTo(3) == 0 ? 0 : upTo(200'000));
        const int piece = upTo(1) == 0 ? 40 : 70'000; // typed, or copied
        const unsigned oneIn = 50 + unsigned(upTo(2000));
        for (int step = 0; step < 400'000 && !(a.stream.isComplete() && b.stream.isComplete()); ++step) {
            if (random() % oneIn == 0)
                cut(a, b);
            End &one = upTo(1) == 0 ? a : b;
            End &other = &one == &a ? b : a;
            switch (upTo(3)) {
            case 0: one.give(upTo(piece)); break;
            case 1: one.send(other, upTo(1) == 0); break;
            case 2: one.arrive(); break;
            default: one.consume(upTo(piece)); break;
            }
            if (QTest::currentTestFailed())
                return;
        }
        QVERIFY(a.stream.isComplete() && b.stream.isComplete());
        QCOMPARE(a.taken, b.toGive);
        QCOMPARE(b.taken, a.toGive);
    }

    void neitherEndKeepsMoreThanTheWindow()
    {
        End a, b;
        a.toGive = QByteArray(6 * 1024 * 1024, 'x');
        for (int i = 0; i < 200; ++i) {
            a.give(kMaxData);
            a.send(b, false);
            b.arrive();
        }
        QCOMPARE(a.mostUnacknowledged, ResumableStream::kWindow);
        QCOMPARE(b.waiting.size(), ResumableStream::kWindow);
        QCOMPARE(a.stream.room(), 0);
        b.consume(ResumableStream::kAckEvery);
        b.send(a, false);
        a.arrive();
        QCOMPARE(a.stream.room(), ResumableStream::kAckEvery);
    }

    void whoSendsMoreThanTheWindowIsFoundOut()
    {
        ResumableStream stream;
        const QByteArray message = dataMessage(QByteArray(kMaxData, 'x'));
        auto kind = Kind::Data;
        int taken = 0;
        for (; kind == Kind::Data && taken < 1000; ++taken)
            kind = stream.take(message).kind;
        QVERIFY(kind == Kind::Fault);
        QVERIFY(qint64(taken) * kMaxData < ResumableStream::kWindow + 3 * kMaxData);
    }

    void whatIsTypedWithoutALegIsKeptTogether()
    {
        ResumableStream stream;
        for (int i = 0; i < 3000; ++i)
            stream.give(dataMessage("x"));
        int messages = 0;
        qint64 bytes = 0;
        for (QByteArray message = stream.next(false); !message.isEmpty(); message = stream.next(false)) {
            ++messages;
            bytes += message.size() - 1;
        }
        QCOMPARE(bytes, 3000);
        QVERIFY(messages <= 2);
    }

    void manySmallMessagesThatNobodyAcknowledgesEndAtABound()
    {
        ResumableStream stream;
        int given = 0;
        for (; stream.room() > 0 && given < 100'000; ++given) {
            stream.give(dataMessage("x"));
            QCOMPARE(stream.next(false).size(), 2);
        }
        QCOMPARE(std::size_t(given), ResumableStream::kMaxPieces);
    }

    void anAckWaitsUntilItIsWorthAMessage()
    {
        End a, b;
        a.toGive = QByteArray(1000, 'x');
        a.give(1000);
        a.send(b, false);
        b.arrive();
        b.consume(1000);
        QVERIFY(b.stream.hasAck());
        QCOMPARE(b.stream.next(false), QByteArray());
        QCOMPARE(b.stream.next(true), encodeAck(1000));
        QVERIFY(!b.stream.hasAck());
    }

    void oneDirectionEndsBeforeTheOther()
    {
        End a, b;
        a.toGive = "question";
        b.toGive = "answer";
        a.give(100);
        a.send(b, false);
        a.send(b, false);
        b.arrive();
        b.arrive();
        QVERIFY(!b.stream.isDrained()); // the near side still has to take what came
        b.consume(100);
        QVERIFY(b.stream.isDrained());
        QVERIFY(!a.stream.isDrained());
        b.give(100);
        b.send(a, false); // the ack, which an end does not let wait
        b.send(a, false);
        b.send(a, false);
        for (int i = 0; i < 3; ++i)
            a.arrive();
        a.consume(100);
        QVERIFY(!a.stream.isComplete()); // its ack is still to be sent
        a.send(b, false);
        QVERIFY(a.stream.isComplete());
        b.arrive();
        QVERIFY(b.stream.isComplete());
    }

    void anEndThatWasLostComesAgain()
    {
        End a, b;
        a.toGive = "x";
        a.give(1);
        a.send(b, false);
        a.send(b, false);
        cut(a, b);
        a.send(b, false);
        a.send(b, false);
        b.arrive();
        b.arrive();
        b.consume(1);
        QVERIFY(b.stream.isDrained());
        QCOMPARE(b.taken, QByteArray("x"));
    }

    void onlyWhatWasSentCanBeResumedFrom()
    {
        ResumableStream stream = started("0123456789");
        QVERIFY(!stream.resumeFrom(1).isEmpty()); // of what never went out
        QCOMPARE(stream.next(false), dataMessage("0123456789"));
        QCOMPARE(stream.resumeFrom(4), QString());
        QCOMPARE(stream.next(false), dataMessage("456789"));
        QVERIFY(!stream.resumeFrom(3).isEmpty()); // gone
        QVERIFY(!stream.resumeFrom(11).isEmpty());
        QCOMPARE(stream.resumeFrom(10), QString());
        QCOMPARE(stream.next(false), QByteArray());
        QCOMPARE(stream.unacknowledged(), 0);
    }

    void nonsenseIsAFault_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("unknown type") << QByteArray("\x04zz");
        QTest::newRow("data without any") << QByteArray(1, '\0');
        QTest::newRow("too long") << QByteArray(kMaxMessage + 1, '\0');
        QTest::newRow("a short ack") << QByteArray("\x01\0\0\0", 4);
        QTest::newRow("an ack of what was not sent") << encodeAck(11);
        QTest::newRow("a negative ack") << encodeAck(-1);
        QTest::newRow("an end that came too early") << encodeEnd(3);
    }

    void nonsenseIsAFault()
    {
        QFETCH(QByteArray, message);
        ResumableStream stream = started("0123456789");
        QVERIFY(!stream.next(false).isEmpty());
        const auto taken = stream.take(message);
        QVERIFY(taken.kind == Kind::Fault);
        QVERIFY(!taken.text.isEmpty());
        QCOMPARE(stream.unacknowledged(), 10);
    }

    void nothingComesAfterTheEnd()
    {
        ResumableStream stream;
        QVERIFY(stream.take(encodeEnd(0)).kind == Kind::Nothing);
        QVERIFY(stream.take(dataMessage("x")).kind == Kind::Fault);
    }

    void anAbortSaysWhy()
    {
        ResumableStream stream;
        const auto taken = stream.take(encodeAbort(QStringLiteral("enough")));
        QVERIFY(taken.kind == Kind::Aborted);
        QCOMPARE(taken.text, QStringLiteral("enough"));
    }
};

QTEST_GUILESS_MAIN(TestResumableStream)
#include "tst_resumablestream.moc"
