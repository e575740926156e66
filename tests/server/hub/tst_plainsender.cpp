// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/plainsender.h"
#include "fakemember.h"

#include <QTest>

#include <sys/socket.h>
#include <unistd.h>

using namespace relay;
using namespace relay::hub;

namespace {

struct Pair
{
    Pair() { socketpair(AF_UNIX, SOCK_STREAM, 0, ends); }
    ~Pair()
    {
        for (const int end : ends) {
            if (end >= 0)
                ::close(end);
        }
    }
    int ends[2] = {-1, -1};
};

iovec piece(std::string &text)
{
    return {text.data(), text.size()};
}

} // namespace

class PlainSenderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void piecesArriveInOrder();
    void fullSocketTakesAPartAndThenNothing();
    void closedPeerIsAnErrorAndNoSignal();
    void moreThanTheKernelsMaximumOfPiecesIsAPartialSend();
};

void PlainSenderTest::piecesArriveInOrder()
{
    Pair pair;
    tests::FakeMember member(1);
    member.fd = pair.ends[0];
    std::string whole = "whole", left = "left", right = "right";
    const std::vector<iovec> pieces {piece(whole), piece(left), piece(right)};
    std::vector<SendJob> jobs {{&member, 0, 1, 5, 0}, {&member, 1, 2, 9, 0}};
    PlainSender().submit(jobs, pieces);
    QCOMPARE(jobs[0].result, ssize_t(5));
    QCOMPARE(jobs[1].result, ssize_t(9));
    char got[32];
    QCOMPARE(::read(pair.ends[1], got, sizeof got), ssize_t(14));
    QCOMPARE(std::string(got, 14), std::string("wholeleftright"));
}

void PlainSenderTest::fullSocketTakesAPartAndThenNothing()
{
    Pair pair;
    std::string large(8 * 1024 * 1024, 'x');
    const iovec one = piece(large);
    const ssize_t first = sendPieces(pair.ends[0], {&one, 1});
    QVERIFY(first > 0 && first < ssize_t(large.size()));
    QCOMPARE(sendPieces(pair.ends[0], {&one, 1}), ssize_t(-EAGAIN));
}

void PlainSenderTest::closedPeerIsAnErrorAndNoSignal()
{
    Pair pair;
    ::close(std::exchange(pair.ends[1], -1));
    std::string text = "x";
    const iovec one = piece(text);
    QCOMPARE(sendPieces(pair.ends[0], {&one, 1}), ssize_t(-EPIPE));
}

void PlainSenderTest::moreThanTheKernelsMaximumOfPiecesIsAPartialSend()
{
    Pair pair;
    std::string text = "x";
    const std::vector<iovec> pieces(3000, piece(text));
    QCOMPARE(sendPieces(pair.ends[0], pieces), ssize_t(1024));
}

QTEST_APPLESS_MAIN(PlainSenderTest)
#include "tst_plainsender.moc"
