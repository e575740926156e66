// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/kickchoices.h"
#include "gui/dialogs/kickdialog.h"
#include "gui/views/jobstrip.h"
#include "gui/views/jobstrips.h"
#include "tests/gui/app/actfixture.h"

#include <QAbstractButton>
#include <QDialog>
#include <QLineEdit>
#include <QRadioButton>
#include <QTest>

using namespace relay;
using namespace relay::gui;
using namespace relay::tests;

//! Kicks from the window, by keyboard and mouse: of many, of all, step by step.
class TestKicks : public QObject, private ActFixture
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { dress(); }
    void init() { makeRelay(); }
    void cleanup() { tearDown(); }
    void manyAreKickedStepByStepAndStopped();
    void aJobOfSomebodyElseIsShown();
    void aChangedFilterAsksAgain();
    void everythingNeedsTheWord();
    void aTrialAsksTheRelayAndClosesNothing();
    void moreThanOneCallTakesGoOneAfterTheOther();
    void whatIsStoppedIsNotGoneOnWith();
    void runningJobsKeepTheirStrips();
    void aFrozenTableSaysWhatHasGone();
    void aFrozenFilterDoesNotAskForEver();
    void aFrozenTableKicksNobodyElse();
    void whatTheDialogNamedIsWhatIsKicked();

private:
    void kickManyStepByStep();
    void restartTheRelay();
};

