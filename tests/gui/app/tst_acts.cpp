// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/guarddesk.h"
#include "gui/app/language.h"
#include "gui/app/mainwindow.h"
#include "gui/app/memory.h"
#include "gui/app/workspace.h"
#include "gui/dialogs/kickchoices.h"
#include "gui/dialogs/kickdialog.h"
#include "gui/guard/alertmodel.h"
#include "gui/guard/alertspage.h"
#include "gui/tap/tapsdock.h"
#include "gui/theme/style.h"
#include "gui/views/connectiontable.h"
#include "gui/views/jobstrip.h"
#include "gui/views/jobstrips.h"
#include "gui/views/statusstrip.h"
#include "gui/views/undostack.h"
#include "tests/client/support/fakeadminserver.h"
#include "tests/gui/app/fakeacts.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QDateTime>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>

using namespace relay;
using namespace relay::gui;
using namespace relay::tests;
using namespace std::chrono_literals;

//! What operators do to a relay that can do everything, by keyboard and mouse.
class TestActs : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void manyAreKickedStepByStepAndStopped();
    void aJobOfSomebodyElseIsShown();
    void aChangedFilterAsksAgain();
    void everythingNeedsTheWord();
    void aTrialAsksTheRelayAndClosesNothing();
    void anAddressIsDeniedInOpenModeAndUndone();
    void denialsStack();
    void theDenyListIsEdited();
    void tIsTheKeyOfTaps();
    void whoIsTappingIsInTheStatusBar();
    void aViewerIsToldWhyNot();
    void whatTheRelayLacksIsDisabled();
    void thresholdsAreChangedForAll();
    void drainNamesTheRelayAndTheNumber();

private:
    void open();
    [[nodiscard]] bool tells(const QString &text) const;
    [[nodiscard]] QDialog *dialog() const;
    void confirm() const;
    [[nodiscard]] QAction &action(QAction Actions::*which) { return m_window->actions().*which; }
    [[nodiscard]] ConnectionTable &table() { return m_window->workspace().connectionTable(); }
    [[nodiscard]] QJsonObject lastParams(const QString &method) const;

    QTemporaryDir m_directory;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Memory> m_memory;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<FakeAdminServer> m_server;
    std::unique_ptr<client::AdminClient> m_client;
    std::unique_ptr<client::Mirror> m_mirror;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<FakeActs> m_acts;
};

void TestActs::initTestCase()
{
    static const Theme themeOfStyle;
    QApplication::setStyle(new Style(themeOfStyle));
}

void TestActs::init()
{
    QFile::remove(m_directory.filePath(QStringLiteral("memory.ini")));
    m_theme = std::make_unique<Theme>();
    m_memory = std::make_unique<Memory>(m_directory.filePath(QStringLiteral("memory.ini")));
    m_language = std::make_unique<Language>();
    m_language->apply(QStringLiteral("en"));
    m_server = std::make_unique<FakeAdminServer>();
    m_acts.reset(new FakeActs { *m_server });
    m_server->limitIntervals(20ms);
    m_server->world().populate(40);
    m_server->setFeatures({ QStringLiteral("jobs"), QStringLiteral("hold"), QStringLiteral("undo"),
                            QStringLiteral("taps"), QStringLiteral("drain"), QStringLiteral("alerts") });
    m_server->setAnswerer([this](const admin::Request &request) { return m_acts->answer(request); });
    m_acts->rules = { QJsonObject { { QStringLiteral("id"), QStringLiteral("slow") },
                                    { QStringLiteral("metric"), QStringLiteral("slowReaders") },
                                    { QStringLiteral("above"), 5 },
                                    { QStringLiteral("forMs"), 10'000 },
                                    { QStringLiteral("enabled"), true } } };
    QVERIFY(m_server->listen());
}

void TestActs::open()
{
    m_client = std::make_unique<client::AdminClient>();
    m_mirror = std::make_unique<client::Mirror>(*m_client);
    m_window = std::make_unique<MainWindow>(WindowParts { *m_client, *m_mirror, *m_theme, *m_memory, *m_language,
                                                          [] { return QDateTime::currentMSecsSinceEpoch(); } });
    for (const QTableView *view : m_window->findChildren<QTableView *>())
        new QAbstractItemModelTester(view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     m_window.get());
    m_client->connectToServer(m_server->path(), true);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_COMPARE(table().model()->rowCount(), int(m_server->world().connections().size()));
    QTRY_VERIFY(table().isVisible());
    table().setFocus();
}

void TestActs::cleanup()
{
    m_window.reset();
    m_mirror.reset();
    m_client.reset();
    m_server.reset();
    m_language.reset();
    m_memory.reset();
    m_theme.reset();
}

bool TestActs::tells(const QString &text) const
{
    const auto labels = m_window->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
        QString shown = label->text();
        shown.remove(QChar(0x2066)).remove(QChar(0x2069)).remove(QLatin1String("(s)")).remove(QLatin1String("(es)"));
        return label->isVisible() && shown.contains(text);
    });
}

