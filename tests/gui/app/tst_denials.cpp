// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/kickchoices.h"
#include "gui/dialogs/kickdialog.h"
#include "gui/guard/denymodel.h"
#include "gui/views/selectionbar.h"
#include "gui/views/undostack.h"
#include "tests/gui/app/actfixture.h"

#include <QDateTime>
#include <QDialog>
#include <QLineEdit>
#include <QRadioButton>
#include <QTest>

#include <algorithm>

using namespace relay;
using namespace relay::gui;
using namespace relay::tests;

//! Denials from the window: made, taken back, and edited in their list.
class TestDenials : public QObject, private ActFixture
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { dress(); }
    void init() { makeRelay(); }
    void cleanup() { tearDown(); }
    void anAddressIsDeniedInOpenModeAndUndone();
    void denialsStack();
    void theDenyListIsEdited();
    void allBehindADeniedAddressAreNamed();
    void whoHasNoBookingIsKickedAllTheSame();
    void theListRemembersItsColumns();
    void theListSpeaksTheLanguageOfTheMoment();
};

void TestDenials::anAddressIsDeniedInOpenModeAndUndone()
{
    openWindow();
    table().selectRow(0);
    QVERIFY(action(&Actions::denyBooking).isVisible()); // in open mode too
    QTest::keyClick(&table(), Qt::Key_Delete, Qt::ShiftModifier);
    QTest::keyRelease(&table(), Qt::Key_Shift);
    auto *kick = qobject_cast<dialogs::KickDialog *>(dialog());
    QVERIFY(kick != nullptr);
    QVERIFY(kick->choices().button(dialogs::KickWhat::DenyAddresses)->isChecked());
    confirm();
    QTRY_COMPARE(m_server->callsOf(QStringLiteral("deny.add")), 1);
    const QJsonObject asked = lastParams(QStringLiteral("deny.add"));
    QVERIFY(asked.contains(QLatin1String("address")));
    QVERIFY(!asked.value(QLatin1String("address")).toString().contains(QLatin1Char(' ')));
    const qint64 left = asked.value(QLatin1String("until")).toInteger() - QDateTime::currentMSecsSinceEpoch();
    QVERIFY(left > 3'500'000 && left <= 3'600'000);
    QTRY_VERIFY(tells(QStringLiteral("Denied: address ")));
    QVERIFY(action(&Actions::undoDeny).isEnabled());
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTest::keyRelease(m_window.get(), Qt::Key_Control);
    QTRY_COMPARE(m_server->callsOf(QStringLiteral("action.undo")), 1);
    QCOMPARE(lastParams(QStringLiteral("action.undo")).value(QLatin1String("undo")).toString(), QStringLiteral("u1"));
    QTRY_VERIFY(tells(QStringLiteral("Allowed again: address ")));
    QVERIFY(!action(&Actions::undoDeny).isEnabled());
}

void TestDenials::denialsStack()
{
    openWindow();
    auto *stack = m_window->findChild<UndoStack *>();
    for (int i = 1; i <= 4; ++i) {
        table().selectRow(i);
        action(&Actions::denyBooking).trigger();
        confirm();
        QTRY_COMPARE(m_server->callsOf(QStringLiteral("deny.add")), i);
        QTRY_COMPARE(stack->count(), std::min(i, UndoStack::kMost));
        QTRY_VERIFY(dialog() == nullptr);
    }
    for (const char *undo : { "u4", "u3", "u2" }) { // the newest first; the first had to give way
        action(&Actions::undoDeny).trigger();
        QTRY_COMPARE(lastParams(QStringLiteral("action.undo")).value(QLatin1String("undo")).toString(),
                     QLatin1String(undo));
    }
    QCOMPARE(stack->count(), 0);
}

