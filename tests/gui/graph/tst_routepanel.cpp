// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/routepanel.h"

#include "gui/graph/graphview.h"
#include "tests/gui/graph/livemirror.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace relay;
using namespace relay::gui::graph;
using relay::gui::Theme;
using relay::tests::LiveMirror;

class TestRoutePanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void saysWhatItIsForWhenNothingIsSelected();
    void showsTheRouteAndTheCulprit();
    void clickOnAReaderActivatesIt();
    void newsAfterAPauseAreShownAtOnce();
    void saysWhenTheConnectionHasClosed();
    void keepsTheRouteInGreyWhenContactIsLost();

private:
    QString allText() const
    {
        QString text;
        for (const QLabel *label : m_panel->findChildren<QLabel *>())
            text += label->isVisible() ? label->text() + QLatin1Char('\n') : QString();
        return text;
    }
    GraphView *view() const { return m_panel->findChild<GraphView *>(); }

    LiveMirror m_live;
    Theme m_theme;
    std::unique_ptr<RoutePanel> m_panel;
};

void TestRoutePanel::initTestCase()
{
    relay::tests::dress(m_theme, Theme::Mode::Light);
    m_panel = std::make_unique<RoutePanel>(m_live.mirror(), m_theme);
    m_panel->health().setClock(m_live.clock());
    m_panel->resize(476, 208);
    m_panel->show();
    relay::tests::fillLaboratory(m_live, { &m_panel->health() });
}

void TestRoutePanel::saysWhatItIsForWhenNothingIsSelected()
{
    m_panel->clear();
    QVERIFY(allText().contains(QLatin1String("Select a connection")));
    relay::tests::grab(*m_panel, QStringLiteral("route-nothing"));
}

void TestRoutePanel::showsTheRouteAndTheCulprit()
{
    m_panel->showConnection(1);
    QVERIFY2(allText().contains(QLatin1String("keep up")), qPrintable(allText()));
    const Graph &graph = view()->graph();
    QCOMPARE(graph.nodes.size(), 5); // publisher, topic, the selected one, the slow one, all others
    QVERIFY(view()->item(QStringLiteral("c1"))->state().isSelected);
    QVERIFY(!view()->item(QStringLiteral("c3"))->state().isSelected);
    relay::tests::grab(*m_panel, QStringLiteral("route-light"));
    relay::tests::dress(m_theme, Theme::Mode::Dark);
    relay::tests::grab(*m_panel, QStringLiteral("route-dark"));
    relay::tests::dress(m_theme, Theme::Mode::Light);
}

void TestRoutePanel::clickOnAReaderActivatesIt()
{
    m_panel->showConnection(1);
    QSignalSpy spy(m_panel.get(), &RoutePanel::connectionActivated);
    const NodeItem *slow = view()->item(QStringLiteral("c3"));
    QVERIFY(slow);
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->mapFromScene(slow->box().center()));
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.first().first().value<quint64>(), 3u);
    const NodeItem *topic = view()->item(QStringLiteral("t/spin35-st-video"));
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->mapFromScene(topic->box().center()));
    QCOMPARE(spy.size(), 1); // a topic is no connection
}

void TestRoutePanel::newsAfterAPauseAreShownAtOnce()
{
    m_panel->showConnection(1);
    QTest::qWait(300);
    auto reader = m_live.world().connections().value(1);
    reader.outRate += 12'500;
    m_live.world().set(reader);
    QVERIFY(m_live.sync());
    QTest::qWait(20); // much less than the pause between two updates
    QCOMPARE(view()->item(QStringLiteral("c1"))->node().rate, reader.outRate);
}

void TestRoutePanel::saysWhenTheConnectionHasClosed()
{
    m_panel->showConnection(2);
    QVERIFY(m_live.world().remove(2));
    QVERIFY(m_live.sync());
    QTRY_VERIFY(allText().contains(QLatin1String("has closed")));
}

void TestRoutePanel::keepsTheRouteInGreyWhenContactIsLost()
{
    m_panel->showConnection(1);
    QVERIFY(m_live.lose());
    QVERIFY(view()->item(QStringLiteral("c1"))->state().isStale);
    relay::tests::grab(*m_panel, QStringLiteral("route-stale"));
    QVERIFY(m_live.regain());
    QVERIFY(!view()->item(QStringLiteral("c1"))->state().isStale);
}

QTEST_MAIN(TestRoutePanel)
#include "tst_routepanel.moc"
