// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/denydialog.h"

#include "gui/models/format.h"
#include "tests/gui/graph/livemirror.h"

#include <QApplication>
#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace relay;
using namespace relay::gui::dialogs;
using relay::gui::Theme;
using relay::tests::makeConnection;

//! What it says; the keys and the frame are those of tst_kickdialog.
class TestDenyDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void namesBookingRelayAndConnections();
    void saysUntilWhenAndWhatCanBeUndone();
    void severalBookingsAreCounted();
    void aBookingWithoutConnectionsMayBeDenied();
    void publishersAreNamed();
    void theReasonIsForOperators();

private:
    QVector<client::Connection> targets(int count, const QString &role = QStringLiteral("subscriber")) const;
    std::unique_ptr<DenyDialog> open(const QStringList &bookings, const QVector<client::Connection> &targets);
    static QString allText(const QWidget &dialog);

    Theme m_theme;
    QWidget m_window;
    qint64 m_expiresAt = QDateTime::currentMSecsSinceEpoch() + 1'122'500;
};

void TestDenyDialog::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    relay::tests::dress(m_theme, Theme::Mode::Light);
    m_window.resize(1000, 700);
    m_window.show();
}

QVector<client::Connection> TestDenyDialog::targets(int count, const QString &role) const
{
    QVector<client::Connection> all;
    for (int i = 0; i < count; ++i) {
        client::Connection one = makeConnection(quint64(i + 1), QStringLiteral("/session/spin35-st-video"), role,
                                                QStringLiteral("192.0.2.%1:4000").arg(i + 1));
        one.bookingId = QStringLiteral("cq3v8l2k");
        one.expiresAt = m_expiresAt - i * 60'000;
        all.append(one);
    }
    return all;
}

std::unique_ptr<DenyDialog> TestDenyDialog::open(const QStringList &bookings, const QVector<client::Connection> &all)
{
    auto dialog = std::make_unique<DenyDialog>(bookings, all, QStringLiteral("relay-1.lab"), m_theme, &m_window);
    dialog->show();
    if (!QTest::qWaitForWindowExposed(dialog.get()))
        qWarning("the dialog was not shown");
    return dialog;
}

QString TestDenyDialog::allText(const QWidget &dialog)
{
    QString text;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        text += label->isVisible() ? label->text() + QLatin1Char('\n') : QString();
    text.remove(QChar(0x2066)).remove(QChar(0x2069));
    return text;
}

void TestDenyDialog::namesBookingRelayAndConnections()
{
    const auto dialog = open({ QStringLiteral("cq3v8l2k") }, targets(6));
    const QString text = allText(*dialog);
    QVERIFY2(text.contains(QLatin1String("Deny booking cq3v8l2k on relay-1.lab")), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("6 connection(s) will be cut.")), qPrintable(text)); // untranslated
    QVERIFY(text.contains(QLatin1String("192.0.2.4:4000")));
    QVERIFY(text.contains(QLatin1String("2 more")));
    QVERIFY2(text.contains(QLatin1String("18:4")), qPrintable(text)); // of the first, mm:ss
    const auto buttons = dialog->findChildren<QPushButton *>();
    QVERIFY(std::any_of(buttons.begin(), buttons.end(),
                        [](const QPushButton *button) { return button->text() == QLatin1String("Deny booking"); }));
    tests::grab(*dialog, QStringLiteral("deny-one"));
}

void TestDenyDialog::saysUntilWhenAndWhatCanBeUndone()
{
    const QString text = allText(*open({ QStringLiteral("cq3v8l2k") }, targets(3)));
    QVERIFY2(text.contains(gui::format::dateTime(m_expiresAt)), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("The denial can be undone, the cut can’t.")));
}

void TestDenyDialog::severalBookingsAreCounted()
{
    auto all = targets(3);
    all[2].bookingId = QStringLiteral("other");
    const auto dialog = open({ QStringLiteral("cq3v8l2k"), QStringLiteral("other") }, all);
    QVERIFY(dialog->windowTitle().contains(QLatin1String("2 booking")));
    QVERIFY(allText(*dialog).contains(QLatin1String("Each stays out")));
    relay::tests::dress(m_theme, Theme::Mode::Dark);
    tests::grab(*dialog, QStringLiteral("deny-dark"));
    relay::tests::dress(m_theme, Theme::Mode::Light);
}

void TestDenyDialog::aBookingWithoutConnectionsMayBeDenied()
{
    const QString text = allText(*open({ QStringLiteral("cq3v8l2k") }, {}));
    QVERIFY2(text.contains(QLatin1String("no connections now")), qPrintable(text));
    QVERIFY2(text.contains(QLatin1String("24 hours")), qPrintable(text));
}

void TestDenyDialog::publishersAreNamed()
{
    const auto dialog = open({ QStringLiteral("cq3v8l2k") }, targets(1, QStringLiteral("publisher")));
    QVERIFY2(allText(*dialog).contains(QLatin1String("may go dark")), qPrintable(allText(*dialog)));
}

void TestDenyDialog::theReasonIsForOperators()
{
    const auto dialog = open({ QStringLiteral("cq3v8l2k") }, targets(1));
    QVERIFY(allText(*dialog).contains(QLatin1String("The clients do not see it.")));
    dialog->findChild<QLineEdit *>()->setText(QStringLiteral(" jammed the robot "));
    QCOMPARE(dialog->reason(), QStringLiteral("jammed the robot"));
}

QTEST_MAIN(TestDenyDialog)
#include "tst_denydialog.moc"
