// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/throughputpanel.h"

#include "gui/chart/throughputplot.h"
#include "tests/gui/graph/livemirror.h"

#include <QApplication>
#include <QTest>

#include <cmath>

using namespace relay;
using namespace relay::gui::chart;
using relay::gui::Theme;
using relay::tests::LiveMirror;

class TestThroughputPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void drawsWhatTheRelayCarries();
    void lostContactLeavesAGapAndGreysTheLines();
    void keysReadTheValues();
    void pointerReadsTheValues();
    void nothingIsReadInAGap();
    void unitsFollowTheRates();
    void darkAndLightWhileRunning();

private:
    ThroughputPlot &plot() { return *m_panel->findChild<ThroughputPlot *>(); }
    //! Lets the relay carry about this much, a little uneven, for some seconds of the panel's time.
    void carry(double outMegabits, double inMegabits, int seconds);
    //! How many pixels of the picture have exactly this colour.
    int pixels(const QColor &color);

    std::unique_ptr<LiveMirror> m_live;
    std::unique_ptr<ThroughputPanel> m_panel;
    Theme m_theme;
    int m_waves = 0;
};

void TestThroughputPanel::init()
{
    QLocale::setDefault(QLocale(QLocale::English));
    relay::tests::dress(m_theme, Theme::Mode::Light);
    m_live = std::make_unique<LiveMirror>();
    m_panel = std::make_unique<ThroughputPanel>(m_live->mirror(), m_theme);
    m_panel->setClock(m_live->clock());
    m_panel->resize(764, 208);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void TestThroughputPanel::cleanup()
{
    m_panel.reset();
    m_live.reset();
}

void TestThroughputPanel::carry(double outMegabits, double inMegabits, int seconds)
{
    for (int i = 0; i < seconds; ++i) {
        // The mirror need not follow every second: what counts is what the panel sees.
        if (i % 12 == 0) {
            const double wave = 1 + 0.03 * std::sin(++m_waves);
            m_live->world().set(tests::makeConnection(1, QStringLiteral("/a"), QStringLiteral("publisher"),
                                                      QStringLiteral("10.0.0.1:1"), inMegabits * wave));
            m_live->world().set(tests::makeConnection(2, QStringLiteral("/a"), QStringLiteral("subscriber"),
                                                      QStringLiteral("10.0.0.2:1"), outMegabits * wave));
            const double wanted = outMegabits * wave * 1e6 / 8;
            QVERIFY(m_live->sync());
            QTRY_VERIFY(std::abs(m_live->mirror().totals().outRate - wanted) < 1 + wanted / 1e6);
        }
        m_live->advance(1000);
        m_panel->sample();
    }
}

int TestThroughputPanel::pixels(const QColor &color)
{
    const QImage image = m_panel->grab().toImage().convertToFormat(QImage::Format_RGB32);
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) == color.rgb() ? 1 : 0;
    }
    return count;
}

void TestThroughputPanel::drawsWhatTheRelayCarries()
{
    carry(4600, 204, 310);
    QVERIFY(m_panel->history().count() >= 300);
    QCOMPARE(QString(plot().unit(ThroughputPlot::Out).name), QStringLiteral("Gbit/s"));
    QCOMPARE(QString(plot().unit(ThroughputPlot::In).name), QStringLiteral("Mbit/s"));
    QTRY_VERIFY(pixels(m_theme.tokens().series[0]) > 100);
    QVERIFY(pixels(m_theme.tokens().series[1]) > 100);
    tests::grab(*m_panel, QStringLiteral("throughput-light"));
}

void TestThroughputPanel::lostContactLeavesAGapAndGreysTheLines()
{
    carry(40, 20, 200);
    QVERIFY(m_live->lose());
    for (int i = 0; i < 20; ++i) {
        m_live->advance(1000);
        m_panel->sample();
    }
    QVERIFY(m_panel->history().isLost());
    QCOMPARE(m_panel->history().gaps(m_live->now()).size(), 1);
    QTRY_COMPARE(pixels(m_theme.tokens().series[0]), 0);
    tests::grab(*m_panel, QStringLiteral("throughput-stale"));
    QVERIFY(m_live->regain());
    carry(42, 21, 60);
    const auto gaps = m_panel->history().gaps(m_live->now());
    QCOMPARE(gaps.size(), 1);
    QVERIFY(!gaps.first().isOpen);
    QVERIFY(gaps.first().to - gaps.first().from >= 20'000);
    QTRY_VERIFY(pixels(m_theme.tokens().series[0]) > 20);
    tests::grab(*m_panel, QStringLiteral("throughput-gap"));
}

void TestThroughputPanel::keysReadTheValues()
{
    carry(46, 20, 60);
    QVERIFY(plot().cursorText().isEmpty());
    QTest::keyClick(&plot(), Qt::Key_Left);
    QVERIFY2(plot().cursorText().contains(QLatin1String("Mbit/s")), qPrintable(plot().cursorText()));
    QVERIFY(plot().cursorText().contains(QLatin1String("Out")));
    const QString before = plot().cursorText();
    QTest::keyClick(&plot(), Qt::Key_PageUp);
    QVERIFY(plot().cursorText() != before);
    QTest::keyClick(&plot(), Qt::Key_Escape);
    QVERIFY(plot().cursorText().isEmpty());
}

void TestThroughputPanel::pointerReadsTheValues()
{
    carry(46, 20, 300);
    QTest::mouseMove(&plot(), QPoint(plot().width() * 3 / 4, plot().height() / 3));
    QTRY_VERIFY(!plot().cursorText().isEmpty());
    tests::grab(*m_panel, QStringLiteral("throughput-cursor"));
    QTest::mouseMove(&plot(), QPoint(4, 4)); // left of the axis
    QTRY_VERIFY(plot().cursorText().isEmpty());
}

void TestThroughputPanel::nothingIsReadInAGap()
{
    carry(46, 20, 100);
    QVERIFY(m_live->lose());
    m_live->advance(60'000);
    QVERIFY(m_live->regain());
    carry(46, 20, 100);
    const double share = double(300 - 130) / 300; // half a minute into the gap
    const int left = 60;
    QTest::mouseMove(&plot(), QPoint(left + int((plot().width() - left - 24) * share), plot().height() / 3));
    QTest::qWait(20);
    QVERIFY2(plot().cursorText().isEmpty(), qPrintable(plot().cursorText()));
}

void TestThroughputPanel::unitsFollowTheRates()
{
    carry(0.2, 0.1, 5);
    QCOMPARE(QString(plot().unit(ThroughputPlot::Out).name), QStringLiteral("kbit/s"));
    carry(7, 0.1, 5);
    QCOMPARE(QString(plot().unit(ThroughputPlot::Out).name), QStringLiteral("Mbit/s"));
    QCOMPARE(QString(plot().unit(ThroughputPlot::In).name), QStringLiteral("kbit/s"));
}

void TestThroughputPanel::darkAndLightWhileRunning()
{
    carry(46, 20, 300);
    QTRY_VERIFY(pixels(m_theme.tokens().series[0]) > 100);
    const QColor lightLine = m_theme.tokens().series[0];
    relay::tests::dress(m_theme, Theme::Mode::Dark);
    QTRY_VERIFY(pixels(m_theme.tokens().series[0]) > 100);
    QCOMPARE(pixels(lightLine), 0);
    tests::grab(*m_panel, QStringLiteral("throughput-dark"));
}

QTEST_MAIN(TestThroughputPanel)
#include "tst_throughputpanel.moc"
