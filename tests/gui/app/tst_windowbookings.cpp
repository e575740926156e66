// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/modebadge.h"
#include "tests/gui/app/windowfixture.h"

#include <QApplication>
#include <QDateTime>
#include <QDialog>
#include <QLabel>
#include <QTest>

#include <algorithm>
#include <chrono>

using namespace relay;
using namespace relay::gui;
using namespace relay::tests;
using namespace std::chrono_literals;

//! What the window shows and does of a relay's mode and bookings.
class TestWindowBookings : public QObject, private WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { dress(); }
    void init() { makeRelay(); }
    void cleanup() { tearDown(); }
    void showsWhoMayConnect_data();
    void showsWhoMayConnect();
    void aBookingIsDeniedAndAllowedAgain();
    void aRefusedDenialIsTold();
    void whatHasNoBookingIsNotDenied();

private:
    void bookAll();
    void acceptTheDialog();
};

//! The first three connections have one booking, the others none.
void TestWindowBookings::bookAll()
{
    m_server->setMode(QStringLiteral("secured"));
    int number = 0;
    for (client::Connection connection : m_server->world().connections()) {
        connection.bookingId = ++number <= 3 ? QStringLiteral("b1") : QString();
        connection.expiresAt = number <= 3 ? QDateTime::currentMSecsSinceEpoch() + 600'000 : 0;
        m_server->world().set(connection);
    }
}

void TestWindowBookings::acceptTheDialog()
{
    const auto dialogs = m_window->findChildren<QDialog *>();
    for (QDialog *dialog : dialogs)
        if (dialog->isVisible())
            dialog->accept();
}

void TestWindowBookings::showsWhoMayConnect_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("mayDeny");
    QTest::newRow("open") << QStringLiteral("open") << QStringLiteral("open: anybody may connect") << false;
    QTest::newRow("secured") << QStringLiteral("secured") << QStringLiteral("secured") << true;
    QTest::newRow("a relayd that does not say") << QString() << QString() << false;
}

void TestWindowBookings::showsWhoMayConnect()
{
    QFETCH(QString, mode);
    QFETCH(QString, text);
    m_server->setMode(mode);
    openWindow();
    const auto *badge = m_window->findChild<ModeBadge *>();
    QCOMPARE(badge->isVisible(), !text.isEmpty());
    QCOMPARE(badge->text(), text);
    QTEST(action(&Actions::denyBooking).isVisible(), "mayDeny");
}

void TestWindowBookings::aBookingIsDeniedAndAllowedAgain()
{
    bookAll();
    openWindow();
    const quint64 id = m_server->world().connections().firstKey();
    table().select(id);
    table().setFocus();
    QVERIFY(action(&Actions::denyBooking).isEnabled());
    QVERIFY(!action(&Actions::undoDeny).isEnabled());
    QTest::keyClick(&table(), Qt::Key_Delete, Qt::ShiftModifier);
    QTest::keyRelease(&table(), Qt::Key_Shift); // or Qt takes it for held down from now on
    QVERIFY(tells(QStringLiteral("Kick and deny")));
    QVERIFY(!m_server->denyList().isDenied(QStringLiteral("b1")));
    acceptTheDialog();
    QTRY_VERIFY(tells(QStringLiteral("Denied: booking b1.")));
    QVERIFY(tells(QStringLiteral("3 connections cut.")));
    QVERIFY(m_server->denyList().isDenied(QStringLiteral("b1")));
    QTRY_COMPARE(shownRows(), 37);
    QVERIFY(action(&Actions::undoDeny).isEnabled());
    action(&Actions::undoDeny).trigger();
    QTRY_VERIFY(tells(QStringLiteral("Allowed again: booking b1.")));
    QVERIFY(!m_server->denyList().isDenied(QStringLiteral("b1")));
    QVERIFY(!action(&Actions::undoDeny).isEnabled());
}

void TestWindowBookings::aRefusedDenialIsTold()
{
    bookAll();
    m_server->denyList().setError(QStringLiteral("Only operators may do that."));
    openWindow();
    table().select(m_server->world().connections().firstKey());
    action(&Actions::denyBooking).trigger();
    acceptTheDialog();
    QTRY_VERIFY(tells(QStringLiteral("Only operators may do that.")));
    QVERIFY(!action(&Actions::undoDeny).isEnabled());
    QCOMPARE(shownRows(), 40);
}

void TestWindowBookings::whatHasNoBookingIsNotDenied()
{
    bookAll();
    openWindow();
    table().select(m_server->world().connections().lastKey());
    QVERIFY(!action(&Actions::denyBooking).isEnabled());
    QVERIFY2(action(&Actions::denyBooking).toolTip().contains(QStringLiteral("no booking")),
             qPrintable(action(&Actions::denyBooking).toolTip()));
    QVERIFY(action(&Actions::kick).isEnabled());
    table().selectAll(); // among them some that have one
    QVERIFY(action(&Actions::denyBooking).isEnabled());
}

QTEST_MAIN(TestWindowBookings)
#include "tst_windowbookings.moc"
