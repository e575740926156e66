// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/format.h"

#include <QLocale>
#include <QTest>

using namespace relay::gui;

class TestFormat : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void mbits_data();
    void mbits();
    void bytes_data();
    void bytes();
    void age_data();
    void age();
    void remaining_data();
    void remaining();
    void ratePicksItsUnit();
    void perSecondDoesNotHideASingleDrop();
    void namesTopicsAsPeopleDo();
    void namesPeersWithoutTheirPort_data();
    void namesPeersWithoutTheirPort();
    void figuresFollowTheLocale();
};

void TestFormat::mbits_data()
{
    QTest::addColumn<double>("rate");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0.0 << QStringLiteral("0.00");
    QTest::newRow("hardly anything") << 1.0 << QStringLiteral("<0.01");
    QTest::newRow("smallest shown") << 1250.0 << QStringLiteral("0.01");
    QTest::newRow("video") << 502'500.0 << QStringLiteral("4.02");
    QTest::newRow("much") << 18'600'000.0 << QStringLiteral("148.80");
}

void TestFormat::mbits()
{
    QFETCH(double, rate);
    QTEST(format::mbits(rate), "text");
}

void TestFormat::bytes_data()
{
    QTest::addColumn<quint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << quint64(0) << QStringLiteral("0");
    QTest::newRow("one") << quint64(1) << QStringLiteral("<1 KiB");
    QTest::newRow("KiB are whole") << quint64(986 * 1024 + 100) << QStringLiteral("986 KiB");
    QTest::newRow("MiB have one decimal") << quint64(4 * 1024 * 1024) << QStringLiteral("4.0 MiB");
    QTest::newRow("1000 KiB is no longer whole") << quint64(1000 * 1024) << QStringLiteral("1.0 MiB");
    QTest::newRow("GiB") << quint64(3) * 1024 * 1024 * 1024 << QStringLiteral("3.0 GiB");
}

void TestFormat::bytes()
{
    QFETCH(quint64, bytes);
    QTEST(format::bytes(bytes), "text");
}

void TestFormat::age_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("before it began") << qint64(-5) << QStringLiteral("0 s");
    QTest::newRow("seconds") << qint64(12'000) << QStringLiteral("12 s");
    QTest::newRow("minutes") << qint64(41 * 60'000) << QStringLiteral("41 min");
    QTest::newRow("hours") << qint64(64 * 60'000) << QStringLiteral("1 h 04");
    QTest::newRow("days") << qint64((6 * 24 + 2) * 3'600'000LL) << QStringLiteral("6 d 02 h");
}

void TestFormat::age()
{
    QFETCH(qint64, ms);
    QTEST(format::age(ms), "text");
}

void TestFormat::remaining_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("over") << qint64(-1000) << QStringLiteral("00:00");
    QTest::newRow("below an hour") << qint64(18 * 60'000 + 42'000) << QStringLiteral("18:42");
    QTest::newRow("hours") << qint64(107 * 60'000) << QStringLiteral("1 h 47");
    QTest::newRow("days") << qint64(50 * 3'600'000LL) << QStringLiteral("2 d 02 h");
}

void TestFormat::remaining()
{
    QFETCH(qint64, ms);
    QTEST(format::remaining(ms), "text");
}

void TestFormat::ratePicksItsUnit()
{
    QCOMPARE(format::rate(0).value, QStringLiteral("0"));
    QCOMPARE(format::rate(25.6e6).value, QStringLiteral("204.8"));
    QCOMPARE(format::rate(25.6e6).unit, QStringLiteral("Mbit/s"));
    QCOMPARE(format::rate(577.5e6).value, QStringLiteral("4.62"));
    QCOMPARE(format::rate(577.5e6).unit, QStringLiteral("Gbit/s"));
}

void TestFormat::perSecondDoesNotHideASingleDrop()
{
    QCOMPARE(format::perSecond(0), QStringLiteral("0"));
    QCOMPARE(format::perSecond(0.1), QStringLiteral("<1"));
    QCOMPARE(format::perSecond(17.6), QStringLiteral("18"));
}

void TestFormat::namesTopicsAsPeopleDo()
{
    QCOMPARE(format::topic(QStringLiteral("/out/demo")), QStringLiteral("demo"));
    QCOMPARE(format::topic(QStringLiteral("/bi/x")), QStringLiteral("bi/x"));
}

void TestFormat::namesPeersWithoutTheirPort_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("shown");
    QTest::newRow("v4") << QStringLiteral("203.0.113.87:51234") << QStringLiteral("203.0.113.87");
    QTest::newRow("v6") << QStringLiteral("[2001:db8::1]:443") << QStringLiteral("2001:db8::1");
    QTest::newRow("v6 without port") << QStringLiteral("2001:db8::1") << QStringLiteral("2001:db8::1");
    QTest::newRow("another address of this machine does not")
        << QStringLiteral("127.20.4.35:51234") << QStringLiteral("127.20.4.35");
    QTest::newRow("loopback keeps it") << QStringLiteral("127.0.0.1:51234") << QStringLiteral("127.0.0.1:51234");
    QTest::newRow("no port") << QStringLiteral("203.0.113.87") << QStringLiteral("203.0.113.87");
    QTest::newRow("nothing") << QString() << QString();
}

void TestFormat::namesPeersWithoutTheirPort()
{
    QFETCH(QString, address);
    QTEST(format::peer(address), "shown");
}

void TestFormat::figuresFollowTheLocale()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QCOMPARE(format::mbits(502'500.0), QStringLiteral("4,02"));
    QCOMPARE(format::count(2014), QStringLiteral("2.014"));
    QLocale::setDefault(before);
}

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
