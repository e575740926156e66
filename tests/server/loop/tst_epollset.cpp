// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/loop/qtepollset.h"

#include <QTest>
#include <QTimer>

#include <thread>

#include <sys/epoll.h>
#include <unistd.h>

using namespace relay::loop;

namespace {

struct Pipe
{
    Pipe() { valid = ::pipe(ends) == 0; }
    ~Pipe()
    {
        ::close(ends[0]);
        ::close(ends[1]);
    }
    void put() { QCOMPARE(::write(ends[1], "x", 1), ssize_t(1)); }
    int ends[2] = { -1, -1 };
    bool valid = false;
};

struct Reader final : EpollHandler
{
    explicit Reader(Pipe &p)
        : pipe(p)
    {
    }
    void handleEvents(std::uint32_t events) override
    {
        lastEvents = events;
        char one = 0;
        count += int(::read(pipe.ends[0], &one, 1));
        if (then)
            then();
    }
    Pipe &pipe;
    std::function<void()> then;
    std::uint32_t lastEvents = 0;
    int count = 0;
};

} // namespace

class EpollSetTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readyDescriptorReachesItsHandlerThroughQtsLoop();
    void endOfPassComesAfterAllHandlers();
    void whoIsLastIsServedAfterAllOthers();
    void removedDescriptorIsSilent();
    void manyReadyDescriptorsAreAllServed();
    void queuedCallsAndTimersHaveTheirTurnHoweverBusyItIs();
    void aThreadWithoutQtsLoopMakesThePassesItself();
};

void EpollSetTest::readyDescriptorReachesItsHandlerThroughQtsLoop()
{
    QtEpollSet set([] {});
    Pipe pipe;
    Reader reader(pipe);
    QVERIFY(set.add(pipe.ends[0], EPOLLIN, &reader));
    pipe.put();
    QTRY_COMPARE(reader.count, 1);
    QVERIFY(reader.lastEvents & EPOLLIN);
}

void EpollSetTest::endOfPassComesAfterAllHandlers()
{
    QStringList order;
    QtEpollSet set([&] { order << QStringLiteral("end"); });
    Pipe one, two;
    Reader first(one), second(two);
    first.then = second.then = [&] { order << QStringLiteral("read"); };
    QVERIFY(set.add(one.ends[0], EPOLLIN, &first));
    QVERIFY(set.add(two.ends[0], EPOLLIN, &second));
    one.put();
    two.put();
    QTRY_COMPARE(order.size(), 3);
    QCOMPARE(order, QStringList({ QStringLiteral("read"), QStringLiteral("read"), QStringLiteral("end") }));
}

void EpollSetTest::whoIsLastIsServedAfterAllOthers()
{
    QStringList order;
    EpollSet set([&] { order << QStringLiteral("end"); });
    Pipe one, two, three;
    Reader newcomers(one), first(two), second(three);
    newcomers.then = [&] { order << QStringLiteral("newcomers"); };
    first.then = second.then = [&] { order << QStringLiteral("read"); };
    QVERIFY(set.add(one.ends[0], EPOLLIN, &newcomers, EpollSet::Turn::Last));
    QVERIFY(set.add(two.ends[0], EPOLLIN, &first));
    QVERIFY(set.add(three.ends[0], EPOLLIN, &second));
    for (Pipe *pipe : { &one, &two, &three }) // the kernel lists them in this order
        pipe->put();
    QCOMPARE(set.pass(EpollSet::Wait::No), 3);
    QCOMPARE(order, QStringLiteral("read read newcomers end").split(u' '));
    QVERIFY(newcomers.lastEvents & EPOLLIN);
}

void EpollSetTest::removedDescriptorIsSilent()
{
    QtEpollSet set([] {});
    Pipe pipe;
    Reader reader(pipe);
    QVERIFY(set.add(pipe.ends[0], EPOLLIN, &reader));
    set.remove(pipe.ends[0]);
    pipe.put();
    QTest::qWait(50);
    QCOMPARE(reader.count, 0);
}

void EpollSetTest::manyReadyDescriptorsAreAllServed()
{
    int passes = 0;
    QtEpollSet set([&] { ++passes; });
    std::vector<std::unique_ptr<Pipe>> pipes;
    std::vector<std::unique_ptr<Reader>> readers;
    for (int i = 0; i < 300; ++i) { // more than one pass takes
        pipes.push_back(std::make_unique<Pipe>());
        QVERIFY(pipes.back()->valid);
        readers.push_back(std::make_unique<Reader>(*pipes.back()));
        QVERIFY(set.add(pipes.back()->ends[0], EPOLLIN, readers.back().get()));
        pipes.back()->put();
    }
    QTRY_VERIFY(std::all_of(readers.begin(), readers.end(), [](const auto &reader) { return reader->count == 1; }));
    QVERIFY(passes >= 2);
}

void EpollSetTest::queuedCallsAndTimersHaveTheirTurnHoweverBusyItIs()
{
    QtEpollSet set([] {});
    Pipe pipe;
    Reader reader(pipe);
    reader.then = [&] { pipe.put(); }; // ready again at once, for ever
    QVERIFY(set.add(pipe.ends[0], EPOLLIN, &reader));
    pipe.put();
    int turns = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] { ++turns; });
    timer.start(10);
    QTRY_VERIFY_WITH_TIMEOUT(turns >= 10, 5000);
    bool isCalled = false;
    QMetaObject::invokeMethod(
        this, [&] { isCalled = true; }, Qt::QueuedConnection);
    QTRY_VERIFY_WITH_TIMEOUT(isCalled, 1000);
    QVERIFY(reader.count > 100);
    set.remove(pipe.ends[0]);
}

void EpollSetTest::aThreadWithoutQtsLoopMakesThePassesItself()
{
    int ends = 0;
    int begins = 0;
    EpollSet set([&] { ++ends; });
    set.setBeginOfPass([&] { ++begins; });
    Pipe pipe;
    Reader reader(pipe);
    QVERIFY(set.add(pipe.ends[0], EPOLLIN, &reader));
    QCOMPARE(set.pass(EpollSet::Wait::No), 0);
    QCOMPARE(begins, 0);
    std::thread later([&] { pipe.put(); });
    QCOMPARE(set.pass(EpollSet::Wait::ForEvent), 1);
    later.join();
    QCOMPARE(reader.count, 1);
    QCOMPARE(begins, 1);
    QCOMPARE(ends, 1);
}

QTEST_GUILESS_MAIN(EpollSetTest)
#include "tst_epollset.moc"
