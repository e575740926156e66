// SPDX-License-Identifier: GPL-3.0-or-later
#include "framereader.h"
#include "server/hub/batch.h"

#include <QTest>

using namespace relay;
using namespace relay::hub;

class BatchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachMessageIsOneFrameAndOneSegment();
    void sharedPartHoldsExactlyItsMessages();
    void costGrowsWithBytesAndMessages();
    void clearedBatchKeepsNothing();
};

void BatchTest::eachMessageIsOneFrameAndOneSegment()
{
    Batch batch;
    batch.append(ws::Opcode::Text, std::string("hällo"), 7);
    batch.append(ws::Opcode::Binary, std::string(70'000, 'x'), 8);
    batch.append(ws::Opcode::Text, {}, 7);
    const auto bytes = batch.bytes();
    const auto messages = tests::messagesIn({ bytes.data(), bytes.size() });
    QCOMPARE(messages.size(), std::size_t(3));
    QCOMPARE(messages[0], std::string("hällo"));
    QCOMPARE(messages[1].size(), std::size_t(70'000));
    QCOMPARE(messages[2], std::string());
    QCOMPARE(batch.payloadBytes(), std::size_t(6 + 70'000));
    QCOMPARE(batch.segments()[1].sender, std::uint64_t(8));
    QCOMPARE(batch.segments()[1].length, std::uint32_t(70'010));
    QCOMPARE(batch.segments()[2].offset, batch.segments()[1].offset + batch.segments()[1].length);
}

void BatchTest::sharedPartHoldsExactlyItsMessages()
{
    Batch batch;
    for (const char *text : { "one", "two", "three", "four" })
        batch.append(ws::Opcode::Text, std::string_view(text), 1);
    const SharedBatch part(batch.bytes(), batch.segments(), 1, 3);
    QCOMPARE(part.segments().size(), std::size_t(2));
    QCOMPARE(part.segments()[0].offset, std::uint32_t(0));
    QCOMPARE(std::string(part.data(part.segments()[0]) + 2, 3), std::string("two"));
    QCOMPARE(std::string(part.data(part.segments()[1]) + 2, 5), std::string("three"));
}

void BatchTest::costGrowsWithBytesAndMessages()
{
    Batch one;
    one.append(ws::Opcode::Binary, std::string(1000, 'a'), 1);
    Batch ten;
    for (int i = 0; i < 10; ++i)
        ten.append(ws::Opcode::Binary, std::string(100, 'a'), 1);
    const SharedBatch large(one.bytes(), one.segments(), 0, 1);
    const SharedBatch small(ten.bytes(), ten.segments(), 0, 10);
    QVERIFY(large.cost() >= 1000);
    QVERIFY(small.cost() > large.cost()); // the table is memory, too
}

void BatchTest::clearedBatchKeepsNothing()
{
    Batch batch;
    batch.append(ws::Opcode::Binary, std::string(3 * 1024 * 1024, 'a'), 1);
    batch.clear();
    QVERIFY(batch.isEmpty());
    QCOMPARE(batch.bytes().size(), std::size_t(0));
    QCOMPARE(batch.payloadBytes(), std::size_t(0));
}

QTEST_APPLESS_MAIN(BatchTest)
#include "tst_batch.moc"
