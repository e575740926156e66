// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/kickdialog.h"

#include "gui/dialogs/kickchoices.h"
#include "gui/dialogs/reason.h"
#include "tests/gui/graph/livemirror.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace relay;
using namespace relay::gui::dialogs;
using relay::gui::Theme;
using relay::tests::makeConnection;

class TestKickDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void namesRelayNumberAndSample();
    void allOfThemCanBeSeen();
    void fitsIntoASmallWindow();
    void buttonRepeatsVerbAndNumber();
    void focusStartsInTheReason();
    void returnMovesOnAndNeverConfirms();
    void controlReturnConfirms();
    void escapeLeaves();
    void publishersAreNamed();
    void saysWhatCannotBeUndone();
    void reasonIsCutToWhatACloseFrameHolds_data();
    void reasonIsCutToWhatACloseFrameHolds();
    void longReasonStaysInsideTheField();
    void whatHappensAfterwardsIsChosen();
    void denyingABookingTakesAllOfIt();
    void denyingAnAddressCountsAllBehindIt();
    void whoHasNoBookingIsKickedAllTheSame();
    void whatWasLeftOutIsCutByADenialNevertheless();
    void whatTheRelayCannotIsDisabledAndSaysWhy();
    void manyAreSlowedDown();
    void publishersMayBeLeftOut();
    void everythingNeedsAWord();
    void aChangedNumberIsSaid();
    void whatHasGoneAndWhatIsFrozenIsSaid();
    void aTrialShowsItsResult();

private:
    static QVector<client::Connection> targets(int count, bool withPublisher = false);
    static QString allText(const QWidget &dialog);
    static bool hasButton(const QWidget &dialog, const QString &text);
    std::unique_ptr<KickDialog> open(const QVector<client::Connection> &targets);
    std::unique_ptr<KickDialog> ask(const KickQuestion &question);

    Theme m_theme;
    QWidget m_window;
};

QVector<client::Connection> TestKickDialog::targets(int count, bool withPublisher)
{
    QVector<client::Connection> all;
    for (int i = 0; i < count; ++i)
        all.append(makeConnection(
            quint64(i + 1),
            QStringLiteral("/spin35-st-%1").arg(i % 2 ? QStringLiteral("data") : QStringLiteral("video")),
            withPublisher && i == 0 ? QStringLiteral("publisher") : QStringLiteral("subscriber"),
            QStringLiteral("192.0.2.%1:4000").arg(i + 1)));
    return all;
}

QString TestKickDialog::allText(const QWidget &dialog)
{
    QString text;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        text += label->isVisible() ? label->text() + QLatin1Char('\n') : QString();
    text.remove(QChar(0x2066)).remove(QChar(0x2069));
    return text;
}

std::unique_ptr<KickDialog> TestKickDialog::ask(const KickQuestion &question)
{
    auto dialog = std::make_unique<KickDialog>(question, m_theme, &m_window);
    dialog->show();
    dialog->activateWindow();
    if (!QTest::qWaitForWindowActive(dialog.get()))
        qWarning("the dialog did not become active");
    return dialog;
}

std::unique_ptr<KickDialog> TestKickDialog::open(const QVector<client::Connection> &all)
{
    return ask({ .targets = all, .relayName = QStringLiteral("relay-1.lab") });
}

bool TestKickDialog::hasButton(const QWidget &dialog, const QString &text)
{
    const auto buttons = dialog.findChildren<QPushButton *>();
    return std::any_of(buttons.begin(), buttons.end(),
                       [&text](const QPushButton *button) { return button->isVisible() && button->text() == text; });
}

void TestKickDialog::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    relay::tests::dress(m_theme, Theme::Mode::Light);
    m_window.resize(1000, 700);
    m_window.show();
}

