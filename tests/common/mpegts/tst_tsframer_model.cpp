// SPDX-License-Identifier: GPL-3.0-or-later
// The framer against a second, much simpler one that sees the whole stream at once, on random damaged streams.
#include "tests/common/mpegts/tsstream.h"

#include <QtTest>

using namespace relay::mpegts;
using namespace relay::mpegts::test;

namespace {

//! Whether packets could start here: sync bytes at this place and the two after it, as far as the stream goes.
bool linesUp(const std::string &bytes, std::size_t at)
{
    for (std::size_t k = 0; k < 3; ++k) {
        if (at + k * kPacket < bytes.size() && bytes[at + k * kPacket] != kSync)
            return false;
    }
    return true;
}

Outcome reference(const std::string &bytes)
{
    Outcome outcome;
    if (bytes.empty())
        return outcome;
    outcome.verdict = TsFramer::Verdict::NotTransportStream;
    if (!linesUp(bytes, 0) || bytes.size() < kPacket)
        return outcome;
    outcome.verdict = TsFramer::Verdict::TransportStream;
    std::string sent;
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (bytes[at] != kSync) {
            ++outcome.resyncs;
            while (at < bytes.size() && !(linesUp(bytes, at) && bytes.size() - at >= kPacket))
                ++at;
            continue;
        }
        if (bytes.size() - at < kPacket)
            break;
        sent += bytes.substr(at, kPacket);
        ++outcome.packets;
        at += kPacket;
    }
    outcome.skipped = bytes.size() - sent.size();
    outcome.messages.push_back(sent);
    return outcome;
}

std::string damagedStream(std::mt19937 &random)
{
    std::string bytes;
    for (unsigned count = random() % 40; count > 0; --count) {
        std::string one = packet(random() % 1000);
        switch (random() % 12) {
        case 0: one.erase(random() % kPacket, 1 + random() % 100); break;
        case 1: one.insert(random() % kPacket, std::string(1 + random() % 300, random() % 4 ? 'x' : kSync)); break;
        case 2: one[0] = static_cast<char>(random()); break;
        case 3: one[random() % kPacket] = kSync; break;
        case 4: one.resize(random() % kPacket); break;
        default: break;
        }
        bytes += one;
    }
    if (random() % 10 == 0)
        bytes += stream(400 + random() % 800); // long enough for full messages that pass through
    if (random() % 3)
        bytes.insert(0, stream(3));
    return bytes;
}

} // namespace

class TsFramerModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithTheReferenceHoweverTheStreamIsSplit();
};

void TsFramerModelTest::agreesWithTheReferenceHoweverTheStreamIsSplit()
{
    std::mt19937 random(20240611);
    std::uint64_t resyncs = 0;
    for (int round = 0; round < 1500; ++round) {
        const std::string bytes = damagedStream(random);
        const Outcome expected = reference(bytes);
        std::vector<std::size_t> sizes;
        for (int i = 0; i < 30; ++i)
            sizes.push_back(1 + random() % (random() % 4 ? 400 : 150000));
        const Outcome outcome = frame(bytes, sizes, 1 + random() % 5);
        const QByteArray where = QByteArray("round ").append(QByteArray::number(round));
        QVERIFY2(outcome.verdict == expected.verdict, where.constData());
        QVERIFY2(outcome.all() == expected.all(), where.constData());
        if (outcome.verdict == TsFramer::Verdict::TransportStream) {
            QVERIFY2(outcome.packets == expected.packets, where.constData());
            QVERIFY2(outcome.resyncs == expected.resyncs, where.constData());
            QVERIFY2(outcome.skipped == expected.skipped, where.constData());
        }
        for (const std::string &message : outcome.messages)
            QVERIFY(!message.empty() && message.size() % kPacket == 0 && message.size() <= kMaxTsMessage);
        resyncs += outcome.resyncs;
    }
    QVERIFY(resyncs > 500);
}

QTEST_APPLESS_MAIN(TsFramerModelTest)
#include "tst_tsframer_model.moc"
