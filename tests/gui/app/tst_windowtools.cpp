// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/exporter.h"
#include "gui/app/palettesource.h"
#include "gui/app/tray.h"
#include "gui/app/viewdesk.h"
#include "gui/app/viewkeeper.h"
#include "gui/graph/graphview.h"
#include "gui/graph/routingview.h"
#include "gui/palette/commandpalette.h"
#include "gui/views/filterfield.h"
#include "gui/views/headerbar.h"
#include "gui/views/selectionbar.h"
#include "gui/views/sidebar.h"
#include "gui/views/topictable.h"
#include "tests/gui/app/windowfixture.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QDateTime>
#include <QDialog>
#include <QDockWidget>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <functional>

using namespace relay;
using namespace relay::gui;
using namespace relay::tests;
using namespace std::chrono_literals;

//! What belongs to the window and not to one relay in it: tabs, palette, tray; that all of it can be reached and turned round.
class TestWindowTools : public QObject, private WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { dress(); }
    void init() { makeRelay(); }
    void cleanup() { tearDown(); }
    void everyControlHasANameAndCanBeReached();
    void thePaletteHasEveryAction();
    void thePaletteGoesThereAndRuns();
    void eachRelayHasATab();
    void goingToAConnectionLetsTheFilterGiveWay();
    void theBellGoesToTheTabWithTheAlerts();
    void maskedAddressesAreShownNowhere();
    void theTrayCountsWhatNeedsALook();
    void rightToLeftCanBeWorkedWith();

private:
    [[nodiscard]] QVector<QWidget *> controls();
};

//! What can be worked with, as it stands before the operator now.
QVector<QWidget *> TestWindowTools::controls()
{
    QVector<QWidget *> found;
    const auto widgets = m_window->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const bool isControl = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget)
            || qobject_cast<QAbstractScrollArea *>(widget) || qobject_cast<QComboBox *>(widget)
            || qobject_cast<QTabBar *>(widget);
        const bool isPart = qobject_cast<QHeaderView *>(widget) || qobject_cast<QLineEdit *>(widget->parentWidget());
        if (isControl && !isPart && widget->isVisible() && widget->isEnabled())
            found.append(widget);
    }
    return found;
}

void TestWindowTools::everyControlHasANameAndCanBeReached()
{
    openWindow();
    table().selectRow(0);
    for (const View view : { View::Connections, View::Topics, View::Routing }) {
        m_window->showView(view);
        QCoreApplication::processEvents();
        QSet<QWidget *> reachable;
        for (QWidget *control : controls()) {
            const QString what
                = QString::fromLatin1(control->metaObject()->className()) + QLatin1Char(' ') + control->objectName();
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(control);
            QVERIFY2(interface != nullptr && !interface->text(QAccessible::Name).isEmpty(), qPrintable(what));
            // Of a group of choices Tab goes to the one that is chosen, the arrow keys to the others.
            const auto *button = qobject_cast<QAbstractButton *>(control);
            const bool isOtherChoice = button != nullptr && button->isCheckable() && !button->isChecked()
                && (button->autoExclusive() || (button->group() != nullptr && button->group()->exclusive()));
            if (control->focusPolicy() & Qt::TabFocus && !isOtherChoice)
                reachable.insert(control);
            else if (isOtherChoice)
                QVERIFY2(control->focusPolicy() != Qt::NoFocus, qPrintable(what));
            else // then its key is written on it, or it is the only tab
                QVERIFY2(qobject_cast<QTabBar *>(control) != nullptr || control->property("key").isValid(),
                         qPrintable(what));
        }
        // And Tab gets to each of them, round and round.
        QSet<QWidget *> reached;
        for (int i = 0; i < 200; ++i) {
            QTest::keyClick(QApplication::focusWidget() == nullptr ? m_window.get() : QApplication::focusWidget(),
                            Qt::Key_Tab);
            reached.insert(QApplication::focusWidget());
        }
        for (QWidget *control : std::as_const(reachable))
            QVERIFY2(reached.contains(control),
                     qPrintable(QString::fromLatin1(control->metaObject()->className()) + control->accessibleName()));
    }
}

