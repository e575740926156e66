// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/guard/alertmodel.h"
#include "gui/guard/denydialog.h"
#include "gui/guard/denymodel.h"
#include "gui/models/alertwords.h"
#include "gui/models/tableexport.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>

using namespace relay;
using namespace relay::gui;
using namespace relay::gui::guard;

namespace {

constexpr auto kTester = QAbstractItemModelTester::FailureReportingMode::QtTest;
constexpr qint64 kNow = 1'800'000'000'000;

Denial denial(const QString &id, const QString &what, const QString &reason = {})
{
    return { .id = id,
             .what = what,
             .until = kNow + 90'000,
             .deniedAt = kNow - 1000,
             .by = QStringLiteral("anna"),
             .reason = reason };
}

QStringList idsOf(const QAbstractItemModel &model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids << model.index(row, 0).data(IdRole).toString();
    return ids;
}

client::AlertRule rule(const QString &id, const QString &metric, double threshold)
{
    return { .id = id, .metric = metric, .threshold = threshold, .forMs = 10'000 };
}

} // namespace

//! The models of deny list and alerts; what the window does with them is in tst_acts.
class TestGuard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void denialsKeepTheirRows();
    void eachKindShowsItsKey_data();
    void eachKindShowsItsKey();
    void theFilterFindsDenials_data();
    void theFilterFindsDenials();
    void termsAboutConnectionsHideNoDenial_data();
    void termsAboutConnectionsHideNoDenial();
    void filesOfDenialsAreMaskedAndHaveTimes();
    void addressesAreFoundInNetworks_data();
    void addressesAreFoundInNetworks();
    void thresholdsAreInPeoplesUnits();
    void whatIsEditedWaitsAndSurvivesNews();
    void onlyWhoMayEdits();
    void whatIsWrongIsMarked();
};

void TestGuard::denialsKeepTheirRows()
{
    DenyModel model([] { return kNow; });
    DenyProxy proxy(model);
    const QAbstractItemModelTester tester(&model, kTester);
    const QAbstractItemModelTester proxyTester(&proxy, kTester);
    model.setDenials(
        { denial(QStringLiteral("a"), {}), denial(QStringLiteral("b"), {}), denial(QStringLiteral("c"), {}) });
    const QPersistentModelIndex c = model.index(2, 0);
    model.setDenials({ denial(QStringLiteral("d"), {}), denial(QStringLiteral("c"), {}, QStringLiteral("new")),
                       denial(QStringLiteral("a"), {}) });
    QCOMPARE(idsOf(model), QStringList({ QStringLiteral("a"), QStringLiteral("c"), QStringLiteral("d") }));
    QCOMPARE(c.data(IdRole).toString(), QStringLiteral("c"));
    QCOMPARE(model.index(1, int(DenyColumn::Reason)).data().toString(), QStringLiteral("new"));
    QCOMPARE(model.index(1, int(DenyColumn::Left)).data().toString(), QStringLiteral("01:30"));
    model.setDenials({});
    QCOMPARE(model.rowCount(), 0);
}

void TestGuard::eachKindShowsItsKey_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("key");
    const auto row = [](const char *id, const char *what, const char *key) {
        QTest::newRow(id) << QString::fromLatin1(id) << QString::fromLatin1(what) << QString::fromLatin1(key);
    };
    row("cq3v8l2k", "booking", "cq3v8l2k");
    row("with:colon", "booking", "with:colon");
    row("older:relay", "", "older:relay");
    row("address:192.0.2.0/24", "address", "192.0.2.0/24");
    row("address:2001:db8::1", "address", "2001:db8::1");
    row("subject:ann", "subject", "ann");
}

void TestGuard::eachKindShowsItsKey()
{
    QFETCH(const QString, id);
    QFETCH(const QString, what);
    QTEST(denial(id, what).key(), "key");
}

void TestGuard::theFilterFindsDenials_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("found");
    QTest::newRow("booking:") << QStringLiteral("booking:cq3v*") << QStringLiteral("cq3v8l2k");
    QTest::newRow("address:") << QStringLiteral("address:192.0.2.") << QStringLiteral("address:192.0.2.0/24");
    QTest::newRow("a word of the reason") << QStringLiteral("scanner") << QStringLiteral("address:192.0.2.0/24");
}

