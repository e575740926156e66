// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ws/frameencoder.h"

#include "tests/common/ws/eventtext.h"
#include "tests/common/ws/framebuilder.h"

#include <QtTest>

using namespace relay::ws;
using namespace relay::ws::test;

class FrameEncoderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headerHasTheShortestLength_data();
    void headerHasTheShortestLength();
    void frameIsReadByTheOtherSide();
    void closeFrame_data();
    void closeFrame();
    void maskAppliesFromAnyPosition();
};

void FrameEncoderTest::headerHasTheShortestLength_data()
{
    QTest::addColumn<quint64>("length");
    for (const quint64 length :
         { 0ULL, 1ULL, 125ULL, 126ULL, 127ULL, 65535ULL, 65536ULL, 10485760ULL, 1ULL << 31, (1ULL << 63) - 1 })
        QTest::addRow("%llu", static_cast<unsigned long long>(length)) << length;
}

void FrameEncoderTest::headerHasTheShortestLength()
{
    QFETCH(quint64, length);
    for (const Opcode opcode : { Opcode::Text, Opcode::Binary }) {
        Frame frame { .opcode = static_cast<std::uint8_t>(opcode), .key = {}, .declaredLength = length };
        std::array<char, kMaxHeader> header;
        QCOMPARE(std::string(header.data(), encodeHeader(header, opcode, length)), bytes(frame));
        frame.key = kKey;
        QCOMPARE(std::string(header.data(), encodeMaskedHeader(header, opcode, length, kKey)), bytes(frame));
    }
}

void FrameEncoderTest::frameIsReadByTheOtherSide()
{
    FrameParser parser(Role::Client);
    Events events;
    feed(parser, encodeFrame(Opcode::Text, "hello") + encodeFrame(Opcode::Ping, "p") + encodeFrame(Opcode::Binary, {}),
         events);
    QCOMPARE(events, (Events { "text hello", "ping p", "binary " }));
}

void FrameEncoderTest::closeFrame_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<QByteArray>("sent");
    const QByteArray longest(123, 'r');
    QTest::newRow("with a reason") << 4000 << QByteArray("kicked") << QByteArray("kicked");
    QTest::newRow("without") << 1001 << QByteArray() << QByteArray();
    QTest::newRow("longest") << 1001 << longest << longest;
    QTest::newRow("too long") << 1001 << longest + "x" << longest;
    QTest::newRow("cut at a character") << 1001 << longest.left(122) + "é" << longest.left(122);
}

void FrameEncoderTest::closeFrame()
{
    QFETCH(int, code);
    QFETCH(QByteArray, reason);
    QFETCH(QByteArray, sent);
    const auto number = static_cast<std::uint16_t>(code);
    const Frame expected { .opcode = 8, .payload = closePayload(number, sent.toStdString()), .key = {} };
    QCOMPARE(encodeClose(number, reason.toStdString()), bytes(expected));
    QCOMPARE(encodeClose(close::kNoStatus, "nowhere to put it"), std::string("\x88\x00", 2));
}

void FrameEncoderTest::maskAppliesFromAnyPosition()
{
    std::string plain;
    for (int i = 0; i < 200; ++i)
        plain += static_cast<char>(i * 7);
    const std::string masked = bytes({ .opcode = 2, .payload = plain }).substr(8);
    for (std::size_t from = 0; from < 40; ++from) {
        for (std::size_t size = 0; size + from <= plain.size(); ++size) {
            std::string piece = plain.substr(from, size);
            applyMask(piece, kKey, from);
            if (piece != masked.substr(from, size))
                QFAIL(qPrintable(QStringLiteral("%1 octets from %2").arg(size).arg(from)));
        }
    }
}

QTEST_APPLESS_MAIN(FrameEncoderTest)
#include "tst_frameencoder.moc"
