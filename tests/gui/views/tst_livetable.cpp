// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/connectiontable.h"
#include "gui/views/tablepage.h"
#include "tests/gui/models/builders.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace relay;
using namespace relay::gui;
using namespace relay::tests;

class TestLiveTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void hidesTheLeastNeededColumnsWhenNarrow();
    void noColumnIsCutByTheEdge();
    void theTopicTakesWhatIsLeft();
    void aColumnAskedForComesAndGoes();
    void remembersItsColumns();
    void refusesAStateOfOtherColumns();
    void keepsSelectionAndPlaceOverASort();
    void holdsTheOrderWhileThePointerIsOver();
    void parts_rowsThatNeedAttention_fromTheRest();
    void returnActivatesTheCurrentRow();
    void saysThatNothingMatches();
    void whatAChartDrawsHasItsColour();
    void selectedRowsAreCounted();
    void paintsEveryStateWithoutComplaint();

private:
    [[nodiscard]] bool isShown(ConnectionColumn column) const { return !m_table->isColumnHidden(int(column)); }
    void show(int width);

    qint64 m_now = kNow;
    Theme m_theme;
    ConnectionModel::Connections m_all;
    std::unique_ptr<ConnectionModel> m_model;
    std::unique_ptr<ConnectionProxy> m_proxy;
    std::unique_ptr<ConnectionTable> m_table;
};

void TestLiveTable::init()
{
    m_now = kNow;
    m_model = std::make_unique<ConnectionModel>([this] { return m_now; });
    m_proxy = std::make_unique<ConnectionProxy>(*m_model);
    m_table = std::make_unique<ConnectionTable>(*m_proxy, m_theme);
    m_all = readers(200);
    m_model->syncTo(m_all);
    m_proxy->refreshNow();
}

void TestLiveTable::cleanup()
{
    m_table.reset();
    m_proxy.reset();
    m_model.reset();
}

void TestLiveTable::show(int width)
{
    m_table->resize(width, 400);
    m_table->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_table.get()));
}

void TestLiveTable::hidesTheLeastNeededColumnsWhenNarrow()
{
    show(1300);
    QVERIFY(isShown(ConnectionColumn::Booking));
    QVERIFY(isShown(ConnectionColumn::Age));
    m_table->resize(1080, 400);
    QVERIFY(!isShown(ConnectionColumn::Booking));
    QVERIFY(isShown(ConnectionColumn::Queue));
    m_table->resize(700, 400);
    for (const auto column : { ConnectionColumn::Status, ConnectionColumn::Topic, ConnectionColumn::Address,
                               ConnectionColumn::Queue, ConnectionColumn::Drops })
        QVERIFY(isShown(column));
    QVERIFY(m_table->columnWidth(int(ConnectionColumn::Topic)) >= 148);
    m_table->resize(1300, 400);
    QVERIFY(isShown(ConnectionColumn::Booking));
}

void TestLiveTable::noColumnIsCutByTheEdge()
{
    show(1300);
    for (int width = 1300; width >= 500; width -= 20) {
        m_table->resize(width, 400);
        QCOMPARE(m_table->horizontalHeader()->length(), m_table->viewport()->width());
    }
}

void TestLiveTable::theTopicTakesWhatIsLeft()
{
    show(1300);
    const int before = m_table->columnWidth(int(ConnectionColumn::Topic));
    m_table->resize(1500, 400);
    QCOMPARE(m_table->columnWidth(int(ConnectionColumn::Topic)), before + 200);
    QCOMPARE(m_table->horizontalHeader()->length(), m_table->viewport()->width());
}

void TestLiveTable::aColumnAskedForComesAndGoes()
{
    show(1600);
    QVERIFY(!isShown(ConnectionColumn::UserAgent));
    m_table->setColumnWanted(int(ConnectionColumn::UserAgent), true);
    QVERIFY(isShown(ConnectionColumn::UserAgent));
    m_table->setColumnWanted(int(ConnectionColumn::Role), false);
    QVERIFY(!isShown(ConnectionColumn::Role));
    m_table->resetColumns();
    QVERIFY(!isShown(ConnectionColumn::UserAgent));
    QVERIFY(isShown(ConnectionColumn::Role));
}

