// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/inspect/inspectdock.h"

#include "gui/inspect/factgrid.h"
#include "gui/inspect/ratehistory.h"
#include "gui/inspect/rateplot.h"
#include "tests/gui/graph/livemirror.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace relay;
using namespace relay::gui::inspect;
using relay::gui::Theme;
using relay::tests::LiveMirror;

class TestInspectDock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void saysWhatItIsForWhenNothingIsSelected();
    void showsEveryFact();
    void marksTheTrouble();
    void headIsWhole();
    void publisherHasNoQueue();
    void followsTheNumbers();
    void keepsTheSelectedTextWhenNumbersChange();
    void copiesEverything();
    void keepsTheLastWhenContactIsLost();
    void saysWhenTheConnectionHasClosed();
    void anotherConnectionIsANewStart();
    void everyConnectionHasAPast();
    void saysWhoLooksAtTheMessages();

private:
    QString value(const char *key) const { return m_dock->facts().valueOf(QLatin1String(key)); }

    LiveMirror m_live;
    Theme m_theme;
    std::unique_ptr<InspectDock> m_dock;
};

void TestInspectDock::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    relay::tests::dress(m_theme, Theme::Mode::Light);
    m_dock = std::make_unique<InspectDock>(m_live.mirror(), m_theme);
    m_dock->health().setClock(m_live.clock());
    m_dock->resize(520, 520);
    m_dock->show();
    tests::fillLaboratory(m_live, { &m_dock->health() });
}

void TestInspectDock::saysWhatItIsForWhenNothingIsSelected()
{
    m_dock->showConnection(0);
    QVERIFY(m_dock->notice().contains(QLatin1String("Select a connection")));
    QVERIFY(m_dock->text().isEmpty());
    tests::grab(*m_dock, QStringLiteral("inspect-nothing"));
}

void TestInspectDock::showsEveryFact()
{
    m_dock->showConnection(1);
    QVERIFY(m_dock->notice().isEmpty());
    QCOMPARE(value("role"), QStringLiteral("Subscriber"));
    QCOMPARE(value("address"), QStringLiteral("203.0.113.87:51234"));
    QCOMPARE(value("topic"), QStringLiteral("/spin35-st-video"));
    QCOMPARE(value("transport"), QStringLiteral("websocket"));
    QCOMPARE(value("outRate"), QStringLiteral("1.21 Mbit/s"));
    QCOMPARE(value("rtt"), QStringLiteral("388 ms"));
    QCOMPARE(value("expires"), QStringLiteral("none"));
    QCOMPARE(value("drops"), QStringLiteral("18 /s, 216 in all"));
    QCOMPARE(value("queue"), QStringLiteral("1.0 MiB, 1.9 s old"));
    QVERIFY(value("agent").contains(QLatin1String("Firefox/133")));
    tests::grab(*m_dock, QStringLiteral("inspect-light"));
    relay::tests::dress(m_theme, Theme::Mode::Dark);
    tests::grab(*m_dock, QStringLiteral("inspect-dark"));
    relay::tests::dress(m_theme, Theme::Mode::Light);
}

void TestInspectDock::marksTheTrouble()
{
    const auto figures = [this](const QColor &color) {
        const auto labels = m_dock->facts().findChildren<QLabel *>();
        return std::count_if(labels.begin(), labels.end(), [&color](const QLabel *label) {
            return label->palette().color(QPalette::WindowText) == color;
        });
    };
    m_dock->showConnection(1);
    QCOMPARE(figures(m_theme.tokens().dropping), 2); // the queue and the drops
    m_dock->showConnection(3);
    QCOMPARE(figures(m_theme.tokens().slow), 1);
    QCOMPARE(figures(m_theme.tokens().dropping), 0);
}

void TestInspectDock::headIsWhole()
{
    QCOMPARE(m_dock->titleBarWidget()->height(), gui::metric::kBar);
}

void TestInspectDock::publisherHasNoQueue()
{
    m_dock->showConnection(100);
    QCOMPARE(value("role"), QStringLiteral("Publisher"));
    QCOMPARE(value("transport"), QStringLiteral("HTTP POST"));
    QVERIFY(value("queue").isEmpty());
    QVERIFY(!value("inRate").isEmpty());
}