void TestKickDialog::namesRelayNumberAndSample()
{
    const auto dialog = open(targets(79));
    const QString text = allText(*dialog);
    QVERIFY2(text.contains(QLatin1String("79")), qPrintable(text));
    QVERIFY(text.contains(QLatin1String("relay-1.lab")));
    QVERIFY(text.contains(QLatin1String("75 more")));
    QVERIFY(text.contains(QLatin1String("192.0.2.4:4000")));
    QVERIFY(!text.contains(QLatin1String("192.0.2.5:4000")));
    QVERIFY(text.contains(QLatin1String("spin35-st-data")));
    tests::grab(*dialog, QStringLiteral("kick-many"));
}

void TestKickDialog::allOfThemCanBeSeen()
{
    const auto linkOf = [](KickDialog &dialog, const QString &words) -> QAbstractButton * {
        for (QAbstractButton *button : dialog.findChildren<QAbstractButton *>())
            if (button->isVisible() && button->text() == words)
                return button;
        return nullptr;
    };
    QVERIFY(linkOf(*open(targets(4)), QStringLiteral("Show all")) == nullptr); // they are there already
    const auto dialog = open(targets(79));
    QAbstractButton *all = linkOf(*dialog, QStringLiteral("Show all"));
    QVERIFY(all != nullptr);
    all->setFocus(Qt::TabFocusReason);
    QTest::keyClick(all, Qt::Key_Return);
    QTRY_VERIFY(linkOf(*dialog, QStringLiteral("Show fewer")) != nullptr);
    const auto *table = dialog->findChild<QTableView *>();
    QTRY_VERIFY(table->hasFocus());
    QCOMPARE(table->model()->rowCount(), 79);
    QCOMPARE(table->model()->index(78, 0).data().toString(), QStringLiteral("192.0.2.79:4000"));
    QVERIFY(!table->accessibleName().isEmpty());
    const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    tests::grab(*dialog, QStringLiteral("kick-all"));
    relay::tests::dress(m_theme, Theme::Mode::Dark);
    tests::grab(*dialog, QStringLiteral("kick-all-dark"));
    relay::tests::dress(m_theme, Theme::Mode::Light);
    dialog->choices().button(KickWhat::Hold)->setChecked(true); // another order, the same list
    QVERIFY(table->isVisible());
    QTest::mouseClick(linkOf(*dialog, QStringLiteral("Show fewer")), Qt::LeftButton);
    QTRY_VERIFY(!table->isVisible());
    QVERIFY(linkOf(*dialog, QStringLiteral("Show all")) != nullptr);
    QVERIFY(dialog->isVisible());
}

void TestKickDialog::fitsIntoASmallWindow()
{
    KickQuestion question { .targets = targets(79, true), .relayName = QStringLiteral("r"), .isEverything = true };
    question.targets[1].bookingId = QStringLiteral("b1");
    const QSize size = m_window.size();
    m_window.resize(1000, 720);
    const auto dialog = ask(question);
    QVERIFY2(dialog->height() <= 720, qPrintable(QString::number(dialog->height())));
    QVERIFY(allText(*dialog).contains(QLatin1String("may connect again at once"))); // of what is chosen
    QVERIFY(!allText(*dialog).contains(QLatin1String("Hits everyone")));
    dialog->choices().button(KickWhat::DenyAddresses)->setChecked(true);
    QVERIFY(allText(*dialog).contains(QLatin1String("Hits everyone")));
    for (QAbstractButton *button : dialog->findChildren<QAbstractButton *>())
        if (button->text() == QLatin1String("Show all"))
            button->click();
    QTRY_VERIFY(dialog->findChild<QTableView *>()->isVisible());
    QVERIFY2(dialog->height() <= 720, qPrintable(QString::number(dialog->height())));
    m_window.resize(size);
}

void TestKickDialog::buttonRepeatsVerbAndNumber()
{
    const auto dialog = open(targets(3));
    bool isThere = false;
    for (const QPushButton *button : dialog->findChildren<QPushButton *>()) {
        isThere |= button->text() == QLatin1String("Kick 3");
        QVERIFY(!button->isDefault());
        QVERIFY(!button->autoDefault());
    }
    QVERIFY(isThere);
}

void TestKickDialog::focusStartsInTheReason()
{
    const auto dialog = open(targets(1));
    QTRY_COMPARE(qobject_cast<QLineEdit *>(dialog->focusWidget()),
                 dialog->findChild<QLineEdit *>(QStringLiteral("reason")));
}