void TestWindowTools::thePaletteHasEveryAction()
{
    openWindow();
    table().selectRow(0);
    const PaletteSource source(*m_window);
    const auto commands = source.commands();
    const auto has = [&commands](const QAction *action) {
        return std::any_of(commands.begin(), commands.end(), [action](const auto &one) { return one.action == action; });
    };
    QList<QWidget *> widgets = m_window->findChildren<QWidget *>();
    widgets.append(m_window.get());
    int checked = 0;
    for (const QWidget *widget : std::as_const(widgets)) {
        for (const QAction *one : widget->actions()) {
            if (one->isSeparator() || one->menu() != nullptr || one->text().isEmpty()
                || qobject_cast<const QDialog *>(widget))
                continue;
            QVERIFY2(has(one), qPrintable(one->text()));
            ++checked;
        }
    }
    QVERIFY2(checked > 20, qPrintable(QString::number(checked)));
    // Each is a line, with its key. Menus that are filled when they open may be filled anew by this.
    QVector<PaletteItem> expected;
    for (const auto &command : commands) {
        PaletteItem item;
        item.text = command.name;
        item.key = command.action->shortcut().toString(QKeySequence::NativeText);
        item.isPossible = command.action->isEnabled();
        if (command.action->isVisible())
            expected.append(item);
    }
    const auto lines = source.find({});
    for (const PaletteItem &one : std::as_const(expected)) {
        const auto line = std::find_if(lines.begin(), lines.end(), [&one](const PaletteItem &item) {
            return !item.isHead && item.text == one.text && item.key == one.key;
        });
        QVERIFY2(line != lines.end(), qPrintable(one.text));
        QCOMPARE(line->isPossible, one.isPossible);
    }
}

