// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/banner.h"
#include "gui/views/filterfield.h"
#include "gui/views/firstrunpage.h"
#include "gui/views/keybutton.h"
#include "gui/views/relaytabs.h"
#include "gui/views/selectionbar.h"
#include "gui/views/sparkline.h"
#include "gui/views/statusstrip.h"
#include "gui/views/undobar.h"
#include "gui/views/vitalsrow.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace relay::gui;

//! The small pieces of the window.
class TestPieces : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aButtonFollowsItsAction();
    void aButtonIsThereAsLongAsItsAction();
    void openModeWarnsAndSecuredModeIsQuiet_data();
    void openModeWarnsAndSecuredModeIsQuiet();
    void theStatusStripKeepsItsPartsOffTheMode();
    void anUndoIsOfferedForAWhile();
    void aWordlessButtonKeepsItsName();
    void escapeClearsTheFilterThenLeavesIt();
    void theFilterFieldSaysWhatIsWrong();
    void commandsCanBeCopied();
    void theTabNamesRelayAndState();
    void severalTabsCanBeChosenAndClosed();
    void aFigureWritesAFilter();
    void dropsAreRedOnlyWhenThereAreSome();
    void aSparklineStandsOnZeroAndEndsAtTheRight();
    void anEmptySparklineDrawsNothing();

private:
    Theme m_theme;
};

void TestPieces::aButtonFollowsItsAction()
{
    QAction action;
    action.setIconText(QStringLiteral("Kick"));
    action.setShortcut(Qt::Key_Delete);
    KeyButton button(m_theme, QStringLiteral("kick"));
    button.follow(action);
    QCOMPARE(button.text(), QStringLiteral("Kick"));
    QCOMPARE(button.accessibleName(), QStringLiteral("Kick"));
    const int width = button.sizeHint().width();
    action.setToolTip(QStringLiteral("Not possible now"));
    action.setEnabled(false);
    QVERIFY(!button.isEnabled());
    QCOMPARE(button.toolTip(), QStringLiteral("Not possible now"));
    action.setIconText(QStringLiteral("Verbindung trennen"));
    QVERIFY(button.sizeHint().width() > width);
    action.setEnabled(true);
    QSignalSpy triggered(&action, &QAction::triggered);
    button.click();
    QCOMPARE(triggered.count(), 1);
}

void TestPieces::aButtonIsThereAsLongAsItsAction()
{
    QWidget bar;
    QAction action;
    action.setVisible(false);
    auto *button = new KeyButton(m_theme, QStringLiteral("deny"), &bar);
    button->follow(action);
    bar.show();
    QVERIFY(!button->isVisible());
    action.setVisible(true);
    QVERIFY(button->isVisible());
}

void TestPieces::openModeWarnsAndSecuredModeIsQuiet_data()
{
    QTest::addColumn<ModeBadge::Mode>("mode");
    QTest::addColumn<bool>("isStale");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isFilled");
    QTest::newRow("open") << ModeBadge::Mode::Open << false << QStringLiteral("open: anybody may connect") << true;
    QTest::newRow("secured") << ModeBadge::Mode::Secured << false << QStringLiteral("secured") << false;
    QTest::newRow("open, and no contact")
        << ModeBadge::Mode::Open << true << QStringLiteral("open: anybody may connect") << false;
}

void TestPieces::openModeWarnsAndSecuredModeIsQuiet()
{
    QFETCH(ModeBadge::Mode, mode);
    QFETCH(bool, isStale);
    QFETCH(bool, isFilled);
    ModeBadge badge(m_theme);
    QVERIFY(badge.isHidden());
    badge.setMode(mode);
    badge.setStale(isStale);
    badge.resize(badge.sizeHint());
    QTEST(badge.accessibleName(), "text");
    QVERIFY(!badge.toolTip().isEmpty());
    QImage picture(badge.size(), QImage::Format_RGB32);
    picture.fill(m_theme.tokens().panel);
    badge.render(&picture, {}, {}, QWidget::DrawChildren);
    QCOMPARE(picture.pixelColor(4, badge.height() / 2) == m_theme.tokens().slowFill, isFilled);
    badge.setMode(ModeBadge::Mode::Unknown);
    QVERIFY(badge.isHidden());
}

