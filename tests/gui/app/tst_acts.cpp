// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/guard/alertmodel.h"
#include "gui/guard/alertspage.h"
#include "gui/tap/tapsdock.h"
#include "gui/views/statusstrip.h"
#include "tests/gui/app/actfixture.h"

#include <QAbstractButton>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QTableView>
#include <QTest>

using namespace relay;
using namespace relay::gui;
using namespace relay::tests;

//! What operators do to a relay beside kicks and denials: taps, thresholds, a drain; and who may not.
class TestActs : public QObject, private ActFixture
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { dress(); }
    void init() { makeRelay(); }
    void cleanup() { tearDown(); }
    void tIsTheKeyOfTaps();
    void whoIsTappingIsInTheStatusBar();
    void aViewerIsToldWhyNot();
    void whatTheRelayLacksIsDisabled();
    void thresholdsAreChangedForAll();
    void drainNamesTheRelayAndTheNumber();
};

void TestActs::tIsTheKeyOfTaps()
{
    openWindow();
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
    openWindow();
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
    openWindow();
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
    openWindow();
    table().selectRow(0);
    QVERIFY(!action(&Actions::tap).isEnabled());
    QVERIFY(action(&Actions::tap).toolTip().contains(QStringLiteral("older")));
    QVERIFY(!action(&Actions::drain).isEnabled());
    QVERIFY(!action(&Actions::denyBooking).isVisible());
    QVERIFY(action(&Actions::kick).isEnabled()); // this it always could
}

void TestActs::thresholdsAreChangedForAll()
{
    openWindow();
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
    QVERIFY(tells(QStringLiteral("Slow readers: 14, above 12")));
    QCOMPARE(page->rules().index(0, guard::AlertModel::NowColumn).data().toString(), QStringLiteral("14"));
}

void TestActs::drainNamesTheRelayAndTheNumber()
{
    openWindow();
    QVERIFY(action(&Actions::drain).isEnabled());
    action(&Actions::drain).trigger();
    QVERIFY(dialog() != nullptr);
    QVERIFY(tells(QStringLiteral("Drain This computer, which has 40 connections")));
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
