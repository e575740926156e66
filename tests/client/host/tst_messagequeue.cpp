// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/host/messagequeue.h"

#include <QTest>

using namespace relay::client::host;
using namespace std::chrono_literals;
using relay::ws::Opcode;

namespace {

QByteArrayList drained(MessageQueue &queue)
{
    QByteArrayList all;
    for (; !queue.isEmpty(); queue.pop())
        all.append(queue.front().payload);
    return all;
}

} // namespace

class TestMessageQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsOrderAndType()
    {
        MessageQueue queue;
        queue.push(Opcode::Text, "a", 0ms);
        queue.push(Opcode::Binary, "b", 1ms);
        QCOMPARE(queue.front().opcode, Opcode::Text);
        QCOMPARE(queue.bytes(), 2);
        QCOMPARE(drained(queue), QByteArrayList({ "a", "b" }));
        QCOMPARE(queue.bytes(), 0);
        QCOMPARE(queue.dropped(), 0);
    }

    void theOldestGoWhole_whenThereAreTooManyBytes()
    {
        MessageQueue queue({ .bytes = 10 });
        queue.push(Opcode::Binary, "1234", 0ms);
        queue.push(Opcode::Binary, "5678", 0ms);
        queue.push(Opcode::Binary, "abc", 0ms);
        QCOMPARE(queue.dropped(), 1);
        QCOMPARE(queue.droppedBytes(), 4);
        QCOMPARE(drained(queue), QByteArrayList({ "5678", "abc" }));
    }

    void theOldestGo_whenThereAreTooManyMessages()
    {
        MessageQueue queue({ .messages = 2 });
        for (const char *text : { "a", "b", "c" })
            queue.push(Opcode::Text, text, 0ms);
        QCOMPARE(queue.dropped(), 1);
        QCOMPARE(drained(queue), QByteArrayList({ "b", "c" }));
    }

    void whatIsLargerThanAllIsKeptAlone()
    {
        MessageQueue queue({ .bytes = 10 });
        queue.push(Opcode::Text, "a", 0ms);
        queue.push(Opcode::Binary, QByteArray(100, 'x'), 0ms);
        QCOMPARE(queue.size(), 1);
        QCOMPARE(queue.bytes(), 100);
        queue.push(Opcode::Text, "b", 0ms);
        QCOMPARE(drained(queue), QByteArrayList { "b" });
    }

    void whatIsTooOldGoes()
    {
        MessageQueue queue({ .age = 100ms });
        queue.push(Opcode::Text, "old", 0ms);
        queue.push(Opcode::Text, "new", 50ms);
        queue.expire(100ms);
        QCOMPARE(queue.size(), 2);
        queue.expire(120ms);
        QCOMPARE(queue.dropped(), 1);
        QCOMPARE(drained(queue), QByteArrayList { "new" });
    }

    void aSuccessorTakesOverWhatWaitsBeforeItsOwn()
    {
        MessageQueue before({ .messages = 3 });
        MessageQueue after({ .messages = 3 });
        for (const char *text : { "1", "2" })
            before.push(Opcode::Text, text, 0ms);
        for (const char *text : { "3", "4" })
            after.push(Opcode::Text, text, 0ms);
        after.adopt(std::move(before));
        QVERIFY(before.isEmpty());
        QCOMPARE(before.bytes(), 0);
        QCOMPARE(after.dropped(), 1);
        QCOMPARE(after.bytes(), 3);
        QCOMPARE(drained(after), QByteArrayList({ "2", "3", "4" }));
    }
};

QTEST_GUILESS_MAIN(TestMessageQueue)
#include "tst_messagequeue.moc"