void TestInspectDock::followsTheNumbers()
{
    m_dock->showConnection(3);
    auto reader = m_live.world().connections().value(3);
    reader.outMessages = 4711;
    m_live.world().set(reader);
    QTRY_COMPARE(value("outMessages"), QStringLiteral("4,711"));
}

void TestInspectDock::keepsTheSelectedTextWhenNumbersChange()
{
    m_dock->showConnection(3);
    QLabel *address = nullptr;
    for (QLabel *label : m_dock->facts().findChildren<QLabel *>())
        address = label->text() == QLatin1String("192.0.2.17:42000") ? label : address;
    QVERIFY(address);
    address->setSelection(0, 5);
    auto reader = m_live.world().connections().value(3);
    reader.outMessages = 4712;
    m_live.world().set(reader);
    QTRY_COMPARE(value("outMessages"), QStringLiteral("4,712"));
    QCOMPARE(address->selectedText(), QStringLiteral("192.0"));
}

void TestInspectDock::copiesEverything()
{
    m_dock->showConnection(1);
    for (QToolButton *button : m_dock->findChildren<QToolButton *>()) {
        QVERIFY(!button->accessibleName().isEmpty());
        if (button->accessibleName() == QLatin1String("Copy"))
            button->click();
    }
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(QLatin1String("Address: 203.0.113.87:51234")));
    QVERIFY(copied.contains(QLatin1String("Dropped: 18 /s, 216 in all")));
}

void TestInspectDock::keepsTheLastWhenContactIsLost()
{
    m_dock->showConnection(1);
    QVERIFY(m_live.lose());
    QVERIFY(m_dock->notice().startsWith(QLatin1String("As of ")));
    QCOMPARE(value("address"), QStringLiteral("203.0.113.87:51234"));
    tests::grab(*m_dock, QStringLiteral("inspect-stale"));
    QVERIFY(m_live.regain());
    QTRY_VERIFY(m_dock->notice().isEmpty());
}

void TestInspectDock::saysWhenTheConnectionHasClosed()
{
    m_dock->showConnection(4);
    QVERIFY(m_live.world().remove(4));
    QTRY_VERIFY(m_dock->notice().contains(QLatin1String("closed at")));
    QCOMPARE(value("address"), QStringLiteral("192.0.2.141:42001"));
    tests::grab(*m_dock, QStringLiteral("inspect-closed"));
}

void TestInspectDock::anotherConnectionIsANewStart()
{
    m_dock->showConnection(1);
    QVERIFY(m_dock->notice().isEmpty());
    m_dock->showConnection(999'999);
    QVERIFY(m_dock->text().isEmpty());
}

//! A past is there before it is looked at, gaps included; the gone are forgotten.
void TestInspectDock::everyConnectionHasAPast()
{
    RateHistory &history = m_dock->history();
    const int before = int(history.of(1).size());
    for (int i = 0; i < RateHistory::kSamples + 5; ++i)
        history.sample();
    QCOMPARE(history.of(1).size(), RateHistory::kSamples); // no more than five minutes
    QVERIFY(before < RateHistory::kSamples);
    QVERIFY(std::isfinite(history.of(1).last().delivered));
    QVERIFY(m_live.lose());
    history.sample();
    QVERIFY(std::isnan(history.of(1).last().delivered)); // a gap, not a zero
    QVERIFY(m_live.regain());
    m_dock->showConnection(1);
    QVERIFY(m_dock->plot().sampleCount() > 0);
    const quint64 other = m_live.world().connections().lastKey();
    QVERIFY(other != 1 && !history.of(other).isEmpty());
    QVERIFY(m_live.world().remove(other));
    QTRY_VERIFY((history.sample(), history.of(other).isEmpty()));
    tests::grab(*m_dock, QStringLiteral("inspect-past"));
}

void TestInspectDock::saysWhoLooksAtTheMessages()
{
    m_dock->showConnection(1);
    m_dock->setTapNote(QStringLiteral("Messages are being looked at by ben."));
    const auto labels = m_dock->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return !label->isHidden() && label->text().contains(QLatin1String("by ben"));
    }));
}

QTEST_MAIN(TestInspectDock)
#include "tst_inspectdock.moc"
