// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/connectionproxy.h"
#include "tests/gui/models/builders.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace relay;
using namespace relay::gui;
using namespace relay::tests;

using Ids = QVector<quint64>;

class TestConnectionProxy : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void sortsTheWorstFirst();
    void sortsByValueNotByText();
    void putsTokensWithoutEndLast();
    void everyColumnSortsWithoutContradiction();
    void aTickDoesNotMoveRows();
    void refreshMovesThemUnlessHeld();
    void refreshIsSilentWhenInOrder();
    void filtersAfterAPause();
    void filterFollowsTheFigures();
    void keepsTheSelectionOverASort();

private:
    [[nodiscard]] Ids shown() const;
    void change(quint64 id, const std::function<void(client::Connection &)> &how);

    qint64 m_now = kNow;
    ConnectionModel::Connections m_all;
    std::unique_ptr<ConnectionModel> m_model;
    std::unique_ptr<ConnectionProxy> m_proxy;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestConnectionProxy::init()
{
    m_now = kNow;
    m_model = std::make_unique<ConnectionModel>([this] { return m_now; });
    m_proxy = std::make_unique<ConnectionProxy>(*m_model);
    m_tester = std::make_unique<QAbstractItemModelTester>(m_proxy.get(),
                                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_all = readers(5);
    m_model->syncTo(m_all);
    m_proxy->refreshNow();
}

void TestConnectionProxy::cleanup()
{
    m_tester.reset();
    m_proxy.reset();
    m_model.reset();
}

Ids TestConnectionProxy::shown() const
{
    Ids ids;
    for (int row = 0; row < m_proxy->rowCount(); ++row)
        ids.append(m_proxy->rowAt(row).connection.id);
    return ids;
}

void TestConnectionProxy::change(quint64 id, const std::function<void(client::Connection &)> &how)
{
    how(m_all[id]);
    m_model->apply({}, { id }, {}, m_all);
}

void TestConnectionProxy::sortsTheWorstFirst()
{
    change(1, [](auto &c) { c.lastOutAt = 0; });
    change(2, [this](auto &c) { c.expiresAt = m_now + 200'000; });
    change(3, [this](auto &c) { c.expiresAt = m_now + 100'000; });
    change(5, [](auto &c) { c.dropped = 4; });
    m_proxy->refreshNow();
    QCOMPARE(shown(), Ids({ 5, 3, 2, 4, 1 }));
}

void TestConnectionProxy::sortsByValueNotByText()
{
    change(1, [](auto &c) { c.rttMs = 9; });
    change(2, [](auto &c) { c.rttMs = 100; });
    change(3, [](auto &c) { c.rttMs = -1; });
    m_proxy->sort(int(ConnectionColumn::RoundTrip), Qt::AscendingOrder);
    QCOMPARE(shown(), Ids({ 3, 1, 4, 5, 2 }));
    m_proxy->sort(int(ConnectionColumn::RoundTrip), Qt::DescendingOrder);
    QCOMPARE(shown().first(), 2ULL);
}

void TestConnectionProxy::putsTokensWithoutEndLast()
{
    change(1, [this](auto &c) { c.expiresAt = m_now + 7200'000; });
    change(4, [this](auto &c) { c.expiresAt = m_now + 3600'000; });
    m_proxy->sort(int(ConnectionColumn::Expires), Qt::AscendingOrder);
    QCOMPARE(shown().mid(0, 2), Ids({ 4, 1 }));
}

void TestConnectionProxy::everyColumnSortsWithoutContradiction()
{
    for (int column = 0; column < kConnectionColumns; ++column) {
        for (const ConnectionRow &a : m_model->rows())
            for (const ConnectionRow &b : m_model->rows()) {
                const int there = cell::compare(a, b, ConnectionColumn(column));
                const int back = cell::compare(b, a, ConnectionColumn(column));
                QVERIFY((there < 0) == (back > 0) && (there == 0) == (back == 0));
            }
        m_proxy->sort(column, Qt::DescendingOrder);
        QCOMPARE(m_proxy->rowCount(), 5);
    }
}

void TestConnectionProxy::aTickDoesNotMoveRows()
{
    const Ids before = shown();
    QSignalSpy moved(m_proxy.get(), &ConnectionProxy::layoutChanged);
    change(5, [](auto &c) { c.dropped = 4; });
    m_model->tick({});
    QCOMPARE(moved.count(), 0);
    QCOMPARE(shown(), before);
}

void TestConnectionProxy::refreshMovesThemUnlessHeld()
{
    change(5, [](auto &c) { c.dropped = 4; });
    m_proxy->setHeld(true);
    m_proxy->refresh();
    QCOMPARE(shown().first(), 1ULL);
    m_proxy->setHeld(false);
    m_proxy->refresh();
    QCOMPARE(shown().first(), 5ULL);
}

void TestConnectionProxy::refreshIsSilentWhenInOrder()
{
    QSignalSpy moved(m_proxy.get(), &ConnectionProxy::layoutChanged);
    m_proxy->refreshNow();
    QCOMPARE(moved.count(), 0);
}

void TestConnectionProxy::filtersAfterAPause()
{
    QSignalSpy filtered(m_proxy.get(), &ConnectionProxy::filterChanged);
    for (const char *text : { "1", "11", "113.3" })
        m_proxy->setFilterText(QString::fromLatin1(text));
    QCOMPARE(m_proxy->rowCount(), 5);
    QTRY_COMPARE(filtered.count(), 1);
    QCOMPARE(shown(), Ids({ 3 }));
    m_proxy->setFilterText({});
    QTRY_COMPARE(m_proxy->rowCount(), 5);
}

void TestConnectionProxy::filterFollowsTheFigures()
{
    QSignalSpy filtered(m_proxy.get(), &ConnectionProxy::filterChanged);
    m_proxy->setFilterText(QStringLiteral("status:dropping"));
    QTRY_COMPARE(filtered.count(), 1);
    QCOMPARE(m_proxy->rowCount(), 0);
    change(2, [](auto &c) { c.dropped = 1; });
    m_proxy->refresh();
    QCOMPARE(shown(), Ids({ 2 }));
    m_now += 11'000;
    m_model->tick({});
    m_proxy->refresh();
    QCOMPARE(m_proxy->rowCount(), 0);
}

void TestConnectionProxy::keepsTheSelectionOverASort()
{
    QItemSelectionModel selection(m_proxy.get());
    selection.select(m_proxy->index(m_proxy->rowOf(5), 0),
                     QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    change(5, [](auto &c) { c.dropped = 4; });
    m_proxy->refreshNow();
    QCOMPARE(selection.selectedRows().size(), 1);
    QCOMPARE(selection.selectedRows().first().row(), 0);
    QCOMPARE(selection.selectedRows().first().data(IdRole).toULongLong(), 5ULL);
}

QTEST_GUILESS_MAIN(TestConnectionProxy)
#include "tst_connectionproxy.moc"