void TestPieces::theStatusStripKeepsItsPartsOffTheMode()
{
    StatusStrip strip(m_theme);
    strip.resize(700, strip.height());
    strip.mode().setMode(ModeBadge::Mode::Open);
    strip.showParts(true, { QStringLiteral("4 updates a second") }, QStringLiteral("anna, operator"));
    strip.show();
    QVERIFY(QTest::qWaitForWindowExposed(&strip));
    const QRect badge = strip.mode().geometry();
    const int end = QFontMetrics(m_theme.font(Theme::Type::Small)).horizontalAdvance(QStringLiteral("anna, operator"));
    QVERIFY(badge.right() < strip.width() - end - metric::kSpace3);
    QVERIFY(badge.left() > 200);
    QVERIFY(strip.rect().contains(badge));
}

void TestPieces::anUndoIsOfferedForAWhile()
{
    QAction undo;
    UndoBar bar(m_theme, QStringLiteral("deny"), undo);
    QSignalSpy over(&bar, &UndoBar::isOver);
    QVERIFY(bar.isHidden());
    bar.offer(QStringLiteral("Denied: booking b."), QStringLiteral("2 connections cut."));
    QVERIFY(bar.isVisible());
    QCOMPARE(bar.headline(), QStringLiteral("Denied: booking b."));
    QCOMPARE(over.size(), 0);
    bar.hide();
    QCOMPARE(over.size(), 1);
    bar.offer(QStringLiteral("Denied: booking c."), {});
    QVERIFY(QTest::qWaitFor([&] { return bar.isHidden(); }, 2 * UndoBar::kStaysMs));
    QCOMPARE(over.size(), 2);
}

void TestPieces::aWordlessButtonKeepsItsName()
{
    KeyButton button(m_theme, QStringLiteral("columns"));
    button.setText(QStringLiteral("Columns"));
    button.setAccessibleName(QStringLiteral("Columns"));
    button.setWordless(true);
    QVERIFY(button.sizeHint().width() <= 40);
    QCOMPARE(button.accessibleName(), QStringLiteral("Columns"));
}

void TestPieces::escapeClearsTheFilterThenLeavesIt()
{
    FilterField field(m_theme);
    field.setText(QStringLiteral("spin"));
    QSignalSpy left(&field, &FilterField::left);
    QTest::keyClick(&field, Qt::Key_Escape);
    QVERIFY(field.text().isEmpty());
    QCOMPARE(left.count(), 0);
    QTest::keyClick(&field, Qt::Key_Escape);
    QCOMPARE(left.count(), 1);
}

void TestPieces::theFilterFieldSaysWhatIsWrong()
{
    FilterField field(m_theme);
    const QString help = field.toolTip();
    field.setProblem(QStringLiteral("\"drops>\" needs a number."));
    QCOMPARE(field.toolTip(), QStringLiteral("\"drops>\" needs a number."));
    field.setProblem({});
    QCOMPARE(field.toolTip(), help);
}

void TestPieces::commandsCanBeCopied()
{
    FirstRunPage page(m_theme);
    page.setListenAddress(QStringLiteral("127.0.0.1:1234"));
    QCOMPARE(page.commands().size(), 3);
    for (const QString &command : page.commands())
        QVERIFY2(command.contains(QStringLiteral("127.0.0.1:1234")), qPrintable(command));
    page.resize(1000, 700);
    page.show();
    const auto buttons = page.findChildren<KeyButton *>();
    QCOMPARE(buttons.size(), 3);
    buttons.at(1)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), page.commands().at(1));
}

void TestPieces::theTabNamesRelayAndState()
{
    RelayTabs tabs(m_theme);
    LinkView link;
    link.state = LinkView::State::Open;
    link.relayName = QStringLiteral("relay-1.lab");
    link.detail = QStringLiteral("Connected, 0.4 ms");
    tabs.setLinks({ link }, 0);
    QCOMPARE(tabs.tabText(0), QStringLiteral("relay-1.lab"));
    QVERIFY(tabs.accessibleName().contains(QStringLiteral("Connected")));
    QVERIFY(tabs.tabButton(0, QTabBar::RightSide) == nullptr); // the only one stays
}

