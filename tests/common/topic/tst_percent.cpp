// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/topic/percent.h"

#include <QtTest>

using relay::topic::percentDecoded;

class PercentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyByteComesBack();
    void everyPairOfCharactersAfterAPercentSign();
    void plusIsNoBlank();
    void decodesOnceOnly();
};

void PercentTest::everyByteComesBack()
{
    for (int byte = 0; byte < 256; ++byte) {
        const QByteArray raw = QByteArray(1, static_cast<char>(byte));
        const QByteArray hex = raw.toHex();
        QCOMPARE(percentDecoded(QByteArray("a%").append(hex).append('z')), QByteArray("a").append(raw).append('z'));
        QCOMPARE(percentDecoded(QByteArray("%").append(hex.toUpper())), raw);
        if (raw != "%")
            QCOMPARE(percentDecoded(raw), raw);
    }
}

void PercentTest::everyPairOfCharactersAfterAPercentSign()
{
    const QByteArray digits = "0123456789abcdefABCDEF";
    for (int first = 0; first < 256; ++first) {
        for (int second = 0; second < 256; ++second) {
            const char pair[] = { '%', static_cast<char>(first), static_cast<char>(second) };
            const bool isValid = digits.contains(pair[1]) && digits.contains(pair[2]);
            QCOMPARE(percentDecoded(QByteArrayView(pair, 3)).has_value(), isValid);
        }
    }
    QVERIFY(!percentDecoded("%"));
    QVERIFY(!percentDecoded("a%4"));
}

void PercentTest::plusIsNoBlank()
{
    QCOMPARE(percentDecoded("a+b%20c"), QByteArray("a+b c"));
}

void PercentTest::decodesOnceOnly()
{
    QCOMPARE(percentDecoded("%252e"), QByteArray("%2e"));
}

QTEST_APPLESS_MAIN(PercentTest)
#include "tst_percent.moc"