void TestWindowTools::thePaletteGoesThereAndRuns()
{
    openWindow();
    const auto openPalette = [this] {
        m_window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_window.get()))
            return static_cast<CommandPalette *>(nullptr);
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        const auto all = m_window->findChildren<CommandPalette *>();
        for (CommandPalette *one : all)
            if (one->isVisible())
                return one;
        return static_cast<CommandPalette *>(nullptr);
    };
    CommandPalette *palette = openPalette();
    QVERIFY(palette != nullptr);
    new QAbstractItemModelTester(&palette->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, palette);
    QTest::keyClicks(&palette->field(), QStringLiteral("dark"));
    QVERIFY(palette->currentRow() >= 0);
    QTest::keyClick(&palette->field(), Qt::Key_Return);
    QTRY_VERIFY(m_theme->isDark());

    // A connection by its address.
    const client::Connection wanted = m_server->world().connections().last();
    palette = openPalette();
    QVERIFY(palette != nullptr);
    QTest::keyClicks(&palette->field(), wanted.address.section(QLatin1Char(':'), 0, 0));
    int row = palette->currentRow();
    while (row >= 0 && row < palette->model().rowCount() && palette->model().item(row).isHead)
        ++row;
    QVERIFY(row >= 0);
    QTest::keyClick(&palette->field(), Qt::Key_Down);
    QTest::keyClick(&palette->field(), Qt::Key_Up);
    QCOMPARE(palette->currentRow(), row);
    QTest::keyClick(&palette->field(), Qt::Key_Return);
    QTRY_COMPARE(m_window->workspace().selectedIds().size(), 1);
    QCOMPARE(m_server->world()
                 .connections()
                 .value(m_window->workspace().selectedIds().first())
                 .address.section(QLatin1Char(':'), 0, 0),
             wanted.address.section(QLatin1Char(':'), 0, 0));

    // Ctrl+Return filters by what was typed; nothing found says so and runs nothing.
    const QString topic = wanted.topic.mid(wanted.topic.indexOf(QLatin1Char('/'), 1) + 1);
    palette = openPalette();
    QTest::keyClicks(&palette->field(), topic);
    QTest::keyClick(&palette->field(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(m_window->findChild<FilterField *>()->text(),
                 QString(QStringLiteral("topic:") + topic + QLatin1Char('*')));
    palette = openPalette();
    QTest::keyClicks(&palette->field(), QStringLiteral("qqqqqq"));
    QCOMPARE(palette->model().rowCount(), 1);
    QCOMPARE(palette->currentRow(), -1);
    QTest::keyClick(&palette->field(), Qt::Key_Return);
    QVERIFY(palette->isVisible());
    QTest::keyClick(&palette->field(), Qt::Key_Escape);
    QVERIFY(!palette->isVisible());
    QVERIFY(openPalette() != nullptr);
}

void TestWindowTools::eachRelayHasATab()
{
    openWindow();
    FakeAdminServer other;
    other.limitIntervals(20ms);
    other.world().populate(7, 5);
    QVERIFY(other.listen());
    Place place;
    place.socketPath = other.path();
    RelayPage &second = m_window->openPlace(place);
    QCOMPARE(m_window->count(), 2);
    QCOMPARE(&m_window->page(), &second);
    QTRY_COMPARE(second.data().connections().rowCount(), 7);
    QCOMPARE(m_window->pageAt(0).data().connections().rowCount(), 40); // goes on behind
    // What is done is done to the relay that is shown.
    table().selectRow(0);
    QTRY_VERIFY(action(&Actions::kick).isEnabled());
    QTest::keyClick(&table(), Qt::Key_Delete);
    QTRY_COMPARE(other.kicks().size(), 1);
    QCOMPARE(m_server->kicks().size(), 0);
    // The first one is lost; the second does not mind.
    m_server->stop();
    QTRY_COMPARE(m_window->pageAt(0).link().state, LinkView::State::Stale);
    QVERIFY(m_window->link().isLive());
    auto *tabs = m_window->findChild<QTabBar *>();
    QCOMPARE(tabs->count(), 2);
    QTest::keyClick(m_window.get(), Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(&m_window->page(), &m_window->pageAt(0));
    QCOMPARE(tabs->currentIndex(), 0);
    QVERIFY(!m_window->bannerHeadline().isEmpty());
    QTest::keyClick(m_window.get(), Qt::Key_Tab, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(&m_window->page(), &second);
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(0).center());
    QCOMPARE(tabs->currentIndex(), 0);
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(m_window->pageAt(0).workspace().view(), View::Topics); // and not in the other
    QCOMPARE(second.workspace().view(), View::Connections);
    m_window->showTab(1);
    QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(m_window->count(), 1);
    QVERIFY(!m_window->windowActions().closeRelay.isEnabled());
    QTRY_COMPARE(other.sessionCount(), 0);
}

void TestWindowTools::goingToAConnectionLetsTheFilterGiveWay()
{
    openWindow();
    auto *field = m_window->findChild<FilterField *>();
    const auto hidden = [this] {
        for (const client::Connection &each : m_mirror->connections())
            if (each.kind != QLatin1String("video"))
                return each.id;
        return quint64(0);
    };
    m_window->setFilter(QStringLiteral("kind:video"));
    QTRY_VERIFY(shownRows() < 40);
    const quint64 shown = table().model()->index(1, 0).data(IdRole).toULongLong();
    m_window->page().goToConnection(shown);
    QCOMPARE(m_window->workspace().selectedIds(), QVector<quint64> { shown });
    QCOMPARE(field->text(), QStringLiteral("kind:video")); // it hides nothing that is wanted
    m_window->page().goToConnection(hidden());
    QCOMPARE(m_window->workspace().selectedIds(), QVector<quint64> { hidden() });
    QCOMPARE(field->text(), QString());
    m_window->page().goToConnection(987'654);
    QVERIFY(tells(QStringLiteral("Connection 987654 is not in the table.")));
    QVERIFY(tells(QStringLiteral("It has closed meanwhile.")));
}

void TestWindowTools::theBellGoesToTheTabWithTheAlerts()
{
    openWindow();
    FakeAdminServer other;
    other.limitIntervals(20ms);
    other.world().populate(3, 5);
    QVERIFY(other.listen());
    Place place;
    place.socketPath = other.path();
    m_window->openPlace(place);
    QCOMPARE(m_window->count(), 2);
    m_window->showTab(0);
    auto *header = m_window->findChild<HeaderBar *>();
    m_window->pageAt(1).setAlertCount(2);
    Q_EMIT header->alertsAsked();
    QCOMPARE(&m_window->page(), &m_window->pageAt(1));
    QCOMPARE(m_window->workspace().view(), View::Alerts);
    m_window->showTab(0);
    m_window->pageAt(0).setAlertCount(1); // its own come first
    Q_EMIT header->alertsAsked();
    QCOMPARE(&m_window->page(), &m_window->pageAt(0));
    QCOMPARE(m_window->workspace().view(), View::Alerts);
}

void TestWindowTools::maskedAddressesAreShownNowhere()
{
    openWindow();
    const client::Connection one = m_server->world().connections().first();
    const QString host = one.address.section(QLatin1Char(':'), 0, 0);
    const auto isInATable = [this, &host] {
        for (const QTableView *view : m_window->findChildren<QTableView *>())
            for (int row = 0; view->isVisible() && row < view->model()->rowCount(); ++row)
                for (int column = 0; column < view->model()->columnCount(); ++column)
                    for (const int role : { Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole })
                        if (view->model()->index(row, column).data(role).toString().contains(host))
                            return true;
        return false;
    };
    const auto isInTheBar
        = [this, &host] { return m_window->findChild<SelectionBar *>()->accessibleName().contains(host); };
    table().select(one.id);
    QVERIFY(isInATable());
    QVERIFY(isInTheBar());
    QVERIFY(m_window->workspace().selectedText().contains(host));
    QAction &mask = m_window->windowActions().maskAddresses;
    mask.trigger();
    QVERIFY(!isInATable());
    QVERIFY(!isInTheBar());
    QVERIFY(!m_window->workspace().selectedText().contains(host));
    QVERIFY(!action(&Actions::onlyAddress).isEnabled());
    Exporter &exporter = m_window->page().desk().exporter();
    exporter.setMasked(false); // what was chosen for files does not count then
    QFile file(m_directory.filePath(QStringLiteral("masked.csv")));
    QVERIFY(exporter.write(Exporter::What::TableCsv, file.fileName()) && file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains(host.toLatin1()));
    action(&Actions::inspect).trigger();
    QVERIFY(!tells(host));
    mask.trigger();
    QTRY_VERIFY(tells(one.address));
    mask.trigger();
    QTRY_VERIFY(!tells(host));
    table().selectAll();
    action(&Actions::kick).trigger();
    QVERIFY(dialog() != nullptr);
    QVERIFY(!tells(host));
    mask.trigger(); // while the dialog is open
    QVERIFY(tells(one.address));
    mask.trigger();
    QVERIFY(!tells(host));
    dialog()->reject();
    m_window->showView(View::Routing);
    QTest::qWait(300);
    for (const graph::Node &node : m_window->findChild<graph::RoutingView *>()->view().graph().nodes)
        QVERIFY2(!node.label.contains(host), qPrintable(node.label));
    QVERIFY(m_memory->masksAddresses());
    m_window.reset();
    m_mirror.reset();
    m_client.reset();
    openWindow();
    QVERIFY(m_window->windowActions().maskAddresses.isChecked());
    QVERIFY(!isInATable());
    m_window->windowActions().maskAddresses.trigger();
    QVERIFY(isInATable());
}

void TestWindowTools::theTrayCountsWhatNeedsALook()
{
    openWindow();
    QCOMPARE(m_window->tray().attention().count(), 0);
    m_window->page().setAlertCount(2);
    QCOMPARE(m_window->tray().attention().alerts, 2);
    QVERIFY(m_window->tray().words().contains(QStringLiteral("2 alerts")));
    m_server->stop();
    QTRY_COMPARE(m_window->tray().attention().lostRelays, 1);
    const QImage plain = Tray::badged(*m_theme, 0).pixmap(32).toImage();
    const QImage badged = Tray::badged(*m_theme, 3).pixmap(32).toImage();
    QVERIFY(plain != badged);
    QVERIFY(badged != Tray::badged(*m_theme, 4).pixmap(32).toImage());
    QVERIFY(Tray::badged(*m_theme, 10).pixmap(32).toImage() == Tray::badged(*m_theme, 99).pixmap(32).toImage()); // "9+"
}

void TestWindowTools::rightToLeftCanBeWorkedWith()
{
    m_language->apply(QStringLiteral("ar"));
    openWindow();
    QCOMPARE(m_window->layoutDirection(), Qt::RightToLeft);
    table().selectRow(0);
    QCOMPARE(m_window->workspace().selectedIds().size(), 1);
    const quint64 first = m_window->workspace().selectedIds().first();
    QTest::keyClick(&table(), Qt::Key_Down);
    QCOMPARE(m_window->workspace().selectedIds().size(), 1);
    QVERIFY(m_window->workspace().selectedIds().first() != first);
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, table().visualRect(table().model()->index(2, 0)).center());
    QCOMPARE(m_window->workspace().selectedIds().size(), 1);
    QTest::keyClick(&table(), Qt::Key_Delete);
    QTRY_COMPARE(m_server->kicks().size(), 1);
}

QTEST_MAIN(TestWindowTools)
#include "tst_windowtools.moc"