void TestPieces::severalTabsCanBeChosenAndClosed()
{
    RelayTabs tabs(m_theme);
    QVector<LinkView> links(3);
    for (int i = 0; i < 3; ++i)
        links[i].relayName = QStringLiteral("relay-%1.lab").arg(i);
    links[2].state = LinkView::State::Stale;
    QSignalSpy chosen(&tabs, &RelayTabs::chosen);
    QSignalSpy closed(&tabs, &QTabBar::tabCloseRequested);
    tabs.setLinks(links, 1);
    QCOMPARE(tabs.count(), 3);
    QCOMPARE(tabs.currentIndex(), 1);
    QCOMPARE(chosen.count(), 0); // it was told, nobody chose
    tabs.resize(tabs.sizeHint());
    tabs.show();
    QTest::mouseClick(&tabs, Qt::LeftButton, {}, tabs.tabRect(2).center() - QPoint(30, 0));
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toInt(), 2);
    auto *close = qobject_cast<QToolButton *>(tabs.tabButton(0, QTabBar::RightSide));
    QVERIFY(close != nullptr);
    QVERIFY(close->accessibleName().contains(QStringLiteral("relay-0.lab")));
    close->click();
    QCOMPARE(closed.count(), 1);
    QCOMPARE(closed.first().first().toInt(), 0);
}

void TestPieces::aFigureWritesAFilter()
{
    VitalsRow row(m_theme);
    row.resize(1240, 60);
    QSignalSpy chosen(&row, &VitalsRow::filterChosen);
    QSignalSpy topics(&row, &VitalsRow::topicsChosen);
    const auto buttons = row.findChildren<QToolButton *>();
    QCOMPARE(buttons.size(), 6);
    for (QToolButton *button : buttons) {
        QVERIFY(!button->accessibleName().isEmpty());
        QVERIFY(!button->toolTip().isEmpty());
        button->click();
    }
    QCOMPARE(topics.count(), 1);
    QCOMPARE(chosen.count(), 5);
    QCOMPARE(chosen.at(3).first().toString(), QStringLiteral("drops>0"));
}

void TestPieces::dropsAreRedOnlyWhenThereAreSome()
{
    m_theme.setMode(Theme::Mode::Light);
    VitalsRow row(m_theme);
    row.resize(1240, 60);
    row.show();
    const auto reds = [&] {
        const QImage image = row.grab().toImage();
        int count = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y) == m_theme.tokens().dropping ? 1 : 0;
        return count;
    };
    Vitals vitals;
    relay::client::Totals totals;
    totals.connections = 12;
    vitals.sample(totals, {});
    vitals.sample(totals, {});
    row.showVitals(vitals, false);
    QCOMPARE(reds(), 0);
    totals.dropped = 33;
    vitals.sample(totals, {});
    row.showVitals(vitals, false);
    QVERIFY(reds() > 20);
    row.showVitals(vitals, true);
    QCOMPARE(reds(), 0);
}

void TestPieces::aSparklineStandsOnZeroAndEndsAtTheRight()
{
    QImage image(72, 20, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    drawSparkline(painter, QRectF(0, 0, 72, 20), { 5, 5, 5, 5, 5, 5, 5, 5, 5, 5 },
                  { .line = Qt::black, .fillOpacity = 1, .capacity = 60, .top = 10 });
    painter.end();
    QCOMPARE(image.pixelColor(70, 15), QColor(Qt::black)); // filled below half the height
    QCOMPARE(image.pixelColor(70, 5), QColor(Qt::white));
    QCOMPARE(image.pixelColor(30, 15), QColor(Qt::white)); // ten seconds take a sixth of the width
}

void TestPieces::anEmptySparklineDrawsNothing()
{
    QImage image(72, 20, QImage::Format_RGB32);
    image.fill(Qt::white);
    const QImage before = image;
    QPainter painter(&image);
    drawSparkline(painter, QRectF(0, 0, 72, 20), {}, { .line = Qt::black });
    drawSparkline(painter, QRectF(0, 0, 72, 20), { 7 }, { .line = Qt::black });
    painter.end();
    QCOMPARE(image, before);
}

QTEST_MAIN(TestPieces)
#include "tst_pieces.moc"
