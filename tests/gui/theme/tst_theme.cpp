// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/theme/style.h"
#include "gui/theme/theme.h"

#include <QDir>
#include <QFontInfo>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QPainter>
#include <QSignalSpy>
#include <QStyleOptionButton>
#include <QTest>

#include <cmath>

using namespace relay::gui;

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

QColor middleOf(const QPixmap &pixmap)
{
    return pixmap.toImage().pixelColor(pixmap.width() / 2, pixmap.height() / 2);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textStandsOutFromEveryGround_data();
    void textStandsOutFromEveryGround();
    void statusStandsOutFromItsFill_data();
    void statusStandsOutFromItsFill();
    void choicesStandOutAlsoWhenTheyAreOff_data();
    void choicesStandOutAlsoWhenTheyAreOff();
    void changedIsEmittedOnlyWhenTheColoursChange();
    void everyIconRenders();
    void iconTakesTheColourAsked();
    void pointingIconsMirrorRightToLeft();
    void boldFiguresAreAsWideAsRegularOnes();
};

void TestTheme::textStandsOutFromEveryGround_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    for (const Tokens *t : { &lightTokens(), &darkTokens() }) {
        const char *mode = t == &lightTokens() ? "light" : "dark";
        const std::pair<const char *, QColor> texts[] {
            { "text", t->text }, { "text2", t->text2 }, { "text3", t->text3 }, { "accent", t->accent }
        };
        const std::pair<const char *, QColor> grounds[] { { "window", t->window },
                                                          { "panel", t->panel },
                                                          { "base", t->base },
                                                          { "hover", t->hover },
                                                          { "selected", t->accentFill } };
        for (const auto &[textName, text] : texts)
            for (const auto &[groundName, ground] : grounds)
                QTest::addRow("%s %s on %s", mode, textName, groundName) << text << ground;
        QTest::addRow("%s header", mode) << t->headerDim << t->header;
        QTest::addRow("%s solid dropping", mode) << t->accentText << t->dropping;
    }
}

void TestTheme::textStandsOutFromEveryGround()
{
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(QString::number(contrast(text, ground))));
}

void TestTheme::statusStandsOutFromItsFill_data()
{
    QTest::addColumn<QColor>("status");
    QTest::addColumn<QColor>("fill");
    for (const Tokens *t : { &lightTokens(), &darkTokens() }) {
        const char *mode = t == &lightTokens() ? "light" : "dark";
        QTest::addRow("%s slow", mode) << t->slow << t->slowFill;
        QTest::addRow("%s dropping", mode) << t->dropping << t->droppingFill;
        QTest::addRow("%s expiring", mode) << t->expiring << t->expiringFill;
        QTest::addRow("%s refused", mode) << t->refused << t->refusedFill;
    }
}

void TestTheme::statusStandsOutFromItsFill()
{
    QFETCH(QColor, status);
    QFETCH(QColor, fill);
    QVERIFY2(contrast(status, fill) >= 5.0, qPrintable(QString::number(contrast(status, fill))));
}

void TestTheme::choicesStandOutAlsoWhenTheyAreOff_data()
{
    QTest::addColumn<Theme::Mode>("mode");
    QTest::addColumn<int>("element");
    for (const Theme::Mode mode : { Theme::Mode::Light, Theme::Mode::Dark }) {
        const char *name = mode == Theme::Mode::Light ? "light" : "dark";
        QTest::addRow("%s radio button", name) << mode << int(QStyle::PE_IndicatorRadioButton);
        QTest::addRow("%s check box", name) << mode << int(QStyle::PE_IndicatorCheckBox);
    }
}

void TestTheme::choicesStandOutAlsoWhenTheyAreOff()
{
    QFETCH(Theme::Mode, mode);
    QFETCH(int, element);
    Theme theme;
    theme.setMode(mode);
    const Style style(theme);
    const auto drawn = [&](QStyle::State state) {
        QImage image(20, 20, QImage::Format_RGB32);
        image.fill(theme.tokens().panel);
        QStyleOptionButton option;
        option.rect = QRect(3, 3, 14, 14);
        option.palette = theme.palette();
        option.state = state | QStyle::State_Enabled;
        QPainter painter(&image);
        style.drawPrimitive(static_cast<QStyle::PrimitiveElement>(element), &option, &painter, nullptr);
        return image;
    };
    const auto strongPixels = [&](const QImage &image) {
        int strong = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                strong += contrast(image.pixelColor(x, y), theme.tokens().panel) >= 3 ? 1 : 0;
        return strong;
    };
    const int off = strongPixels(drawn(QStyle::State_Off));
    QVERIFY2(off >= 16, qPrintable(QString::number(off)));
    const int on = strongPixels(drawn(QStyle::State_On));
    QVERIFY2(on >= off + 10, qPrintable(QString::number(on))); // told apart by their shape
}

void TestTheme::changedIsEmittedOnlyWhenTheColoursChange()
{
    Theme theme;
    theme.setMode(Theme::Mode::Light);
    QSignalSpy spy(&theme, &Theme::changed);
    theme.setMode(Theme::Mode::Dark);
    QCOMPARE(spy.count(), 1);
    QVERIFY(theme.isDark());
    QCOMPARE(theme.palette().color(QPalette::Base), darkTokens().base);
    theme.setMode(Theme::Mode::Dark);
    QCOMPARE(spy.count(), 1);
}

void TestTheme::everyIconRenders()
{
    const Theme theme;
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList({ QStringLiteral("*.svg") });
    QVERIFY(files.size() > 35);
    for (const QString &file : files) {
        const QImage image = theme.pixmap(file.chopped(4), 16, Qt::red, 2).toImage();
        QCOMPARE(image.size(), QSize(32, 32));
        int drawn = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                drawn += image.pixelColor(x, y).alpha() > 128 ? 1 : 0;
        QVERIFY2(drawn > 20, qPrintable(file));
    }
}

void TestTheme::iconTakesTheColourAsked()
{
    const Theme theme;
    QCOMPARE(middleOf(theme.pixmap(QStringLiteral("healthy"), 16, Qt::green, 1)), QColor(Qt::green));
    const QIcon icon = theme.icon(QStringLiteral("healthy"), Qt::blue);
    QCOMPARE(middleOf(icon.pixmap(16)), QColor(Qt::blue));
    QCOMPARE(middleOf(icon.pixmap(16, QIcon::Disabled)), theme.tokens().text3);
}

void TestTheme::pointingIconsMirrorRightToLeft()
{
    const Theme theme;
    const auto draw
        = [&theme](const char *name) { return theme.pixmap(QString::fromLatin1(name), 16, Qt::black, 1).toImage(); };
    const QImage kick = draw("kick");
    const QImage copy = draw("copy");
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    const QImage kickMirrored = draw("kick");
    const QImage copyMirrored = draw("copy");
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    QCOMPARE(kickMirrored, kick.mirrored(true, false));
    QCOMPARE(copyMirrored, copy);
}

void TestTheme::boldFiguresAreAsWideAsRegularOnes()
{
    const Theme theme;
    if (QFontInfo(theme.font(Theme::Type::Body)).family() != QLatin1String("Noto Sans"))
        QSKIP("Noto Sans is not installed (package fonts-noto-core)");
    const QFontMetrics regular(theme.font(Theme::Type::Body));
    const QFontMetrics bold(theme.boldFont(Theme::Type::Body));
    QCOMPARE(bold.horizontalAdvance(QStringLiteral("1234567890")),
             regular.horizontalAdvance(QStringLiteral("1234567890")));
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