void TestKickDialog::returnMovesOnAndNeverConfirms()
{
    const auto dialog = open(targets(2));
    for (int i = 0; i < 8; ++i) {
        const QWidget *before = dialog->focusWidget();
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        QVERIFY(dialog->focusWidget() != before);
    }
    QCOMPARE(dialog->result(), 0);
}

void TestKickDialog::controlReturnConfirms()
{
    const auto dialog = open(targets(2));
    QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("reason")),
                     QStringLiteral("  Spinner 35 is taken down "));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(!dialog->isVisible());
    QCOMPARE(dialog->result(), int(QDialog::Accepted));
    QCOMPARE(dialog->reason(), QStringLiteral("Spinner 35 is taken down"));
}

void TestKickDialog::escapeLeaves()
{
    const auto dialog = open(targets(2));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog->isVisible());
    QCOMPARE(dialog->result(), int(QDialog::Rejected));
}

void TestKickDialog::publishersAreNamed()
{
    QVERIFY(allText(*open(targets(5, true))).contains(QLatin1String(" spin35-st-video may go dark")));
    QVERIFY(!allText(*open(targets(5))).contains(QLatin1String("go dark")));
    const auto dialog = open(targets(5, true));
    tests::grab(*dialog, QStringLiteral("kick-publisher"));
    relay::tests::dress(m_theme, Theme::Mode::Dark);
    tests::grab(*dialog, QStringLiteral("kick-dark"));
    relay::tests::dress(m_theme, Theme::Mode::Light);
}

void TestKickDialog::saysWhatCannotBeUndone()
{
    QVERIFY(allText(*open(targets(2))).contains(QStringLiteral("can’t be undone")));
}

void TestKickDialog::reasonIsCutToWhatACloseFrameHolds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cut");
    QTest::newRow("short") << QStringLiteral("bye") << QStringLiteral("bye");
    QTest::newRow("just fits") << QString(123, u'a') << QString(123, u'a');
    QTest::newRow("one too many") << QString(124, u'a') << QString(123, u'a');
    QTest::newRow("two bytes each") << QString(62, u'ü') << QString(61, u'ü');
    const QString smile = QStringLiteral("\U0001F642"); // four bytes, two UTF-16 units
    QTest::newRow("four bytes each") << smile.repeated(31) << smile.repeated(30);
    const QString accented = QStringLiteral("e\u0301"); // one character for the reader
    QTest::newRow("combining") << QString(121, u'a') + accented << QString(121, u'a');
}

void TestKickDialog::reasonIsCutToWhatACloseFrameHolds()
{
    QFETCH(QString, text);
    QFETCH(QString, cut);
    QCOMPARE(cutToBytes(text, kReasonBytes), cut);
}

void TestKickDialog::longReasonStaysInsideTheField()
{
    const auto dialog = open(targets(1));
    dialog->findChild<QLineEdit *>(QStringLiteral("reason"))->setText(QString(500, u'ü'));
    QCOMPARE(dialog->reason().toUtf8().size(), 122);
    QVERIFY(allText(*dialog).contains(QLatin1String("Room for 1 more")));
}