void TestLiveTable::remembersItsColumns()
{
    show(1600);
    m_table->setColumnWanted(int(ConnectionColumn::UserAgent), true);
    m_table->setColumnWanted(int(ConnectionColumn::Age), false);
    m_table->horizontalHeader()->moveSection(1, 3);
    m_table->sortByColumn(int(ConnectionColumn::Out), Qt::DescendingOrder);
    const QByteArray state = m_table->saveColumns();

    ConnectionProxy otherProxy(*m_model);
    ConnectionTable other(otherProxy, m_theme);
    other.resize(1600, 400);
    QVERIFY(other.restoreColumns(state));
    QVERIFY(!other.isColumnHidden(int(ConnectionColumn::UserAgent)));
    QVERIFY(other.isColumnHidden(int(ConnectionColumn::Age)));
    QCOMPARE(other.horizontalHeader()->visualIndex(1), 3);
    QCOMPARE(otherProxy.sortColumn(), int(ConnectionColumn::Out));
    QCOMPARE(otherProxy.sortOrder(), Qt::DescendingOrder);
}

void TestLiveTable::refusesAStateOfOtherColumns()
{
    show(1600);
    QVERIFY(!m_table->restoreColumns({}));
    QVERIFY(!m_table->restoreColumns(QByteArray("\0\0\0\1\0\0\0\x16junk", 12)));
    QVERIFY(isShown(ConnectionColumn::Status));
}

void TestLiveTable::keepsSelectionAndPlaceOverASort()
{
    show(1300);
    m_table->select(150);
    m_table->verticalScrollBar()->setValue(m_table->verticalScrollBar()->value() + 40);
    const int y = m_table->rowViewportPosition(m_table->currentIndex().row());
    QVERIFY(m_table->verticalScrollBar()->value() > 0);
    for (const quint64 id : { 3, 9, 140, 180 })
        m_all[id].dropped = 5;
    m_model->apply({}, { 3, 9, 140, 180 }, {}, m_all);
    m_proxy->refreshNow();
    QCOMPARE(m_proxy->rowAt(0).status, Status::Dropping);
    QCOMPARE(m_table->selectedIds(), QVector<quint64>({ 150 }));
    QCOMPARE(m_table->currentIndex().data(IdRole).toULongLong(), 150ULL);
    QCOMPARE(m_table->rowViewportPosition(m_table->currentIndex().row()), y);
}

void TestLiveTable::holdsTheOrderWhileThePointerIsOver()
{
    show(1300);
    QEnterEvent enter({ 10, 10 }, { 10, 10 }, { 10, 10 });
    QCoreApplication::sendEvent(m_table->viewport(), &enter);
    m_all[100].dropped = 5;
    m_model->apply({}, { 100 }, {}, m_all);
    m_proxy->refresh();
    QVERIFY(m_proxy->rowAt(0).status != Status::Dropping);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(m_table->viewport(), &leave);
    m_proxy->refresh();
    QCOMPARE(m_proxy->rowAt(0).status, Status::Dropping);
}

void TestLiveTable::parts_rowsThatNeedAttention_fromTheRest()
{
    m_theme.setMode(Theme::Mode::Light);
    m_all[100].dropped = 5;
    m_model->apply({}, { 100 }, {}, m_all);
    m_proxy->refreshNow();
    show(1300);
    const QImage image = m_table->viewport()->grab().toImage();
    const auto lineBelow = [&](int row) { return image.pixelColor(600, m_table->rowViewportPosition(row) + 25); };
    QCOMPARE(lineBelow(0), m_theme.tokens().lineStrong);
    QCOMPARE(lineBelow(1), m_theme.tokens().grid);
    // The cause is solid and nothing else is red.
    const int drops = m_table->columnViewportPosition(int(ConnectionColumn::Drops));
    QCOMPARE(image.pixelColor(drops + 3, 5), m_theme.tokens().dropping);
    QCOMPARE(image.pixelColor(drops + 3, 26 + 5), m_theme.tokens().base);
    m_table->setStale(true);
    QCOMPARE(m_table->viewport()->grab().toImage().pixelColor(drops + 3, 5), m_theme.tokens().base);
}

