// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/hub.h"
#include "fakesender.h"
#include "framereader.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace relay;
using namespace relay::hub;
using tests::FakeMember;

/*!
 * Random members, topics, sizes and sockets with little room, against what must hold whatever happens: a reader gets
 * a subsequence of what the others said, in their order, nothing of its own, and got + dropped + waiting = said.
 */
class HubModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whateverHappens_data();
    void whateverHappens();
};

namespace {

// As drain() of the hub does, with the member's room instead of a socket.
void drainInto(FakeMember &member)
{
    std::array<iovec, 8> pieces;
    while (const std::size_t count = member.queue.gather(pieces.data(), pieces.size())) {
        std::size_t taken = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const ssize_t result = member.take(static_cast<char *>(pieces[i].iov_base), pieces[i].iov_len);
            taken += result > 0 ? std::size_t(result) : 0;
            if (result < ssize_t(pieces[i].iov_len))
                break;
        }
        if (taken == 0)
            return;
        member.traffic.outMessages += member.queue.advance(taken).messages;
    }
}

bool isSubsequence(const std::vector<std::string> &part, const std::vector<std::string> &whole)
{
    auto at = whole.begin();
    return std::all_of(part.begin(), part.end(), [&](const std::string &text) {
        at = std::find(at, whole.end(), text);
        return at != whole.end() && (++at, true);
    });
}

} // namespace

void HubModelTest::whateverHappens_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void HubModelTest::whateverHappens()
{
    QFETCH(quint32, seed);
    std::mt19937 random(seed);
    const auto pick = [&](std::size_t below) { return std::size_t(random() % below); };
    Hub hub(std::make_unique<tests::FakeSender>(), {.bytes = 3000, .ageMs = 1'000'000});
    std::vector<std::unique_ptr<FakeMember>> members;
    std::map<FakeMember *, std::vector<std::string>> meant;
    for (std::uint64_t id = 1; id <= 9; ++id) {
        members.push_back(std::make_unique<FakeMember>(id));
        members.back()->room = 0;
        hub.join(*members.back(), id % 2 ? "/odd" : "/even", id % 4 != 0);
    }
    int serial = 0;
    for (int pass = 0; pass < 200; ++pass) {
        for (std::size_t i = pick(6); i > 0; --i) {
            FakeMember &from = *members[pick(members.size())];
            const std::string text = std::to_string(++serial) + std::string(pick(300), '.');
            hub.publish(from, ws::Opcode::Text, text);
            for (const auto &member : members) {
                if (member->topic == from.topic && member->isReceiving && member.get() != &from)
                    meant[member.get()].push_back(text);
            }
        }
        for (const auto &member : members) {
            member->room = pick(3) == 0 ? pick(2000) : 0;
            drainInto(*member);
        }
        hub.flush();
    }
    for (const auto &member : members) {
        member->room = SIZE_MAX;
        drainInto(*member);
        const auto got = tests::messagesIn(member->received);
        QVERIFY(isSubsequence(got, meant[member.get()]));
        QCOMPARE(got.size() + member->traffic.dropped, meant[member.get()].size());
        QCOMPARE(member->traffic.outMessages, std::uint64_t(got.size()));
        QVERIFY(member->queue.isEmpty());
    }
}

QTEST_APPLESS_MAIN(HubModelTest)
#include "tst_hubmodel.moc"
