// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/format/quantity.h"

#include <QTest>

#include <limits>

using namespace relay::format;
using namespace std::chrono;

namespace {

const QString kNone = QString::fromUtf16(kMissing);

} // namespace

class QuantityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesAreWholeUpToKiB_data()
    {
        QTest::addColumn<qint64>("count");
        QTest::addColumn<QString>("text");
        const auto row
            = [](qint64 count, const char *text) { QTest::addRow("%lld", count) << count << QString::fromUtf8(text); };
        row(0, "0 B");
        row(1023, "1023 B");
        row(1024, "1 KiB");
        row(1535, "1 KiB");
        row(1536, "2 KiB");
        row(1023 * 1024, "1023 KiB");
        row(1024 * 1024 - 1, "1.0 MiB"); // not "1024 KiB"
        row(1024 * 1024, "1.0 MiB");
        row(10485760, "10.0 MiB");
        row((1LL << 30) - 1, "1.0 GiB");
        row(3LL << 29, "1.5 GiB");
        row(1LL << 40, "1.0 TiB");
        row(std::numeric_limits<qint64>::max(), "8388608.0 TiB");
    }

    void bytesAreWholeUpToKiB()
    {
        QFETCH(qint64, count);
        QFETCH(QString, text);
        QCOMPARE(bytes(count), text);
    }

    void megabitsHaveTwoDecimals_data()
    {
        QTest::addColumn<double>("bytesPerSecond");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, double bytesPerSecond, const QString &text) {
            QTest::newRow(name) << bytesPerSecond << text;
        };
        row("none", 0, QStringLiteral("0.00"));
        row("trace", 0.001, QStringLiteral("<0.01"));
        row("just below", 1249.9, QStringLiteral("<0.01"));
        row("a hundredth", 1250, QStringLiteral("0.01"));
        row("video", 300000, QStringLiteral("2.40"));
        row("rounded", 1900, QStringLiteral("0.02")); // 0.0152
        row("large", 1.25e9, QStringLiteral("10000.00"));
        row("negative", -1, kNone);
        row("not a number", qQNaN(), kNone);
        row("infinite", qInf(), kNone);
    }

    void megabitsHaveTwoDecimals()
    {
        QFETCH(double, bytesPerSecond);
        QFETCH(QString, text);
        QCOMPARE(megabits(bytesPerSecond), text);
        QCOMPARE(rate(bytesPerSecond), QString(text + QStringLiteral(" Mbit/s")));
    }

    void ageHasTwoPartsAtMost_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *text, milliseconds time) {
            QTest::addRow("%lld", qint64(time.count())) << qint64(time.count()) << QString::fromUtf8(text);
        };
        row("0 s", -5s);
        row("0 s", 999ms);
        row("59 s", 59999ms);
        row("1 min", 1min);
        row("41 min", 41min + 59s);
        row("59 min", 1h - 1ms);
        row("1 h 00", 1h);
        row("1 h 04", 1h + 4min + 30s);
        row("23 h 59", 24h - 1ms);
        row("1 d 00 h", 24h);
        row("6 d 02 h", 146h + 59min);
        row("1000 d 00 h", 24000h);
    }

    void ageHasTwoPartsAtMost()
    {
        QFETCH(qint64, ms);
        QFETCH(QString, text);
        QCOMPARE(age(milliseconds(ms)), text);
    }

    void countdownIsMinutesAndSecondsBelowAnHour()
    {
        QCOMPARE(countdown(-1s), QStringLiteral("00:00"));
        QCOMPARE(countdown(7999ms), QStringLiteral("00:07"));
        QCOMPARE(countdown(1h - 1ms), QStringLiteral("59:59"));
        QCOMPARE(countdown(1h + 47min + 59s), QStringLiteral("1 h 47"));
        QCOMPARE(countdown(146h), QStringLiteral("6 d 02 h"));
    }

    void latencyIsWholeMilliseconds()
    {
        QCOMPARE(latency(0us), QStringLiteral("0 ms"));
        QCOMPARE(latency(400us), QStringLiteral("<1 ms"));
        QCOMPARE(latency(12900us), QStringLiteral("12 ms"));
        QCOMPARE(latency(-1us), kNone);
    }

    void localeGivesPointAndGroups()
    {
        const QLocale german(QLocale::German, QLocale::Germany);
        QCOMPARE(megabits(300000, german), QStringLiteral("2,40"));
        QCOMPARE(megabits(1, german), QStringLiteral("<0,01"));
        QCOMPARE(bytes(1572864, german), QStringLiteral("1,5 MiB"));
        QCOMPARE(count(1234567, german), QStringLiteral("1.234.567"));
        QCOMPARE(count(1234567), QStringLiteral("1234567"));
        QCOMPARE(count(std::numeric_limits<quint64>::max()), QStringLiteral("18446744073709551615"));
    }
};

QTEST_APPLESS_MAIN(QuantityTest)
#include "tst_quantity.moc"
