// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/config/nearest.h"

#include <QTest>

using namespace relay::config;

class NearestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatWasMeant_data()
    {
        QTest::addColumn<QString>("wrong");
        QTest::addColumn<QString>("meant");
        const auto row = [](const char *wrong, const char *meant) {
            QTest::newRow(wrong) << QString::fromLatin1(wrong) << QString::fromLatin1(meant);
        };
        row("lisen", "listen");
        row("Listen", "listen");
        row("max_mesage", "max_message");
        row("max-message", "max_message");
        row("masage_max", "");
        row("foo", "");
        row("", "");
        row("o", "");
        row("opn", "open");
    }

    void findsWhatWasMeant()
    {
        QFETCH(QString, wrong);
        QFETCH(QString, meant);
        const QStringList known { QStringLiteral("listen"), QStringLiteral("max_message"), QStringLiteral("open") };
        QCOMPARE(nearestWord(wrong, known), meant);
    }
};

QTEST_APPLESS_MAIN(NearestTest)
#include "tst_nearest.moc"
