// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/addresses.h"

#include "gui/models/format.h"

#include <QTest>

using namespace relay::gui;

//! Addresses as the window writes them, whole and masked.
class TestAddresses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { addresses::setMasked(false); }
    void asTheyAreUnlessMasked();
    void maskedInSentences_data();
    void maskedInSentences();
    void ordersHaveThemWhole();
};

void TestAddresses::asTheyAreUnlessMasked()
{
    const QString address = QStringLiteral("203.0.113.87:51234");
    QVERIFY(!addresses::areMasked());
    QCOMPARE(addresses::shown(address), address);
    QCOMPARE(format::peer(address), QStringLiteral("203.0.113.87"));
    addresses::setMasked(true);
    QCOMPARE(addresses::shown(address), QStringLiteral("203.0.113.x"));
    QCOMPARE(format::peer(address), QStringLiteral("203.0.113.x"));
    QCOMPARE(format::peer(QStringLiteral("[2001:db8:91::e3:4]:51234")), QStringLiteral("2001:db8:91:x"));
}

void TestAddresses::maskedInSentences_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked");
    const auto row = [](const char *name, const char *text, const char *masked) {
        QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(masked);
    };
    row("one", "203.0.113.87:51234 was refused.", "203.0.113.x was refused.");
    row("at the end", "Refused: 203.0.113.87.", "Refused: 203.0.113.x.");
    row("several", "192.0.2.1, [2001:db8:1:2::3]:80 and 2001:db8::9", "192.0.2.x, 2001:db8:1:x and 2001:db8:x");
    row("id of a denial", "address:192.0.2.7", "address:192.0.2.x");
    row("hold", "192.0.2.7 /out/demo", "192.0.2.x /out/demo");
    row("a network says little", "192.0.2.0/24", "192.0.2.0/24");
    row("a network of six", "2001:db8::/32", "2001:db8::/32");
    row("a network of one", "192.0.2.7/32 and 2001:db8:1::2/128", "192.0.2.x and 2001:db8:1:x");
    row("a clock is none", "since 12:03:07", "since 12:03:07");
    row("a version is none", "relay 0.1.0, Firefox 133.0", "relay 0.1.0, Firefox 133.0");
    row("a topic is none", "/out/spin35-st-video", "/out/spin35-st-video");
    row("nothing", "", "");
}

void TestAddresses::maskedInSentences()
{
    QFETCH(QString, text);
    addresses::setMasked(true);
    QTEST(addresses::shown(text), "masked");
}

void TestAddresses::ordersHaveThemWhole()
{
    addresses::setMasked(true);
    QCOMPARE(format::host(QStringLiteral("203.0.113.87:51234")), QStringLiteral("203.0.113.87"));
}

QTEST_GUILESS_MAIN(TestAddresses)
#include "tst_addresses.moc"
