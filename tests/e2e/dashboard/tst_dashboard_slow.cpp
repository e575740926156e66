// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/recordpages.h"
#include "gui/app/viewdesk.h"
#include "gui/dialogs/dangerbutton.h"
#include "gui/views/filterfield.h"
#include "tests/e2e/dashboard/dashboardfixture.h"
#include "tests/e2e/dashboard/peer.h"
#include "tests/e2e/dashboard/screenshot.h"
#include "tests/e2e/dashboard/stuckreader.h"
#include "tests/e2e/dashboard/traffic.h"

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <memory>

using namespace relay;
using namespace relay::gui;
using namespace relay::tests;
using namespace std::chrono_literals;

#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 15'000 * slowness())
#define TRY_COMPARE(value, expected) QTRY_COMPARE_WITH_TIMEOUT(value, expected, 15'000 * slowness())

namespace {

constexpr int kReaders = 5;
constexpr int kAll = kReaders + 2; // with the publisher and the one that is stuck
const QString kReason = QStringLiteral("reads nothing any more");

} // namespace

//! What the window is for: somebody does not read, an operator finds out who and ends it, and nobody else notices.
class TestDashboardSlow : public QObject, private DashboardFixture
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theStuckReaderIsFoundAndKicked_data();
    void theStuckReaderIsFoundAndKicked();

private:
    [[nodiscard]] quint64 stuckId() const;
    [[nodiscard]] quint64 idInRow(int row) const;
    [[nodiscard]] QString cell(int row, ConnectionColumn column) const;
    [[nodiscard]] QDialog *openDialog() const;
    void kickByKeys();
    void checkItIsGone(quint64 id);
    void checkTheOthersLostNothing();
    [[nodiscard]] FilterField &field() const { return *m_window->findChild<FilterField *>(); }

    std::unique_ptr<Traffic> m_traffic;
    std::unique_ptr<StuckReader> m_stuck;
};

void TestDashboardSlow::initTestCase()
{
    dress();
}

void TestDashboardSlow::init()
{
    // What waits for the stuck one is too much before it is too old; the others may be late on a busy machine.
    startRelayd(QStringList { QStringLiteral("--queue-age"), QStringLiteral("20s") });
    openWindow();
    m_traffic = std::make_unique<Traffic>(m_relayd->port(), QStringLiteral("demo"), kReaders);
    QVERIFY(m_traffic->waitForOpen());
    m_stuck = std::make_unique<StuckReader>(m_relayd->port(), QStringLiteral("/out/demo"));
    QVERIFY(m_stuck->isOpen());
    TRY_COMPARE(table().model()->rowCount(), kAll);
    m_traffic->start();
}

void TestDashboardSlow::cleanup()
{
    m_stuck.reset();
    m_traffic.reset();
    tearDown();
}

quint64 TestDashboardSlow::stuckId() const
{
    for (const client::Connection &connection : m_mirror->connections())
        if (connection.address == m_stuck->address())
            return connection.id;
    return 0;
}

quint64 TestDashboardSlow::idInRow(int row) const
{
    return table().model()->index(row, 0).data(IdRole).toULongLong();
}

QString TestDashboardSlow::cell(int row, ConnectionColumn column) const
{
    return table().model()->index(row, int(column)).data().toString();
}

QDialog *TestDashboardSlow::openDialog() const
{
    const auto all = m_window->findChildren<QDialog *>();
    const auto open = std::find_if(all.begin(), all.end(), [](const QDialog *each) { return each->isVisible(); });
    return open == all.end() ? nullptr : *open;
}

