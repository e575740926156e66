// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/graph/routingview.h"

#include "gui/graph/columnheads.h"
#include "gui/graph/graphview.h"
#include "tests/gui/graph/livemirror.h"

#include <QApplication>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace relay;
using namespace relay::gui::graph;
using relay::gui::Theme;
using relay::tests::LiveMirror;

class TestRoutingView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void drawsEveryTopic();
    void clickSelectsAConnection();
    void foldedBoxOpensAndItsTopicClosesIt();
    void selectedRouteIsOutlined();
    void arrowKeysWalkAlongEdges();
    void filterLeavesTopicsOut();
    void cardShowsFigures();
    void changesAreDrawnWhileItIsVisible();
    void staleIsNotEmpty();
    void onlyReadersHaveAShare();
    void headsStandAboveTheirColumns_data();
    void headsStandAboveTheirColumns();
    void saysWhenNobodyIsThere();

private:
    void click(const QString &key)
    {
        const NodeItem *item = view().item(key);
        QVERIFY2(item, qPrintable(key));
        view().ensureVisible(item->box());
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, view().mapFromScene(item->box().center()));
    }
    GraphView &view() { return m_view->view(); }
    qsizetype nodeCount() { return view().graph().nodes.size(); }

    LiveMirror m_live;
    Theme m_theme;
    std::unique_ptr<RoutingView> m_view;
};

void TestRoutingView::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    relay::tests::dress(m_theme, Theme::Mode::Light);
    m_view = std::make_unique<RoutingView>(m_live.mirror(), m_theme);
    m_view->health().setClock(m_live.clock());
    m_view->view().setAnimated(false);
    m_view->resize(1240, 726);
    m_view->show();
    relay::tests::fillLaboratory(m_live, { &m_view->health() });
    m_view->refresh();
}

void TestRoutingView::drawsEveryTopic()
{
    QCOMPARE(view().graph().topics, 24);
    for (const auto &topic : m_live.world().topics())
        QVERIFY(view().item(QLatin1Char('t') + topic.id));
    relay::tests::grab(*m_view, QStringLiteral("routing-light"));
    relay::tests::dress(m_theme, Theme::Mode::Dark);
    relay::tests::grab(*m_view, QStringLiteral("routing-dark"));
    relay::tests::dress(m_theme, Theme::Mode::Light);
}

void TestRoutingView::clickSelectsAConnection()
{
    QSignalSpy spy(m_view.get(), &RoutingView::connectionActivated);
    click(QStringLiteral("c1"));
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.first().first().value<quint64>(), 1u);
}

void TestRoutingView::foldedBoxOpensAndItsTopicClosesIt()
{
    const qsizetype before = nodeCount();
    click(QStringLiteral("f/turn07-st-data/readers"));
    QVERIFY(nodeCount() > before);
    QVERIFY(!view().item(QStringLiteral("f/turn07-st-data/readers")));
    click(QStringLiteral("t/turn07-st-data"));
    QCOMPARE(nodeCount(), before);
}

void TestRoutingView::selectedRouteIsOutlined()
{
    m_view->showConnection(1);
    QVERIFY(view().item(QStringLiteral("c1"))->state().isSelected);
    QVERIFY(view().item(QStringLiteral("t/spin35-st-video"))->state().isSelected);
    QVERIFY(!view().item(QStringLiteral("t/spin35-st-data"))->state().isSelected);
    relay::tests::grab(*m_view, QStringLiteral("routing-selected"));
    m_view->clear();
    QVERIFY(!view().item(QStringLiteral("c1"))->state().isSelected);
}

void TestRoutingView::arrowKeysWalkAlongEdges()
{
    QSignalSpy spy(m_view.get(), &RoutingView::connectionActivated);
    click(QStringLiteral("c1"));
    view().setFocus(Qt::OtherFocusReason);
    m_view->activateWindow();
    QVERIFY(QTest::qWaitFor([this] { return view().hasFocus(); }));
    QTest::keyClick(&view(), Qt::Key_Left);
    QVERIFY(view().item(QStringLiteral("t/spin35-st-video"))->state().isCurrent);
    QTest::keyClick(&view(), Qt::Key_Left);
    QTest::keyClick(&view(), Qt::Key_Return);
    QCOMPARE(spy.size(), 2);
    const quint64 publisher = spy.last().first().value<quint64>();
    QCOMPARE(m_live.world().connections().value(publisher).role, QStringLiteral("publisher"));
    QTest::keyClick(&view(), Qt::Key_Right);
    QTest::keyClick(&view(), Qt::Key_Up);
    QVERIFY(!view().item(QStringLiteral("c1"))->state().isCurrent);
    relay::tests::grab(*m_view, QStringLiteral("routing-keyboard"));
}

void TestRoutingView::filterLeavesTopicsOut()
{
    m_view->setMemberFilter([](const client::Connection &connection, const Health &) {
        return connection.topic.contains(QLatin1String("spin"));
    });
    QCOMPARE(view().graph().topics, 8);
    m_view->setMemberFilter([](const client::Connection &, const Health &) { return false; });
    bool saysSo = false;
    for (const QLabel *label : m_view->findChildren<QLabel *>())
        saysSo |= label->isVisible() && label->text().contains(QLatin1String("Nothing matches"));
    QVERIFY(saysSo);
    m_view->setMemberFilter({});
    QCOMPARE(view().graph().topics, 24);
}

