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