void TestDenials::theDenyListIsEdited()
{
    m_acts->denials.append(QJsonArray { QStringLiteral("address:192.0.2.0/24"), QStringLiteral("address"),
                                        qint64(1'900'000'000'000), qint64(1'700'000'000'000), QStringLiteral("anna"),
                                        QStringLiteral("scanner") });
    openWindow();
    QTest::keyClick(m_window.get(), Qt::Key_6, Qt::ControlModifier);
    LiveTable *list = m_window->workspace().currentTable();
    QVERIFY(list != nullptr && list != &table());
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QTRY_VERIFY(list->isVisible());
    QCOMPARE(list->model()->index(0, 1).data().toString(), QStringLiteral("192.0.2.0/24"));
    list->setFocus();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 1)).center());
    QTRY_VERIFY(action(&Actions::removeDenial).isEnabled());
    QTest::keyClick(list, Qt::Key_Delete);
    QTRY_COMPARE(lastParams(QStringLiteral("deny.remove")).value(QLatin1String("id")).toString(),
                 QStringLiteral("address:192.0.2.0/24"));
    QTRY_COMPARE(list->model()->rowCount(), 0);
    action(&Actions::undoDeny).trigger();
    QTRY_COMPARE(lastParams(QStringLiteral("deny.add")).value(QLatin1String("cidr")).toString(),
                 QStringLiteral("192.0.2.0/24"));
    QCOMPARE(lastParams(QStringLiteral("deny.add")).value(QLatin1String("until")).toInteger(),
             qint64(1'900'000'000'000));

    action(&Actions::addDenial).trigger();
    QVERIFY(dialog() != nullptr);
    auto *key = dialog()->findChild<QLineEdit *>(QStringLiteral("key"));
    QTRY_VERIFY(key->hasFocus());
    QTest::keyClicks(key, QStringLiteral("198.51.100.999"));
    QVERIFY(tells(QStringLiteral("This is no address.")));
    confirm();
    QVERIFY(dialog() != nullptr); // not with that
    key->clear();
    QTest::keyClicks(key, QStringLiteral("198.51.100.9"));
    confirm();
    QTRY_COMPARE(lastParams(QStringLiteral("deny.add")).value(QLatin1String("address")).toString(),
                 QStringLiteral("198.51.100.9"));
}

void TestDenials::allBehindADeniedAddressAreNamed()
{
    client::Connection one = m_server->world().connections().first();
    client::Connection neighbour = m_server->world().connections().last();
    one.address = QStringLiteral("203.0.113.200:4000");
    neighbour.address = QStringLiteral("203.0.113.200:4001");
    m_server->world().set(one);
    m_server->world().set(neighbour);
    openWindow();
    QTRY_COMPARE(m_mirror->connections().value(neighbour.id).address, neighbour.address);
    table().select(one.id);
    action(&Actions::denyBooking).trigger();
    QVERIFY(tells(QStringLiteral("Kick and deny 2 connections")));
    QVERIFY(tells(QStringLiteral("It also cuts 1 connection that you did not choose.")));
    confirm();
    QTRY_COMPARE(m_server->callsOf(QStringLiteral("deny.add")), 1);
    QCOMPARE(lastParams(QStringLiteral("deny.add")).value(QLatin1String("address")).toString(),
             QStringLiteral("203.0.113.200"));
}

void TestDenials::whoHasNoBookingIsKickedAllTheSame()
{
    m_server->setMode(QStringLiteral("secured"));
    const auto all = m_server->world().connections();
    for (client::Connection each : all) {
        each.bookingId = each.id == all.firstKey() ? QStringLiteral("b1") : QString();
        m_server->world().set(each);
    }
    openWindow();
    QTRY_COMPARE(m_mirror->connections().value(all.firstKey()).bookingId, QStringLiteral("b1"));
    table().selectionModel()->clear();
    for (const quint64 id : { all.firstKey(), all.lastKey() }) {
        const int row = m_window->data().connections().rowOf(id);
        const QModelIndex index = table().proxy().mapFromSource(m_window->data().connections().index(row, 0));
        table().selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    action(&Actions::denyBooking).trigger();
    QVERIFY(tells(QStringLiteral("1 connection has no booking: it is only kicked.")));
    confirm();
    QTRY_COMPARE(m_server->callsOf(QStringLiteral("deny.add")), 1);
    QTRY_COMPARE(m_server->callsOf(QStringLiteral("connections.kick")), 1);
    QCOMPARE(lastParams(QStringLiteral("connections.kick")).value(QLatin1String("ids")).toArray(),
             QJsonArray { qint64(all.lastKey()) });
}

void TestDenials::theListRemembersItsColumns()
{
    openWindow();
    m_window->showView(View::DenyList);
    LiveTable *list = m_window->workspace().currentTable();
    const int by = int(guard::DenyColumn::By);
    QVERIFY(list->isColumnWanted(by));
    list->setColumnWanted(by, false);
    m_window->close();
    m_window.reset();
    m_mirror.reset();
    m_client.reset();
    openWindow();
    m_window->showView(View::DenyList);
    QVERIFY(!m_window->workspace().currentTable()->isColumnWanted(by));
}

void TestDenials::theListSpeaksTheLanguageOfTheMoment()
{
    openWindow();
    m_window->showView(View::DenyList);
    const auto *bar = m_window->findChild<SelectionBar *>();
    const QString english = bar->accessibleName();
    QCOMPARE(english, QStringLiteral("Select what is to be allowed again, or add something."));
    m_language->apply(QStringLiteral("de"));
    QTRY_VERIFY(bar->accessibleName() != english);
    QVERIFY(!bar->accessibleName().isEmpty());
}

QTEST_MAIN(TestDenials)
#include "tst_denials.moc"
