// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/viewdesk.h"
#include "gui/app/viewkeeper.h"
#include "gui/views/filterfield.h"
#include "gui/views/sidebar.h"
#include "gui/views/topictable.h"
#include "tests/gui/app/windowfixture.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDateTime>
#include <QDialog>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <functional>

using namespace relay;
using namespace relay::gui;
using namespace relay::tests;
using namespace std::chrono_literals;

//! The whole window over a made-up relay.
class TestMainWindow : public QObject, private WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { dress(); }
    void init() { makeRelay(); }
    void cleanup() { tearDown(); }
    void showsWhatTheRelaySays();
    void deleteKicksTheSelectedConnection();
    void severalAreKickedAfterADialog();
    void aRefusedKickIsTold();
    void aViewerMayNotKick();
    void lostContactGreysAndRecoversByItself();
    void firstRunPageLeavesAtTheFirstConnection();
    void opensAsAskedFor();
    void oneFilterForAllViews();
    void escapeInTheFilterGoesToTheTable();
    void freezeHoldsTheRows();
    void everyActionIsInAMenu();
    void inspectOpensBesideTheTable();
    void takesThemeAndLanguageWhileRunning();
    void remembersItsColumns();
};

void TestMainWindow::showsWhatTheRelaySays()
{
    openWindow();
    QVERIFY(m_window->link().isLive());
    QVERIFY(m_window->bannerHeadline().isEmpty());
    const auto &world = m_server->world().connections();
    for (int row = 0; row < shownRows(); ++row) {
        const quint64 id = table().model()->index(row, 0).data(IdRole).toULongLong();
        QVERIFY(world.contains(id));
        QCOMPARE(table().model()->index(row, int(ConnectionColumn::Topic)).data(RawRole).toString(),
                 world.value(id).topic);
    }
}

void TestMainWindow::deleteKicksTheSelectedConnection()
{
    openWindow();
    const quint64 id = m_server->world().connections().firstKey();
    table().select(id);
    QVERIFY(action(&Actions::kick).isEnabled());
    QTest::keyClick(&table(), Qt::Key_Delete);
    QTRY_COMPARE(m_server->kicks().size(), 1);
    QCOMPARE(m_server->kicks().first().ids, QVector<quint64>({ id }));
    QVERIFY(!m_server->kicks().first().reason.isEmpty());
    m_server->world().remove(id);
    QTRY_VERIFY(!m_mirror->connections().contains(id));
}

void TestMainWindow::severalAreKickedAfterADialog()
{
    openWindow();
    table().selectAll();
    action(&Actions::kick).trigger();
    auto *dialog = m_window->findChild<QDialog *>();
    QVERIFY(dialog != nullptr);
    QVERIFY(dialog->isVisible());
    QTest::qWait(50);
    QCOMPARE(m_server->kicks().size(), 0);
    dialog->reject();
    QTest::qWait(50);
    QCOMPARE(m_server->kicks().size(), 0);
    action(&Actions::kick).trigger();
    const auto dialogs = m_window->findChildren<QDialog *>();
    for (QDialog *open : dialogs)
        if (open->isVisible())
            open->accept();
    QTRY_COMPARE(m_server->kicks().size(), 1);
    QCOMPARE(m_server->kicks().first().ids.size(), 40);
}

void TestMainWindow::aRefusedKickIsTold()
{
    m_server->setKickError(QStringLiteral("Only operators may do that."));
    openWindow();
    table().select(m_server->world().connections().firstKey());
    action(&Actions::kick).trigger();
    const auto tells = [this] {
        const auto labels = m_window->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->text().contains(QStringLiteral("Only operators may do that."));
        });
    };
    QTRY_VERIFY(tells());
    QCOMPARE(shownRows(), 40);
}

void TestMainWindow::aViewerMayNotKick()
{
    m_server->setRole(QStringLiteral("viewer"));
    openWindow();
    table().select(m_server->world().connections().firstKey());
    QVERIFY(!action(&Actions::kick).isEnabled());
    QVERIFY(action(&Actions::kick).toolTip().contains(QStringLiteral("viewer")));
    QVERIFY(action(&Actions::inspect).isEnabled());
}

void TestMainWindow::lostContactGreysAndRecoversByItself()
{
    openWindow();
    table().select(m_server->world().connections().firstKey());
    const QString path = m_server->path();
    m_server->stop();
    QTRY_COMPARE(m_window->link().state, LinkView::State::Stale);
    QVERIFY(m_window->bannerHeadline().contains(m_window->link().asOf));
    QVERIFY(!m_window->link().asOf.isEmpty());
    QCOMPARE(shownRows(), 40); // stale is not empty
    QVERIFY(!action(&Actions::kick).isEnabled());
    QVERIFY(action(&Actions::kick).toolTip().contains(QStringLiteral("does not answer")));
    QVERIFY(action(&Actions::inspect).isEnabled()); // reading stays possible
    QVERIFY(action(&Actions::tryNow).isEnabled());
    QVERIFY(m_server->listen(path));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->link().isLive(), 10'000);
    QVERIFY(m_window->bannerHeadline().isEmpty());
    QCOMPARE(table().selectedIds().size(), 1); // and the selection is still there
    QVERIFY(action(&Actions::kick).isEnabled());
}