void TestKicks::manyAreKickedStepByStepAndStopped()
{
    openWindow();
    table().setFocus();
    for (int row = 0; row < 30; ++row)
        table().selectionModel()->select(table().model()->index(row, 0),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QTest::keyClick(&table(), Qt::Key_Delete);
    QVERIFY(dialog() != nullptr);
    QVERIFY(tells(QStringLiteral("Kick 30 connections")));
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

void TestKicks::aJobOfSomebodyElseIsShown()
{
    openWindow();
    m_acts->tellJob(QStringLiteral("running"), 3, 0, QStringLiteral("ben"));
    QTRY_VERIFY(tells(QStringLiteral("ben kicks 30")));
    QTest::keyClick(&table(), Qt::Key_Escape); // is not ours: no slip of a key ends it
    QTest::qWait(100);
    QCOMPARE(m_server->callsOf(QStringLiteral("job.cancel")), 0);
    QTest::mouseClick(m_window->findChild<QAbstractButton *>(QStringLiteral("stopJob")), Qt::LeftButton);
    QTRY_COMPARE(m_server->callsOf(QStringLiteral("job.cancel")), 1);
    QCOMPARE(lastParams(QStringLiteral("job.cancel")).value(QLatin1String("job")).toInt(), 7);
}

void TestKicks::aChangedFilterAsksAgain()
{
    openWindow();
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

void TestKicks::everythingNeedsTheWord()
{
    openWindow();
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

void TestKicks::aTrialAsksTheRelayAndClosesNothing()
{
    openWindow();
    table().selectRow(0);
    action(&Actions::kickWithReason).trigger();
    QTest::mouseClick(dialog()->findChild<QAbstractButton *>(QStringLiteral("try")), Qt::LeftButton);
    QTRY_VERIFY(tells(QStringLiteral("Nothing was done. The relay would close 1 connection")));
    QVERIFY(lastParams(QStringLiteral("connections.kick")).value(QLatin1String("dryRun")).toBool());
    QVERIFY(dialog()->isVisible());
}

//! 1050 of 1100, of which a call takes 1000.
void TestKicks::kickManyStepByStep()
{
    m_server->world().clear();
    m_server->world().populate(1100);
    openWindow();
    selectRows(1050);
    action(&Actions::kick).trigger();
    QVERIFY(tells(QStringLiteral("Kick 1050 connections")));
    QVERIFY(tells(QStringLiteral("keep the window open")));
    confirm();
    QTRY_COMPARE(m_server->callsOf(QStringLiteral("connections.kick")), 1);
    QCOMPARE(lastParams(QStringLiteral("connections.kick")).value(QLatin1String("ids")).toArray().size(), 1000);
    QCOMPARE(lastParams(QStringLiteral("connections.kick")).value(QLatin1String("perSecond")).toInt(), 10);
    m_acts->tellJob(QStringLiteral("running"), 12, 1);
    const auto *strips = m_window->findChild<JobStrips *>();
    QTRY_COMPARE(strips->strips().size(), 1);
    QTRY_COMPARE(strips->strips().first()->words(), QStringLiteral("12 closed, 1 already gone, 17 to go, then 50 more"));
    QCOMPARE(m_server->callsOf(QStringLiteral("connections.kick")), 1);
}

void TestKicks::moreThanOneCallTakesGoOneAfterTheOther()
{
    kickManyStepByStep();
    const QJsonArray first = lastParams(QStringLiteral("connections.kick")).value(QLatin1String("ids")).toArray();
    m_acts->tellJob(QStringLiteral("done"), 29, 1);
    QTRY_COMPARE(m_server->callsOf(QStringLiteral("connections.kick")), 2);
    const QJsonObject second = lastParams(QStringLiteral("connections.kick"));
    QCOMPARE(second.value(QLatin1String("ids")).toArray().size(), 50);
    QVERIFY(!second.value(QLatin1String("ids")).toArray().contains(first.first()));
    QCOMPARE(second.value(QLatin1String("perSecond")).toInt(), 10);
    m_acts->tellJob(QStringLiteral("done"), 50, 0, QStringLiteral("operator"), 8);
    QTest::qWait(100);
    QCOMPARE(m_server->callsOf(QStringLiteral("connections.kick")), 2);
}

void TestKicks::whatIsStoppedIsNotGoneOnWith()
{
    kickManyStepByStep();
    QTest::keyClick(&table(), Qt::Key_Escape);
    QTRY_COMPARE(m_server->callsOf(QStringLiteral("job.cancel")), 1);
    m_acts->tellJob(QStringLiteral("cancelled"), 14, 1);
    QTRY_VERIFY(tells(QStringLiteral("Not all were kicked.")));
    QVERIFY(tells(QStringLiteral("50 connections were left as they are.")));
    QTest::qWait(100);
    QCOMPARE(m_server->callsOf(QStringLiteral("connections.kick")), 1);
}

void TestKicks::runningJobsKeepTheirStrips()
{
    openWindow();
    const auto *strips = m_window->findChild<JobStrips *>();
    const auto seen = [strips] {
        QVector<quint64> jobs;
        for (const JobStrip *strip : strips->strips())
            if (strip->isVisible())
                jobs.append(strip->job().id);
        return jobs;
    };
    for (int job = 101; job <= 104; ++job)
        m_acts->tellJob(QStringLiteral("running"), 3, 0, QStringLiteral("ben"), job);
    QTRY_COMPARE(strips->strips().size(), 4); // none of them has lost its strip
    QCOMPARE(seen(), (QVector<quint64> { 102, 103, 104 }));
    QVERIFY(tells(QStringLiteral("1 more job runs on the relay.")));
    selectRows(30);
    action(&Actions::kick).trigger();
    confirm();
    QTRY_COMPARE(m_server->callsOf(QStringLiteral("connections.kick")), 1);
    m_acts->tellJob(QStringLiteral("running"), 0, 0);
    QTRY_COMPARE(seen(), (QVector<quint64> { 103, 104, 7 })); // ours can always be stopped
    QCOMPARE(strips->unseen(), 2);
    for (int job = 105; job <= 107; ++job)
        m_acts->tellJob(QStringLiteral("running"), 3, 0, QStringLiteral("ben"), job);
    QTRY_COMPARE(strips->unseen(), 5);
    QVERIFY(seen().contains(7));
    m_acts->tellJob(QStringLiteral("done"), 30, 0, QStringLiteral("ben"), 107);
    QTRY_COMPARE(seen(), (QVector<quint64> { 7, 105, 106 })); // what has ended makes room at once
}

void TestKicks::aFrozenTableSaysWhatHasGone()
{
    openWindow();
    action(&Actions::freeze).trigger();
    const quint64 gone = table().model()->index(0, 0).data(IdRole).toULongLong();
    client::Connection fresh = m_mirror->connections().value(gone);
    m_server->world().remove(gone);
    fresh.id = 5000;
    m_server->world().set(fresh);
    QTRY_VERIFY(!m_mirror->connections().contains(gone) && m_mirror->connections().contains(5000));
    table().selectAll();
    action(&Actions::kick).trigger();
    QVERIFY(tells(QStringLiteral("Kick 39 connections")));
    QVERIFY(tells(QStringLiteral("1 more connection that you chose has closed meanwhile.")));
    QVERIFY(tells(QStringLiteral("The view is frozen: what came since is not among them.")));
    auto *word = dialog()->findChild<QLineEdit *>(QStringLiteral("all"));
    QVERIFY(word->isVisible()); // it is everything that the operator sees
    QTest::keyClicks(word, QStringLiteral("ALL"));
    confirm();
    QTRY_COMPARE(m_server->callsOf(QStringLiteral("connections.kick")), 1);
    const QJsonArray ids = lastParams(QStringLiteral("connections.kick")).value(QLatin1String("ids")).toArray();
    QCOMPARE(ids.size(), 39);
    QVERIFY(!ids.contains(5000));
    table().selectRow(0); // the one that has gone
    QCOMPARE(table().selectedIds(), QVector<quint64> { gone });
    action(&Actions::kick).trigger();
    QTRY_VERIFY(tells(QStringLiteral("Already gone: ")));
    QCOMPARE(m_server->callsOf(QStringLiteral("connections.kick")), 1);
}

void TestKicks::aFrozenFilterDoesNotAskForEver()
{
    openWindow();
    m_window->setFilter(QStringLiteral("kind:video"));
    QTRY_VERIFY(shownRows() < 40);
    const int before = shownRows();
    action(&Actions::freeze).trigger();
    const quint64 gone = table().model()->index(0, 0).data(IdRole).toULongLong();
    m_server->world().remove(gone);
    QTRY_VERIFY(!m_mirror->connections().contains(gone));
    table().selectAll();
    action(&Actions::kick).trigger();
    QVERIFY(tells(QStringLiteral("Chosen by the filter kind:video.")));
    confirm();
    QTRY_COMPARE(m_server->callsOf(QStringLiteral("connections.kick")), 1);
    QCOMPARE(lastParams(QStringLiteral("connections.kick")).value(QLatin1String("ids")).toArray().size(), before - 1);
}

//! Another run of it gives the same numbers to others.
void TestKicks::restartTheRelay()
{
    const QString path = m_server->path();
    m_server->stop();
    QTRY_VERIFY(!m_window->link().isLive());
    m_server->setEpoch(QStringLiteral("epoch-2"));
    const auto old = m_server->world().connections();
    for (client::Connection each : old) {
        each.openedAt += 1000;
        each.topic = QStringLiteral("/out/another");
        m_server->world().set(each);
    }
    QVERIFY(m_server->listen(path));
    QTRY_VERIFY(m_window->link().isLive());
    QTRY_COMPARE(m_mirror->connections().value(old.firstKey()).topic, QStringLiteral("/out/another"));
}

void TestKicks::aFrozenTableKicksNobodyElse()
{
    openWindow();
    action(&Actions::freeze).trigger();
    restartTheRelay();
    table().selectRow(0);
    QTRY_VERIFY(action(&Actions::kick).isEnabled());
    action(&Actions::kick).trigger();
    QTRY_VERIFY(tells(QStringLiteral("Already gone: ")));
    selectRows(3);
    action(&Actions::kick).trigger();
    QVERIFY(dialog() == nullptr);
    QTest::qWait(100);
    QCOMPARE(m_server->callsOf(QStringLiteral("connections.kick")), 0);
}

void TestKicks::whatTheDialogNamedIsWhatIsKicked()
{
    openWindow();
    selectRows(3);
    action(&Actions::kick).trigger();
    QVERIFY(dialog() != nullptr);
    restartTheRelay();
    confirm();
    QTRY_VERIFY(tells(QStringLiteral("Already gone: ")));
    QTest::qWait(100);
    QCOMPARE(m_server->callsOf(QStringLiteral("connections.kick")), 0);
}

QTEST_MAIN(TestKicks)
#include "tst_kicks.moc"