void TestRoutingView::cardShowsFigures()
{
    const NodeItem *item = view().item(QStringLiteral("c1"));
    view().ensureVisible(item->box());
    QTest::mouseMove(view().viewport(), view().mapFromScene(item->box().center()));
    auto *card = m_view->findChild<HoverCard *>();
    QTRY_VERIFY(card->isVisible());
    QString text;
    for (const QLabel *label : card->findChildren<QLabel *>())
        text += label->text() + QLatin1Char('\n');
    // The mean of the drops goes on by the clock of the machine; their sum does not.
    static const QRegularExpression drops(QStringLiteral("\\b1[0-9] /s, 216 in all"));
    QVERIFY2(text.contains(drops), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("1.21 Mbit/s")), qPrintable(text));
    QVERIFY(!card->geometry().intersects(view().mapFromScene(item->box()).boundingRect()));
    relay::tests::grab(*m_view, QStringLiteral("routing-card"));
}

void TestRoutingView::changesAreDrawnWhileItIsVisible()
{
    m_live.world().set(relay::tests::makeConnection(7000, QStringLiteral("/zzz"), QStringLiteral("subscriber"),
                                                    QStringLiteral("192.0.2.200:1")));
    QVERIFY(m_live.sync());
    QTRY_VERIFY(view().item(QStringLiteral("c7000")));
    m_view->setFrozen(true);
    QVERIFY(m_live.world().remove(7000));
    QVERIFY(m_live.sync());
    QTest::qWait(400); // longer than changes wait for one another
    QVERIFY(view().item(QStringLiteral("c7000")));
    m_view->setFrozen(false);
    QTRY_VERIFY(!view().item(QStringLiteral("c7000")));
}

void TestRoutingView::staleIsNotEmpty()
{
    const qsizetype before = nodeCount();
    QVERIFY(m_live.lose());
    QCOMPARE(nodeCount(), before);
    QVERIFY(view().item(QStringLiteral("c1"))->state().isStale);
    relay::tests::grab(*m_view, QStringLiteral("routing-stale"));
    QVERIFY(m_live.regain());
    QVERIFY(!view().item(QStringLiteral("c1"))->state().isStale);
}

//! What a publisher gives has no whole of which it would be a part, also when it is in trouble as a reader.
void TestRoutingView::onlyReadersHaveAShare()
{
    GraphStyle style;
    style.hasShares = true;
    Node node;
    node.status = gui::Status::Dropping;
    node.rate = 4.07e6 / 8;
    node.connections = { 1 };
    node.layer = Layer::Publisher;
    QCOMPARE(rateLabel(node, style), QStringLiteral("4.07"));
    node.layer = Layer::Topic;
    QCOMPARE(rateLabel(node, style), QStringLiteral("4.07"));
    node.layer = Layer::Reader;
    node.offered = 2 * node.rate;
    QCOMPARE(rateLabel(node, style), QStringLiteral("4.07 of 8.14"));
}

void TestRoutingView::headsStandAboveTheirColumns_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("left to right") << Qt::LeftToRight;
    QTest::newRow("right to left") << Qt::RightToLeft; // the scroll bar stands at the left
}

void TestRoutingView::headsStandAboveTheirColumns()
{
    QFETCH(const Qt::LayoutDirection, direction);
    const auto turn = [this](Qt::LayoutDirection to) {
        QGuiApplication::setLayoutDirection(to);
        m_view->setLayoutDirection(to);
        QCoreApplication::processEvents();
        m_view->refresh();
    };
    turn(direction);
    const auto *heads = m_view->findChild<ColumnHeads *>();
    for (const Node &node : view().graph().nodes) {
        const QRectF box = view().item(node.key)->box();
        const QPoint left = view().viewport()->mapTo(m_view.get(), view().mapFromScene(box.topLeft()));
        const QPoint head = heads->mapTo(m_view.get(), heads->placeOf(node.layer).topLeft().toPoint());
        QVERIFY2(std::abs(left.x() - head.x()) <= 1, qPrintable(node.label + QString::number(left.x() - head.x())));
    }
    relay::tests::grab(*m_view, direction == Qt::LeftToRight ? QStringLiteral("heads") : QStringLiteral("heads-rtl"));
    turn(Qt::LeftToRight);
}

void TestRoutingView::saysWhenNobodyIsThere()
{
    m_live.world().clear();
    QVERIFY(m_live.sync());
    bool saysSo = false;
    const auto look = [&] {
        for (const QLabel *label : m_view->findChildren<QLabel *>())
            saysSo |= label->isVisible() && label->text().contains(QLatin1String("Nobody is connected"));
        return saysSo;
    };
    QTRY_VERIFY(look());
}

QTEST_MAIN(TestRoutingView)
#include "tst_routingview.moc"
