// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stats/goduration.h"

#include <QtTest>

class GoDurationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesAsGoDoes_data();
    void writesAsGoDoes();
};

void GoDurationTest::writesAsGoDoes_data()
{
    QTest::addColumn<qint64>("milliseconds");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << qint64(0) << QByteArray("0s");
    QTest::newRow("clock went back") << qint64(-5) << QByteArray("0s");
    QTest::newRow("below a second") << qint64(250) << QByteArray("250ms");
    QTest::newRow("whole second") << qint64(1000) << QByteArray("1s");
    QTest::newRow("fraction") << qint64(1234) << QByteArray("1.234s");
    QTest::newRow("fraction without trailing zeros") << qint64(1500) << QByteArray("1.5s");
    QTest::newRow("small fraction") << qint64(10'005) << QByteArray("10.005s");
    QTest::newRow("minutes") << qint64(120'250) << QByteArray("2m0.25s");
    QTest::newRow("hours") << qint64(3'603'000) << QByteArray("1h0m3s");
    QTest::newRow("days are hours") << qint64(90'000'000) << QByteArray("25h0m0s");
}

void GoDurationTest::writesAsGoDoes()
{
    QFETCH(qint64, milliseconds);
    QTEST(relay::stats::goDuration(milliseconds), "text");
}

QTEST_GUILESS_MAIN(GoDurationTest)
#include "godurationtest.moc"