void TestGuard::theFilterFindsDenials()
{
    QFETCH(const QString, filter);
    DenyModel model([] { return kNow; });
    DenyProxy proxy(model);
    model.setDenials(
        { denial(QStringLiteral("cq3v8l2k"), QStringLiteral("booking"), QStringLiteral("no show")),
          denial(QStringLiteral("address:192.0.2.0/24"), QStringLiteral("address"), QStringLiteral("scanner")) });
    proxy.setFilterText(filter);
    QTRY_COMPARE(proxy.rowCount(), 1);
    QTEST(idsOf(proxy).first(), "found");
}

void TestGuard::termsAboutConnectionsHideNoDenial_data()
{
    QTest::addColumn<QString>("filter");
    for (const char *filter : { "status:slow", "status:healthy", "drops>0", "rtt>200", "in<1" })
        QTest::newRow(filter) << QString::fromLatin1(filter);
}

void TestGuard::termsAboutConnectionsHideNoDenial()
{
    QFETCH(QString, filter);
    DenyModel model([] { return kNow; });
    DenyProxy proxy(model);
    model.setDenials({ denial(QStringLiteral("cq3v8l2k"), {}),
                       denial(QStringLiteral("address:192.0.2.7"), QStringLiteral("address")) });
    proxy.setFilterText(filter);
    proxy.applyFilter();
    QCOMPARE(proxy.rowCount(), 2);
}

void TestGuard::filesOfDenialsAreMaskedAndHaveTimes()
{
    DenyModel model([] { return kNow; });
    Denial forever = denial(QStringLiteral("hold:203.0.113.87 /out/demo"), QStringLiteral("hold"));
    forever.until = 0;
    model.setDenials({ denial(QStringLiteral("address:203.0.113.87/32"), QStringLiteral("address"),
                              QStringLiteral("as 203.0.113.88")),
                       forever });
    tableexport::Plan plan { &model, {}, {}, true };
    for (int column = 0; column < kDenyColumns; ++column) {
        plan.specs.append(DenyModel::spec(DenyColumn(column)));
        plan.columns.append(column);
    }
    QCOMPARE(QString::fromUtf8(tableexport::csv(plan)),
             QStringLiteral("what,key,until,left_s,since,by,reason\r\n"
                            "address,203.0.113.x,2027-01-15T08:01:30.000Z,90,2027-01-15T07:59:59.000Z,anna,"
                            "as 203.0.113.x\r\n"
                            "hold,203.0.113.x /out/demo,,,2027-01-15T07:59:59.000Z,anna,\r\n"));
    plan.isMasked = false;
    QVERIFY(tableexport::csv(plan).contains("address,203.0.113.87/32,"));
}

void TestGuard::addressesAreFoundInNetworks_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("network");
    QTest::addColumn<bool>("isIn");
    const auto row = [](const char *address, const char *network, bool isInside) {
        QTest::addRow("%s in %s", address, network)
            << QString::fromLatin1(address) << QString::fromLatin1(network) << isInside;
    };
    row("192.0.2.7:51234", "192.0.2.7", true);
    row("192.0.2.77:51234", "192.0.2.7", false);
    row("192.0.2.7:51234", "192.0.2.0/24", true);
    row("192.0.3.7:51234", "192.0.2.0/24", false);
    row("[2001:db8:91::e3:4]:443", "2001:db8:91::/48", true);
    row("[2001:db8:91::e3:4]:443", "2001:db8:92::/48", false);
    row("[2001:db8::1]:443", "2001:db8:0:0::1", true);
    row("nonsense", "192.0.2.0/24", false);
    row("192.0.2.7:1", "192.0.2.0/99", false);
}

void TestGuard::addressesAreFoundInNetworks()
{
    QFETCH(const QString, address);
    QFETCH(const QString, network);
    QFETCH(const bool, isIn);
    QCOMPARE(guard::isIn(address, network), isIn);
}