void TestMainWindow::firstRunPageLeavesAtTheFirstConnection()
{
    m_server->world().clear();
    openWindow();
    QTRY_VERIFY(!table().isVisible());
    m_server->world().populate(1);
    QTRY_VERIFY(table().isVisible());
    QCOMPARE(shownRows(), 1);
}

void TestMainWindow::opensAsAskedFor()
{
    const quint64 id = m_server->world().connections().lastKey();
    m_start = { .view = View::Routing, .filter = {}, .connection = id };
    openWindow();
    QCOMPARE(m_window->workspace().view(), View::Routing);
    QTRY_COMPARE(table().selectedIds(), QVector<quint64>({ id }));
}

void TestMainWindow::oneFilterForAllViews()
{
    openWindow();
    m_window->setFilter(QStringLiteral("kind:video"));
    QTRY_VERIFY(shownRows() < 40);
    const int topics = m_window->data().topics().rowCount();
    QTRY_VERIFY(m_window->workspace().topicTable().model()->rowCount() < topics);
    m_window->showView(View::Topics);
    QVERIFY(m_window->workspace().topicTable().isVisible());
    m_window->workspace().topicTable().selectRow(0);
    const QString topic = m_window->workspace().selectedTopics().first();
    action(&Actions::theirConnections).trigger();
    QVERIFY(table().isVisible());
    QTRY_COMPARE(table().model()->index(0, int(ConnectionColumn::Topic)).data(RawRole).toString(), topic);
    m_window->setFilter({});
    QTRY_COMPARE(shownRows(), 40);
}

void TestMainWindow::escapeInTheFilterGoesToTheTable()
{
    openWindow();
    action(&Actions::find).trigger();
    auto *field = m_window->findChild<FilterField *>();
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("xyz"));
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(field->text().isEmpty());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(table().hasFocus());
}

void TestMainWindow::freezeHoldsTheRows()
{
    openWindow();
    action(&Actions::freeze).trigger();
    m_server->world().remove(m_server->world().connections().firstKey());
    QTRY_COMPARE(m_mirror->connections().size(), 39);
    QCOMPARE(shownRows(), 40);
    action(&Actions::thaw).trigger();
    QVERIFY(!action(&Actions::freeze).isChecked());
    QTRY_COMPARE(shownRows(), 39);
}

void TestMainWindow::everyActionIsInAMenu()
{
    openWindow();
    QSet<const QAction *> inMenus;
    const auto menus = m_window->menuBar()->actions();
    std::function<void(const QMenu *)> collect = [&](const QMenu *menu) {
        for (const QAction *one : menu->actions()) {
            inMenus.insert(one);
            if (one->menu() != nullptr)
                collect(one->menu());
        }
    };
    for (const QAction *top : menus)
        collect(top->menu());
    Actions &actions = m_window->actions();
    for (const QAction *one : { &actions.inspect,
                                &actions.kick,
                                &actions.kickWithReason,
                                &actions.denyBooking,
                                &actions.undoDeny,
                                &actions.tap,
                                &actions.drain,
                                &actions.addDenial,
                                &actions.removeDenial,
                                &actions.onlyTopic,
                                &actions.onlyAddress,
                                &actions.copyRows,
                                &actions.showInRouting,
                                &actions.theirConnections,
                                &actions.find,
                                &actions.clearFilter,
                                &actions.connectionsView,
                                &actions.topicsView,
                                &actions.routingView,
                                &actions.closedView,
                                &actions.eventsView,
                                &actions.auditView,
                                &actions.denyListView,
                                &actions.alertsView,
                                &actions.saveView,
                                &actions.exportShown,
                                &actions.chartPicture,
                                &actions.chartFigures,
                                &actions.freeze,
                                &actions.tryNow,
                                &actions.nextPane })
        QVERIFY2(inMenus.contains(one), qPrintable(one->text()));
    const auto shared = m_window->windowActions().all();
    for (const QAction *one : shared)
        QVERIFY2(inMenus.contains(one), qPrintable(one->text()));
}

void TestMainWindow::inspectOpensBesideTheTable()
{
    openWindow();
    table().select(m_server->world().connections().firstKey());
    QTest::keyClick(&table(), Qt::Key_Return);
    QTRY_VERIFY(m_window->workspace().isInspecting());
    QVERIFY(table().isVisible());
    QVERIFY(table().width() >= 300);
    QTRY_COMPARE(m_window->findChild<QDockWidget *>(QStringLiteral("inspect"))->width(), 520);
}

void TestMainWindow::takesThemeAndLanguageWhileRunning()
{
    openWindow();
    m_theme->setMode(Theme::Mode::Dark);
    QCoreApplication::processEvents();
    const QImage dark = m_window->grab().toImage();
    QCOMPARE(dark.pixelColor(600, 10), darkTokens().header);
    const auto codes = Language::available();
    for (const QString &code : codes) {
        m_language->apply(code);
        QCoreApplication::processEvents();
        QVERIFY(!m_window->grab().isNull());
    }
}

void TestMainWindow::remembersItsColumns()
{
    openWindow();
    table().setColumnWanted(int(ConnectionColumn::Transport), true);
    m_window->close();
    m_window.reset();
    m_window = std::make_unique<MainWindow>(WindowParts { *m_client, *m_mirror, *m_theme, *m_memory, *m_language,
                                                          [] { return QDateTime::currentMSecsSinceEpoch(); } });
    QVERIFY(table().isColumnWanted(int(ConnectionColumn::Transport)));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
