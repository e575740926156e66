// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/ws/utf8.h"

#include "tests/common/ws/referenceutf8.h"

#include <QtTest>

#include <random>

using namespace relay::ws;
using namespace relay::ws::test;

namespace {
//! The octets at which RFC 3629's rules change, and their neighbours.
constexpr std::array<unsigned char, 30> kEdges
    = { 0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1,
        0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF7, 0xF8, 0xFB, 0xFC, 0xFE, 0xFF };

std::string encoded(std::uint32_t point)
{
    const auto tail = [&](int shift) { return static_cast<char>(0x80 | (point >> shift & 0x3F)); };
    if (point < 0x80)
        return { static_cast<char>(point) };
    if (point < 0x800)
        return { static_cast<char>(0xC0 | point >> 6), tail(0) };
    if (point < 0x10000)
        return { static_cast<char>(0xE0 | point >> 12), tail(6), tail(0) };
    return { static_cast<char>(0xF0 | point >> 18), tail(12), tail(6), tail(0) };
}
} // namespace

class Utf8Test : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodePointIsJudgedRight();
    void everyShortSequenceOfEdgesIsJudgedRight();
    void randomTextsAreJudgedRightInPieces();
    void staysInvalid();
    void resetForgets();
    void truncatesAtCharacters_data();
    void truncatesAtCharacters();
};

void Utf8Test::everyCodePointIsJudgedRight()
{
    for (std::uint32_t point = 0; point < 0x120000; ++point) {
        const bool isScalar = point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
        if (isValidUtf8(encoded(point)) != isScalar)
            QFAIL(qPrintable(QString::number(point, 16)));
    }
}

void Utf8Test::everyShortSequenceOfEdgesIsJudgedRight()
{
    // Four octets, by themselves and behind a block's worth of ASCII, so that fast and slow path both meet them.
    const std::string before(31, 'x');
    std::string text(4, '\0');
    for (const unsigned char a : kEdges) {
        for (const unsigned char b : kEdges) {
            for (const unsigned char c : kEdges) {
                for (const unsigned char d : kEdges) {
                    text = { static_cast<char>(a), static_cast<char>(b), static_cast<char>(c), static_cast<char>(d) };
                    Utf8Validator validator;
                    const bool mayGoOn = validator.feed(text);
                    const bool isValid = mayGoOn && validator.isComplete();
                    if (mayGoOn != mayBecomeText(text) || isValid != isTextByReference(text)
                        || isValidUtf8(before + text) != isValid)
                        QFAIL(QByteArray::fromStdString(text).toHex().constData());
                }
            }
        }
    }
}

void Utf8Test::randomTextsAreJudgedRightInPieces()
{
    std::mt19937 random(6455);
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        const std::uint32_t size = random() % 200;
        while (text.size() < size)
            text += random() % 3 ? std::string(random() % 40, 'a') : encoded(random() % 0xD800);
        if (random() % 2 && !text.empty())
            text[random() % text.size()] = static_cast<char>(kEdges[random() % kEdges.size()]);
        Utf8Validator validator;
        bool isGood = true;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t piece = std::min<std::size_t>(text.size() - at, 1 + random() % 70);
            isGood = validator.feed(std::span(text).subspan(at, piece));
            at += piece;
            if (isGood != mayBecomeText(text.substr(0, at)))
                QFAIL(QByteArray::fromStdString(text.substr(0, at)).toHex().constData());
        }
        QCOMPARE(isGood && validator.isComplete(), isTextByReference(text));
    }
}

void Utf8Test::staysInvalid()
{
    Utf8Validator validator;
    QVERIFY(!validator.feed(std::string_view("\xC0")));
    QVERIFY(!validator.feed(std::string_view("good text, long enough to go by in blocks of ASCII")));
    QVERIFY(!validator.isComplete());
}

void Utf8Test::resetForgets()
{
    Utf8Validator validator;
    QVERIFY(validator.feed(std::string_view("\xE2\x82")));
    QVERIFY(!validator.isComplete());
    validator.reset();
    QVERIFY(validator.feed(std::string_view("x")));
    QVERIFY(validator.isComplete());
}

void Utf8Test::truncatesAtCharacters_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("maxBytes");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("fits") << QByteArray("abc") << 3 << QByteArray("abc");
    QTest::newRow("ASCII") << QByteArray("abc") << 2 << QByteArray("ab");
    QTest::newRow("nothing allowed") << QByteArray("é") << 0 << QByteArray();
    QTest::newRow("inside two octets") << QByteArray("aé") << 2 << QByteArray("a");
    QTest::newRow("after two octets") << QByteArray("aéb") << 3 << QByteArray("aé");
    QTest::newRow("inside four octets") << QByteArray("a😀") << 4 << QByteArray("a");
    QTest::newRow("first character too long") << QByteArray("😀") << 3 << QByteArray();
}

void Utf8Test::truncatesAtCharacters()
{
    QFETCH(QByteArray, text);
    QFETCH(int, maxBytes);
    QFETCH(QByteArray, expected);
    const std::string whole = text.toStdString();
    QCOMPARE(std::string(truncateUtf8(whole, static_cast<std::size_t>(maxBytes))), expected.toStdString());
}

QTEST_APPLESS_MAIN(Utf8Test)
#include "tst_utf8.moc"
