// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakemember.h"
#include "server/hub/plainsender.h"
#include "server/hub/senderchoice.h"

#include <QTest>

#include <cerrno>
#include <csignal>

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
        ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends);
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
    void largeBytesToManyAreWholeForEach_data() { senders(); }
    void largeBytesToManyAreWholeForEach();
    void aFullSocketAmongManyTakesAPart_data() { senders(); }
    void aFullSocketAmongManyTakesAPart();
    void oneThatWentAmongManyIsItsOwnError_data() { senders(); }
    void oneThatWentAmongManyIsItsOwnError();
    void whatWasSentDoesNotChangeByWhatIsSentLater_data() { senders(); }
    void whatWasSentDoesNotChangeByWhatIsSentLater();
    void largeAndSmallBetweenEachOtherKeepTheirOrder_data() { senders(); }
    void largeAndSmallBetweenEachOtherKeepTheirOrder();
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
    QTest::newRow("sendfile") << int(SenderChoice::Sendfile);
    QTest::newRow("auto") << int(SenderChoice::Auto);
}

std::unique_ptr<Sender> SenderTest::make()
{
    QFETCH(int, choice);
    return makeSender(SenderChoice(choice));
}

#define MAKE_OR_SKIP(sender)                                                                                           \
    const auto sender = make();                                                                                        \
    if (!sender)                                                                                                       \
    QSKIP("this kernel refuses it")

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

namespace {

constexpr std::size_t kLarge = 60'000; // some pages and a part of one

std::string pattern(std::size_t size, char seed)
{
    std::string text(size, '\0');
    for (std::size_t i = 0; i < size; ++i)
        text[i] = char(seed + i * 7 + i / 251);
    return text;
}

//! Readers of one topic: the same piece to all.
struct Crowd
{
    explicit Crowd(std::size_t count, std::size_t total)
    {
        for (std::size_t i = 0; i < count; ++i) {
            readers.push_back(std::make_unique<Reader>());
            jobs.push_back({ &readers.back()->member, 0, 1, total, 0 });
        }
    }
    std::vector<std::unique_ptr<Reader>> readers;
    std::vector<SendJob> jobs;
};

} // namespace

void SenderTest::largeBytesToManyAreWholeForEach()
{
    MAKE_OR_SKIP(sender);
    std::string text = pattern(kLarge, 'a');
    Crowd crowd(30, kLarge);
    sender->submit(crowd.jobs, std::vector { piece(text) });
    for (std::size_t i = 0; i < crowd.jobs.size(); ++i) {
        QCOMPARE(crowd.jobs[i].result, ssize_t(kLarge));
        QVERIFY(crowd.readers[i]->read() == text);
    }
}

void SenderTest::aFullSocketAmongManyTakesAPart()
{
    MAKE_OR_SKIP(sender);
    std::string text = pattern(kLarge, 'a');
    Crowd crowd(30, kLarge);
    std::string before(8 * 1024 * 1024, '.');
    SendJob stuffing { &crowd.readers[5]->member, 0, 1, before.size(), 0 };
    sender->submit({ &stuffing, 1 }, std::vector { piece(before) });
    QVERIFY(stuffing.result > 0);
    (void)crowd.readers[5]->read();
    sender->submit(crowd.jobs, std::vector { piece(text) });
    std::string got;
    for (std::string part = crowd.readers[5]->read(); !part.empty(); part = crowd.readers[5]->read())
        got += part;
    const ssize_t taken = crowd.jobs[5].result;
    QVERIFY(taken == -EAGAIN || (taken > 0 && taken <= ssize_t(kLarge)));
    const std::size_t whole = std::size_t(std::max<ssize_t>(taken, 0));
    QVERIFY(got.size() >= whole && got.substr(got.size() - whole) == text.substr(0, whole));
    QVERIFY(got.find_first_not_of('.') == got.size() - whole || whole == 0);
    QCOMPARE(crowd.jobs[4].result, ssize_t(kLarge));
    QCOMPARE(crowd.jobs[6].result, ssize_t(kLarge));
}

void SenderTest::oneThatWentAmongManyIsItsOwnError()
{
    MAKE_OR_SKIP(sender);
    std::signal(SIGPIPE, SIG_IGN); // as relayd does: sendfile() knows no MSG_NOSIGNAL
    std::string text = pattern(kLarge, 'a');
    Crowd crowd(30, kLarge);
    crowd.readers[7]->hangUp();
    sender->submit(crowd.jobs, std::vector { piece(text) });
    for (std::size_t i = 0; i < crowd.jobs.size(); ++i)
        QCOMPARE(crowd.jobs[i].result, i == 7 ? ssize_t(-EPIPE) : ssize_t(kLarge));
}

void SenderTest::whatWasSentDoesNotChangeByWhatIsSentLater()
{
    MAKE_OR_SKIP(sender);
    Crowd late(30, kLarge);
    std::string first = pattern(kLarge, 'a');
    sender->submit(late.jobs, std::vector { piece(first) });
    const std::string sent = first;
    first.assign(kLarge, '!');
    // More than is kept, so that its pages are given up and others take their place, several times.
    for (int pass = 0; pass < 100; ++pass) {
        std::string text = pattern(kLarge, char(pass));
        Crowd quick(24, kLarge);
        sender->submit(quick.jobs, std::vector { piece(text) });
        QVERIFY(quick.readers[pass % 24]->read() == text);
    }
    for (const auto &reader : late.readers)
        QVERIFY(reader->read() == sent);
}

void SenderTest::largeAndSmallBetweenEachOtherKeepTheirOrder()
{
    MAKE_OR_SKIP(sender);
    std::string small = "small", large = pattern(kLarge, 'a'), end = "end";
    const std::vector<iovec> pieces { piece(small), piece(large), piece(end) };
    Crowd crowd(24, 0);
    std::vector<SendJob> jobs;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        for (const auto &reader : crowd.readers)
            jobs.push_back({ &reader->member, i, 1, pieces[i].iov_len, 0 });
    }
    sender->submit(jobs, pieces);
    for (const auto &reader : crowd.readers)
        QVERIFY(reader->read() == small + large + end);
}

void SenderTest::autoAlwaysFindsOne()
{
    QVERIFY(makeSender(SenderChoice::Auto));
    QVERIFY(makeSender(SenderChoice::Send)->name() == "send");
}

QTEST_APPLESS_MAIN(SenderTest)
#include "tst_sender.moc"
