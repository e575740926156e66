// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/loop/mailbox.h"
#include "server/loop/qtepollset.h"

#include <QTest>

#include <memory>
#include <thread>

using namespace relay::loop;

class MailboxTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lettersComeInOrderOnTheSetsThread();
    void nobodyLosesALetterWhenManyPost();
    void aLetterMayBeWrittenWhileLettersAreRead();
    void whatNobodyTookIsDestroyed();
};

void MailboxTest::lettersComeInOrderOnTheSetsThread()
{
    int passes = 0;
    QtEpollSet set([&] { ++passes; });
    std::vector<int> got;
    std::thread::id where;
    Mailbox<int> box(set, [&](int letter) {
        got.push_back(letter);
        where = std::this_thread::get_id();
    });
    std::thread([&] {
        box.post(1);
        std::vector<int> more { 2, 3 };
        box.post(more);
        QVERIFY(more.empty());
    }).join();
    QVERIFY(got.empty()); // only by the set
    QTRY_COMPARE(got, (std::vector<int> { 1, 2, 3 }));
    QCOMPARE(where, std::this_thread::get_id());
    QCOMPARE(passes, 1); // in one wake-up
}

void MailboxTest::nobodyLosesALetterWhenManyPost()
{
    constexpr int kThreads = 4;
    constexpr int kLetters = 20'000;
    QtEpollSet set([] {});
    std::vector<int> last(kThreads, -1);
    int count = 0;
    Mailbox<std::pair<int, int>> box(set, [&](std::pair<int, int> letter) {
        QCOMPARE(letter.second, last[std::size_t(letter.first)] + 1);
        last[std::size_t(letter.first)] = letter.second;
        ++count;
    });
    std::vector<std::thread> threads;
    for (int thread = 0; thread < kThreads; ++thread)
        threads.emplace_back([&box, thread] {
            for (int letter = 0; letter < kLetters; ++letter)
                box.post({ thread, letter });
        });
    QTRY_COMPARE_WITH_TIMEOUT(count, kThreads * kLetters, 20'000);
    for (std::thread &thread : threads)
        thread.join();
}

void MailboxTest::aLetterMayBeWrittenWhileLettersAreRead()
{
    QtEpollSet set([] {});
    std::vector<int> got;
    std::unique_ptr<Mailbox<int>> box;
    box = std::make_unique<Mailbox<int>>(set, [&](int letter) {
        got.push_back(letter);
        if (letter < 5)
            box->post(letter + 1);
    });
    box->post(1);
    QTRY_COMPARE(got, (std::vector<int> { 1, 2, 3, 4, 5 }));
}

void MailboxTest::whatNobodyTookIsDestroyed()
{
    QtEpollSet set([] {});
    const auto letter = std::make_shared<int>(1);
    {
        Mailbox<std::shared_ptr<int>> box(set, [](std::shared_ptr<int>) {});
        box.post(letter);
        QCOMPARE(letter.use_count(), 2L);
    }
    QCOMPARE(letter.use_count(), 1L);
    QTest::qWait(10); // and the set no longer knows of it
}

QTEST_GUILESS_MAIN(MailboxTest)
#include "tst_mailbox.moc"
