// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakesender.h"
#include "framereader.h"
#include "server/hub/hub.h"

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
        if (member.isBehind && member.queue.heldBytes() <= 1500)
            member.topic->setBehind(member, false);
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
    QTest::addColumn<topic::Kind>("kind");
    QTest::addColumn<quint32>("seed");
    for (const topic::Kind kind : { topic::Kind::Data, topic::Kind::Video, topic::Kind::Stream }) {
        for (quint32 seed = 1; seed <= 40; ++seed)
            QTest::addRow("%s, seed %u", topic::nameOf(kind).data(), seed) << kind << seed;
    }
}

void HubModelTest::whateverHappens()
{
    QFETCH(topic::Kind, kind);
    QFETCH(quint32, seed);
    std::mt19937 random(seed);
    const auto pick = [&](std::size_t below) { return std::size_t(random() % below); };
    constexpr std::size_t kBudget = 3000;
    constexpr std::size_t kPassOfOne = 8 * 1000; // what one sender may say in a pass, with its cost
    Hub hub(std::make_unique<tests::FakeSender>(), { .bytes = kBudget, .ageMs = 1'000'000 });
    std::vector<std::unique_ptr<FakeMember>> members;
    std::map<FakeMember *, std::vector<std::string>> meant;
    for (std::uint64_t id = 1; id <= 9; ++id) {
        members.push_back(std::make_unique<FakeMember>(id));
        members.back()->room = 0;
        hub.join(*members.back(), id % 2 ? "/odd" : "/even", { .kind = kind, .reads = id % 4 != 0 });
    }
    int serial = 0;
    for (int pass = 0; pass < 200; ++pass) {
        for (std::size_t i = pick(6); i > 0; --i) {
            FakeMember &from = *members[pick(members.size())];
            if (from.isPaused)
                continue; // nothing of it is read
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
        for (const auto &member : members)
            QVERIFY(member->queue.heldBytes() <= kBudget + (kind == topic::Kind::Stream ? kPassOfOne : 500));
    }
    for (const auto &member : members) {
        member->room = SIZE_MAX;
        drainInto(*member);
        if (kind == topic::Kind::Stream)
            QCOMPARE(member->traffic.dropped, std::uint64_t(0));
        const auto got = tests::messagesIn(member->received);
        QVERIFY(isSubsequence(got, meant[member.get()]));
        if (kind == topic::Kind::Video && member->isReceiving && !meant[member.get()].empty())
            QCOMPARE(got.back(), meant[member.get()].back()); // the present picture is among what is left
        QCOMPARE(got.size() + member->traffic.dropped, meant[member.get()].size());
        QCOMPARE(member->traffic.outMessages, std::uint64_t(got.size()));
        QVERIFY(member->queue.isEmpty());
    }
}

QTEST_APPLESS_MAIN(HubModelTest)
#include "tst_hubmodel.moc"
