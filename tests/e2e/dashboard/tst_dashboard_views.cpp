// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/recordpages.h"
#include "gui/app/viewdesk.h"
#include "gui/chart/throughputpanel.h"
#include "gui/chart/throughputplot.h"
#include "gui/models/happeningtext.h"
#include "gui/views/filterfield.h"
#include "gui/views/sidebar.h"
#include "gui/views/topictable.h"
#include "tests/e2e/dashboard/dashboardfixture.h"
#include "tests/e2e/dashboard/peer.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDateTime>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <memory>
#include <vector>

using namespace relay;
using namespace relay::gui;
using namespace relay::tests;
using namespace std::chrono_literals;

#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 8000 * slowness())
#define TRY_COMPARE(value, expected) QTRY_COMPARE_WITH_TIMEOUT(value, expected, 8000 * slowness())

//! The looking side of the window over a real relayd, on which two topics carry different amounts all the time.
class TestDashboardViews : public QObject, private DashboardFixture
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void comparesTwoTopics();
    void savesAndRestoresAView();
    void closedConnectionsAreListed();
    void thePastOutlivesTheWindow();

private:
    void publish();
    void clickRow(LiveTable &table, const QString &topic, Qt::KeyboardModifiers modifiers = {});
    void clickButton(const QString &text);
    void clickSidebar(const QString &text);
    [[nodiscard]] QStringList shownTopics() const; //!< of the connections in the table
    [[nodiscard]] QStringList eventCodes() const;
    [[nodiscard]] QStringList eventsInTheRelaysWords() const;
    [[nodiscard]] Workspace &workspace() const { return m_window->workspace(); }

    QTimer m_publishing;
    std::vector<std::unique_ptr<Peer>> m_peers; //!< publisher and reader of the one, of the other
};

void TestDashboardViews::initTestCase()
{
    dress();
    m_publishing.setInterval(20ms);
    connect(&m_publishing, &QTimer::timeout, this, &TestDashboardViews::publish);
}

void TestDashboardViews::init()
{
    startRelayd();
    openWindow();
    for (const char *path : { "/in/big", "/out/big", "/in/small", "/out/small" })
        m_peers.push_back(std::make_unique<Peer>(m_relayd->port(), QString::fromLatin1(path)));
    for (const auto &peer : m_peers)
        QVERIFY(peer->waitForOpen());
    m_publishing.start();
    TRY_COMPARE(m_mirror->connections().size(), 4);
    TRY_COMPARE(table().model()->rowCount(), 4);
}

void TestDashboardViews::cleanup()
{
    m_publishing.stop();
    m_peers.clear();
    tearDown();
}

