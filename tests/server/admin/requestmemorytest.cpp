// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/requestmemory.h"

#include <QtTest>

using namespace relay::admin;

namespace {

RequestMemory::Call callOf(const char *key, uid_t user = 1000, int id = 1)
{
    return { user,
             QStringLiteral("connections.kick"),
             { { QStringLiteral("ids"), id }, { QStringLiteral("requestKey"), QString::fromLatin1(key) } } };
}

//! What a caller was told, in words.
struct Told
{
    Answer answer()
    {
        return [this](const Outcome &outcome) {
            const auto *error = std::get_if<Error>(&outcome);
            words << (error ? QString(errorName(error->kind)) : QString::fromUtf8(std::get<QByteArray>(outcome)));
        };
    }
    QStringList words;
};

} // namespace

class RequestMemoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRepeatedCallIsAnsweredNotRepeated();
    void whatIsUnderWayIsAConflict();
    void aKeyIsForOneCall();
    void anotherUsersKeyIsAnother();
    void withoutAKeyEveryCallIsNew();
    void whatFailedMayBeTriedAgain();
    void theOldestKeysAreForgotten();
};

void RequestMemoryTest::aRepeatedCallIsAnsweredNotRepeated()
{
    RequestMemory memory;
    Told told;
    const auto first = memory.begin(callOf("k"), told.answer());
    QVERIFY(first);
    (*first)(QByteArray("{}"));
    QVERIFY(!memory.begin(callOf("k"), told.answer()));
    QCOMPARE(told.words, (QStringList { QStringLiteral("{}"), QStringLiteral("{}") }));
}

void RequestMemoryTest::whatIsUnderWayIsAConflict()
{
    RequestMemory memory;
    Told told;
    const auto first = memory.begin(callOf("k"), told.answer());
    QVERIFY(!memory.begin(callOf("k"), told.answer()));
    QCOMPARE(told.words, QStringList { QStringLiteral("Conflict") });
    (*first)(QByteArray("{}"));
    QCOMPARE(told.words.last(), QStringLiteral("{}"));
}

void RequestMemoryTest::aKeyIsForOneCall()
{
    RequestMemory memory;
    Told told;
    (*memory.begin(callOf("k"), told.answer()))(QByteArray("{}"));
    QVERIFY(!memory.begin(callOf("k", 1000, 2), told.answer()));
    auto other = callOf("k");
    other.method = QStringLiteral("deny.add");
    QVERIFY(!memory.begin(other, told.answer()));
    QCOMPARE(told.words.mid(1), (QStringList { QStringLiteral("Conflict"), QStringLiteral("Conflict") }));
}

void RequestMemoryTest::anotherUsersKeyIsAnother()
{
    RequestMemory memory;
    Told told;
    (*memory.begin(callOf("k"), told.answer()))(QByteArray("{}"));
    QVERIFY(memory.begin(callOf("k", 77), told.answer()));
}

void RequestMemoryTest::withoutAKeyEveryCallIsNew()
{
    RequestMemory memory;
    Told told;
    for (int i = 0; i < 3; ++i)
        QVERIFY(memory.begin(callOf(""), told.answer()));
}

void RequestMemoryTest::whatFailedMayBeTriedAgain()
{
    RequestMemory memory;
    Told told;
    (*memory.begin(callOf("k"), told.answer()))(Error { ErrorClass::NotFound, {} });
    const auto again = memory.begin(callOf("k"), told.answer());
    QVERIFY(again);
    (*again)(QByteArray("{}"));
    QCOMPARE(told.words, (QStringList { QStringLiteral("NotFound"), QStringLiteral("{}") }));
}

void RequestMemoryTest::theOldestKeysAreForgotten()
{
    RequestMemory memory;
    Told told;
    const auto nameOf = [](std::size_t i) { return QByteArray::number(qulonglong(i)); };
    for (std::size_t i = 0; i <= RequestMemory::kRemembered; ++i)
        (*memory.begin(callOf(nameOf(i).constData()), told.answer()))(QByteArray("{}"));
    QVERIFY(!memory.begin(callOf(nameOf(RequestMemory::kRemembered).constData()), told.answer()));
    QVERIFY(!memory.begin(callOf("1"), told.answer()));
    const auto late = memory.begin(callOf("0"), told.answer());
    QVERIFY(late);
}

QTEST_GUILESS_MAIN(RequestMemoryTest)
#include "requestmemorytest.moc"
