// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/adminviews.h"

#include <QtTest>

using namespace relay::client;

class AdminViewsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void objectsBecomeRecords();
    void connectionsShowUnitsAndTrouble();
    void bookingsShowOnlyWhereThereAreSome();
    void deniedBookingsShowWhoAndWhy();
    void aDenialSaysWhomItCut();
    void infoSaysTheMode();
    void textFromOutsideCannotSteerTheTerminal();
    void totalsInOneLine();
};

void AdminViewsTest::objectsBecomeRecords()
{
    const QJsonObject object { { QStringLiteral("topic"), QStringLiteral("/a") },
                               { QStringLiteral("id"), 5 },
                               { QStringLiteral("later"), true },
                               { QStringLiteral("inRate"), 1.5 } };
    const auto connections = toConnections(QJsonArray { QJsonValue(object) });
    QCOMPARE(connections.size(), 1);
    QCOMPARE(connections.first().id, 5u);
    QCOMPARE(connections.first().topic, QStringLiteral("/a"));
    QCOMPARE(connections.first().inRate, 1.5);
}

void AdminViewsTest::connectionsShowUnitsAndTrouble()
{
    Connection connection;
    connection.id = 12;
    connection.topic = QStringLiteral("/out/demo");
    connection.role = QStringLiteral("subscriber");
    connection.openedAt = 1'000'000;
    connection.outRate = 250'000;
    connection.dropped = 3;
    connection.queuedBytes = 4096;
    connection.queuedMs = 700;
    const QString text = connectionsTable({ connection }, 1'000'000 + 9'000).text(0);
    for (const char *part : { "12", "/out/demo", "subscriber", "9 s", "2.00", "4 KiB, 700 ms", "3" })
        QVERIFY2(text.contains(QString::fromLatin1(part)), qPrintable(text));
}

void AdminViewsTest::bookingsShowOnlyWhereThereAreSome()
{
    Connection open;
    open.id = 1;
    QVERIFY(!connectionsTable({ open }, 0).text(0).contains(QLatin1String("BOOKING")));
    Connection booked;
    booked.id = 2;
    booked.bookingId = QStringLiteral("cq3v8l2k");
    booked.expiresAt = 1'000'000 + 83'000;
    const QStringList lines = connectionsTable({ open, booked }, 1'000'000).text(0).split(QLatin1Char('\n'));
    QVERIFY2(lines.at(0).contains(QLatin1String("BOOKING   EXPIRES")), qPrintable(lines.at(0)));
    QVERIFY2(lines.at(2).contains(QLatin1String("cq3v8l2k    01:23")), qPrintable(lines.at(2)));
}

void AdminViewsTest::deniedBookingsShowWhoAndWhy()
{
    const qint64 now = QDateTime(QDate(2026, 11, 22), QTime(10, 0)).toMSecsSinceEpoch();
    const QJsonObject ours { { QStringLiteral("id"), QStringLiteral("cq3v8l2k") },
                             { QStringLiteral("until"), now + 7'200'000 },
                             { QStringLiteral("deniedAt"), now - 60'000 },
                             { QStringLiteral("by"), QStringLiteral("ann") },
                             { QStringLiteral("reason"), QStringLiteral("jammed\nit") } };
    const QJsonObject other { { QStringLiteral("id"), QStringLiteral("b") },
                              { QStringLiteral("until"), now + 60'000 },
                              { QStringLiteral("deniedAt"), QJsonValue::Null } };
    const QStringList lines = deniedTable({ ours, other }, now).text(0).split(QLatin1Char('\n'));
    QCOMPARE(lines.at(0).simplified(), QStringLiteral("DENIED UNTIL LEFT SINCE BY REASON"));
    QCOMPARE(lines.at(1).simplified(),
             QStringLiteral("cq3v8l2k 2026-11-22 12:00:00 2 h 00 2026-11-22 09:59:00 ann jammed\\nit"));
    QCOMPARE(lines.at(2).simplified(), QStringLiteral("b 2026-11-22 10:01:00 01:00"));
}

void AdminViewsTest::aDenialSaysWhomItCut()
{
    const qint64 until = QDateTime(QDate(2026, 11, 22), QTime(10, 0)).toMSecsSinceEpoch();
    const auto text = [&](const QJsonArray &ids, bool keepsConnections = false) {
        return deniedText(QStringLiteral("b"),
                          { { QStringLiteral("until"), until }, { QStringLiteral("connections"), ids } },
                          keepsConnections);
    };
    QCOMPARE(text({}), QStringLiteral("denied: b until 2026-11-22 10:00:00, it has no connections\n"));
    QCOMPARE(text({ 7 }), QStringLiteral("denied: b until 2026-11-22 10:00:00, 1 connection cut\n"));
    QCOMPARE(text({ 7, 8 }), QStringLiteral("denied: b until 2026-11-22 10:00:00, 2 connections cut\n"));
    QCOMPARE(text({}, true), QStringLiteral("denied: b until 2026-11-22 10:00:00, connections that it has stay\n"));
}

void AdminViewsTest::infoSaysTheMode()
{
    QJsonObject info { { QStringLiteral("mode"), QStringLiteral("open") } };
    QVERIFY(infoText(info).contains(QLatin1String("mode         open: anybody may connect\n")));
    info = { { QStringLiteral("mode"), QStringLiteral("secured") },
             { QStringLiteral("audience"), QStringLiteral("https://a.example") },
             { QStringLiteral("denied"), 3 },
             { QStringLiteral("isDenyListDurable"), false } };
    QVERIFY2(infoText(info).contains(QLatin1String("secured, tokens for https://a.example, 3 bookings denied, but the")),
             qPrintable(infoText(info)));
}

void AdminViewsTest::textFromOutsideCannotSteerTheTerminal()
{
    Connection connection;
    connection.userAgent = QStringLiteral("\x1b[2Jevil\nline\u202e");
    connection.topic = QStringLiteral("/a\u0007");
    const QString text = connectionsTable({ connection }, 0).text(0);
    QCOMPARE(text.count(QLatin1Char('\n')), 2);
    for (const QChar c : text)
        QVERIFY(c == QLatin1Char('\n') || c.isPrint());
}

void AdminViewsTest::totalsInOneLine()
{
    Totals totals;
    totals.connections = 5;
    totals.topics = 2;
    totals.inRate = 125'000;
    QCOMPARE(totalsLine(totals), QStringLiteral("5 connections, 2 topics, in 1.00 Mbit/s, out 0.00 Mbit/s, 0 dropped"));
    QVERIFY(totalsText(totals).endsWith(QLatin1Char('\n')));
}

QTEST_GUILESS_MAIN(AdminViewsTest)
#include "adminviewstest.moc"
