// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/moment.h"

#include <QTimeZone>
#include <QtTest>

using relay::client::parseMoment;

class MomentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void understands_data();
    void understands();
    void refuses_data();
    void refuses();
};

void MomentTest::understands_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("moment"); // in UTC; now is 2026-11-22 10:00:00 at UTC+2, which is 08:00 there
    const auto row = [](const char *text, const char *moment) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(moment);
    };
    row("90s", "2026-11-22T08:01:30Z");
    row("45m", "2026-11-22T08:45:00Z");
    row("1h30m", "2026-11-22T09:30:00Z");
    row("3d", "2026-11-25T08:00:00Z");
    row("1d12h", "2026-11-23T20:00:00Z");
    row("17:30", "2026-11-22T15:30:00Z");
    row("9:30", "2026-11-23T07:30:00Z");  // over today
    row("10:00", "2026-11-23T08:00:00Z"); // now is over
    row("10:00:01", "2026-11-22T08:00:01Z");
    row("2026-12-01T00:30", "2026-11-30T22:30:00Z");
    row("2026-12-01 00:30:15", "2026-11-30T22:30:15Z");
    row("2026-12-01T00:30Z", "2026-12-01T00:30:00Z");
    row("2026-12-01T00:30:00+01:00", "2026-11-30T23:30:00Z");
    row(" 45m ", "2026-11-22T08:45:00Z");
    row("2020-01-01T00:00Z", "2020-01-01T00:00:00Z");
}

void MomentTest::understands()
{
    QFETCH(QString, text);
    const QDateTime now(QDate(2026, 11, 22), QTime(10, 0), Qt::OffsetFromUTC, 7200);
    const auto moment = parseMoment(text, now);
    QVERIFY(moment);
    QTEST(moment->toUTC().toString(Qt::ISODate), "moment");
}

void MomentTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : { "", "tomorrow", "2", "3600", "2h30", "-2h", "d", "99999999999h", "25:00", "17:60", "17",
                              "2026-13-01T00:00", "2026-02-30T10:00", "2026-12-01", "12/01/2026 10:00", "5m ago" })
        QTest::newRow(text) << QString::fromLatin1(text);
}

void MomentTest::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!parseMoment(text, QDateTime(QDate(2026, 11, 22), QTime(10, 0), Qt::UTC)));
}

QTEST_GUILESS_MAIN(MomentTest)
#include "momenttest.moc"
