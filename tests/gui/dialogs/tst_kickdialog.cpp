// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/kickdialog.h"

#include "gui/dialogs/reason.h"
#include "tests/gui/graph/livemirror.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
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

private:
    static QVector<client::Connection> targets(int count, bool withPublisher = false);
    static QString allText(const QWidget &dialog);
    std::unique_ptr<KickDialog> open(const QVector<client::Connection> &targets);

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

std::unique_ptr<KickDialog> TestKickDialog::open(const QVector<client::Connection> &all)
{
    auto dialog = std::make_unique<KickDialog>(all, QStringLiteral("relay-1.lab"), m_theme, &m_window);
    dialog->show();
    dialog->activateWindow();
    if (!QTest::qWaitForWindowActive(dialog.get()))
        qWarning("the dialog did not become active");
    return dialog;
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
    QTRY_COMPARE(qobject_cast<QLineEdit *>(dialog->focusWidget()), dialog->findChild<QLineEdit *>());
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
    QTest::keyClicks(dialog->findChild<QLineEdit *>(), QStringLiteral("  Spinner 35 is taken down "));
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
    dialog->findChild<QLineEdit *>()->setText(QString(500, u'ü'));
    QCOMPARE(dialog->reason().toUtf8().size(), 122);
    QVERIFY(allText(*dialog).contains(QLatin1String("Room for 1 more")));
}

QTEST_MAIN(TestKickDialog)
#include "tst_kickdialog.moc"
