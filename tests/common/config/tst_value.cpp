// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/config/value.h"

#include <QTest>

using namespace relay::config;
using namespace std::chrono_literals;

namespace {

constexpr qint64 kNone = -1;

} // namespace

class ValueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsIntegers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isNumber");
        QTest::addColumn<qint64>("number");
        const auto row = [](const char *text, bool isNumber, qint64 number = 0) {
            QTest::newRow(text) << QString::fromUtf8(text) << isNumber << number;
        };
        row("0", true, 0);
        row("007", true, 7);
        row("-12", true, -12);
        row("9223372036854775807", true, std::numeric_limits<qint64>::max());
        row("-9223372036854775808", true, std::numeric_limits<qint64>::min());
        row("9223372036854775808", false);
        for (const char *text : { "", "-", "+1", " 1", "1 ", "1e3", "0x10", "1.0", "1_000", "--1", "\u0661" })
            row(text, false);
    }

    void readsIntegers()
    {
        QFETCH(QString, text);
        QFETCH(bool, isNumber);
        QFETCH(qint64, number);
        QCOMPARE(parseInteger(text), isNumber ? std::optional(number) : std::nullopt);
    }

    void readsSizes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("bytes");
        const auto row
            = [](const char *text, qint64 bytes) { QTest::newRow(text) << QString::fromUtf8(text) << bytes; };
        row("0", 0);
        row("4096", 4096);
        row("1B", 1);
        row("64KiB", 65536);
        row("64 KiB", 65536);
        row("64k", 65536);
        row("10M", 10485760);
        row("10MiB", 10485760);
        row("10mib", 10485760);
        row("10MB", 10000000);
        row("2G", 2147483648);
        row("1TiB", 1099511627776);
        row("8388607TiB", 9223370937343148032);
        for (const char *text : { "", "MiB", "-1", "-1MiB", "1.5MiB", "10 ", "10  MiB", "10MiBs", "10Q", "8388608TiB",
                                  "99999999999999999999", "1,000" })
            row(text, kNone);
    }

    void readsSizes()
    {
        QFETCH(QString, text);
        QFETCH(qint64, bytes);
        QCOMPARE(parseSize(text).value_or(kNone), bytes);
    }

    void readsDurations_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("nanoseconds");
        const auto row = [](const char *text, std::chrono::nanoseconds time) {
            QTest::newRow(text) << QString::fromUtf8(text) << qint64(time.count());
        };
        row("0", 0s);
        row("25", 25s);
        row("25s", 25s);
        row("250ms", 250ms);
        row("1h2m3s", 1h + 2min + 3s);
        row("1h30m", 90min);
        row("1.5h", 90min);
        row(".5s", 500ms);
        row("1.s", 1s);
        row("1us", 1us);
        row("1\u00b5s", 1us);
        row("17ns", 17ns);
        row("0.1ns", 0ns);
        row("2540400h10m10s", 2540400h + 10min + 10s);
        row("9223372036s", 9223372036s);
        for (const char *text : { "", "s", ".", ".s", "1d", "1x", "-1s", "-5", "1h-2m", "1 s", "1.2.3s", "1h2", "1S",
                                  "9223372037s", "9999999999999999999s", "2562048h", "9223372037" })
            row(text, std::chrono::nanoseconds(kNone));
    }

    void readsDurations()
    {
        QFETCH(QString, text);
        QFETCH(qint64, nanoseconds);
        QCOMPARE(qint64(parseDuration(text).value_or(std::chrono::nanoseconds(kNone)).count()), nanoseconds);
    }

    void readsBooleans()
    {
        for (const auto text : { u"true", u"1", u"yes", u"on", u"TRUE", u"Yes", u"T" })
            QCOMPARE(parseBoolean(text), std::optional(true));
        for (const auto text : { u"false", u"0", u"no", u"off", u"Off", u"f" })
            QCOMPARE(parseBoolean(text), std::optional(false));
        for (const auto text : { u"", u"2", u"y", u"truee", u" true" })
            QCOMPARE(parseBoolean(text), std::optional<bool>());
    }

    void refusalSaysWhatIsAllowed_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("refusal");
        const auto row = [](Kind kind, const char *text, const char *refusal) {
            QTest::addRow("%d %s", int(kind), text)
                << int(kind) << QString::fromUtf8(text) << QString::fromUtf8(refusal);
        };
        row(Kind::Integer, "many", "must be a whole number");
        row(Kind::Integer, "1999", "must be from 2000 to 7200000");
        row(Kind::Integer, "2000", "");
        row(Kind::Integer, "7200001", "must be from 2000 to 7200000");
        row(Kind::Size, "1KiB", "must be from 2000 to 7200000");
        row(Kind::Size, "x", "must be a number of bytes, alone or with KiB, MiB or GiB, such as 10MiB");
        row(Kind::Duration, "1999ms", "must be from 2s to 7200s");
        row(Kind::Duration, "2h", "");
        row(Kind::Duration, "2h1ns", "must be from 2s to 7200s");
        row(Kind::Boolean, "maybe", "must be true or false (or 1, 0, yes, no, on, off)");
        row(Kind::String, "anything", "");
    }

    void refusalSaysWhatIsAllowed()
    {
        QFETCH(int, kind);
        QFETCH(QString, text);
        QFETCH(QString, refusal);
        const OptionSpec option { .name = {}, .help = {}, .kind = Kind(kind), .minimum = 2000, .maximum = 7200000 };
        QCOMPARE(refusalOf(option, text), refusal);
    }

    void oneSidedRangesAreSpelledInTheirUnit()
    {
        const OptionSpec size { .name = {}, .help = {}, .kind = Kind::Size, .minimum = 64 * 1024 };
        QCOMPARE(refusalOf(size, QStringLiteral("1")), QStringLiteral("must be at least 64KiB"));
        const OptionSpec time { .name = {}, .help = {}, .kind = Kind::Duration, .maximum = 1500 };
        QCOMPARE(refusalOf(time, QStringLiteral("2s")), QStringLiteral("must be at most 1500ms"));
    }

    void choicesAreExact()
    {
        const OptionSpec option { .name = {},
                                  .help = {},
                                  .choices = { QStringLiteral("text"), QStringLiteral("json") } };
        QCOMPARE(refusalOf(option, QStringLiteral("json")), QString());
        QCOMPARE(refusalOf(option, QStringLiteral("JSON")), QStringLiteral("must be one of text, json"));
    }
};

QTEST_APPLESS_MAIN(ValueTest)
#include "tst_value.moc"
