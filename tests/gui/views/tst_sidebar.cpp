// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/sidebar.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace relay::gui;

class TestSidebar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void modelIsSound();
    void showsCounts();
    void aClickWritesAFilterAndASecondTakesItAway();
    void aClickChoosesAView();
    void headsAreNoEntries();
    void becomesARail();

private:
    static QModelIndex find(const SidebarModel &model, const QString &filter)
    {
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.index(row).data(SidebarModel::FilterRole).toString() == filter)
                return model.index(row);
        return {};
    }
    Theme m_theme;
};

void TestSidebar::modelIsSound()
{
    SidebarModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setCounts({}, 3, 1);
    model.setCurrent(View::Topics);
    model.retranslate();
    for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY(!model.index(row).data(Qt::AccessibleTextRole).toString().isEmpty());
}

void TestSidebar::showsCounts()
{
    SidebarModel model;
    ConnectionCounts counts;
    counts.status[size_t(Status::Slow)] = 6;
    counts.video = 1204;
    model.setCounts(counts, 2014, 96);
    QCOMPARE(find(model, QStringLiteral("status:slow")).data(SidebarModel::CountRole).toInt(), 6);
    QCOMPARE(find(model, QStringLiteral("kind:video")).data(SidebarModel::CountRole).toInt(), 1204);
    QCOMPARE(model.index(1).data(SidebarModel::CountRole).toInt(), 2014);
}

void TestSidebar::aClickWritesAFilterAndASecondTakesItAway()
{
    Sidebar sidebar(m_theme);
    sidebar.resize(200, 700);
    sidebar.show();
    QSignalSpy chosen(&sidebar, &Sidebar::filterChosen);
    const QModelIndex slow = find(sidebar.entries(), QStringLiteral("status:slow"));
    const auto click
        = [&] { QTest::mouseClick(sidebar.viewport(), Qt::LeftButton, {}, sidebar.visualRect(slow).center()); };
    click();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.last().first().toString(), QStringLiteral("status:slow"));
    sidebar.entries().setFilterText(QStringLiteral("status:slow "));
    QVERIFY(slow.data(SidebarModel::CurrentRole).toBool());
    click();
    QCOMPARE(chosen.last().first().toString(), QString());
}

void TestSidebar::aClickChoosesAView()
{
    Sidebar sidebar(m_theme);
    sidebar.resize(200, 700);
    sidebar.show();
    QSignalSpy chosen(&sidebar, &Sidebar::viewChosen);
    QTest::mouseClick(sidebar.viewport(), Qt::LeftButton, {}, sidebar.visualRect(sidebar.entries().index(3)).center());
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().value<View>(), View::Routing);
}

void TestSidebar::headsAreNoEntries()
{
    SidebarModel model;
    QCOMPARE(model.flags(model.index(0)) & Qt::ItemIsEnabled, Qt::NoItemFlags);
    QVERIFY(model.flags(model.index(1)) & Qt::ItemIsEnabled);
}

void TestSidebar::becomesARail()
{
    Sidebar sidebar(m_theme);
    QCOMPARE(sidebar.width(), metric::kSidebar);
    sidebar.setRail(true);
    QCOMPARE(sidebar.width(), metric::kSidebarRail);
    sidebar.show();
    QVERIFY(!sidebar.grab().isNull());
}

QTEST_MAIN(TestSidebar)
#include "tst_sidebar.moc"