void TestKickDialog::whatHappensAfterwardsIsChosen()
{
    const auto dialog = open(targets(3));
    QCOMPARE(dialog->order().what, KickWhat::Kick);
    QVERIFY(allText(*dialog).contains(QLatin1String("may connect again at once")));
    QTest::mouseClick(dialog->choices().button(KickWhat::Hold), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(hasButton(*dialog, QStringLiteral("Kick and hold 3")));
    QCOMPARE(dialog->order().holdSeconds, 60);
    QTest::keyClick(dialog->choices().button(KickWhat::Hold), Qt::Key_Down); // there are no bookings here
    QCOMPARE(dialog->order().what, KickWhat::DenyAddresses);
    QVERIFY(hasButton(*dialog, QStringLiteral("Kick and deny 3")));
    QVERIFY(allText(*dialog).contains(QLatin1String("Kick and deny 3 connection(s) on relay-1.lab")));
    QCOMPARE(dialog->order().denyForMs, qint64(3600) * 1000);
    QCOMPARE(dialog->order().holdSeconds, 0);
    QVERIFY(!dialog->choices().button(KickWhat::DenyBookings)->isVisible());
}

void TestKickDialog::denyingABookingTakesAllOfIt()
{
    KickQuestion question { .targets = targets(2), .relayName = QStringLiteral("relay-1.lab") };
    question.targets[0].bookingId = QStringLiteral("b1");
    client::Connection other = targets(9).last();
    other.bookingId = QStringLiteral("b1");
    question.ofTheirBookings = { other };
    question.first = KickWhat::DenyBookings;
    const auto dialog = ask(question);
    QCOMPARE(dialog->order().what, KickWhat::DenyBookings);
    QCOMPARE(dialog->order().targets.size(), 3);
    QVERIFY(hasButton(*dialog, QStringLiteral("Kick and deny 3")));
    dialog->choices().button(KickWhat::Kick)->setChecked(true);
    QCOMPARE(dialog->order().targets.size(), 2);
    QVERIFY(hasButton(*dialog, QStringLiteral("Kick 2")));
}

void TestKickDialog::denyingAnAddressCountsAllBehindIt()
{
    KickQuestion question { .targets = targets(2), .relayName = QStringLiteral("relay-1.lab") };
    client::Connection neighbour = makeConnection(77, QStringLiteral("/pend-video"), QStringLiteral("publisher"),
                                                  QStringLiteral("192.0.2.1:9999"));
    client::Connection stranger = targets(9).last();
    question.ofTheirAddresses = { neighbour, stranger };
    question.first = KickWhat::DenyAddresses;
    const auto dialog = ask(question);
    QCOMPARE(idsOf(dialog->order().targets), (QVector<quint64> { 1, 2, 77 }));
    QVERIFY(hasButton(*dialog, QStringLiteral("Kick and deny 3")));
    const QString text = allText(*dialog);
    QVERIFY2(text.contains(QLatin1String("It also cuts 1 connection(s) that you did not choose.")), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("pend-video may go dark")), qPrintable(text));
    dialog->choices().button(KickWhat::Kick)->setChecked(true);
    QCOMPARE(dialog->order().targets.size(), 2);
    QVERIFY(!allText(*dialog).contains(QLatin1String("go dark")));
}

void TestKickDialog::whoHasNoBookingIsKickedAllTheSame()
{
    KickQuestion question { .targets = targets(3), .relayName = QStringLiteral("r") };
    question.targets[0].bookingId = QStringLiteral("b1");
    question.first = KickWhat::DenyBookings;
    const auto dialog = ask(question);
    QCOMPARE(dialog->order().targets.size(), 3);
    QVERIFY(allText(*dialog).contains(QLatin1String("2 connection(s) have no booking: those are only kicked.")));
}

void TestKickDialog::whatWasLeftOutIsCutByADenialNevertheless()
{
    KickQuestion question { .targets = targets(3, true), .relayName = QStringLiteral("r") };
    question.targets[0].bookingId = question.targets[1].bookingId = QStringLiteral("b1");
    const auto dialog = ask(question);
    QLabel *warning = dialog->findChild<QLabel *>(QStringLiteral("warningText"));
    Q_EMIT warning->linkActivated(QStringLiteral("#"));
    QCOMPARE(idsOf(dialog->order().targets), (QVector<quint64> { 2, 3 }));
    dialog->choices().button(KickWhat::DenyBookings)->setChecked(true); // of which the publisher is one
    QCOMPARE(dialog->order().targets.size(), 3);
    QVERIFY(warning->isVisible());
    QVERIFY(!warning->text().contains(QLatin1String("Leave them out"))); // it would not help
}

