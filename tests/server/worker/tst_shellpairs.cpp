// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ws/frameencoder.h"
#include "server/worker/shellpairs.h"
#include "tests/server/ws/fakehost.h"

#include <QTest>

#include <sys/epoll.h>

using namespace relay;
using relay::tests::FakeHost;
using Part = ws::ShellLink::Part;

namespace {

std::string masked(std::string_view payload)
{
    const std::array<std::uint8_t, 4> key { 1, 2, 3, 4 };
    std::array<char, ws::kMaxHeader> header;
    const std::size_t length = ws::encodeMaskedHeader(header, ws::Opcode::Binary, payload.size(), key);
    std::string frame(header.data(), length);
    for (std::size_t i = 0; i < payload.size(); ++i)
        frame += char(payload[i] ^ char(key[i % 4]));
    return frame;
}

//! One connection of a shell, with a worker of its own.
struct Leg
{
    Leg(stats::ConnectionId id, Part part)
        : link(host.takeDescriptor(), id, host.host(), options, part)
    {
        host.hub().join(link, "/connect/h/u", { .kind = topic::Kind::Stream });
        isStarted = link.start();
    }
    ~Leg() { host.hub().leave(link); }
    void run(std::uint32_t events = EPOLLIN | EPOLLOUT) { link.handleEvents(events); }
    [[nodiscard]] bool isClosedWith(std::uint16_t code) const
    {
        return host.codes == std::vector<std::uint16_t> { code };
    }

    FakeHost host;
    ws::WsLinkOptions options { .asks = ws::Asks::Talks };
    ws::ShellLink link;
    bool isStarted = false;
};

struct Shell
{
    Shell()
    {
        pairs.add(client.link, "u", 1000);
        pairs.add(host.link, "u", 1000);
    }
    Leg client { 1, Part::Client };
    Leg host { 2, Part::Host };
    worker::ShellPairs pairs;
};

} // namespace

class ShellPairsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theOtherEndFollowsAfterThePass()
    {
        Shell shell;
        shell.pairs.noteRetired(1, 1000, "bye");
        QVERIFY(shell.host.link.isOpen());
        shell.pairs.settle();
        QVERIFY(shell.host.isClosedWith(1001));
        QCOMPARE(shell.host.host.lastReason, "other end left");
    }

    void whatIsFinalIsSoForBoth()
    {
        for (const std::uint16_t code : { 4000, 4401, 4403 }) {
            Shell shell;
            shell.pairs.noteRetired(2, code, "because");
            shell.pairs.settle();
            QVERIFY(shell.client.isClosedWith(code));
            QCOMPARE(shell.client.host.lastReason, "because");
        }
    }

    void whatWasSentArrivesBeforeTheEnd()
    {
        Shell shell;
        shell.client.link.tell("last words"); // any message that waits
        shell.pairs.noteRetired(2, 1000, {});
        shell.pairs.settle();
        QVERIFY(shell.client.link.isOpen());
        shell.client.run(EPOLLOUT);
        QVERIFY(shell.client.isClosedWith(1001));
        const std::string read = shell.client.host.peerReads();
        QVERIFY(read.find("last words") < read.find("other end left"));
    }

    void whatIsFinalDoesNotWait()
    {
        Shell shell;
        shell.client.link.tell("last words");
        shell.pairs.noteRetired(2, 4403, "booking denied");
        shell.pairs.settle();
        QVERIFY(shell.client.isClosedWith(4403));
    }

    void bothMayEndInOnePass()
    {
        Shell shell;
        shell.pairs.noteRetired(1, 1006, {});
        shell.host.link.abort(1006, "broke as well");
        shell.pairs.noteRetired(2, 1006, {});
        shell.pairs.settle();
        QVERIFY(shell.host.isClosedWith(1006));
        QVERIFY(!shell.pairs.find(1) && !shell.pairs.find(2));
    }

    void aHostThatComesTooLateIsWidowed()
    {
        Leg client { 1, Part::Client };
        Leg host { 2, Part::Host };
        worker::ShellPairs pairs;
        pairs.add(client.link, "u", 1000);
        pairs.noteRetired(1, 1000, {});
        pairs.settle();
        pairs.add(host.link, "u", 1000);
        QVERIFY(pairs.isWidowed(host.link));
        QVERIFY(!pairs.isWidowed(client.link));
        pairs.noteRetired(2, 1001, {});
        pairs.settle();
        QVERIFY(!pairs.find(2));
    }

    void aClientWhoseHostDoesNotDialIsToldSo()
    {
        Leg client { 1, Part::Client };
        worker::ShellPairs pairs;
        pairs.add(client.link, "u", 1000);
        pairs.sweep(1000 + worker::ShellPairs::kDialWithinMs - 1);
        QVERIFY(client.link.isOpen());
        pairs.sweep(1000 + worker::ShellPairs::kDialWithinMs);
        QVERIFY(client.isClosedWith(1013));
    }

    void aShellThatIsWholeIsNotHurried()
    {
        Shell shell;
        shell.pairs.sweep(1000 + 10 * worker::ShellPairs::kDialWithinMs);
        QVERIFY(shell.client.link.isOpen() && shell.host.link.isOpen());
    }

    void othersAreNothingToIt()
    {
        Shell shell;
        shell.pairs.noteRetired(77, 1000, {});
        QVERIFY(!shell.pairs.hasRetired());
        QVERIFY(!shell.pairs.find(77));
        QCOMPARE(shell.pairs.find(1), &shell.client.link);
    }

    void theClientIsHeldBackUntilTheHostSpeaks()
    {
        Shell shell;
        shell.client.host.peerSends(masked("early"));
        shell.client.run();
        QCOMPARE(shell.client.link.traffic.inMessages, std::uint64_t(0));
        shell.host.host.peerSends(masked("SSH-2.0"));
        shell.host.run();
        QCOMPARE(shell.client.link.traffic.inMessages, std::uint64_t(1));
        shell.client.host.peerSends(masked("later"));
        shell.client.run();
        QCOMPARE(shell.client.link.traffic.inMessages, std::uint64_t(2));
    }

    void aFloodThatIsHeldBackIsNotRead()
    {
        Shell shell;
        const std::string flood(ws::ShellLink::kHeldBytes, 'x');
        shell.client.host.peerSends(masked(flood));
        shell.client.run();
        shell.client.host.peerSends(masked("more"));
        shell.client.run();
        shell.host.host.peerSends(masked("SSH-2.0"));
        shell.host.run();
        QCOMPARE(shell.client.link.traffic.inMessages, std::uint64_t(1));
        shell.client.run();
        QCOMPARE(shell.client.link.traffic.inMessages, std::uint64_t(2)); // it lay in the kernel
    }

    void aClientThatIsHeldBackMayLeave()
    {
        Shell shell;
        shell.client.host.peerSends(masked(std::string(ws::ShellLink::kHeldBytes, 'x')));
        shell.client.run();
        shell.client.host.peerCloses();
        shell.client.run(EPOLLRDHUP);
        QVERIFY(shell.client.isClosedWith(1006));
    }

    void aHostThatDoesNotReadWhatItIsToldIsEnded()
    {
        Leg host { 1, Part::Management };
        const QByteArray text(8 * 1024, 'x');
        for (std::size_t told = 0; told <= ws::ShellLink::kMaxUntold; told += std::size_t(text.size()))
            host.link.tell(text);
        host.link.tell(text);
        QVERIFY(host.isClosedWith(4408));
    }

    void whatAHostSaysToTheRelayIsCountedAndLeft()
    {
        Leg host { 1, Part::Management };
        host.host.peerSends(masked("anything"));
        host.run();
        QCOMPARE(host.link.traffic.inMessages, std::uint64_t(1));
        QVERIFY(host.link.isOpen());
    }
};

QTEST_GUILESS_MAIN(ShellPairsTest)
#include "tst_shellpairs.moc"