QDialog *TestActs::dialog() const
{
    const auto all = m_window->findChildren<QDialog *>();
    for (QDialog *each : all)
        if (each->isVisible())
            return each;
    return nullptr;
}

void TestActs::confirm() const
{
    QTest::keyClick(dialog(), Qt::Key_Return, Qt::ControlModifier);
    QTest::keyRelease(m_window.get(), Qt::Key_Control); // or Qt takes it for held down from now on
}

QJsonObject TestActs::lastParams(const QString &method) const
{
    for (auto call = m_server->calls().crbegin(); call != m_server->calls().crend(); ++call)
        if (call->method == method)
            return call->params;
    return {};
}

void TestActs::manyAreKickedStepByStepAndStopped()
{
    open();
    table().setFocus();
    for (int row = 0; row < 30; ++row)
        table().selectionModel()->select(table().model()->index(row, 0),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QTest::keyClick(&table(), Qt::Key_Delete);
    QVERIFY(dialog() != nullptr);
    QVERIFY(tells(QStringLiteral("Kick 30 connection")));
    QVERIFY(tells(QStringLiteral("about 3 s")));
    confirm();
    QTRY_COMPARE(m_server->callsOf(QStringLiteral("connections.kick")), 1);
    QCOMPARE(lastParams(QStringLiteral("connections.kick")).value(QLatin1String("perSecond")).toInt(), 10);
    m_acts->tellJob(QStringLiteral("running"), 12, 1);
    auto *strips = m_window->findChild<JobStrips *>();
    QTRY_COMPARE(strips->strips().size(), 1);
    QCOMPARE(strips->strips().first()->words(), QStringLiteral("12 closed, 1 already gone, 17 to go"));
    QVERIFY(tells(QStringLiteral("about 5 s left")));
    QTest::keyClick(&table(), Qt::Key_Escape);
    QTRY_COMPARE(m_server->callsOf(QStringLiteral("job.cancel")), 1);
    QCOMPARE(lastParams(QStringLiteral("job.cancel")).value(QLatin1String("job")).toInt(), 7);
    m_acts->tellJob(QStringLiteral("cancelled"), 14, 1);
    QTRY_COMPARE(strips->strips().first()->words(), QStringLiteral("14 closed, 1 already gone, 15 left as they are"));
}

void TestActs::aJobOfSomebodyElseIsShown()
{
    open();
    m_acts->tellJob(QStringLiteral("running"), 3, 0, QStringLiteral("ben"));
    QTRY_VERIFY(tells(QStringLiteral("ben kicks 30")));
    QTest::keyClick(&table(), Qt::Key_Escape); // is not ours: no slip of a key ends it
    QTest::mouseClick(m_window->findChild<QAbstractButton *>(QStringLiteral("stopJob")), Qt::LeftButton);
    QTRY_COMPARE(m_server->callsOf(QStringLiteral("job.cancel")), 1);
}

void TestActs::aChangedFilterAsksAgain()
{
    open();
    m_window->setFilter(QStringLiteral("kind:video"));
    QTRY_VERIFY(table().model()->rowCount() < 40);
    const int before = table().model()->rowCount();
    table().selectAll();
    action(&Actions::kick).trigger();
    QVERIFY(tells(QStringLiteral("Chosen by the filter kind:video.")));
    client::Connection one = m_mirror->connections().value(table().selectedIds().first());
    one.id = 5000;
    m_server->world().set(one);
    QTRY_COMPARE(table().model()->rowCount(), before + 1);
    confirm();
    QTRY_VERIFY(tells(QStringLiteral("The number has changed")));
    QCOMPARE(m_server->callsOf(QStringLiteral("connections.kick")), 0);
    QVERIFY(tells(QStringLiteral("Kick %1 connection").arg(before + 1)));
    confirm();
    QTRY_COMPARE(m_server->callsOf(QStringLiteral("connections.kick")), 1);
    QCOMPARE(lastParams(QStringLiteral("connections.kick")).value(QLatin1String("ids")).toArray().size(), before + 1);
}

void TestActs::everythingNeedsTheWord()
{
    open();
    table().selectAll();
    action(&Actions::kick).trigger();
    confirm();
    QTest::qWait(50);
    QVERIFY(dialog() != nullptr);
    QCOMPARE(m_server->callsOf(QStringLiteral("connections.kick")), 0);
    QTest::keyClicks(dialog()->findChild<QLineEdit *>(QStringLiteral("all")), QStringLiteral("ALL"));
    confirm();
    QTRY_COMPARE(m_server->callsOf(QStringLiteral("connections.kick")), 1);
}

void TestActs::aTrialAsksTheRelayAndClosesNothing()
{
    open();
    table().selectRow(0);
    action(&Actions::kickWithReason).trigger();
    QTest::mouseClick(dialog()->findChild<QAbstractButton *>(QStringLiteral("try")), Qt::LeftButton);
    QTRY_VERIFY(tells(QStringLiteral("Nothing was done. The relay would close 1 connection")));
    QVERIFY(lastParams(QStringLiteral("connections.kick")).value(QLatin1String("dryRun")).toBool());
    QVERIFY(dialog()->isVisible());
}

void TestActs::anAddressIsDeniedInOpenModeAndUndone()
{
    open();
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

void TestActs::denialsStack()
{
    open();
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

void TestActs::theDenyListIsEdited()
{
    m_acts->denials.append(QJsonArray { QStringLiteral("address:192.0.2.0/24"), QStringLiteral("address"),
                                        qint64(1'900'000'000'000), qint64(1'700'000'000'000), QStringLiteral("anna"),
                                        QStringLiteral("scanner") });
    open();
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

void TestActs::tIsTheKeyOfTaps()
{
    open();
    table().selectRow(0);
    const client::Connection chosen = m_mirror->connections().value(table().selectedIds().first());
    QVERIFY(action(&Actions::tap).isEnabled());
    QTest::keyClick(&table(), Qt::Key_T);
    QTRY_COMPARE(m_server->callsOf(QStringLiteral("tap.open")), chosen.kind == QLatin1String("video") ? 2 : 1);
    QCOMPARE(lastParams(QStringLiteral("tap.open")).value(QLatin1String("connection")).toInteger(), qint64(chosen.id));
    auto *dock = m_window->findChild<tap::TapsDock *>();
    QVERIFY(dock->isVisible());
    QTRY_COMPARE(dock->openCount(), 1);
    table().selectAll();
    QVERIFY(!action(&Actions::tap).isEnabled()); // of one thing only
}

void TestActs::whoIsTappingIsInTheStatusBar()
{
    const QStringList columns { QStringLiteral("id"),     QStringLiteral("user"),      QStringLiteral("uid"),
                                QStringLiteral("target"), QStringLiteral("direction"), QStringLiteral("openedAt"),
                                QStringLiteral("endsAt"), QStringLiteral("messages") };
    m_server->setTable(QStringLiteral("taps"), columns, {});
    open();
    const auto *status = m_window->findChild<StatusStrip *>();
    QCOMPARE(status->taps(), QString());
    const QJsonArray ben {
        1, QStringLiteral("ben"), 1001, QStringLiteral("topic /out/spin-video"), QStringLiteral("in"), 1, 2, 3
    };
    m_server->setTable(QStringLiteral("taps"), columns, { ben });
    const auto shown = [status] { return status->taps().remove(QChar(0x2066)).remove(QChar(0x2069)); };
    QTRY_VERIFY2(shown().endsWith(QLatin1String("ben on spin-video")), qPrintable(shown()));
    QJsonArray mine = ben;
    mine[1] = QStringLiteral("operator");
    m_server->setTable(QStringLiteral("taps"), columns, { mine });
    QTRY_VERIFY2(shown().endsWith(QLatin1String("by you")), qPrintable(shown()));
}

void TestActs::aViewerIsToldWhyNot()
{
    m_server->setRole(QStringLiteral("viewer"));
    open();
    table().selectRow(0);
    for (QAction Actions::*which :
         { &Actions::tap, &Actions::kick, &Actions::denyBooking, &Actions::addDenial, &Actions::drain }) {
        QVERIFY2(!action(which).isEnabled(), qPrintable(action(which).text()));
        QVERIFY2(action(which).toolTip().contains(QStringLiteral("viewer")), qPrintable(action(which).toolTip()));
    }
    m_window->showView(View::Alerts);
    QTRY_VERIFY(tells(QStringLiteral("viewer")));
}

void TestActs::whatTheRelayLacksIsDisabled()
{
    m_server->setFeatures({});
    open();
    table().selectRow(0);
    QVERIFY(!action(&Actions::tap).isEnabled());
    QVERIFY(action(&Actions::tap).toolTip().contains(QStringLiteral("older")));
    QVERIFY(!action(&Actions::drain).isEnabled());
    QVERIFY(!action(&Actions::denyBooking).isVisible());
    QVERIFY(action(&Actions::kick).isEnabled()); // this it always could
}

void TestActs::thresholdsAreChangedForAll()
{
    open();
    m_window->showView(View::Alerts);
    auto *page = m_window->findChild<guard::AlertsPage *>();
    QTRY_COMPARE(page->rules().rowCount(), 1);
    QTRY_VERIFY(page->isVisible());
    QVERIFY(tells(QStringLiteral("Nothing is wrong.")));
    const QModelIndex threshold = page->rules().index(0, guard::AlertModel::ThresholdColumn);
    QCOMPARE(threshold.data().toString(), QStringLiteral("above 5"));
    page->table().setCurrentIndex(threshold);
    page->table().edit(threshold);
    auto *box = page->table().findChild<QDoubleSpinBox *>();
    QVERIFY(box != nullptr);
    box->selectAll();
    QTest::keyClicks(box, QStringLiteral("12"));
    QTest::keyClick(box, Qt::Key_Return);
    QTRY_COMPARE(threshold.data().toString(), QStringLiteral("above 12"));
    QCOMPARE(m_server->callsOf(QStringLiteral("alerts.set")), 0); // not before it is saved
    QTest::mouseClick(page->findChild<QAbstractButton *>(QStringLiteral("saveAlerts")), Qt::LeftButton);
    QTRY_COMPARE(m_server->callsOf(QStringLiteral("alerts.set")), 1);
    QCOMPARE(m_acts->rules.first().toObject().value(QLatin1String("above")).toDouble(), 12.0);
    m_server->tell(QStringLiteral("alert"),
                   { { QStringLiteral("sub"), QStringLiteral("alerts") },
                     { QStringLiteral("id"), QStringLiteral("slow") },
                     { QStringLiteral("state"), QStringLiteral("raised") },
                     { QStringLiteral("value"), 14 },
                     { QStringLiteral("threshold"), 12 },
                     { QStringLiteral("at"), qint64(1'700'000'000'000) },
                     { QStringLiteral("text"), QStringLiteral("14 readers are slow") } });
    QTRY_VERIFY(tells(QStringLiteral("1 alert")));
    QVERIFY(tells(QStringLiteral("14 readers are slow")));
    QCOMPARE(page->rules().index(0, guard::AlertModel::NowColumn).data().toString(), QStringLiteral("14"));
}

void TestActs::drainNamesTheRelayAndTheNumber()
{
    open();
    QVERIFY(action(&Actions::drain).isEnabled());
    action(&Actions::drain).trigger();
    QVERIFY(dialog() != nullptr);
    QVERIFY(tells(QStringLiteral("Drain This computer, which has 40 connection")));
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTest::qWait(20);
    QCOMPARE(m_server->callsOf(QStringLiteral("server.drain")), 0);
    action(&Actions::drain).trigger();
    confirm();
    QTRY_COMPARE(m_server->callsOf(QStringLiteral("server.drain")), 1);
    QCOMPARE(lastParams(QStringLiteral("server.drain")).value(QLatin1String("deadlineMs")).toInteger(), 120'000);
}

QTEST_MAIN(TestActs)
#include "tst_acts.moc"