void TestGuard::thresholdsAreInPeoplesUnits()
{
    QCOMPARE(alertwords::valueText(QStringLiteral("outRate"), 125'000'000), QStringLiteral("1,000 Mbit/s"));
    QCOMPARE(alertwords::valueText(QStringLiteral("rttP95Ms"), 200), QStringLiteral("200 ms"));
    QCOMPARE(alertwords::valueText(QStringLiteral("slowReaders"), 5), QStringLiteral("5"));
    QCOMPARE(alertwords::valueText(QStringLiteral("memoryShare"), 85.5), QStringLiteral("85.5 %"));
    QCOMPARE(alertwords::rawValue(QStringLiteral("outRate"), alertwords::shownValue(QStringLiteral("outRate"), 77)),
             77.0);
    QCOMPARE(alertwords::metricText(QStringLiteral("something new")), QStringLiteral("something new"));
}

void TestGuard::whatIsEditedWaitsAndSurvivesNews()
{
    AlertModel model;
    const QAbstractItemModelTester tester(&model, kTester);
    model.setEditable(true);
    QVector<client::AlertRule> rules { rule(QStringLiteral("a"), QStringLiteral("slowReaders"), 5),
                                       rule(QStringLiteral("b"), QStringLiteral("outRate"), 1e6) };
    model.setRules(rules);
    QVERIFY(!model.isDirty());
    QSignalSpy dirty(&model, &AlertModel::dirtyChanged);
    QVERIFY(model.setData(model.index(1, AlertModel::ThresholdColumn), 16.0));
    QVERIFY(model.setData(model.index(1, AlertModel::ForColumn), 30));
    QVERIFY(model.setData(model.index(0, AlertModel::StateColumn), int(Qt::Unchecked), Qt::CheckStateRole));
    QVERIFY(!model.setData(model.index(0, AlertModel::ThresholdColumn), -1.0));
    QVERIFY(!model.setData(model.index(0, AlertModel::MetricColumn), QStringLiteral("x")));
    QVERIFY(model.isDirty());
    QVERIFY(!dirty.isEmpty());
    QCOMPARE(model.rules().at(1).threshold, 2e6); // 16 Mbit/s
    QCOMPARE(model.rules().at(1).forMs, qint64(30'000));
    rules[0].forMs = 99'000; // somebody else has changed something
    model.setRules(rules);
    QCOMPARE(model.rules().at(1).threshold, 2e6);
    model.setRules(model.rules()); // and ours was saved
    QVERIFY(!model.isDirty());
    QVERIFY(model.setData(model.index(1, AlertModel::ForColumn), 31));
    model.revert();
    QVERIFY(!model.isDirty());
    QCOMPARE(model.rules().at(1).forMs, qint64(30'000));
}

void TestGuard::onlyWhoMayEdits()
{
    AlertModel model;
    model.setRules({ rule(QStringLiteral("a"), QStringLiteral("slowReaders"), 5) });
    const QModelIndex threshold = model.index(0, AlertModel::ThresholdColumn);
    QVERIFY(!model.flags(threshold).testFlag(Qt::ItemIsEditable));
    QVERIFY(!model.setData(threshold, 7.0));
    model.setEditable(true);
    QVERIFY(model.flags(threshold).testFlag(Qt::ItemIsEditable));
}

void TestGuard::whatIsWrongIsMarked()
{
    AlertModel model;
    const QAbstractItemModelTester tester(&model, kTester);
    model.setRules({ rule(QStringLiteral("a"), QStringLiteral("slowReaders"), 5),
                     rule(QStringLiteral("b"), QStringLiteral("rttP95Ms"), 200) });
    model.setActive(
        { { .id = QStringLiteral("b"), .value = 240, .threshold = 200, .since = kNow, .text = QStringLiteral("slow") } });
    QVERIFY(!model.index(0, AlertModel::StateColumn).data(AlertModel::TroubleRole).toBool());
    QVERIFY(model.index(1, AlertModel::StateColumn).data(AlertModel::TroubleRole).toBool());
    QCOMPARE(model.index(1, AlertModel::StateColumn).data().toString(), QStringLiteral("Alert"));
    QCOMPARE(model.index(1, AlertModel::NowColumn).data().toString(), QStringLiteral("240 ms"));
    QCOMPARE(model.index(1, AlertModel::MetricColumn).data(Qt::ToolTipRole).toString(),
             QStringLiteral("Round trip, slowest 5 %: \u2068240 ms\u2069, above \u2068200 ms\u2069"));
    model.setActive({});
    QCOMPARE(model.index(1, AlertModel::StateColumn).data().toString(), QStringLiteral("Quiet"));
}

QTEST_MAIN(TestGuard)
#include "tst_guard.moc"
