// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/admin/streamcursor.h"

#include <QtTest>

using relay::client::StreamCursor;
using Step = StreamCursor::Step;

namespace {

QJsonObject part(int number, qint64 prev, qint64 seq, bool more)
{
    QJsonObject params { { QStringLiteral("epoch"), QStringLiteral("e") },
                         { QStringLiteral("part"), number },
                         { QStringLiteral("seq"), seq },
                         { QStringLiteral("more"), more } };
    if (number > 0)
        params.insert(QStringLiteral("prev"), prev);
    return params;
}

QJsonObject delta(qint64 prev, qint64 seq, const QString &epoch = QStringLiteral("e"))
{
    return { { QStringLiteral("epoch"), epoch }, { QStringLiteral("prev"), prev }, { QStringLiteral("seq"), seq } };
}

} // namespace

class StreamCursorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void collectsPartsThenFollowsDeltas();
    void ignoresWhatCameBeforeTheFirstPart();
    void asksOnceWhenADeltaIsMissing();
    void asksWhenTheEpochChanges();
    void asksWhenAPartIsMissing();
    void aNewFirstPartIsAlwaysWelcome();
};

void StreamCursorTest::collectsPartsThenFollowsDeltas()
{
    StreamCursor cursor;
    QCOMPARE(cursor.onSnapshot(part(0, 0, 1, true)), Step::Begin);
    QVERIFY(!cursor.isComplete());
    QCOMPARE(cursor.onSnapshot(part(1, 1, 2, true)), Step::Continue);
    QCOMPARE(cursor.onSnapshot(part(2, 2, 3, false)), Step::Continue);
    QVERIFY(cursor.isComplete());
    QCOMPARE(cursor.onDelta(delta(3, 4)), Step::Update);
    QCOMPARE(cursor.onDelta(delta(4, 9)), Step::Update);
    QCOMPARE(cursor.onDelta(delta(9, 10)), Step::Update);
}

void StreamCursorTest::ignoresWhatCameBeforeTheFirstPart()
{
    StreamCursor cursor;
    QCOMPARE(cursor.onDelta(delta(1, 2)), Step::Ignore);
    QCOMPARE(cursor.onSnapshot(part(3, 2, 3, true)), Step::Ignore);
    QCOMPARE(cursor.onSnapshot(part(0, 0, 4, false)), Step::Begin);
    QVERIFY(cursor.isComplete());
}

void StreamCursorTest::asksOnceWhenADeltaIsMissing()
{
    StreamCursor cursor;
    (void)cursor.onSnapshot(part(0, 0, 1, false));
    QCOMPARE(cursor.onDelta(delta(2, 3)), Step::Resync);
    QVERIFY(!cursor.isComplete());
    QCOMPARE(cursor.onDelta(delta(3, 4)), Step::Ignore);
    QCOMPARE(cursor.onSnapshot(part(0, 0, 5, false)), Step::Begin);
    QCOMPARE(cursor.onDelta(delta(5, 6)), Step::Update);
}

void StreamCursorTest::asksWhenTheEpochChanges()
{
    StreamCursor cursor;
    (void)cursor.onSnapshot(part(0, 0, 1, false));
    QCOMPARE(cursor.onDelta(delta(1, 2, QStringLiteral("other"))), Step::Resync);
}

void StreamCursorTest::asksWhenAPartIsMissing()
{
    StreamCursor cursor;
    (void)cursor.onSnapshot(part(0, 0, 1, true));
    QCOMPARE(cursor.onSnapshot(part(2, 2, 3, true)), Step::Resync);
}

void StreamCursorTest::aNewFirstPartIsAlwaysWelcome()
{
    StreamCursor cursor;
    (void)cursor.onSnapshot(part(0, 0, 1, true));
    QCOMPARE(cursor.onSnapshot(part(0, 0, 7, true)), Step::Begin);
    QCOMPARE(cursor.onSnapshot(part(1, 7, 8, false)), Step::Continue);
    QVERIFY(cursor.isComplete());
}

QTEST_GUILESS_MAIN(StreamCursorTest)
#include "streamcursortest.moc"
