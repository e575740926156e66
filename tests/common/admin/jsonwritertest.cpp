// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/admin/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QtTest>

#include <cmath>
#include <limits>

using relay::admin::JsonWriter;

class JsonWriterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nestsWithCommas();
    void decimals_data();
    void decimals();
    void wholeNumbersAreExact();
    void anyTextComesBack();
    void truncatesBackToAnOpenArray();
};

void JsonWriterTest::nestsWithCommas()
{
    JsonWriter out;
    out.beginObject();
    out.key("a");
    out.beginArray();
    out.number(1);
    out.beginArray();
    out.endArray();
    out.text(u"x[");
    out.boolean(true);
    out.beginObject();
    out.endObject();
    out.endArray();
    out.key("b");
    out.raw("null");
    out.endObject();
    QCOMPARE(out.take(), QByteArray(R"({"a":[1,[],"x[",true,{}],"b":null})"));
    QCOMPARE(out.size(), 0);
}

void JsonWriterTest::decimals_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("zero") << 0.0 << QByteArray("0");
    QTest::newRow("whole") << 30.0 << QByteArray("30");
    QTest::newRow("one place") << 0.5 << QByteArray("0.5");
    QTest::newRow("two places") << 29.97 << QByteArray("29.97");
    QTest::newRow("three places") << 1.0625 << QByteArray("1.063");
    QTest::newRow("leading zero of the fraction") << 7.005 << QByteArray("7.005");
    QTest::newRow("rounds up to the next whole") << 1.9996 << QByteArray("2");
    QTest::newRow("negative") << -0.25 << QByteArray("-0.25");
    QTest::newRow("not a number") << std::nan("") << QByteArray("null");
    QTest::newRow("endless") << std::numeric_limits<double>::infinity() << QByteArray("null");
}

void JsonWriterTest::decimals()
{
    QFETCH(double, value);
    JsonWriter out;
    out.decimal(value);
    QTEST(out.take(), "text");
}

void JsonWriterTest::wholeNumbersAreExact()
{
    JsonWriter out;
    out.beginArray();
    out.number(std::numeric_limits<std::int64_t>::min());
    out.number(std::numeric_limits<std::uint64_t>::max());
    out.decimal(1e20);
    out.endArray();
    QCOMPARE(out.bytes(), QByteArray("[-9223372036854775808,18446744073709551615,1e+20]"));
}

// Whatever characters a user agent or topic has, a JSON parser gives them back.
void JsonWriterTest::anyTextComesBack()
{
    QRandomGenerator random(3);
    for (int round = 0; round < 500; ++round) {
        QString text;
        for (int i = 0; i < 30; ++i) {
            const uint kind = random.bounded(4u);
            const char32_t c = kind == 0 ? random.bounded(0x80u)
                : kind == 1              ? U"\"\\\n/\u2028"[random.bounded(5)]
                : kind == 2              ? 0x80 + random.bounded(0x700u)
                                         : 0x1F600 + random.bounded(50u);
            text += QString::fromUcs4(&c, 1);
        }
        JsonWriter out;
        out.beginArray();
        out.text(text);
        out.utf8(text.toUtf8());
        out.endArray();
        QVERIFY(!out.bytes().contains('\n'));
        const QJsonArray got = QJsonDocument::fromJson(out.bytes()).array();
        QCOMPARE(got.at(0).toString(), text);
        QCOMPARE(got.at(1).toString(), text);
    }
}

void JsonWriterTest::truncatesBackToAnOpenArray()
{
    JsonWriter out;
    out.beginArray();
    out.number(1);
    out.endArray();
    out.truncate(out.size() - 1);
    out.text(u"two");
    out.endArray();
    QCOMPARE(out.bytes(), QByteArray(R"([1,"two"])"));
}

QTEST_GUILESS_MAIN(JsonWriterTest)
#include "jsonwritertest.moc"
