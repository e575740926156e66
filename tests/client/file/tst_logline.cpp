// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/file/logline.h"

#include <QTest>

using namespace relay::client::file;

namespace {
constexpr std::int64_t kAt = 1647198932015000000; // 2022-03-13T19:15:32.015Z
}

class TestLogLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hasTheTimeAndTheContent()
    {
        QCOMPARE(formatLogLine({ kAt, "There was a \"bright\" spark" }, QTimeZone::utc()),
                 QByteArray("[2022-03-13T19:15:32.015Z] There was a \"bright\" spark\n"));
    }

    void leavesOutZerosOfTheFraction()
    {
        QCOMPARE(formatLogLine({ kAt / 1'000'000'000 * 1'000'000'000, "" }, QTimeZone::utc()),
                 QByteArray("[2022-03-13T19:15:32Z] \n"));
        QCOMPARE(formatLogLine({ kAt + 1, "x" }, QTimeZone::utc()), QByteArray("[2022-03-13T19:15:32.015000001Z] x\n"));
    }

    void tellsTheZone()
    {
        QCOMPARE(formatLogLine({ kAt, "x" }, QTimeZone(-12'600)), QByteArray("[2022-03-13T15:45:32.015-03:30] x\n"));
    }

    void isReadBack_data()
    {
        QTest::addColumn<int>("offset");
        QTest::newRow("UTC") << 0;
        QTest::newRow("east") << 7200;
        QTest::newRow("west") << -12'600;
    }

    void isReadBack()
    {
        QFETCH(int, offset);
        const LogLine line { kAt + 999, "{\"a\":\"] b\"}" };
        const auto read = parseLogLine(formatLogLine(line, QTimeZone(offset)).chopped(1));
        QVERIFY(read);
        QCOMPARE(read->at, line.at);
        QCOMPARE(read->content, line.content);
    }

    void otherLinesAreNone_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line : { "", "plain", "[] x", "[yesterday] x", "[2022-03-13T19:15:32.015] no zone",
                                  "[2022-03-13T19:15:32.Z] x", "[2022-13-13T19:15:32Z] x", "[2022-03-13T19:15:32Z]" })
            QTest::newRow(line) << QByteArray(line);
    }

    void otherLinesAreNone()
    {
        QFETCH(QByteArray, line);
        QVERIFY(!parseLogLine(line));
    }
};

QTEST_GUILESS_MAIN(TestLogLine)
#include "tst_logline.moc"