//! Ctrl+Delete, a reason, Ctrl+Return: no hand leaves the keyboard.
void TestDashboardSlow::kickByKeys()
{
    QTest::keyClick(&table(), Qt::Key_Delete, Qt::ControlModifier);
    QTest::keyRelease(&table(), Qt::Key_Control); // or Qt takes it for held down from now on
    QDialog *dialog = openDialog();
    QVERIFY(dialog != nullptr);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    auto *reason = dialog->findChild<QLineEdit *>(QStringLiteral("reason"));
    TRY_VERIFY(reason->hasFocus());
    QTest::keyClicks(reason, kReason);
    keepScreenshot(*dialog, QStringLiteral("asked"));
    QCOMPARE(m_mirror->connections().size(), kAll); // nothing happens before it is confirmed
    QTest::keyClick(reason, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(openDialog() == nullptr);
}

void TestDashboardSlow::checkItIsGone(quint64 id)
{
    TRY_VERIFY(!m_mirror->connections().contains(id));
    QVERIFY(m_stuck->readsItsEnd());
    // And it stays known who ended it, and why.
    m_window->showView(View::Closed);
    const RecordModel &closed = m_window->page().desk().records().model(View::Closed);
    TRY_COMPARE(closed.rowCount(), 1);
    QStringList row;
    for (int column = 0; column < closed.columnCount(); ++column)
        row << closed.index(0, column).data().toString();
    QVERIFY2(row.join(u'|').contains(kReason), qPrintable(row.join(u'|')));
    keepScreenshot(*m_window, QStringLiteral("closed"));
    m_window->showView(View::Connections);
}

void TestDashboardSlow::checkTheOthersLostNothing()
{
    const int atTheKick = m_traffic->sent();
    TRY_VERIFY(m_traffic->sent() > atTheKick + 40); // it goes on without it
    m_traffic->stop();
    QVERIFY(m_traffic->publishes());
    for (int reader = 0; reader < kReaders; ++reader) {
        QVERIFY(m_traffic->isOpen(reader));
        TRY_COMPARE(m_traffic->received(reader), m_traffic->sent());
        QVERIFY(!m_traffic->hasLost(reader));
    }
    for (const client::Connection &connection : m_mirror->connections())
        QCOMPARE(connection.dropped, quint64(0));
}

void TestDashboardSlow::theStuckReaderIsFoundAndKicked_data()
{
    QTest::addColumn<QString>("filter");
    QTest::newRow("by the order, the worst first") << QString();
    QTest::newRow("by what it loses") << QStringLiteral("drops>0");
    QTest::newRow("by what waits for it") << QStringLiteral("queue>500k");
}

void TestDashboardSlow::theStuckReaderIsFoundAndKicked()
{
    QFETCH(const QString, filter);
    const quint64 stuck = stuckId();
    QVERIFY(stuck != 0);
    QTest::mouseMove(m_window.get(), QPoint(4, 4)); // over the table the pointer would hold its order
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyRelease(m_window.get(), Qt::Key_Control);
    QVERIFY(field().hasFocus());
    QTest::keyClicks(&field(), filter);
    TRY_COMPARE(table().model()->rowCount(), filter.isEmpty() ? kAll : 1);
    TRY_COMPARE(idInRow(0), stuck);
    TRY_COMPARE(cell(0, ConnectionColumn::Status), QStringLiteral("Dropping"));
    TRY_VERIFY(cell(0, ConnectionColumn::Drops).toInt() > 0);

    if (QWidget *offer = QApplication::activePopupWidget()) // of terms, which a real click would close
        offer->close();
    m_window->activateWindow(); // where no window manager does so
    TRY_VERIFY(QApplication::activeWindow() == m_window.get());
    const QRect first = table().visualRect(table().model()->index(0, int(ConnectionColumn::Topic)));
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, first.center());
    QCOMPARE(table().selectedIds(), QVector<quint64>({ stuck }));
    keepScreenshot(*m_window, QStringLiteral("found"));
    kickByKeys();
    checkItIsGone(stuck);
    m_window->actions().clearFilter.trigger();
    TRY_COMPARE(table().model()->rowCount(), kAll - 1);
    for (int row = 0; row < kAll - 1; ++row)
        TRY_COMPARE(cell(row, ConnectionColumn::Status), QStringLiteral("Healthy"));
    checkTheOthersLostNothing();
    keepScreenshot(*m_window, QStringLiteral("after"));
}

QTEST_MAIN(TestDashboardSlow)
#include "tst_dashboard_slow.moc"
