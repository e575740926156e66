// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/visitor.h"

#include "common/http/response.h"
#include "server/front/reply.h"
#include "server/loop/qtepollset.h"
#include "tests/server/front/requests.h"
#include "tests/server/front/socketpeer.h"

#include <QtTest>

using namespace relay;
using namespace relay::front;
using namespace relay::front::test;
using access::Reason;

namespace {

//! A lobby of one, with a clock that the test turns, which answers when it is told to.
class Host final : private VisitorHost
{
public:
    //! `sent` is there before the visitor looks.
    explicit Host(const QByteArray &sent = {})
        : m_set([] {})
        , m_visitor({ peer.takeDescriptor(), QHostAddress(QStringLiteral("192.0.2.1")), 1234, {} }, *this)
    {
        peer.send(sent);
        m_visitor.start();
    }
    ~Host() { m_set.remove(peer.given()); }

    Visitor &visitor() { return m_visitor; }
    //! What a peer does reaches the visitor, as far as it listens.
    void run() { QCoreApplication::processEvents(); }

    SocketPeer peer;
    std::int64_t now = 1000;
    QByteArrayList asked; //!< paths
    std::vector<Reason> reasons;
    qsizetype bodyLimit = 0; //!< above 0, bodies are wanted
    std::vector<std::optional<QByteArray>> bodies;
    bool hasLeft = false;

private:
    loop::EpollSet &epollSet() override { return m_set; }
    std::int64_t nowMs() const override { return now; }
    void headArrived(Visitor &visitor, http::RequestHead head) override
    {
        asked << head.path;
        if (bodyLimit > 0)
            visitor.awaitBody(std::move(head), bodyLimit);
    }
    void bodyArrived(Visitor &, http::RequestHead, std::optional<QByteArray> body) override { bodies.push_back(body); }
    void answered(Visitor &) override { }
    void refused(Reason reason) override { reasons.push_back(reason); }
    void left(Visitor &) override { hasLeft = true; }

    loop::QtEpollSet m_set;
    Visitor m_visitor;
};

const std::vector<Reason> kNone;

} // namespace

class VisitorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSecondRequestIsNotActedOnWhileTheFirstWaits()
    {
        Host host;
        host.peer.send(request("GET /first"));
        host.run();
        host.peer.send(request("GET /second"));
        host.run();
        host.peer.send(request("GET /third"));
        host.run();
        QCOMPARE(host.asked, QByteArrayList { "/first" });
        host.visitor().reply(http::response(200, "text/plain", "one\n"));
        host.run();
        QCOMPARE(host.peer.read().count("HTTP/1.1"), 1);
        QVERIFY(host.peer.isAtEnd());
        QCOMPARE(host.asked, QByteArrayList { "/first" });
        QCOMPARE(host.reasons, kNone);
    }

    void whatCameWithTheConnectionIsTakenAtOnce()
    {
        Host whole(request("GET /first"));
        QCOMPARE(whole.asked, QByteArrayList { "/first" });
        Host half("GET /first HTTP/1.1\r\nHost: ");
        QCOMPARE(half.asked, QByteArrayList());
        half.peer.send("a\r\n\r\n");
        half.run();
        QCOMPARE(half.asked, QByteArrayList { "/first" });
        Host wrong("nonsense\r\n\r\n");
        QVERIFY(wrong.peer.read().startsWith("HTTP/1.1 400 "));
        QVERIFY(!wrong.hasLeft); // lingers
        wrong.peer.close();
        wrong.run();
        QVERIFY(wrong.hasLeft);
    }

    void whoWentBeforeItWasLookedAtLeaves()
    {
        Host host;
        host.peer.finish();
        host.run();
        QVERIFY(host.hasLeft);
        QCOMPARE(host.asked, QByteArrayList());
    }

    void requestsInOneSegmentAreOne()
    {
        Host host;
        host.peer.send(request("GET /first") + request("GET /second"));
        host.run();
        host.run();
        QCOMPARE(host.asked, QByteArrayList { "/first" });
    }

    void whatIsSentWhileTheAnswerWaitsTakesNoMemory()
    {
        Host host;
        host.peer.send(request("GET /first"));
        host.run();
        const qsizetype before = host.visitor().received().size();
        host.peer.send(QByteArray(40'000, 'x'));
        host.run();
        QCOMPARE(host.visitor().received().size(), before);
        QCOMPARE(host.reasons, kNone);
    }

    void onePartyMayFinishAndStillGetsItsAnswer()
    {
        Host host;
        host.peer.send(request("GET /first"));
        host.peer.finish();
        host.run();
        host.run();
        QVERIFY(!host.hasLeft);
        host.visitor().reply(http::response(200, "text/plain", "one\n"));
        host.run();
        QVERIFY(host.peer.read().endsWith("one\n"));
    }

    void anAnswerThatNeverComesIsA503AndTheLateOneIsLeft()
    {
        Host host;
        host.peer.send(request("GET /first"));
        host.run();
        host.now += 4999;
        host.visitor().sweep();
        QCOMPARE(host.reasons, kNone);
        host.now += 1;
        host.visitor().sweep();
        host.visitor().reply(http::response(200, "text/plain", "figures\n"));
        const QByteArray answer = host.peer.read();
        QVERIFY(answer.startsWith("HTTP/1.1 503 "));
        QVERIFY(answer.contains("Retry-After: "));
        QVERIFY(!answer.contains("figures"));
        QCOMPARE(host.reasons, std::vector<Reason> { Reason::NotReady });
    }

    void aHeadThatDoesNotComeIsCountedAndTold()
    {
        Host host;
        host.peer.send("GET / HTTP/1.1\r\nHost: ");
        host.run();
        host.now += 5000;
        host.visitor().sweep();
        QVERIFY(host.peer.read().startsWith("HTTP/1.1 408 "));
        host.now += 60'000;
        host.visitor().sweep();
        QVERIFY(host.hasLeft);
        QCOMPARE(host.reasons, std::vector<Reason> { Reason::HeadLate });
    }

    void aBodyThatIsWantedArrivesWhole()
    {
        for (const bool isChunked : { false, true }) {
            Host host;
            host.bodyLimit = 100;
            const QByteArray framing
                = isChunked ? "Transfer-Encoding: chunked\r\n\r\n3\r\n{\"a" : "Content-Length: 7\r\n\r\n{\"a";
            host.peer.send("POST /x HTTP/1.1\r\nHost: r\r\n" + framing);
            host.run();
            QVERIFY(host.bodies.empty());
            host.peer.send(isChunked ? "\r\n4\r\n\":1}\r\n0\r\n\r\n" : "\":1}");
            host.run();
            QCOMPARE(host.bodies.size(), std::size_t(1));
            QCOMPARE(host.bodies.front(), std::optional<QByteArray>("{\"a\":1}"));
            host.visitor().reply("HTTP/1.1 200 OK\r\n\r\n");
            QVERIFY(host.peer.read().startsWith("HTTP/1.1 200 "));
        }
    }

    void aBodyThatComesWithItsHeadArrivesAtOnce()
    {
        Host host;
        host.bodyLimit = 2;
        host.peer.send("POST /x HTTP/1.1\r\nHost: r\r\nContent-Length: 2\r\n\r\n{}");
        host.run();
        QCOMPARE(host.bodies.front(), std::optional<QByteArray>("{}"));
    }

    void aBodyThatIsTooLargeIsNotKept()
    {
        for (const char *framing : { "Content-Length: 50\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n32\r\n" }) {
            Host host;
            host.bodyLimit = 10;
            host.peer.send(QByteArray("POST /x HTTP/1.1\r\nHost: r\r\n") + framing + QByteArray(11, 'x'));
            host.run();
            QCOMPARE(host.bodies.size(), std::size_t(1));
            QVERIFY(!host.bodies.front());
        }
    }

    void aBodyThatIsNoneIsRefused()
    {
        Host host;
        host.bodyLimit = 10;
        host.peer.send("POST /x HTTP/1.1\r\nHost: r\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n");
        host.run();
        QVERIFY(host.bodies.empty());
        QVERIFY(host.peer.read().startsWith("HTTP/1.1 400 "));
        QCOMPARE(host.reasons, std::vector<Reason> { Reason::BadRequest });
    }

    void aBodyThatDoesNotComeIsNotWaitedForLong()
    {
        Host host;
        host.bodyLimit = 10;
        host.peer.send("POST /x HTTP/1.1\r\nHost: r\r\nContent-Length: 5\r\n\r\n{");
        host.run();
        host.now += 5000;
        host.visitor().sweep();
        QVERIFY(host.peer.read().startsWith("HTTP/1.1 408 "));
    }

    void anAnswerMayBeAllowedMoreTime()
    {
        Host host;
        host.peer.send("POST /x HTTP/1.1\r\nHost: r\r\n\r\n");
        host.run();
        host.visitor().mayTake(20'000);
        host.now += 19'000;
        host.visitor().sweep();
        QVERIFY(host.peer.read().isEmpty());
        host.now += 1000;
        host.visitor().sweep();
        QVERIFY(host.peer.read().startsWith("HTTP/1.1 503 "));
    }

    void whoGivesWayIsToldAndCounted()
    {
        Host silent;
        silent.visitor().giveWay(access::Reason::Crowded, crowded());
        QVERIFY(silent.peer.read().startsWith("HTTP/1.1 503 "));
        QVERIFY(silent.hasLeft);
        QCOMPARE(silent.reasons, std::vector<Reason> { Reason::Crowded });
        Host told;
        told.peer.send("nonsense\r\n\r\n");
        told.run();
        told.visitor().giveWay(access::Reason::Crowded, crowded()); // has its answer, and no other
        QCOMPARE(told.peer.read().count("HTTP/1.1"), 1);
        QVERIFY(told.hasLeft);
        QCOMPARE(told.reasons, std::vector<Reason> { Reason::BadRequest });
    }

    void faultsOfTheHeadAreCountedOnce_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("reason");
        const auto row = [](const char *name, const QByteArray &sent, int status, Reason reason) {
            QTest::newRow(name) << sent << status << int(reason);
        };
        row("not HTTP", "hello\r\n\r\n", 400, Reason::BadRequest);
        row("no host", "GET / HTTP/1.1\r\n\r\n", 400, Reason::BadRequest);
        row("version", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505, Reason::BadRequest);
        row("coding", request("POST /x", { "Transfer-Encoding: gzip" }), 501, Reason::BadRequest);
        row("long line", request("GET /" + QByteArray(9000, 'a')), 414, Reason::HeadTooLarge);
        row("long header", request("GET /", { "X: " + QByteArray(9000, 'x') }), 431, Reason::HeadTooLarge);
    }

    void faultsOfTheHeadAreCountedOnce()
    {
        QFETCH(QByteArray, sent);
        QFETCH(int, status);
        QFETCH(int, reason);
        Host host;
        host.peer.send(sent);
        host.run();
        QVERIFY(host.peer.read().startsWith(QByteArray("HTTP/1.1 " + QByteArray::number(status))));
        host.peer.send(sent);
        host.run();
        QCOMPARE(host.reasons, std::vector<Reason> { Reason(reason) });
        QCOMPARE(host.asked, QByteArrayList());
    }
};

QTEST_GUILESS_MAIN(VisitorTest)
#include "tst_visitor.moc"
