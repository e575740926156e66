// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/language.h"
#include "gui/app/mainwindow.h"
#include "gui/app/memory.h"
#include "gui/app/workspace.h"
#include "gui/theme/style.h"
#include "gui/views/connectiontable.h"
#include "gui/views/modebadge.h"
#include "tests/client/support/fakeadminserver.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QDateTime>
#include <QDialog>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>

using namespace relay;
using namespace relay::gui;
using namespace relay::tests;
using namespace std::chrono_literals;

//! What the window shows and does of a relay's mode and bookings.
class TestWindowBookings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void showsWhoMayConnect_data();
    void showsWhoMayConnect();
    void aBookingIsDeniedAndAllowedAgain();
    void aRefusedDenialIsTold();
    void whatHasNoBookingIsNotDenied();

private:
    void open();
    void bookAll();
    [[nodiscard]] bool tells(const QString &text) const;
    void acceptTheDialog();
    [[nodiscard]] QAction &action(QAction Actions::*which) { return m_window->actions().*which; }
    [[nodiscard]] ConnectionTable &table() { return m_window->workspace().connectionTable(); }
    [[nodiscard]] int shownRows() { return table().model()->rowCount(); }

    QTemporaryDir m_directory;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Memory> m_memory;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<FakeAdminServer> m_server;
    std::unique_ptr<client::AdminClient> m_client;
    std::unique_ptr<client::Mirror> m_mirror;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindowBookings::initTestCase()
{
    static const Theme themeOfStyle;
    QApplication::setStyle(new Style(themeOfStyle));
}

void TestWindowBookings::init()
{
    m_theme = std::make_unique<Theme>();
    m_memory = std::make_unique<Memory>(m_directory.filePath(QStringLiteral("memory.ini")));
    m_language = std::make_unique<Language>();
    m_language->apply(QStringLiteral("en"));
    m_server = std::make_unique<FakeAdminServer>();
    m_server->limitIntervals(20ms);
    m_server->world().populate(40);
    QVERIFY(m_server->listen());
}

void TestWindowBookings::open()
{
    m_client = std::make_unique<client::AdminClient>();
    m_mirror = std::make_unique<client::Mirror>(*m_client);
    m_window = std::make_unique<MainWindow>(WindowParts { *m_client, *m_mirror, *m_theme, *m_memory, *m_language,
                                                          [] { return QDateTime::currentMSecsSinceEpoch(); } });
    for (QAbstractItemModel *model :
         std::initializer_list<QAbstractItemModel *> { &m_window->data().connections(), table().model() })
        new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest, m_window.get());
    m_client->connectToServer(m_server->path(), true);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_COMPARE(shownRows(), 40);
}

void TestWindowBookings::cleanup()
{
    m_window.reset();
    m_mirror.reset();
    m_client.reset();
    m_server.reset();
    m_language.reset();
    m_memory.reset();
    m_theme.reset();
}

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

bool TestWindowBookings::tells(const QString &text) const
{
    const auto labels = m_window->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
        QString shown = label->text();
        shown.remove(QChar(0x2066)).remove(QChar(0x2069));
        return label->isVisible() && shown.contains(text);
    });
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
    open();
    const auto *badge = m_window->findChild<ModeBadge *>();
    QCOMPARE(badge->isVisible(), !text.isEmpty());
    QCOMPARE(badge->text(), text);
    QTEST(action(&Actions::denyBooking).isVisible(), "mayDeny");
}

void TestWindowBookings::aBookingIsDeniedAndAllowedAgain()
{
    bookAll();
    open();
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
    open();
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
    open();
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
