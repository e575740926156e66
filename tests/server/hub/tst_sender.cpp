// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakemember.h"
#include "server/hub/plainsender.h"
#include "server/hub/senderchoice.h"

#include <QTest>

#include <cerrno>

#include <sys/socket.h>
#include <unistd.h>

using namespace relay;
using namespace relay::hub;

namespace {

//! A reader at one end of a real socket.
struct Reader
{
    Reader()
        : member(1)
    {
        ::socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
        member.fd = ends[0];
    }
    Reader(const Reader &) = delete;
    Reader &operator=(const Reader &) = delete;
    ~Reader()
    {
        ::close(ends[0]);
        hangUp();
    }
    void hangUp()
    {
        if (ends[1] >= 0)
            ::close(std::exchange(ends[1], -1));
    }
    std::string read()
    {
        std::string bytes(64 * 1024, '\0');
        const ssize_t count = ::recv(ends[1], bytes.data(), bytes.size(), MSG_DONTWAIT);
        bytes.resize(count > 0 ? std::size_t(count) : 0);
        return bytes;
    }

    tests::FakeMember member;
    int ends[2] = { -1, -1 };
};

iovec piece(std::string &text)
{
    return { text.data(), text.size() };
}

} // namespace

//! The same promises for each way to send.
class SenderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void piecesArriveInOrder_data() { senders(); }
    void piecesArriveInOrder();
    void fullSocketTakesAPartAndThenNothing_data() { senders(); }
    void fullSocketTakesAPartAndThenNothing();
    void closedPeerIsAnErrorOfItsJobOnly_data() { senders(); }
    void closedPeerIsAnErrorOfItsJobOnly();
    void morePiecesThanTheKernelTakesAreAPartialSend_data() { senders(); }
    void morePiecesThanTheKernelTakesAreAPartialSend();
    void moreReadersThanTheRingHoldsAllGetTheirs_data() { senders(); }
    void moreReadersThanTheRingHoldsAllGetTheirs();
    void autoAlwaysFindsOne();

private:
    void senders();
    std::unique_ptr<Sender> make();
};

void SenderTest::senders()
{
    QTest::addColumn<int>("choice");
    QTest::newRow("send") << int(SenderChoice::Send);
    QTest::newRow("io_uring") << int(SenderChoice::IoUring);
}

std::unique_ptr<Sender> SenderTest::make()
{
    QFETCH(int, choice);
    return makeSender(SenderChoice(choice));
}

#define MAKE_OR_SKIP(sender)                                                                                           \
    const auto sender = make();                                                                                        \
    if (!sender)                                                                                                       \
    QSKIP("this kernel refuses io_uring")

void SenderTest::piecesArriveInOrder()
{
    MAKE_OR_SKIP(sender);
    std::vector<std::unique_ptr<Reader>> readers;
    std::vector<SendJob> jobs;
    std::string whole = "whole", left = "left", right = "right";
    const std::vector<iovec> pieces { piece(whole), piece(left), piece(right) };
    for (int i = 0; i < 10; ++i) {
        readers.push_back(std::make_unique<Reader>());
        jobs.push_back({ &readers.back()->member, i % 2 ? std::size_t(1) : std::size_t(0),
                         i % 2 ? std::size_t(2) : std::size_t(1), 0, 0 });
    }
    sender->submit(jobs, pieces);
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        QCOMPARE(jobs[i].result, ssize_t(i % 2 ? 9 : 5));
        QCOMPARE(readers[i]->read(), std::string(i % 2 ? "leftright" : "whole"));
    }
}

void SenderTest::fullSocketTakesAPartAndThenNothing()
{
    MAKE_OR_SKIP(sender);
    Reader full, other, third;
    std::string large(8 * 1024 * 1024, 'x'), small = "x";
    const std::vector<iovec> pieces { piece(large), piece(small) };
    std::vector<SendJob> jobs { { &full.member, 0, 1, 0, 0 },
                                { &other.member, 1, 1, 0, 0 },
                                { &third.member, 1, 1, 0, 0 } };
    sender->submit(jobs, pieces);
    QVERIFY(jobs[0].result > 0 && jobs[0].result < ssize_t(large.size()));
    QCOMPARE(jobs[1].result, ssize_t(1));
    sender->submit(jobs, pieces);
    QCOMPARE(jobs[0].result, ssize_t(-EAGAIN));
    QCOMPARE(jobs[2].result, ssize_t(1));
}

void SenderTest::closedPeerIsAnErrorOfItsJobOnly()
{
    MAKE_OR_SKIP(sender);
    Reader gone, one, two;
    gone.hangUp();
    std::string text = "x";
    const std::vector<iovec> pieces { piece(text) };
    std::vector<SendJob> jobs { { &one.member, 0, 1, 1, 0 }, { &gone.member, 0, 1, 1, 0 }, { &two.member, 0, 1, 1, 0 } };
    sender->submit(jobs, pieces); // without a SIGPIPE, or the test is over
    QCOMPARE(jobs[0].result, ssize_t(1));
    QCOMPARE(jobs[1].result, ssize_t(-EPIPE));
    QCOMPARE(jobs[2].result, ssize_t(1));
}

void SenderTest::morePiecesThanTheKernelTakesAreAPartialSend()
{
    MAKE_OR_SKIP(sender);
    Reader a, b, c;
    std::string text = "x";
    const std::vector<iovec> pieces(3000, piece(text));
    std::vector<SendJob> jobs { { &a.member, 0, 3000, 3000, 0 }, { &b.member, 0, 1, 1, 0 }, { &c.member, 0, 1, 1, 0 } };
    sender->submit(jobs, pieces);
    QCOMPARE(jobs[0].result, ssize_t(1024));
    QCOMPARE(jobs[1].result, ssize_t(1));
}

void SenderTest::moreReadersThanTheRingHoldsAllGetTheirs()
{
    MAKE_OR_SKIP(sender);
    Reader reader;
    std::string text = "x";
    const std::vector<iovec> pieces { piece(text) };
    std::vector<SendJob> jobs(2500, { &reader.member, 0, 1, 1, 0 });
    for (int pass = 0; pass < 3; ++pass) {
        for (SendJob &job : jobs)
            job.result = 0;
        sender->submit(jobs, pieces);
        std::size_t got = 0;
        for (std::size_t part = reader.read().size(); part > 0; part = reader.read().size())
            got += part;
        std::size_t sent = 0;
        for (const SendJob &job : jobs)
            sent += job.result == 1;
        QVERIFY(sent > 100); // what the socket held at once
        QCOMPARE(got, sent);
    }
}

void SenderTest::autoAlwaysFindsOne()
{
    QVERIFY(makeSender(SenderChoice::Auto));
    QVERIFY(makeSender(SenderChoice::Send)->name() == "send");
}

QTEST_APPLESS_MAIN(SenderTest)
#include "tst_sender.moc"