void TestKickDialog::whatTheRelayCannotIsDisabledAndSaysWhy()
{
    const QString why = QStringLiteral("too old");
    const auto dialog = ask({ .targets = targets(30),
                              .relayName = QStringLiteral("r"),
                              .whyNotPace = why,
                              .whyNotHold = why,
                              .whyNotDenyAddresses = why,
                              .first = KickWhat::DenyAddresses });
    QCOMPARE(dialog->order().what, KickWhat::Kick);
    QVERIFY(!dialog->choices().button(KickWhat::Hold)->isEnabled());
    QCOMPARE(dialog->choices().button(KickWhat::Hold)->toolTip(), why);
    QCOMPARE(dialog->order().perSecond, 0);
    QVERIFY(!hasButton(*dialog, QStringLiteral("Try without acting")));
}

void TestKickDialog::manyAreSlowedDown()
{
    QCOMPARE(open(targets(3))->order().perSecond, 0);
    const auto dialog = open(targets(79));
    QCOMPARE(dialog->order().perSecond, 10);
    QVERIFY2(allText(*dialog).contains(QLatin1String("about 8 s")), qPrintable(allText(*dialog)));
    QComboBox *pace = nullptr;
    for (QComboBox *each : dialog->findChildren<QComboBox *>())
        if (each->accessibleName() == QLatin1String("Pace"))
            pace = each;
    QVERIFY(pace != nullptr);
    pace->setFocus();
    QTest::keyClick(pace, Qt::Key_Home);
    QCOMPARE(dialog->order().perSecond, 0);
}

void TestKickDialog::publishersMayBeLeftOut()
{
    const auto dialog = open(targets(5, true));
    QLabel *warning = dialog->findChild<QLabel *>(QStringLiteral("warningText"));
    QVERIFY(warning->text().contains(QLatin1String("Leave them out")));
    warning->setFocus();
    QTest::keyClick(warning, Qt::Key_Tab); // to the link
    Q_EMIT warning->linkActivated(QStringLiteral("#"));
    QCOMPARE(dialog->order().targets.size(), 4);
    QVERIFY(hasButton(*dialog, QStringLiteral("Kick 4")));
    QVERIFY(!warning->isVisible());
}

void TestKickDialog::everythingNeedsAWord()
{
    const auto dialog
        = ask({ .targets = targets(4), .relayName = QStringLiteral("relay-1.lab"), .isEverything = true });
    QVERIFY(allText(*dialog).contains(QLatin1String("all connections of the relay")));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(dialog->isVisible());
    auto *word = dialog->findChild<QLineEdit *>(QStringLiteral("all"));
    QTest::keyClicks(word, QStringLiteral("all"));
    QTest::keyClick(word, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(dialog->isVisible());
    word->clear();
    QTest::keyClicks(word, QStringLiteral("ALL"));
    QTest::keyClick(word, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(dialog->result(), int(QDialog::Accepted));
}

void TestKickDialog::aChangedNumberIsSaid()
{
    const auto dialog = ask({ .targets = targets(4),
                              .relayName = QStringLiteral("r"),
                              .filter = QStringLiteral("topic:spin*"),
                              .hasChanged = true });
    QVERIFY(allText(*dialog).contains(QLatin1String("The number has changed")));
    QVERIFY(allText(*dialog).contains(QLatin1String("Chosen by the filter topic:spin*.")));
}

void TestKickDialog::whatHasGoneAndWhatIsFrozenIsSaid()
{
    const auto dialog = ask({ .targets = targets(4),
                              .relayName = QStringLiteral("r"),
                              .filter = QStringLiteral("topic:spin*"),
                              .gone = 2,
                              .isFrozen = true });
    const QString text = allText(*dialog);
    QVERIFY2(text.contains(QLatin1String("2 more connection(s) that you chose have closed meanwhile.")),
             qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("The view is frozen")), qPrintable(text));
}

void TestKickDialog::aTrialShowsItsResult()
{
    const auto dialog = open(targets(4));
    QSignalSpy asked(dialog.get(), &KickDialog::trialAsked);
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("try")), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QVERIFY(dialog->isVisible());
    dialog->showTrial(QStringLiteral("It would close 4."));
    QVERIFY(allText(*dialog).contains(QLatin1String("It would close 4.")));
}

QTEST_MAIN(TestKickDialog)
#include "tst_kickdialog.moc"