void TestDashboardViews::publish()
{
    m_peers.at(0)->send(QString(8'000, QLatin1Char('b')));
    m_peers.at(2)->send(QString(1'000, QLatin1Char('s')));
}

void TestDashboardViews::clickRow(LiveTable &where, const QString &topic, Qt::KeyboardModifiers modifiers)
{
    for (int row = 0; row < where.model()->rowCount(); ++row) {
        const QModelIndex index = where.model()->index(row, 1);
        if (index.data().toString() == topic) {
            QTest::mouseClick(where.viewport(), Qt::LeftButton, modifiers, where.visualRect(index).center());
            return;
        }
    }
    QFAIL(qPrintable(QStringLiteral("no row ") + topic));
}

void TestDashboardViews::clickButton(const QString &text)
{
    const auto buttons = m_window->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->isVisible() && button->text() == text) {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    }
    QFAIL(qPrintable(QStringLiteral("no button ") + text));
}

void TestDashboardViews::clickSidebar(const QString &text)
{
    auto *sidebar = m_window->findChild<Sidebar *>();
    for (int row = 0; row < sidebar->model()->rowCount(); ++row) {
        const QModelIndex index = sidebar->model()->index(row, 0);
        if (index.data().toString() == text) {
            sidebar->scrollTo(index);
            QTest::mouseClick(sidebar->viewport(), Qt::LeftButton, {}, sidebar->visualRect(index).center());
            return;
        }
    }
    QFAIL(qPrintable(QStringLiteral("nothing in the sidebar is ") + text));
}

QStringList TestDashboardViews::shownTopics() const
{
    QStringList topics;
    for (int row = 0; row < table().model()->rowCount(); ++row)
        topics << table().model()->index(row, int(ConnectionColumn::Topic)).data().toString();
    topics.sort();
    return topics;
}

QStringList TestDashboardViews::eventCodes() const
{
    QStringList codes;
    const RecordModel &model = m_window->page().desk().records().model(View::Events);
    const int column = fieldIndex(RecordKind::Event, QLatin1String("code"));
    for (int row = 0; row < model.rowCount(); ++row)
        codes << model.index(row, column).data(RawRole).toString();
    return codes;
}

//! Those of which the relay tells too little for a sentence of the window.
QStringList TestDashboardViews::eventsInTheRelaysWords() const
{
    QStringList codes;
    const int column = fieldIndex(RecordKind::Event, QLatin1String("code"));
    for (const Record &record : m_window->page().desk().records().model(View::Events).records())
        if (const QString code = record.values.at(column).toString(); happeningText(code, record.data, {}).isEmpty())
            codes << code;
    return codes;
}

//! Both in one plot, told apart without colours, with the values that relayd measured.
void TestDashboardViews::comparesTwoTopics()
{
    m_window->showView(View::Topics);
    TopicTable &topics = workspace().topicTable();
    TRY_COMPARE(topics.model()->rowCount(), 2);
    clickRow(topics, QStringLiteral("big"));
    clickRow(topics, QStringLiteral("small"), Qt::ControlModifier);
    QCOMPARE(workspace().selectedTopics().size(), 2);
    clickButton(QStringLiteral("Selection, 2"));
    chart::ThroughputPlot &plot = workspace().throughput().plot();
    QCOMPARE(plot.lines().size(), 2);
    QStringList names { plot.lines().at(0).name, plot.lines().at(1).name };
    names.sort();
    QCOMPARE(names, QStringList({ QStringLiteral("big"), QStringLiteral("small") }));
    QVERIFY(plot.lines().at(0).style != plot.lines().at(1).style);
    const auto rateOf = [&plot](const QString &name) {
        for (const chart::PlotLine &line : plot.lines())
            if (line.name == name && !line.history->isEmpty())
                return line.rateOf(line.history->last());
        return 0.0;
    };
    // 8 kB and 1 kB, 50 times a second at most: eight times as much, give or take what a busy machine does to a second.
    TRY_VERIFY(rateOf(QStringLiteral("big")) > 0 && rateOf(QStringLiteral("small")) > 0);
    TRY_VERIFY(rateOf(QStringLiteral("big")) > 4 * rateOf(QStringLiteral("small"))
               && rateOf(QStringLiteral("big")) < 16 * rateOf(QStringLiteral("small")));
    TRY_VERIFY(plot.lines().first().history->count() >= 3);
    QTest::keyClick(&plot, Qt::Key_Left); // reads them
    TRY_VERIFY(plot.cursorText().contains(QStringLiteral("big")) && plot.cursorText().contains(QStringLiteral("small")));
}

//! Filter, columns and order under a name; found again in the sidebar of the next run.
void TestDashboardViews::savesAndRestoresAView()
{
    auto *field = m_window->findChild<FilterField *>();
    QTest::keyClicks(field, QStringLiteral("topic:small role:subscriber"));
    TRY_COMPARE(shownTopics(), QStringList({ QStringLiteral("small") }));
    table().setColumnWanted(int(ConnectionColumn::Transport), true);
    table().setColumnWanted(int(ConnectionColumn::Age), false);
    table().sortByColumn(int(ConnectionColumn::Out), Qt::DescendingOrder);
    m_window->actions().saveView.trigger();
    auto *dialog = m_window->findChild<QDialog *>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(), QStringLiteral("Small readers"));
    QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Return);
    QCOMPARE(m_memory->savedViews().names().last(), QStringLiteral("Small readers"));

    clickSidebar(QStringLiteral("Publishers"));
    TRY_COMPARE(shownTopics(), QStringList({ QStringLiteral("big"), QStringLiteral("small") }));
    m_window->showView(View::Topics);
    closeWindow();
    openWindow();
    TRY_COMPARE(table().model()->rowCount(), 4);
    QVERIFY(m_window->findChild<FilterField *>()->text().isEmpty());

    clickSidebar(QStringLiteral("Small readers"));
    QCOMPARE(workspace().view(), View::Connections);
    QCOMPARE(m_window->findChild<FilterField *>()->text(), QStringLiteral("topic:small role:subscriber"));
    TRY_COMPARE(shownTopics(), QStringList({ QStringLiteral("small") }));
    QVERIFY(table().isColumnWanted(int(ConnectionColumn::Transport)));
    QVERIFY(!table().isColumnWanted(int(ConnectionColumn::Age)));
    QCOMPARE(table().proxy().sortColumn(), int(ConnectionColumn::Out));
    QCOMPARE(table().proxy().sortOrder(), Qt::DescendingOrder);
}

void TestDashboardViews::closedConnectionsAreListed()
{
    m_peers.at(1).reset(); // the reader of the large one leaves
    TRY_COMPARE(m_mirror->connections().size(), 3);
    m_window->showView(View::Closed);
    LiveTable *closed = workspace().currentTable();
    QVERIFY(closed != nullptr);
    TRY_COMPARE(closed->model()->rowCount(), 1);
    TRY_VERIFY(closed->isVisible());
    QStringList row;
    for (const int column : closed->shownColumns())
        row << closed->model()->index(0, column).data().toString();
    QVERIFY2(row.contains(QStringLiteral("big")) && row.contains(QStringLiteral("Subscriber")),
             qPrintable(row.join(u'|')));
    m_peers.at(1) = std::make_unique<Peer>(m_relayd->port(), QStringLiteral("/out/big"));
}

//! What the relay carried while there was no window is in the chart of the next one; events and orders are in their lists.
void TestDashboardViews::thePastOutlivesTheWindow()
{
    closeWindow();
    QTest::qWait(4'000);
    openWindow();
    const qint64 opened = QDateTime::currentMSecsSinceEpoch();
    const chart::SampleHistory &history = workspace().throughput().history();
    TRY_VERIFY(!history.isEmpty() && history.at(0).at < opened - 3'000);
    TRY_VERIFY(eventCodes().contains(QStringLiteral("topic-opened")));
    QCOMPARE(eventsInTheRelaysWords().join(u'|'), QString());
    // The range that the relay alone knows.
    clickButton(QStringLiteral("1 h"));
    chart::ThroughputPlot &plot = workspace().throughput().plot();
    QCOMPARE(plot.window().span(), 3'600'000);
    clickButton(QStringLiteral("5 min"));
}

QTEST_MAIN(TestDashboardViews)
#include "tst_dashboard_views.moc"