void TestLiveTable::returnActivatesTheCurrentRow()
{
    show(1300);
    QSignalSpy activated(m_table.get(), &LiveTable::rowActivated);
    m_table->select(7);
    QTest::keyClick(m_table.get(), Qt::Key_Return);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(activated.first().first().toModelIndex().data(IdRole).toULongLong(), 7ULL);
}

void TestLiveTable::saysThatNothingMatches()
{
    TablePage page(m_table.release(), *m_proxy, m_theme);
    page.setNothingSentence(QStringLiteral("No connection matches %1."), QStringLiteral("Nothing is connected."));
    page.resize(1000, 400);
    page.show();
    QVERIFY(page.table().isVisible());
    m_proxy->setFilterText(QStringLiteral("nobody"));
    QTRY_VERIFY(!page.table().isVisible());
    m_proxy->setFilterText({});
    QTRY_VERIFY(page.table().isVisible());
}

//! Of the same hue: the edges of a line are mixed with what lies behind it.
static bool isLike(const QColor &pixel, const QColor &color)
{
    return pixel.hsvSaturation() > 80 && std::abs(pixel.hsvHue() - color.hsvHue()) < 10;
}

//! The line of the last minute, of the rows that are in the chart and of no other.
void TestLiveTable::whatAChartDrawsHasItsColour()
{
    for (int second = 0; second < 60; ++second) {
        m_now += 1000;
        m_model->tick({});
    }
    m_proxy->refreshNow();
    show(1300);
    const auto pixels = [this](int row, const QColor &color) {
        const QRect cell = m_table->visualRect(m_proxy->index(row, int(ConnectionColumn::LastMinute)));
        const QImage picture = m_table->viewport()->grab(cell).toImage();
        int count = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 0; x < picture.width(); ++x)
                count += isLike(picture.pixelColor(x, y), color) ? 1 : 0;
        return count;
    };
    const Tokens &t = m_theme.tokens();
    QVERIFY(pixels(0, t.series[0]) > 20);
    m_table->setSeries({ { QString::number(m_proxy->rowAt(1).connection.id), 2 } });
    QVERIFY(pixels(0, t.series[0]) > 20);
    QVERIFY(pixels(1, t.series[2]) > 20);
    QCOMPARE(pixels(1, t.series[0]), 0);
    m_table->setStale(true); // no colour means anything now
    QCOMPARE(pixels(1, t.series[2]), 0);
    m_table->setStale(false);
    m_table->setSeries({});
    QCOMPARE(pixels(1, t.series[2]), 0);
}

void TestLiveTable::selectedRowsAreCounted()
{
    show(1300);
    QVERIFY(m_table->selectedRowNumbers().isEmpty());
    m_table->selectAll();
    QCOMPARE(m_table->selectedRowNumbers().size(), 200);
    m_table->clearSelection();
    for (const int row : { 7, 3, 4 })
        m_table->selectionModel()->select(m_proxy->index(row, 0),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QCOMPARE(m_table->selectedRowNumbers(), QVector<int>({ 3, 4, 7 }));
    QCOMPARE(m_table->selectedIds().size(), 3);
    QCOMPARE(m_table->selectedIds().first(), m_proxy->rowAt(3).connection.id);
}

void TestLiveTable::paintsEveryStateWithoutComplaint()
{
    m_all[1].dropped = 5;
    m_all[2].expiresAt = m_now + 1000;
    m_all[3].lastOutAt = 0;
    m_model->apply({}, { 1, 2, 3 }, {}, m_all);
    m_model->expectKicked({ 4 });
    m_all.remove(4);
    m_model->apply({}, {}, { 4 }, m_all);
    for (int i = 0; i < 3; ++i)
        m_model->tick({});
    m_proxy->refreshNow();
    for (const auto mode : { Theme::Mode::Dark, Theme::Mode::Light }) {
        m_theme.setMode(mode);
        for (const auto direction : { Qt::RightToLeft, Qt::LeftToRight }) {
            m_table->setLayoutDirection(direction);
            show(1300);
            const QImage image = m_table->grab().toImage();
            QCOMPARE(image.pixelColor(image.width() / 2, image.height() / 2 + 13).alpha(), 255);
        }
    }
}

QTEST_MAIN(TestLiveTable)
#include "tst_livetable.moc"
